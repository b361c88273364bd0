"""Gold article files -> texts with labelled mentions, read as `evaluation` reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from triplehelix.articles import Article
from triplehelix.documents import Document, segment
from triplehelix.evaluation.annotation import Deal, Link, Thing, Trap, from_json
from triplehelix.facts import Span
from triplehelix.mentions.trimming import trim
from triplehelix.vocabulary import EntityClass


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; the text is stored as the reader stores it, title first.

    Attributes:
        title: empty where there is none.
    """

    id: str
    text: str
    title: str
    entities: tuple[Thing, ...]
    relations: tuple[Link, ...] = ()
    partnerships: tuple[Deal, ...] = ()
    traps: tuple[Trap, ...] = ()

    @property
    def document(self) -> Document:
        """The article as the reader sees it: blocks and sentences."""
        return segment(Article(name=self.id, text=self.text, title=self.title or None, language="en"))


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One occurrence of an entity's form.

    Attributes:
        entity: index into the article's entities.
        layer: 0 for outermost mentions, 1 for those inside another.
    """

    span: Span
    entity: int
    layer: int


def held_out(stem: str) -> bool:
    """Whether a file belongs to the third that is never trained on: its number is divisible by 3."""
    digits = re.search(r"(\d+)$", stem)
    return digits is not None and int(digits.group(1)) % 3 == 0


def read_folder(folder: Path) -> list[GoldArticle]:
    """The gold articles of a folder, by file name; files without entities are passed over."""
    loaded = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return [read_article(data) for data in loaded if "entities" in data]


def read_article(data: dict[str, Any]) -> GoldArticle:
    """One record of the annotation format."""
    title = data.get("title") or ""
    read = from_json(data["id"], data)
    text = f"{title}\n\n{data['text']}" if title else data["text"]
    return GoldArticle(read.name, text, title, read.entities, read.relations, read.partnerships, read.traps)


def find_mentions(article: GoldArticle) -> list[GoldMention]:
    """Every occurrence of every form, longest form first, as two layers of spans without overlap in a layer."""
    outer: list[GoldMention] = []
    inner: list[GoldMention] = []
    for form, entity in _longest_first(article.entities):
        entity_class = EntityClass(article.entities[entity].entity_class)
        for occurrence in _occurrences(article.text, form):
            # Gold forms differ in whether they hold a title or an article; what is learnt never does.
            span = trim(article.text, occurrence, entity_class) or occurrence
            around = [m for m in outer if m.span.overlaps(span)]
            if not around:
                outer.append(GoldMention(span, entity, 0))
            elif _stands_alone(article, span, entity, around) and not any(m.span.overlaps(span) for m in inner):
                inner.append(GoldMention(span, entity, 1))
    return sorted([*outer, *inner], key=lambda m: (m.layer, m.span))


def _longest_first(entities: Iterable[Thing]) -> list[tuple[str, int]]:
    forms = {(form, number): len(form) for number, entity in enumerate(entities) for form in entity.names}
    return sorted(forms, key=lambda pair: (-forms[pair], pair[1]))


def _occurrences(text: str, form: str) -> Iterator[Span]:
    # A form of several words also counts in capitals, as headlines and datelines print it.
    flags = re.IGNORECASE if " " in form else 0
    for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, flags):
        yield Span(*match.span())


_LINKING = re.compile(r"\b(in|at|on|near|from|outside|by|between|beside|for|to|with)( the)? $", re.IGNORECASE)


def _stands_alone(article: GoldArticle, span: Span, entity: int, around: list[GoldMention]) -> bool:
    """Whether a form inside another is a mention: after a preposition or as an owner, not as part of a name."""
    container = around[0]
    if len(around) > 1 or not container.span.covers(span) or container.entity == entity:
        return False
    before = article.text[container.span.start : span.start]
    after = article.text[span.end : container.span.end]
    described = before[:1].islower() or before[:1].isdigit()
    return bool(_LINKING.search(before) or (described and " of " in before)) or after.startswith(("'s", "’s"))
