"""Answers made up for tests: rows of names, without a graph."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from triplehelix.answers import Answer
from triplehelix.prefixes import ID_BASE
from triplehelix.questions.graph import HELIX, PREFIXES, Cell


def thing(name: str, kind: str = "organization") -> ox.NamedNode:
    """The IRI of a thing of this name."""
    return ox.NamedNode(f"{ID_BASE}{kind}/{name.casefold().replace(' ', '-')}")


def agreement(*parties: str) -> ox.NamedNode:
    """The IRI of an agreement of these parties."""
    return ox.NamedNode(f"{ID_BASE}partnership/{'-'.join(parties).casefold()}")


def kind(name: str) -> ox.NamedNode:
    """A kind, or a status."""
    return ox.NamedNode(HELIX + name)


def number(value: float) -> ox.Literal:
    """A whole number or a decimal."""
    datatype = "integer" if float(value).is_integer() else "decimal"
    return ox.Literal(f"{value:g}", datatype=ox.NamedNode(PREFIXES["xsd"] + datatype))


def answer(columns: str, *rows: tuple[Cell | str, ...], labels: dict[str, str] | None = None, **more: Any) -> Answer:  # noqa: ANN401
    """An answer with these columns; a text is a plain literal, and a thing is called by the end of its IRI."""
    cells = tuple(tuple(ox.Literal(c) if isinstance(c, str) else c for c in row) for row in rows)
    named = {c.value: c.value.rpartition("/")[2] for row in cells for c in row if isinstance(c, ox.NamedNode)}
    named = {iri: name for iri, name in named.items() if not iri.startswith(HELIX)}
    return Answer(tuple(columns.split()), cells, {**named, **(labels or {})}, **more)
