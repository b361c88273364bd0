"""Pairs of things -> the pairs of their mentions that may state a link, as arrays for the pair head."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from triplehelix.facts import Span
from triplehelix.mentions.labels import CLASSES
from triplehelix.mentions.pieces import Ints, Pieces
from triplehelix.vocabulary import SIGNATURES, EntityClass, PartnershipKind, RelationType, Status

#: Relations in the order of the pair head's output.
RELATIONS: tuple[RelationType, ...] = tuple(RelationType)
#: Kinds and statuses of partnerships in the order of its output, which follows that of the links.
PARTNERSHIP_KINDS: tuple[PartnershipKind, ...] = tuple(PartnershipKind)
STATUSES: tuple[Status, ...] = tuple(Status)
#: Relations and partnership.
LINKS = len(RELATIONS) + 1
PARTIES = frozenset({EntityClass.ORGANIZATION, EntityClass.HUB})

#: Mention pairs that stand for one pair of things at most, the closest first.
CLOSEST = 5
#: Sentences apart up to which all mention pairs count; beyond it only the closest one.
NEAR = 1
_SENTENCE_STEPS = (1, 2, 3, 5, 10)
_PIECE_STEPS = (2, 4, 8, 16, 32, 64)
#: How many closer rivals of an end are told apart.
_RIVALS = 3
#: How many values each feature of a mention pair has: both classes, which comes first, sentences and pieces between,
#: mentions of the object's class that are closer to the subject, and the other way round.
FEATURE_SIZES = (
    len(CLASSES),
    len(CLASSES),
    2,
    len(_SENTENCE_STEPS) + 1,
    len(_PIECE_STEPS) + 1,
    _RIVALS + 1,
    _RIVALS + 1,
)

#: Marks of pieces: 0 outside of mentions, then for each class one for the first piece of a mention, one for the rest.
MARK_COUNT = 1 + 2 * len(CLASSES)
Shares = NDArray[np.float32]

#: First and last piece (half-open) of a mention.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Thing:
    """One end of a pair: its mentions and class."""

    mentions: tuple[Span, ...]
    entity_class: EntityClass


@dataclass(frozen=True, slots=True, eq=False)
class Instances:
    """Mention pairs as arrays, m rows.

    Attributes:
        owners: (m,) number of the pair that the row speaks for, rising.
        spans: (m, 4) pieces of the subject's and of the object's mention: start, end, start, end.
        features: (m, len(FEATURE_SIZES)) see FEATURE_SIZES.
        marks: (n,) for each piece the class of the mention that it begins or lies in, see MARK_COUNT.
        members: (k, n) for each thing the share of each piece in it; rows sum to 1.
    """

    owners: Ints
    spans: Ints
    features: Ints
    marks: Ints
    members: Shares


@cache
def allowed(subject: EntityClass, obj: EntityClass) -> NDArray[np.bool_]:
    """Which outputs can be true of a pair: the relations by their signatures, then partnership."""
    relations = [subject in SIGNATURES[r][0] and obj in SIGNATURES[r][1] for r in RELATIONS]
    return np.array([*relations, {subject, obj} <= PARTIES])


def instances(pieces: Pieces, pairs: Sequence[tuple[Thing, Thing]]) -> Instances:
    """The mention pairs of each pair of things; a thing without a mention in the pieces gives none.

    All things of the pairs count as each other's rivals, so the pairs of an article are asked for together.
    """
    places: dict[Thing, list[Place]] = {}
    for thing in (end for pair in pairs for end in pair):
        if thing not in places:
            places[thing] = [place for span in thing.mentions if (place := _pieces_of(pieces, span))]
    rivals = _starts_by_class(places)
    rows = [
        (owner, *row)
        for owner, (subject, obj) in enumerate(pairs)
        for row in _rows(pieces, (subject, places[subject]), (obj, places[obj]), rivals)
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 5 + len(FEATURE_SIZES))
    return Instances(table[:, 0], table[:, 1:5], table[:, 5:], _marks(pieces, places), _members(pieces, places))


def _marks(pieces: Pieces, places: dict[Thing, list[Place]]) -> Ints:
    marks = np.zeros(len(pieces), dtype=np.int64)
    found = [(end - start, start, end, thing) for thing, own in places.items() for start, end in own]
    for _, start, end, thing in sorted(found, key=lambda row: (-row[0], row[1])):  # what lies inside another wins
        number = CLASSES.index(thing.entity_class)
        marks[start:end] = 2 + 2 * number
        marks[start] = 1 + 2 * number
    return marks


def _members(pieces: Pieces, places: dict[Thing, list[Place]]) -> Shares:
    members = np.zeros((len(places), len(pieces)), dtype=np.float32)
    for row, own in zip(members, places.values(), strict=True):
        for start, end in own:
            row[start:end] += 1 / (end - start)
    return np.asarray(members / np.maximum(members.sum(1, keepdims=True), 1), dtype=np.float32)


def _pieces_of(pieces: Pieces, span: Span) -> Place | None:
    start = int(np.searchsorted(pieces.ends, span.start, side="right"))
    end = int(np.searchsorted(pieces.starts, span.end, side="left"))
    return (start, end) if start < end else None


def _starts_by_class(places: dict[Thing, list[Place]]) -> dict[EntityClass, list[int]]:
    starts: dict[EntityClass, set[int]] = {entity_class: set() for entity_class in CLASSES}
    for thing, own in places.items():
        starts[thing.entity_class].update(start for start, _ in own)
    return {entity_class: sorted(found) for entity_class, found in starts.items()}


def _rows(
    pieces: Pieces,
    subject: tuple[Thing, list[Place]],
    obj: tuple[Thing, list[Place]],
    rivals: dict[EntityClass, list[int]],
) -> Iterator[tuple[int, ...]]:
    units = pieces.units
    near = sorted(
        (abs(int(units[a[0]] - units[b[0]])), max(a[0], b[0]) - min(a[1], b[1]), a, b)
        for a in subject[1]
        for b in obj[1]
        if a != b
    )
    classes = subject[0].entity_class, obj[0].entity_class
    for number, (sentences, gap, a, b) in enumerate(near[:CLOSEST]):
        if number == 0 or sentences <= NEAR:
            yield (
                *a,
                *b,
                *map(CLASSES.index, classes),
                int(a[0] < b[0]),
                bisect_right(_SENTENCE_STEPS, sentences),
                bisect_right(_PIECE_STEPS, gap),
                _closer(rivals[classes[1]], a[0], b[0]),
                _closer(rivals[classes[0]], b[0], a[0]),
            )


def _closer(starts: list[int], origin: int, target: int) -> int:
    """How many of the mentions that start at `starts` are closer to one than the other is, at most _RIVALS."""
    reach = abs(target - origin)
    low, high = bisect_left(starts, origin - reach + 1), bisect_left(starts, origin + reach)
    return min(max(high - low - (origin in starts[low:high]), 0), _RIVALS)
