"""A sentence with its mentions masked by class, so that grammar sees structure and not names.

'Rav Plasma AS of Oulu opened a plant' becomes '⟦O1⟧ of ⟦L2⟧ opened ⟦F3⟧': one letter for the class (H hub,
O organization, F facility, L place, N person) and the number of the entity.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from triplehelix.facts import Entity, Span
from triplehelix.vocabulary import EntityClass

LETTER = {
    EntityClass.HUB: "H",
    EntityClass.ORGANIZATION: "O",
    EntityClass.FACILITY: "F",
    EntityClass.PLACE: "L",
    EntityClass.PERSON: "N",
}
#: A name and at once its other form, in brackets, after a slash or a comma: '⟦O1⟧ (⟦O1⟧)'.
_TWICE = re.compile(r"(⟦\w+⟧)(?: ?\((?:\w+ |[\"“'])*\1[\"”']?\)|(?: /|,) \1)")
SLOT = re.compile(r"⟦([HOFLN])(\d+)⟧")


_POSSESSIVES = frozenset({"its", "their", "whose"})
_ADVERBS = frozenset({"there", "here"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entity where it stands in the text."""

    span: Span
    entity: Entity


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of text with its mentions masked.

    Attributes:
        text: the masked text, white space runs folded to one blank.
        span: where the stretch stands in the article.
        occurrences: the mentions inside it, in order.
    """

    text: str
    span: Span
    occurrences: tuple[Occurrence, ...]

    def entity(self, slot: str) -> Entity:
        """The entity behind a slot such as 'O12' (class letter and entity number)."""
        return next(o.entity for o in self.occurrences if slot_of(o.entity) == slot)


def slot_of(entity: Entity) -> str:
    """The slot of an entity: its class letter and the number of its id."""
    return f"{LETTER[entity.entity_class]}{entity.id.removeprefix('e')}"


def outer_first(occurrence: Occurrence) -> tuple[int, int, str]:
    """Sorts by place in the text, a mention before those inside it."""
    return occurrence.span.start, -occurrence.span.end, occurrence.entity.id


def occurrences(entities: Sequence[Entity]) -> tuple[Occurrence, ...]:
    """Every mention of every entity, in the order of the text."""
    found = [Occurrence(span, entity) for entity in entities for span in entity.mentions]
    return tuple(sorted(found, key=outer_first))


def focus(found: Sequence[Occurrence], fits: Callable[[Entity], bool]) -> Entity | None:
    """The fitting entity that the article speaks of most; the first of them on a tie."""
    count = Counter(o.entity.id for o in found if fits(o.entity))
    return next((o.entity for o in found if count and o.entity.id == count.most_common(1)[0][0]), None)


def mask(text: str, span: Span, found: Sequence[Occurrence]) -> Masked:
    """Masks the mentions that lie inside the span; `found` is ordered as `occurrences` gives it."""
    starts = [o.span.start for o in found]
    inside = [o for o in found[bisect_left(starts, span.start) : bisect_right(starts, span.end)] if span.covers(o.span)]
    masked = re.sub(r"\s+", " ", "".join(_pieces(text, span, inside)))
    return Masked(_TWICE.sub(r"\1", masked), span, tuple(inside))


def _pieces(text: str, span: Span, inside: Sequence[Occurrence]) -> Iterator[str]:
    at = span.start
    for occurrence in inside:
        if occurrence.span.start < at:
            continue
        yield text[at : occurrence.span.start]
        form = occurrence.span.of(text).lower()
        yield (
            ("at " if form in _ADVERBS else "")
            + f"⟦{slot_of(occurrence.entity)}⟧"
            + ("'s" if form in _POSSESSIVES else "")
        )
        at = occurrence.span.end
    yield text[at : span.end]
