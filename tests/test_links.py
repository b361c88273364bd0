"""Entities + the encoder's states -> links, and how they join the grammar."""

from __future__ import annotations

from tests.markup import entities_of
from triplehelix.documents import Document
from triplehelix.facts import Entity
from triplehelix.links import Links
from triplehelix.mentions.scoring import Evidence, PairScore
from triplehelix.relations import relate
from triplehelix.relations.relate import SEEN
from triplehelix.vocabulary import RelationType

MARKED = "[O Rav AS] grew beside [O Tind ASA]. [H Havn Park] is in [L Bergen], and Bergen is in [L Norway]."


def links(document: Document, scores: dict[tuple[Entity, Entity], tuple[RelationType, float]]) -> Links:
    found = {}
    for (subject, object_), (kind, score) in scores.items():
        evidence = Evidence(subject.mentions[0], object_.mentions[0])
        found[subject.id, object_.id] = PairScore({kind: score}, 0.0, {}, {}, {kind: evidence, None: evidence})
    return Links(found, document, {e.id: e.entity_class for pair in scores for e in pair})


def related(
    kind: RelationType, score: float, names: tuple[str, str] = ("Rav AS", "Tind ASA")
) -> set[tuple[str, str, str]]:
    document, entities = entities_of(MARKED)
    named = {e.name: e for e in entities}
    seen = links(document, {(named[names[0]], named[names[1]]): (kind, score)})
    by_id = {e.id: e.name for e in entities}
    return {(r.type.value, by_id[r.subject], by_id[r.object]) for r in relate(document, entities, seen)}


def test_a_link_that_the_reader_is_sure_of_is_taken() -> None:
    assert ("partOf", "Rav AS", "Tind ASA") in related(RelationType.PART_OF, SEEN)


def test_a_link_below_the_line_is_not() -> None:
    assert ("partOf", "Rav AS", "Tind ASA") not in related(RelationType.PART_OF, SEEN - 0.01)


def test_where_something_is_is_told_one_step_at_a_time() -> None:
    document, entities = entities_of("[H Havn Park] is in [L Bergen], [L Norway].")
    named = {e.name: e for e in entities}
    seen = links(document, {(named["Havn Park"], named["Norway"]): (RelationType.LOCATED_IN, 0.9)})
    found = {(r.subject, r.object) for r in relate(document, entities, seen)}
    assert (named["Havn Park"].id, named["Norway"].id) not in found
    assert (named["Havn Park"].id, named["Bergen"].id) in found


def test_of_two_that_exclude_each_other_the_likelier_stays() -> None:
    document, entities = entities_of("[O Rav AS] and [H Havn Park] grew.")
    named = {e.name: e for e in entities}
    rav, park = named["Rav AS"], named["Havn Park"]
    evidence = Evidence(rav.mentions[0], park.mentions[0])
    both = {RelationType.MANAGES: 0.9, RelationType.MEMBER_OF: 0.7}
    score = PairScore(both, 0.0, {}, {}, dict.fromkeys([*both, None], evidence))
    found = relate(
        document,
        entities,
        Links({(rav.id, park.id): score}, document, {rav.id: rav.entity_class, park.id: park.entity_class}),
    )
    assert [r.type for r in found] == [RelationType.MANAGES]


def test_the_quote_runs_from_one_mention_to_the_other() -> None:
    document, entities = entities_of("It rained. [O Rav AS] grew. So did [O Tind ASA]. Then it stopped.")
    rav, tind = entities
    seen = links(document, {(rav, tind): (RelationType.PART_OF, 0.9)})
    (relation,) = relate(document, entities, seen)
    assert relation.evidence.of(document.article.text) == "Rav AS grew. So did Tind ASA."
