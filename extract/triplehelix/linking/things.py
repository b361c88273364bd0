"""What is known of a thing by its name, in one article or in all of them, and the keys by which two things may meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from triplehelix import registry
from triplehelix.entities.names import is_acronym
from triplehelix.identifiers import is_description, slug
from triplehelix.names import GENERIC, is_generic, normal
from triplehelix.places import identified
from triplehelix.vocabulary import EntityClass

_SPELLINGS = {
    "centre": "center", "organisation": "organization", "programme": "program", "labs": "laboratories",
    "lab": "laboratory", "univ": "university", "inst": "institute", "dept": "department", "intl": "international",
    "natl": "national", "technologies": "technology", "prefectural": "prefecture", "provincial": "province",
    "uni": "university", "saint": "st", "theatre": "theater", "harbour": "harbor", "defence": "defense",
    "labour": "labor",
}  # fmt: skip
_SMALL = frozenset("a an and at by de del der des di do du et for fur in la le of on the und y".split())
_LEVELS = frozenset({"city", "prefecture", "province", "county", "state"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A hub, organisation, facility, person or place, as it is known before it is linked with others.

    Attributes:
        iri: by `identifiers.entity_iri`: things of one name, class and (where that matters) country share one.
        labels: the fullest forms of its name.
        aliases: other forms of its name.
        kinds: what articles say it is, values of the vocabulary.
        countries: ISO 3166-1 alpha-2 codes that articles give it.
        at: for a person, the names of the organisations that it holds a role at.
    """

    iri: str
    entity_class: EntityClass
    labels: frozenset[str]
    aliases: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()

    @property
    def shown(self) -> str:
        """What it is called in an explanation: of its labels the first of the alphabet."""
        return min(self.labels)


def keys(thing: Thing) -> frozenset[str]:
    """The keys of a thing; two things of which neither key meets one of the other are never compared.

    own      its name, without what is only a way of spelling it
    letters  the same without the blanks
    also     another name of it that can stand by itself, acronyms included
    person   its first and last name
    place    its number in the gazetteer
    known    the name of the registry's entry
    """
    return frozenset(f"{sort}|{thing.entity_class}|{text}" for sort, text in _keys(thing))


def meeting(key: str) -> tuple[str, ...]:
    """The keys that another thing must have to meet this one."""
    sort, _, rest = key.partition("|")
    return {"own": (key, f"also|{rest}"), "also": (f"own|{rest}",)}.get(sort, (key,))


def _keys(thing: Thing) -> Iterator[tuple[str, str]]:
    if thing.entity_class is EntityClass.PLACE:
        yield from (("place", number) for label in thing.labels if (number := gazetteer_number(label, thing)))
    known = bool(thing.countries) and thing.entity_class is EntityClass.ORGANIZATION
    alone = [label for label in thing.labels if known or stands_alone(label, thing.entity_class)]
    for label in alone:
        own = spelled(label, thing.entity_class)
        yield "own", own
        if thing.entity_class is EntityClass.PERSON:
            yield "person", " ".join((own.split()[0], own.split()[-1]))
        elif len(own.replace(" ", "")) > 5:
            yield "letters", own.replace(" ", "")
        if (entry := registry.known(label)) and entry.entity_class is thing.entity_class:
            yield "known", entry.name
    if alone:
        yield from (("also", spelled(alias, thing.entity_class)) for alias in thing.aliases if _is_name(alias, thing))


def named_by_gazetteer(thing: Thing) -> bool:
    """Whether one of a place's names is the gazetteer's own for it."""
    places = (identified(n, c, k) for n in thing.labels for c in thing.countries for k in thing.kinds)
    return any(place and place.name in thing.labels for place in places)


def gazetteer_number(label: str, thing: Thing) -> str | None:
    """What the gazetteer calls a place: 'geonames 1853909' or 'ISO 3166-2 JP-27'; None where it does not know it."""
    for country in sorted(thing.countries):
        for kind in sorted(thing.kinds):
            place = identified(label, country, kind)
            if place and (place.geonames or place.code):
                return f"geonames {place.geonames}" if place.geonames else f"ISO 3166-2 {place.code}"
    return None


def stands_alone(name: str, entity_class: EntityClass) -> bool:
    """Whether a name means one thing outside its article: no 'clean room', no 'Ministry of Health', no surname."""
    if entity_class is EntityClass.PERSON:
        return len(spelled(name, entity_class).split()) > 1
    return not is_description(name) and not is_generic(name)


def _is_name(alias: str, thing: Thing) -> bool:
    """Whether another name of a thing is a name of its own, and no short form for the length of an article."""
    if thing.entity_class in {EntityClass.PLACE, EntityClass.PERSON} or not stands_alone(alias, thing.entity_class):
        return False
    if is_acronym(alias):
        return True
    words, wholes = spelled(alias, thing.entity_class).split(), [spelled(n, thing.entity_class) for n in thing.labels]
    if any(f" {' '.join(words)} " in f" {whole} " for whole in wholes):
        return len(words) > 1 and words[-1] in GENERIC
    return len(words) > 1 or len(words[0]) > 3 or not words[0].isascii()


@lru_cache(maxsize=65536)
def spelled(name: str, entity_class: EntityClass) -> str:
    """The words of a name in one spelling: 'the Norvik Centre of Cells Ltd' -> 'norvik center cells'."""
    words = [_SPELLINGS.get(word, word) for word in slug(normal(name, entity_class)).split("-")]
    if entity_class is EntityClass.PERSON:
        return " ".join(words)
    kept = [word for word in words if word not in _SMALL] or words
    return " ".join(_administration(kept, words) if entity_class is EntityClass.ORGANIZATION else kept)


def _administration(kept: list[str], words: list[str]) -> list[str]:
    """'City of Norvik' and 'Norvik City Government' -> 'norvik city'."""
    if len(words) > 2 and words[0] in _LEVELS and words[1] == "of":
        return [*kept[1:], kept[0]]
    return kept[:-1] if len(kept) > 2 and kept[-1] == "government" and kept[-2] in _LEVELS else kept
