"""Document + entities -> relations: what grammar reads and what the trained reader sees, settled into one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from triplehelix.documents import Document
from triplehelix.facts import Entity, Relation
from triplehelix.links import Links
from triplehelix.relations.stated import stated
from triplehelix.vocabulary import RelationType

#: From this probability on a relation is taken that the trained reader alone sees.
SEEN = 0.5

_Key = tuple[RelationType, str, str]
#: Of two relations between one pair that exclude each other, the less likely goes.
_RIVALS = (
    (RelationType.MANAGES, RelationType.MEMBER_OF),
    (RelationType.MEMBER_OF, RelationType.LOCATED_IN),
    (RelationType.PART_OF, RelationType.LOCATED_IN),
)


def relate(document: Document, entities: Sequence[Entity], links: Links | None = None) -> tuple[Relation, ...]:
    """The binary relations of an article, each with the quote that states it.

    Args:
        document: the article.
        entities: what it names.
        links: what the trained reader sees between them; without it, grammar alone is asked.
    """
    found: dict[_Key, Relation] = {}
    for relation in stated(document, entities):
        found.setdefault((relation.type, relation.subject, relation.object), relation)
    weights = dict.fromkeys(found, 1.0)
    for link in links.relations(SEEN) if links else ():
        if link.type and (key := (link.type, link.subject, link.object)) not in found:
            found[key], weights[key] = Relation(*key, link.evidence), link.score
    return tuple(found[key] for key in _settled(weights))


def _settled(weights: Mapping[_Key, float]) -> Iterable[_Key]:
    """Without the weaker of two that exclude each other, and without what follows by a step in between."""
    kept = {key for key in weights if not any(_beats(weights, rival, key) for rival in _rivals(key))}
    located = {(s, o) for kind, s, o in kept if kind is RelationType.LOCATED_IN}
    far = {(s, o) for s, middle in located for m, o in located if m == middle and (s, o) in located and s != o != m}
    return [key for key in weights if key in kept and not (key[0] is RelationType.LOCATED_IN and key[1:] in far)]


def _rivals(key: _Key) -> Iterable[_Key]:
    kind, subject, object_ = key
    yield kind, object_, subject
    for one, other in _RIVALS:
        if kind in {one, other}:
            yield other if kind is one else one, subject, object_


def _beats(weights: Mapping[_Key, float], rival: _Key, key: _Key) -> bool:
    return rival in weights and (weights[rival], rival) > (weights[key], key)
