"""Document + entities -> the relations that grammar reads, each with the sentence that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Entity, Relation, Span
from triplehelix.relations.grammar import IMPLIED, ROLE_ALONE, RULES, Implied
from triplehelix.relations.listed import listed
from triplehelix.relations.masking import SLOT, Masked, Occurrence, focus, mask, occurrences
from triplehelix.relations.reducing import reduced
from triplehelix.relations.references import references
from triplehelix.vocabulary import EntityClass, OrganizationKind, RelationType, may_relate

#: A clause that says so is no statement: denied, hypothetical, or over before it began.
_UNREAL = re.compile(
    r"(?:n['’]t|\b(?:not|never|no longer|denie[sd]|rumou?rs?|could|might|would have|had hoped|instead of|rather than|unlike|left|quit))\b"
)


#: How far back the organisation of a role may stand, in characters.
_REACH = 150
_WITH_MEMBERS = {OrganizationKind.CLUSTER_ORGANIZATION, OrganizationKind.ASSOCIATION}
#: Which kinds of organizations have somebody of such a title; no other kind has.
_TITLES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(r"\b(?i:mayor|governor|minister|councillor|commissioner|assessor)\b"),
        frozenset({OrganizationKind.GOVERNMENT, OrganizationKind.AGENCY}),
    ),
    (
        re.compile(r"\b(?i:rector|vice[- ]rector|dean|provost|professor|vice[- ]chancellor)\b"),
        frozenset({OrganizationKind.UNIVERSITY, OrganizationKind.RESEARCH_INSTITUTE, OrganizationKind.HOSPITAL}),
    ),
)
_INSIDE = {
    EntityClass.PLACE: RelationType.LOCATED_IN,
    EntityClass.HUB: RelationType.LOCATED_IN,
    EntityClass.FACILITY: RelationType.PART_OF,
}


def stated(document: Document, entities: Sequence[Entity]) -> Iterator[Relation]:
    """The relations that the wording states, the surest first; a pair may come more than once."""
    found = references(document, entities, occurrences(entities))
    whole = [
        mask(document.article.text, sentence.span, found)
        for sentence in document.sentences
        if document.blocks[sentence.block].role is not BlockRole.BOILERPLATE
    ]
    sentences = [form for sentence in whole for form in _forms(sentence)]
    yield from _nested(document, entities)
    placed = set()
    for relation in (r for sentence in sentences for r in _in(sentence)):
        if relation.type is RelationType.HOLDS_ROLE:
            placed.add(relation.subject)
        yield relation
    yield from _roles_alone(document, sentences, found, placed)
    hub = focus(found, lambda e: e.entity_class is EntityClass.HUB)
    body = focus(found, lambda e: e.kind in _WITH_MEMBERS)
    yield from _implied(sentences, hub, body)
    yield from listed(whole, hub, body)


def _forms(sentence: Masked) -> Iterator[Masked]:
    """A sentence as it stands and without what can be left out."""
    yield sentence
    short = reduced(sentence)
    if short.text != sentence.text:
        yield short


def _roles_alone(
    document: Document, sentences: Sequence[Masked], found: Sequence[Occurrence], placed: set[str]
) -> Iterator[Relation]:
    """'said chief executive N': the organisation is the one named last, within two sentences."""
    organizations = [o for o in found if o.entity.entity_class is EntityClass.ORGANIZATION]
    for masked in sentences:
        for match in ROLE_ALONE.finditer(masked.text):
            person = masked.entity(match["s"] or match["s2"])
            at = next(o.span.start for o in masked.occurrences if o.entity is person)
            fitting = [o for o in organizations if _may_have(o.entity, match.group())]
            before = [o for o in fitting if o.span.end <= at and at - o.span.end < _REACH]
            inside = [o for o in before if masked.span.covers(o.span)]
            before = inside or sorted(before, key=lambda o: len(o.entity.mentions))
            if person.id not in placed and before:
                placed.add(person.id)
                start = document.sentence_of(before[-1].span).start
                quote = document.quotable(Span(start, masked.span.end))
                yield Relation(RelationType.HOLDS_ROLE, person.id, before[-1].entity.id, quote)


def _may_have(organization: Entity, title: str) -> bool:
    """Whether an organization of this kind has somebody of this title: a mayor is of a city, a provost of a university."""
    for pattern, kinds in _TITLES:
        if pattern.search(title):
            return organization.kind in kinds
    return organization.kind != OrganizationKind.GOVERNMENT


def _implied(sentences: Sequence[Masked], hub: Entity | None, body: Entity | None) -> Iterator[Relation]:
    """'Another tenant, O1, …' in an article about a Hub; 'Admitted: O1 and O2' in one about a cluster body."""
    for sentence in sentences:
        for rule in IMPLIED:
            whole = hub if rule.letter == "H" else body
            if whole and not _names_hub(sentence, whole):
                yield from _implied_by(rule, whole, sentence)


def _implied_by(rule: Implied, whole: Entity, sentence: Masked) -> Iterator[Relation]:
    for match in rule.pattern.finditer(sentence.text):
        parts = [sentence.entity(slot) for slot in _slots(match["s"])]
        if not _UNREAL.search(SLOT.sub("", match.group())):
            yield from (Relation(rule.type, p.id, whole.id, sentence.span) for p in parts if p.id != whole.id)


def _names_hub(sentence: Masked, whole: Entity) -> bool:
    """Whether the sentence names a Hub itself, so that none is implied; a cluster body may stand among its members."""
    hubs = (o for o in sentence.occurrences if o.entity.entity_class is EntityClass.HUB)
    return whole.entity_class is EntityClass.HUB and any(hubs)


def _nested(document: Document, entities: Sequence[Entity]) -> Iterator[Relation]:
    """A facility whose own noun phrase ends in a place or a hub is there: 'a sales office in Oulu'."""
    facilities = [(f, span) for f in entities if f.entity_class is EntityClass.FACILITY for span in f.mentions]
    for other in entities:
        for inner in other.mentions:
            for facility, span in facilities:
                kind = _INSIDE.get(other.entity_class)
                if kind and facility is not other and span.covers(inner) and span.end == inner.end:
                    yield Relation(kind, facility.id, other.id, document.sentence_of(span))


def _in(sentence: Masked) -> Iterator[Relation]:
    for rule in RULES:
        for match in rule.pattern.finditer(sentence.text):
            if rule.type is not RelationType.HOLDS_ROLE and _UNREAL.search(SLOT.sub("", match.group())):
                continue
            for subject, object_ in _ends(match):
                if subject != object_:
                    yield from _relation(rule.type, subject, object_, sentence)


def _ends(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The pairs of slots that a match names; a list on one side gives a pair for each of its members."""
    for subject in _slots(match["s"]):
        for object_ in _slots(match["o"]):
            yield subject, object_


def _slots(group: str | None) -> list[str]:
    if group is None:
        return []
    return ["".join(m) for m in SLOT.findall(group)] if "⟦" in group else [group]


def _relation(kind: RelationType, subject: str, object_: str, sentence: Masked) -> Iterator[Relation]:
    ends = sentence.entity(subject), sentence.entity(object_)
    if kind is RelationType.PART_OF and ends[1].kind in _WITH_MEMBERS and ends[0].kind not in _WITH_MEMBERS:
        kind = RelationType.MEMBER_OF  # what belongs to an association is its member
    if may_relate(kind, ends[0].entity_class, ends[1].entity_class) and ends[0].id != ends[1].id:
        yield Relation(kind, ends[0].id, ends[1].id, sentence.span)
