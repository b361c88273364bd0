"""Definite descriptions that stand for a thing named before: 'the company', 'the park', 'its operator'.

They count as occurrences for the grammar, never as aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from triplehelix.documents import Document
from triplehelix.entities.names import fold
from triplehelix.facts import Entity, Span
from triplehelix.relations.masking import Occurrence, outer_first
from triplehelix.vocabulary import EntityClass, OrganizationKind

_COMPANY = frozenset({OrganizationKind.COMPANY})
_PUBLIC = frozenset({OrganizationKind.AGENCY, OrganizationKind.GOVERNMENT, OrganizationKind.REGULATOR})
_BODY = frozenset({OrganizationKind.CLUSTER_ORGANIZATION, OrganizationKind.ASSOCIATION, OrganizationKind.NONPROFIT})

#: What each head noun may stand for: (class, kinds); no kinds: any kind whose name has the noun, or any at all for a Hub.
_HEADS: dict[str, tuple[EntityClass, frozenset[OrganizationKind]]] = {
    **dict.fromkeys(
        ("company", "firm", "start-up", "startup", "manufacturer", "developer", "drugmaker", "group", "producer", "maker"),
        (EntityClass.ORGANIZATION, _COMPANY),
    ),
    **dict.fromkeys(("university", "college", "polytechnic"), (EntityClass.ORGANIZATION, frozenset({OrganizationKind.UNIVERSITY}))),
    **dict.fromkeys(("institute",), (EntityClass.ORGANIZATION, frozenset({OrganizationKind.RESEARCH_INSTITUTE}))),
    **dict.fromkeys(("hospital", "clinic"), (EntityClass.ORGANIZATION, frozenset({OrganizationKind.HOSPITAL}))),
    **dict.fromkeys(("agency", "authority", "ministry", "prefecture", "municipality"), (EntityClass.ORGANIZATION, _PUBLIC)),
    **dict.fromkeys(("association", "foundation", "organisation", "organization", "network", "alliance", "society", "council"),
                    (EntityClass.ORGANIZATION, _BODY)),
    **dict.fromkeys(("fund", "investor", "bank"), (EntityClass.ORGANIZATION, frozenset({OrganizationKind.INVESTOR}))),
    **dict.fromkeys(
        ("park", "campus", "district", "quarter", "hub", "science park", "technology park", "complex", "precinct", "site"),
        (EntityClass.HUB, frozenset()),
    ),
    **dict.fromkeys(("plant", "factory", "laboratory", "lab", "incubator", "test bed", "facility", "pilot line", "centre", "center"),
                    (EntityClass.FACILITY, frozenset())),
}  # fmt: skip

#: How far back a possessive pronoun reaches, in characters.
_REACH = 250
_NOUNS = "|".join(sorted((re.escape(h) for h in _HEADS), key=lambda h: (-len(h), h)))
_DESCRIPTION = re.compile(
    rf"\b(?:the|this|that|our|The|This|That|Our)\s+(?:[a-z]+-?[a-z]*\s+)?({_NOUNS})\b(?![-\w])(?!\s+of\s+[A-Z])"
)


#: What an owned noun tells of its owner: a park has tenants, a cluster has members, a body has a president.
_OWNED: dict[EntityClass, str] = {
    EntityClass.HUB: r"tenants?|residents?|occupants?|occupiers|operators?|managers?|landlord|management company|operating company|developer|owner and manager|newcomers",
    EntityClass.ORGANIZATION: r"members?|founders?|shareholders?|presidents?|directors?|chair(?:man|woman)?|chief executive|CEO|parent|subsidiar(?:y|ies)|spokes\w+|rector|head|secretary"
    r"|plant|plants|factory|laborator(?:y|ies)|lab|site|parent company|member companies|managing director|director[- ]general",
}
_POSSESSIVE = {
    entity_class: re.compile(rf"\b([Ii]ts|[Tt]heir|whose)(?= (?:[\w-]+ ){{0,3}}?(?:{owned})\b)")
    for entity_class, owned in _OWNED.items()
}


#: A sentence that goes on about the thing that the one before began with.
_IT = re.compile(
    r"[\"“(]?\b(It|They)(?= (?:is|are|was|has|will|lies|stands|sits|belongs|also|opened|runs|operates|keeps|employs|rents|moved|now|already)\b)"
)
_THERE = re.compile(r"(?<![\w-])\b(there|here)(?= (?:since|in|from|last|this|for|as|too|by|until|under|on)\b|[,.;])")
_THINGS = frozenset({EntityClass.HUB, EntityClass.ORGANIZATION, EntityClass.FACILITY})
_SITES = frozenset({EntityClass.HUB})


def references(document: Document, entities: Sequence[Entity], named: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    """Named occurrences -> those and the definite descriptions that one of them explains, in the order of the text."""
    text = document.article.text
    taken = [o.span for o in named]
    found = [*_described(text, entities, named, taken), *_possessed(text, named), *_pronouns(document, named)]
    return tuple(sorted([*named, *found], key=outer_first))


def _pronouns(document: Document, named: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """'It is run by …', 'There …': what the sentence before began with, a place to be in for 'there' and 'here'."""
    text = document.article.text
    for earlier, sentence in pairwise(document.sentences):
        inside = [o for o in named if earlier.span.covers(o.span)]
        match = _IT.match(text, sentence.span.start, sentence.span.end)
        if match and inside and sentence.block == earlier.block and inside[0].entity.entity_class in _THINGS:
            yield Occurrence(Span(*match.span(1)), inside[0].entity)
        for there in _THERE.finditer(text, sentence.span.start, sentence.span.end):
            hubs = [o for o in named if o.span.end <= there.start() and there.start() - o.span.end < _REACH]
            hubs = [o for o in hubs if o.entity.entity_class in _SITES]
            if hubs:
                yield Occurrence(Span(*there.span(1)), hubs[-1].entity)


def _described(
    text: str, entities: Sequence[Entity], named: Sequence[Occurrence], taken: Sequence[Span]
) -> Iterator[Occurrence]:
    for match in _DESCRIPTION.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(t) or t.start == span.end + 1 for t in taken):
            continue  # part of a name, or the noun in front of one: 'the rail group Aoba Holdings'
        fitting = [e for e in entities if _fits(e, match[1].lower())]
        before = [o for o in named if o.span.end <= span.start and o.entity in fitting]
        if before:
            yield Occurrence(span, before[-1].entity)
        elif len(fitting) == 1:
            yield Occurrence(span, fitting[0])


def _possessed(text: str, named: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """'Its tenants' after a Hub, 'whose president' after an Organization: the last one named before, within two sentences."""
    for entity_class, pattern in _POSSESSIVE.items():
        fitting = [o for o in named if o.entity.entity_class is entity_class]
        for match in pattern.finditer(text):
            before = [o for o in fitting if o.span.end <= match.start() and match.start() - o.span.end < _REACH]
            if before:
                yield Occurrence(Span(*match.span()), before[-1].entity)


def _fits(entity: Entity, head: str) -> bool:
    entity_class, kinds = _HEADS[head]
    if entity.entity_class is not entity_class:
        return False
    noun = head.rsplit(maxsplit=1)[-1]
    named_so = any(noun in fold(form).split() for form in (entity.name, *entity.aliases))
    if entity_class is EntityClass.HUB:
        return True
    return named_so or entity.kind in kinds
