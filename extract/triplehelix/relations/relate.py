"""Document + entities -> relations: what grammar reads and what the trained reader sees, settled into one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from triplehelix.documents import Document
from triplehelix.facts import Entity, Relation
from triplehelix.links import Links
from triplehelix.relations.stated import stated
from triplehelix.vocabulary import EntityClass, OrganizationKind, PlaceKind, RelationType

#: From this probability on a relation is taken that the trained reader alone sees.
SEEN = 0.6
#: Below this one a relation is not believed that the wording alone states.
DOUBTED = 0.02
#: Kinds of places from small to large.
_SIZES: dict[str, int] = {PlaceKind.CITY: 0, PlaceKind.REGION: 1, PlaceKind.COUNTRY: 2}

_Key = tuple[RelationType, str, str]
#: Of two relations between one pair that exclude each other, the less likely goes.
_RIVALS = (
    (RelationType.MANAGES, RelationType.MEMBER_OF),
    (RelationType.MEMBER_OF, RelationType.LOCATED_IN),
    (RelationType.PART_OF, RelationType.LOCATED_IN),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that may hold.

    Attributes:
        by_grammar: whether the wording states it; else the trained reader alone sees it.
        score: its probability, 1 where the wording states it.
        objection: what speaks against it, None where it is kept.
        rival: the relation that it gives way to, where it is one that speaks against it.
    """

    relation: Relation
    by_grammar: bool
    score: float
    objection: str | None = None
    rival: Relation | None = None


def relate(document: Document, entities: Sequence[Entity], links: Links | None = None) -> tuple[Relation, ...]:
    """The binary relations of an article, each with the quote that states it.

    Args:
        document: the article.
        entities: what it names.
        links: what the trained reader sees between them; without it, grammar alone is asked.
    """
    return tuple(c.relation for c in candidates(document, entities, links) if c.objection is None)


def candidates(
    document: Document, entities: Sequence[Entity], links: Links | None = None, least: float = SEEN
) -> Iterator[Candidate]:
    """Every relation that the wording states or that the trained reader gives at least this probability."""
    found: dict[_Key, Candidate] = {}
    twins = _twins(entities)
    for relation in (_of_places(r, twins) for r in stated(document, entities)):
        found.setdefault(_key(relation), Candidate(relation, by_grammar=True, score=1.0))
    for link in links.relations(least) if links else ():
        if link.type:
            relation = _of_places(Relation(link.type, link.subject, link.object, link.evidence), twins)
            found.setdefault(_key(relation), Candidate(relation, by_grammar=False, score=link.score))
    by_id = {e.id: e for e in entities}
    possible = {key for key in found if _may_lie(key, by_id)}
    doubts = {key: doubt for key, c in found.items() if (doubt := _doubt(c, links))}
    weights = {key: c.score for key, c in found.items() if key in possible and key not in doubts}
    against = _objections(weights)
    for key, candidate in found.items():
        if key not in possible:
            yield replace(candidate, objection="no such place lies in the other")
        elif key in doubts:
            yield replace(candidate, objection=doubts[key])
        elif key in against:
            objection, rival = against[key]
            yield replace(candidate, objection=objection, rival=found[rival].relation)
        else:
            yield candidate


def _twins(entities: Sequence[Entity]) -> dict[str, str]:
    """The governments of an article that bear a place's name, each with that place (ids)."""
    places = {form: e.id for e in entities if e.entity_class is EntityClass.PLACE for form in (e.name, *e.aliases)}
    governments = [e for e in entities if e.kind == OrganizationKind.GOVERNMENT]
    return {e.id: places[form] for e in governments for form in (e.name, *e.aliases) if form in places}


def _of_places(relation: Relation, twins: Mapping[str, str]) -> Relation:
    """Where a prefecture lies, and what lies in it, is said of the place, not of the government of that name."""
    if relation.type is not RelationType.LOCATED_IN:
        return relation
    ends = twins.get(relation.subject, relation.subject), twins.get(relation.object, relation.object)
    return replace(relation, subject=ends[0], object=ends[1])


def _doubt(candidate: Candidate, links: Links | None) -> str | None:
    """Why the trained reader does not believe a candidate, None where it does or was not asked."""
    relation = candidate.relation
    if not candidate.by_grammar:
        return None if candidate.score >= SEEN else f"less likely than {SEEN:g}"
    if links is None or (relation.subject, relation.object) not in links.scores:
        return None
    believed = links.relation(relation.type, relation.subject, relation.object) >= DOUBTED
    return None if believed else "the reader sees no sign of it"


def _may_lie(key: _Key, by_id: Mapping[str, Entity]) -> bool:
    """Whether a place can lie in the other: a smaller kind in a larger one, and in one country where both are known."""
    kind, subject, object_ = key
    inner, outer = by_id[subject], by_id[object_]
    if kind is not RelationType.LOCATED_IN or {inner.entity_class, outer.entity_class} != {EntityClass.PLACE}:
        return True
    abroad = inner.country and outer.country and inner.country != outer.country
    sizes = _SIZES.get(inner.kind or "", 0), _SIZES.get(outer.kind or "", 2)
    return not abroad and (sizes[0] < sizes[1] or sizes == (1, 1))


def _key(relation: Relation) -> _Key:
    return relation.type, relation.subject, relation.object


def _objections(weights: Mapping[_Key, float]) -> dict[_Key, tuple[str, _Key]]:
    """Against the weaker of two that exclude each other, and against what follows by a step in between."""
    beaten = {key: rival for key in weights for rival in _rivals(key) if _beats(weights, rival, key)}
    located = [key for key in weights if key not in beaten and key[0] is RelationType.LOCATED_IN]
    ends = set(located)
    far = {
        (kind, s, o): (kind, s, middle)
        for kind, s, middle in located
        for _, m, o in located
        if m == middle and (kind, s, o) in ends and s != o != m
    }
    excluded = {key: ("excluded by a likelier one", rival) for key, rival in beaten.items()}
    return excluded | {key: ("follows from a step in between", step) for key, step in far.items()}


def _rivals(key: _Key) -> Iterator[_Key]:
    kind, subject, object_ = key
    yield kind, object_, subject
    for one, other in _RIVALS:
        if kind in {one, other}:
            yield other if kind is one else one, subject, object_


def _beats(weights: Mapping[_Key, float], rival: _Key, key: _Key) -> bool:
    return rival in weights and (weights[rival], rival) > (weights[key], key)
