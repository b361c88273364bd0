"""A gold file, a prediction file or Facts -> one annotation, in the form in which the two are compared.

A prediction may come from anywhere, so kinds and relation types are plain strings here and keys may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from triplehelix.facts import Facts, to_json


@dataclass(frozen=True, slots=True)
class Thing:
    """An annotated entity; its names are the fullest form and the aliases."""

    id: str
    entity_class: str
    kind: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An annotated relation between two entity ids."""

    type: str
    subject: str
    object: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Deal:
    """An annotated partnership between entity ids."""

    parties: tuple[str, ...]
    kind: str | None
    status: str | None
    date: str | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Trap:
    """Entity ids that the text puts together and does not link, and why a reader might."""

    parties: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one article says, by an annotator or an extractor.

    Attributes:
        name: the gold file's stem.
        text: title and text, in which a quote must be found; empty for a prediction.
    """

    name: str
    text: str = ""
    entities: tuple[Thing, ...] = ()
    relations: tuple[Link, ...] = ()
    partnerships: tuple[Deal, ...] = ()
    traps: tuple[Trap, ...] = ()


def from_json(name: str, record: Mapping[str, Any]) -> Annotation:
    """A record in the form that `triplehelix.facts.to_json` gives; gold has `title`, `text` and `traps` beside it."""
    return Annotation(
        name,
        f"{record.get('title', '')}\n{record.get('text', '')}",
        tuple(map(_thing, record.get("entities", ()))),
        tuple(map(_link, record.get("relations", ()))),
        tuple(map(_deal, record.get("partnerships", ()))),
        tuple(Trap(tuple(trap["parties"]), trap["why"]) for trap in record.get("traps", ())),
    )


def from_facts(name: str, facts: Facts, text: str) -> Annotation:
    """Facts read from an article's stored text; quotes are cut from it by their offsets."""
    return from_json(name, to_json(facts, text))


def _thing(entity: Mapping[str, Any]) -> Thing:
    return Thing(entity["id"], entity["class"], entity.get("kind"), (entity["name"], *entity.get("aliases", ())))


def _link(relation: Mapping[str, Any]) -> Link:
    return Link(relation["type"], relation["subject"], relation["object"], relation.get("evidence") or "")


def _deal(partnership: Mapping[str, Any]) -> Deal:
    return Deal(
        tuple(partnership["parties"]),
        partnership.get("kind"),
        partnership.get("status"),
        partnership.get("date") or None,
        partnership.get("evidence") or "",
    )
