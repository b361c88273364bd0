"""An article -> the same article about other names, so that names are not learnt by heart.

The words that only names have ('Quill', not 'University') are exchanged for words of the same sort out of other
articles, or for splices of two of them, always the same word for the same word; labels follow of themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from triplehelix.training.gold import GoldArticle, GoldEntity
from triplehelix.vocabulary import EntityClass

_WORD = re.compile(r"[^\W\d_]{3,}")


def _sort(entity: GoldEntity) -> str:
    """Words are exchanged within a sort: persons, places, everything else."""
    if entity.entity_class in (EntityClass.PERSON, EntityClass.PLACE):
        return entity.entity_class.value
    return "name"


def _name_words(entity: GoldEntity) -> set[str]:
    words = (word for form in entity.forms for word in _WORD.findall(form))
    return {word for word in words if word[0].isupper() and not word.isupper()}


class Names:
    """The name words of a corpus, by sort."""

    def __init__(self, articles: Iterable[GoldArticle]) -> None:
        articles = list(articles)
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for article in articles:
            for sort in ("Person", "Place", "name"):
                found = {w for e in article.entities if _sort(e) == sort for w in _name_words(e)}
                seen[sort].update(found)
        lower = {w for a in articles for w in _WORD.findall(a.text) if w.islower()}
        self.distinctive = {
            sort: {w for w, n in count.items() if w.lower() not in lower and (n <= 2 or sort == "Person")}
            for sort, count in seen.items()
        }
        self.pool = {sort: sorted(words) for sort, words in self.distinctive.items()}

    def renamed(self, article: GoldArticle, random: Random, share: float) -> GoldArticle:
        """The article with about `share` of its distinctive name words exchanged."""
        table: dict[str, str] = {}
        for entity in article.entities:
            sort = _sort(entity)
            for word in sorted(_name_words(entity) & self.distinctive[sort]):
                if word not in table and random.random() < share:
                    table[word] = self._other(sort, random)
        return _exchanged(article, table) if table else article

    def _other(self, sort: str, random: Random) -> str:
        word = random.choice(self.pool[sort])
        if sort != "Place" and random.random() < 0.5:
            other = random.choice(self.pool[sort])
            word = word[: max(2, len(word) // 2)] + other[len(other) // 2 :].lower()
        return word


def _exchanged(article: GoldArticle, table: dict[str, str]) -> GoldArticle:
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})\b")

    def swap(text: str) -> str:
        return pattern.sub(lambda m: table[m.group()], text)

    return replace(
        article,
        text=swap(article.text),
        title=swap(article.title),
        entities=tuple(replace(e, forms=tuple(map(swap, e.forms))) for e in article.entities),
        relations=tuple(replace(r, evidence=swap(r.evidence)) for r in article.relations),
        partnerships=tuple(replace(p, evidence=swap(p.evidence)) for p in article.partnerships),
    )
