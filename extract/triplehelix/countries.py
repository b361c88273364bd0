"""Entities + relations -> the same entities with their countries.

A country follows from where a thing is, from the place or nationality beside its name or in it, and last from its legal form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from triplehelix import places
from triplehelix.facts import Entity, Relation
from triplehelix.vocabulary import EntityClass, RelationType

#: Legal forms that only one country has, at the end of a name.
_LEGAL_FORM_SAYS = {
    "K.K.": "JP", "KK": "JP", "G.K.": "JP", "GmbH": "DE", "e.V.": "DE", "S.p.A.": "IT", "S.r.l.": "IT", "B.V.": "NL", "N.V.": "NL", "Oy": "FI", "Oyj": "FI",
    "ApS": "DK", "A/S": "DK", "ASA": "NO", "OÜ": "EE", "SIA": "LV", "UAB": "LT", "Bhd": "MY", "Sdn": "MY", "Pte": "SG", "vzw": "BE", "ehf.": "IS", "hf.": "IS",
    "z.s.": "CZ", "s.r.o.": "CZ", "Sp. z o.o.": "PL", "Zrt.": "HU", "Kft.": "HU", "Ltda.": "BR", "Lda": "PT", "Lda.": "PT",
}  # fmt: skip
_BESIDE = re.compile(r"(?P<word>[A-Z][\w-]*?)(?P<owns>['’]s|-based)? (?:[a-z][\w-]* ){0,4}\Z")
_UP = {RelationType.LOCATED_IN, RelationType.PART_OF}


def with_countries(entities: Sequence[Entity], relations: Iterable[Relation], text: str) -> tuple[Entity, ...]:
    """The entities, each with the country that the article gives for it, else None."""
    up: dict[str, list[str]] = {}
    for relation in relations:
        if relation.type in _UP:
            up.setdefault(relation.subject, []).append(relation.object)
    by_id = {e.id: e for e in entities}
    return tuple(e if e.country else replace(e, country=_country(e, up, by_id, text)) for e in entities)


def _country(entity: Entity, up: dict[str, list[str]], by_id: dict[str, Entity], text: str) -> str | None:
    if entity.entity_class in {EntityClass.PERSON, EntityClass.PLACE}:
        return entity.country
    return _from_place(entity.id, up, by_id, frozenset()) or _from_nationality(entity, text) or _from_name(entity)


def _from_place(entity_id: str, up: dict[str, list[str]], by_id: dict[str, Entity], seen: frozenset[str]) -> str | None:
    for above in up.get(entity_id, ()):
        if above not in seen:
            found = by_id[above].country or _from_place(above, up, by_id, seen | {entity_id})
            if found:
                return found
    return None


def _from_nationality(entity: Entity, text: str) -> str | None:
    """'the Swedish group X', 'Sweden's X', 'Lund-based X': a nationality or a place right before one of the mentions."""
    for span in entity.mentions:
        match = _BESIDE.search(text[max(0, span.start - 60) : span.start])
        if match:
            found = places.demonym_country(match["word"])
            if not found and match["owns"]:
                found = places.country_of(match["word"])
            if found:
                return found
    return None


def _from_name(entity: Entity) -> str | None:
    for form in (entity.name, *entity.aliases):
        words = form.split()
        for size in (3, 2, 1):
            for start in range(len(words) - size + 1):
                phrase = " ".join(words[start : start + size]).strip(",.()")
                found = places.demonym_country(phrase) or (places.country_of(phrase) if size < len(words) else None)
                if found and phrase[:1].isupper() and len(phrase) > 3:
                    return found
    return next((code for form, code in _LEGAL_FORM_SAYS.items() if entity.name.endswith(" " + form)), None)
