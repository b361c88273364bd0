"""Things that may be one -> which of them are, as links to the one IRI that stands for each group.

A pure function of the things, of who stands beside whom, and of what a person decided: the order of articles has no
part in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triplehelix.entities.names import is_acronym
from triplehelix.identifiers import slug
from triplehelix.linking.matching import Match, matches, may_be_one
from triplehelix.linking.things import named_by_gazetteer
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from triplehelix.linking.decisions import Decisions
    from triplehelix.linking.things import Thing


@dataclass(frozen=True, slots=True)
class Link:
    """What stands for a thing in the graph, and why; itself and nothing where it stands alone."""

    canonical: str
    why: str


class Groups:
    """Sets of IRIs that are joined pair by pair, unless something keeps them apart."""

    def __init__(self, iris: Iterable[str], apart: Callable[[frozenset[str], frozenset[str]], bool]) -> None:
        self._apart = apart
        self._of = {iri: frozenset({iri}) for iri in iris}

    def of(self, iri: str) -> frozenset[str]:
        """The set that an IRI is in."""
        return self._of[iri]

    def join(self, one: str, other: str) -> bool:
        """Make one set of two; False where something keeps them apart."""
        left, right = self._of[one], self._of[other]
        if left != right and self._apart(left, right):
            return False
        self._of |= dict.fromkeys(left | right, left | right)
        return True

    def all(self) -> list[frozenset[str]]:
        """The sets, in the order of their first IRIs."""
        return sorted(set(self._of.values()), key=min)


def cluster(things: Mapping[str, Thing], beside: Callable[[str, str], bool], decided: Decisions) -> dict[str, Link]:
    """The link of each thing; those that may be one must all be there.

    What a person decided comes first, then equal names, then other names where only one thing can be meant by them.

    Args:
        things: by IRI.
        beside: whether some article names both, and so holds them for two.
        decided: what a person has said of pairs.
    """
    same = set(decided.same_pairs(things))

    def kept_apart(left: frozenset[str], right: frozenset[str]) -> bool:
        between = [(a, b) for a in left for b in right]
        if any(decided.differ(a, b) for a, b in between):
            return True
        if any((min(pair), max(pair)) in same for pair in between):
            return any(things[a].entity_class is not things[b].entity_class for a, b in between)
        return any(_are_two(things[a], things[b], beside) for a, b in between)

    groups = Groups(things, kept_apart)
    found = sorted([*(Match(False, a, b, "decided") for a, b in same), *matches(things)], key=_order)
    joined = [match for match in found if not match.is_weak and groups.join(match.one, match.other)]
    sure = _unequivocal([match for match in found if match.is_weak], groups, kept_apart)
    joined += [match for match in sure if groups.join(match.one, match.other)]
    return {iri: link for group in groups.all() for iri, link in _links(group, things, joined)}


def _order(match: Match) -> tuple[bool, Match]:
    return match.why != "decided", match


def _are_two(one: Thing, other: Thing, beside: Callable[[str, str], bool]) -> bool:
    if not may_be_one(one, other):
        return True
    return one.entity_class is not EntityClass.PLACE and beside(one.iri, other.iri)


def _unequivocal(
    weak: list[Match], groups: Groups, kept_apart: Callable[[frozenset[str], frozenset[str]], bool]
) -> list[Match]:
    """The matches of things that match one group only, among those that are not kept apart from it."""
    free = [m for m in weak if not kept_apart(groups.of(m.one), groups.of(m.other))]
    partners: dict[str, set[frozenset[str]]] = {}
    for match in free:
        partners.setdefault(match.one, set()).add(groups.of(match.other))
        partners.setdefault(match.other, set()).add(groups.of(match.one))
    # A full name may have an acronym, a translation and a former name; each of these must mean one full name only.
    return [m for m in free if all(len(partners[iri]) == 1 for iri in ([m.short] if m.short else [m.one, m.other]))]


def _links(group: frozenset[str], things: Mapping[str, Thing], joined: list[Match]) -> Iterator[tuple[str, Link]]:
    canonical = min(group, key=lambda iri: _rank(things[iri]))
    for iri in group:
        why = next((m.why for m in joined if iri in {m.one, m.other}), "") if iri != canonical else ""
        yield iri, Link(canonical, why)


def _rank(thing: Thing) -> tuple[object, ...]:
    """Sorts first what a group is to be called by: no acronym, a place's own name, else the fullest name."""
    name = thing.shown
    if thing.entity_class is EntityClass.PLACE:
        return not named_by_gazetteer(thing), len(name) < 4, len(slug(name)), thing.iri
    return is_acronym(name), -len(slug(name).split("-")), len(thing.iri), thing.iri
