"""Places inside the noun phrase of a facility: 'a sales office in Oulu' names an office and a city."""

from __future__ import annotations

import re
from collections.abc import Sequence

from triplehelix import places
from triplehelix.facts import Mention, Span
from triplehelix.vocabulary import EntityClass

_WHERE = re.compile(r"\s(?:in|at|near|outside|on|of)\s+(?P<place>[A-Z][^,;]*)$")


def with_nested(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions and, behind each facility that ends in a place's name, that place; in the order of the text."""
    known = {m.span for m in mentions}
    facilities = (m for m in mentions if m.entity_class is EntityClass.FACILITY)
    inner = [place for m in facilities if (place := _inside(m)) and place.span not in known]
    return tuple(sorted([*mentions, *inner], key=lambda m: (m.span.start, -m.span.end)))


def _inside(facility: Mention) -> Mention | None:
    match = _WHERE.search(facility.text)
    place = places.lookup(match["place"]) if match else None
    if match is None or place is None:
        return None
    start = facility.span.start + match.start("place")
    return Mention(Span(start, start + len(match["place"])), match["place"], EntityClass.PLACE, place.kind)
