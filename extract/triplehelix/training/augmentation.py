"""An article -> the same article about other names or in other print, so that neither is learnt by heart.

The words that only names have ('Quill', not 'University') are exchanged for words of the same sort out of other
articles, or for splices of two of them, always the same word for the same word; labels follow of themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import numpy as np

from triplehelix.evaluation.annotation import Thing
from triplehelix.mentions.pieces import WORD_SHAPES, Ints
from triplehelix.training.examples import Lesson
from triplehelix.training.gold import GoldArticle
from triplehelix.training.name_lists import person_names, place_name
from triplehelix.vocabulary import EntityClass

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Forms of places that may be exchanged whole: no acronyms, no descriptions.
_SWAPPED = re.compile(r"[^\W\d_][^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")


def _sort(entity: Thing) -> str:
    """Words are exchanged within a sort: persons, places, everything else."""
    if entity.entity_class in (EntityClass.PERSON, EntityClass.PLACE):
        return entity.entity_class
    return "name"


def _name_words(entity: Thing) -> set[str]:
    words = (word for form in entity.names for word in _WORD.findall(form))
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
        self.plain = lower = {w for a in articles for w in _WORD.findall(a.text) if w.islower()}
        self.distinctive = {
            sort: {w for w, n in count.items() if w.lower() not in lower and (n <= 2 or sort == "Person")}
            for sort, count in seen.items()
        }
        self.pool = {sort: sorted(words) for sort, words in self.distinctive.items()}

    def renamed(self, article: GoldArticle, random: Random, share: float) -> GoldArticle:
        """The article with about `share` of its distinctive name words exchanged."""
        table: dict[str, str] = {}
        for entity in article.entities:
            if entity.entity_class == EntityClass.PERSON and random.random() < share:
                table |= {w: other for w, other in self._person(entity, random).items() if w not in table}
            elif entity.entity_class == EntityClass.PLACE and random.random() < share:
                table |= {f: place_name(entity.kind, random) for f in entity.names[:1] if _SWAPPED.fullmatch(f)}
            else:
                self._words(entity, random, share, table)
        return _exchanged(article, table) if table else article

    def _words(self, entity: Thing, random: Random, share: float, table: dict[str, str]) -> None:
        sort = _sort(entity)
        for word in sorted(_name_words(entity) & self.distinctive[sort]):
            if word not in table and random.random() < share:
                table[word] = self._other(sort, random)

    def _person(self, entity: Thing, random: Random) -> dict[str, str]:
        """Each word of a person's name and another for it, all of one country; plain words stay."""
        names = person_names(random)
        words = [w for w in _WORD.findall(max(entity.names, key=len)) if w[0].isupper() and w.lower() not in self.plain]
        family = 0 if names.family_first and random.random() < 0.5 else len(words) - 1
        return {w: random.choice(names.family if n == family else names.given) for n, w in enumerate(words)}

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
        entities=tuple(replace(e, names=tuple(map(swap, e.names))) for e in article.entities),
        relations=tuple(replace(r, evidence=swap(r.evidence)) for r in article.relations),
        partnerships=tuple(replace(p, evidence=swap(p.evidence)) for p in article.partnerships),
    )


#: Shares of sentences printed in capitals, with every word capitalised, and with the look of a heading changed.
IN_CAPITALS, CAPITALISED, REPLACED = 0.04, 0.08, 0.08
#: Marks that stand for one another in print, as word pieces: ' and ’, " and “ and ”, - and –.
_MARKS = ((1005, 1521), (1000, 1523, 1524), (1011, 1516))


def reprinted(lesson: Lesson, random: Random) -> Lesson:
    """The lesson as another house would print it: other capitals here and there, other quotes and dashes."""
    shapes, ids = lesson.pieces.shapes.copy(), lesson.pieces.ids.copy()
    for unit in range(int(lesson.pieces.units.max(initial=-1)) + 1):
        own = lesson.pieces.units == unit
        shapes[own] = _recased(shapes[own], random.random())
        if random.random() < REPLACED:
            heading = 2 * len(WORD_SHAPES)
            shapes[own] = shapes[own] % len(WORD_SHAPES) + (heading if (shapes[own] < heading).any() else 0)
    for marks in _MARKS:
        if random.random() < 0.3:
            ids[np.isin(ids, marks)] = random.choice(marks)
    return replace(lesson, pieces=replace(lesson.pieces, ids=ids, shapes=shapes))


def _recased(shapes: Ints, draw: float) -> Ints:
    words, places = shapes % len(WORD_SHAPES), shapes // len(WORD_SHAPES)
    lower, capitalised, upper, mixed = range(4)
    if draw < IN_CAPITALS:
        words = np.where(np.isin(words, (lower, capitalised, mixed)), upper, words)
    elif draw < IN_CAPITALS + CAPITALISED:
        words = np.where(words == lower, capitalised, words)
    return places * len(WORD_SHAPES) + words
