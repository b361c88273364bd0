"""Mentions -> entities, inside one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from triplehelix import places, registry
from triplehelix.documents import Document
from triplehelix.entities.acting import with_acting
from triplehelix.entities.clusters import Group, group
from triplehelix.entities.kinds import kind_of
from triplehelix.entities.names import LEGAL_FORMS, fold, is_acronym
from triplehelix.entities.nested import with_nested
from triplehelix.facts import Entity, Mention
from triplehelix.vocabulary import EntityClass

_TITLE = re.compile(r"^(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Dame|Eng|Lcdo|Rev)\.?\s+|(?:Professor|Doctor|em\.)\s+)+")


#: The least score of the surest mention of a thing, by class; calibrated on gold articles that the model had not seen.
_LEAST = {EntityClass.ORGANIZATION: 0.7, EntityClass.PERSON: 0.6}


def resolve(document: Document, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Mentions (in the order of the text, not overlapping) -> entities with ids e1, e2, … by first mention.

    A Place gets its country from the gazetteer; every other country is settled later, from the relations.
    """
    text = document.article.text
    groups = [g for g in group(with_acting(with_nested(mentions), text), text) if _is_sure(g)]
    named_countries = _named_countries(groups)
    return tuple(_entity(f"e{n}", g, named_countries) for n, g in enumerate(groups, start=1))


def _is_sure(group: Group) -> bool:
    """Whether the reader is sure of one mention at least; a doubtful class is nearly always a wrong one."""
    return max(m.score for m in group.mentions) >= _LEAST.get(group.entity_class, 0.0)


def _entity(entity_id: str, group: Group, near: frozenset[str]) -> Entity:
    forms = group.forms
    name = next(iter(_registered(forms)), min(forms, key=lambda form: _fullness(form, group.entity_class)))
    kind, country = kind_of(group), None
    if group.entity_class is EntityClass.PLACE:
        place = next((p for f in (name, *forms) if (p := places.lookup(f, near=near))), None)
        kind, country = (place.kind, place.country) if place else (kind, None)
    aliases = tuple(f for f in forms if f != name)
    return Entity(entity_id, group.entity_class, kind, name, aliases, country, tuple(m.span for m in group.mentions))


def _registered(forms: Sequence[str]) -> Iterator[str]:
    """The forms that the registry uses as a name: what a well-known body calls itself comes first."""
    for form in forms:
        entry = registry.known(form)
        if entry and entry.name == form:
            yield form


def _fullness(form: str, entity_class: EntityClass) -> tuple[object, ...]:
    """Sorts the fullest form first: no acronym, a legal form, the most words; a person's without the title."""
    words = fold(form).split()
    if entity_class is EntityClass.PERSON:
        bare = _TITLE.sub("", form)
        return (-len(bare.split()), -len(bare), len(form), form)
    legal = bool(words) and words[-1] in LEGAL_FORMS
    return (is_acronym(form), not legal, -len(words), -len(form), form)


def _named_countries(groups: Sequence[Group]) -> frozenset[str]:
    """The countries that the article names outright: they settle which of several towns of one name is meant."""
    found = (places.lookup(f) for g in groups if g.entity_class is EntityClass.PLACE for f in g.forms)
    return frozenset(p.country for p in found if p and p.kind == "country")
