"""What was sent against what came back: which triples the store changed, and how.

Known changes, which say the same in other words: numbers (Virtuoso gives an integer beyond 32 bits as
a decimal, Oxigraph "1.50" as "1.5"), geometries (Virtuoso reads WKT into single precision and calls it
virtrdf:Geometry), and the letter case of language tags. Anything else is a loss.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

import pyoxigraph as ox

from triplehelix.prefixes import PREFIXES

_XSD = PREFIXES["xsd"]
_NUMBERS = frozenset(
    _XSD + name
    for name in """
    decimal double float integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger
    negativeInteger unsignedInt unsignedLong unsignedShort unsignedByte
    """.split()
)
_WKT = "http://www.opengis.net/ont/geosparql#wktLiteral"
_GEOMETRY = "http://www.openlinksw.com/schemas/virtrdf#Geometry"


class Kind(StrEnum):
    """What became of a triple."""

    NUMBER = "number written otherwise"
    GEOMETRY = "geometry rounded"
    LANGUAGE = "language tag in other letters"
    LOST = "lost"
    ADDED = "added"

    @property
    def documented(self) -> bool:
        """Whether stores are known to do so, and the triple still says the same."""
        return self not in {Kind.LOST, Kind.ADDED}


@dataclass(frozen=True, slots=True)
class Change:
    """One triple that came back otherwise.

    Attributes:
        kind: what became of it.
        sent: the triple as sent, or None where it was added.
        held: the triple as the store has it, or None where it was lost.
    """

    kind: Kind
    sent: ox.Triple | None
    held: ox.Triple | None

    def __str__(self) -> str:
        """The two, one behind the other."""
        if self.sent and self.held:
            return f"{self.kind}: {self.sent.object} became {self.held.object}"
        return f"{self.kind}: {self.sent or self.held}"


def compare(sent: bytes, held: bytes) -> tuple[Change, ...]:
    """How two graphs differ, each as `parts.canonical` has it; nothing where they are equal."""
    if sent == held:
        return ()
    ours, theirs = set(sent.splitlines()), set(held.splitlines())
    extra: defaultdict[tuple[str, str], list[ox.Triple]] = defaultdict(list)
    for triple in _parsed(theirs - ours):
        extra[_key(triple)].append(triple)
    changes = [_explained(triple, extra[_key(triple)]) for triple in _parsed(ours - theirs)]
    added = (Change(Kind.ADDED, None, triple) for rest in extra.values() for triple in rest)
    return (*changes, *added)


def _parsed(lines: set[bytes]) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(b"\n".join(sorted(lines)), ox.RdfFormat.N_TRIPLES)]


def _key(triple: ox.Triple) -> tuple[str, str]:
    return str(triple.subject), str(triple.predicate)


def _explained(triple: ox.Triple, candidates: list[ox.Triple]) -> Change:
    for candidate in candidates:
        if kind := _kind(triple.object, candidate.object):
            candidates.remove(candidate)
            return Change(kind, triple, candidate)
    return Change(Kind.LOST, triple, None)


def _kind(sent: object, held: object) -> Kind | None:
    if not isinstance(sent, ox.Literal) or not isinstance(held, ox.Literal):
        return None
    if sent.language and held.language and sent.value == held.value:
        return Kind.LANGUAGE if sent.language.lower() == held.language.lower() else None
    if sent.datatype.value == _WKT and held.datatype.value == _GEOMETRY:
        return Kind.GEOMETRY
    same = _number(sent) is not None and _number(sent) == _number(held)
    return Kind.NUMBER if same else None


def _number(literal: ox.Literal) -> Decimal | None:
    if literal.datatype.value not in _NUMBERS:
        return None
    try:
        return Decimal(literal.value)
    except InvalidOperation:
        return None
