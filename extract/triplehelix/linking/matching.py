"""Two things that met by a key -> whether they are one, and why; None where too little speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triplehelix.entities.names import is_acronym
from triplehelix.linking.things import Thing, keys, meeting, spelled
from triplehelix.vocabulary import EntityClass, OrganizationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Kinds that articles mix up when they tell of one thing. Of two kinds without a set in common, one thing has only one.
_MIXED_UP = (
    frozenset({OrganizationKind.AGENCY, OrganizationKind.GOVERNMENT, OrganizationKind.REGULATOR}),
    frozenset({OrganizationKind.AGENCY, OrganizationKind.NONPROFIT, OrganizationKind.RESEARCH_INSTITUTE}),
    frozenset({OrganizationKind.ASSOCIATION, OrganizationKind.CLUSTER_ORGANIZATION, OrganizationKind.NONPROFIT}),
    frozenset({OrganizationKind.AGENCY, OrganizationKind.CLUSTER_ORGANIZATION}),
    frozenset({OrganizationKind.COMPANY, OrganizationKind.INVESTOR}),
)


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Two things (IRIs, in their order) that seem to be one.

    Attributes:
        is_weak: another name is all that joins them, so that it must join no third one.
        why: one sentence.
        short: of a weak match the one whose name must mean the other alone; '' where it must so both ways.
    """

    is_weak: bool
    one: str
    other: str
    why: str
    short: str = ""


def matches(things: Mapping[str, Thing]) -> Iterator[Match]:
    """The pairs that seem to be one by their names, and against which neither country nor kind speaks."""
    for one, other in _meetings(things):
        if may_be_one(things[one], things[other]) and (match := _match(things[one], things[other])):
            yield match


def may_be_one(one: Thing, other: Thing) -> bool:
    """Whether class, countries and kinds allow it."""
    if one.entity_class is not other.entity_class:
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    return not one.kinds or not other.kinds or _kinds_agree(one.kinds, other.kinds)


def _kinds_agree(kinds: Iterable[str], others: frozenset[str]) -> bool:
    if others & set(kinds):
        return True
    return any({kind, other} <= group for kind in kinds for other in others for group in _MIXED_UP)


def _meetings(things: Mapping[str, Thing]) -> list[tuple[str, str]]:
    """The pairs with keys that meet, sorted."""
    by_key: dict[str, set[str]] = {}
    for iri, thing in things.items():
        for key in keys(thing):
            by_key.setdefault(key, set()).add(iri)
    met: set[tuple[str, str]] = set()
    for key, here in by_key.items():
        for other in meeting(key):
            met |= {(min(a, b), max(a, b)) for a in here for b in by_key.get(other, ()) if a != b}
    return sorted(met)


def _match(one: Thing, other: Thing) -> Match | None:
    shared = sorted(keys(one) & keys(other))
    for sort, reason in (
        ("place", "the gazetteer has one place for both, {text}"),
        ("known", "the registry has one entry for both, {text}"),
        ("own", "{one} and {other} are one name, spelt in two ways"),
        ("letters", "{one} and {other} are one name, spelt in two ways"),
    ):
        for key in (k for k in shared if k.startswith(f"{sort}|")):
            text = reason.format(text=key.split("|", 2)[2], one=f"“{one.shown}”", other=f"“{other.shown}”")
            weak = sort == "own" and one.entity_class is EntityClass.PLACE
            return Match(weak, one.iri, other.iri, text)
    if one.entity_class is EntityClass.PERSON:
        return _same_person(one, other)
    return _also_called(one, other) or _also_called(other, one)


def _also_called(short: Thing, full: Thing) -> Match | None:
    """The one is called what the other is also called."""
    names, known = {spelled(label, short.entity_class) for label in short.labels}, keys(full)
    agree = short.countries & full.countries and short.kinds & full.kinds
    for alias in sorted(full.aliases):
        name = spelled(alias, full.entity_class)
        if name in names and f"also|{full.entity_class}|{name}" in known and (agree or len(alias) > 2):
            one, other = sorted((short.iri, full.iri))  # and 'AI' or 'UI' alone says little
            what = "has the acronym" if is_acronym(alias) else "is also called"
            return Match(True, one, other, f"“{full.shown}” {what} “{alias}” in an article", short.iri)
    return None


def _same_person(one: Thing, other: Thing) -> Match | None:
    """'Marit K. Solheim' and 'Marit Solheim' at one organisation."""
    shared = sorted(one.at & other.at)
    for mine, theirs in ((a.split(), b.split()) for a in _spelt(one) for b in _spelt(other)):
        short, long = sorted((mine, theirs), key=len)
        initials = all(len(word) == 1 for word in long[1:-1])
        if shared and len(short) == 2 and initials and (short[0], short[-1]) == (long[0], long[-1]):
            return Match(False, one.iri, other.iri, f"“{one.shown}” and “{other.shown}” are both at {shared[0]}")
    return None


def _spelt(person: Thing) -> list[str]:
    return sorted(spelled(label, person.entity_class) for label in person.labels)
