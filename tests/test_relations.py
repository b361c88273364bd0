"""Document + entities -> relations."""

from __future__ import annotations

import pytest

from tests.markup import entities_of
from triplehelix.facts import Relation
from triplehelix.relations import relate
from triplehelix.vocabulary import SIGNATURES


def stated(marked: str) -> set[tuple[str, str, str]]:
    document, entities = entities_of(marked)
    names = {e.id: e.name for e in entities}
    return {(r.type.value, names[r.subject], names[r.object]) for r in relate(document, entities)}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[O Vestby Plasma AS] of [L Bergen] has grown.", ("locatedIn", "Vestby Plasma AS", "Bergen")),
        ("The grant went to [O Vestby Plasma AS] ([L Bergen]).", ("locatedIn", "Vestby Plasma AS", "Bergen")),
        ("[L Bergen]-based [O Vestby Plasma AS] has grown.", ("locatedIn", "Vestby Plasma AS", "Bergen")),
        ("They live in [L Bergen], [L Norway].", ("locatedIn", "Bergen", "Norway")),
        ("[H Havn Park], in [L Bergen], is full.", ("locatedIn", "Havn Park", "Bergen")),
        ("[F Kiln Seven] stands in [H Havn Park].", ("locatedIn", "Kiln Seven", "Havn Park")),
        ("They closed a [F sales office in Oulu].", ("locatedIn", "sales office in Oulu", "Oulu")),
        ("[N Ayla Storm], president of [O Vestby Plasma AS], spoke.", ("holdsRole", "Ayla Storm", "Vestby Plasma AS")),
        ("[O Vestby Plasma AS]'s founder, [N Ayla Storm], spoke.", ("holdsRole", "Ayla Storm", "Vestby Plasma AS")),
        ("[O Vestby Plasma AS] grew, says its boss, [N Ayla Storm].", ("holdsRole", "Ayla Storm", "Vestby Plasma AS")),
        ("[N Ayla Storm] ([O Vestby Plasma AS]) was present.", ("holdsRole", "Ayla Storm", "Vestby Plasma AS")),
        ("[H Havn Park] is run by [O Havn Drift AS].", ("manages", "Havn Drift AS", "Havn Park")),
        ("[H Havn Park] is full. The park's operator, [O Rav AS], left.", ("manages", "Rav AS", "Havn Park")),
        ("[O Havn Drift AS], which runs [H Havn Park], is glad.", ("manages", "Havn Drift AS", "Havn Park")),
        ("[O Vestby Plasma AS] will build a [F bottling hall].", ("operates", "Vestby Plasma AS", "bottling hall")),
        ("[F Kiln Seven], run by [O Vestby Plasma AS], is hot.", ("operates", "Vestby Plasma AS", "Kiln Seven")),
        ("[O Rav AS], a tenant of [H Havn Park], grew.", ("memberOf", "Rav AS", "Havn Park")),
        ("[O Rav AS] is a wholly owned subsidiary of [O Tind ASA].", ("partOf", "Rav AS", "Tind ASA")),
        ("[O Tind Capital] invested 3 million euros in [O Rav AS].", ("invests", "Tind Capital", "Rav AS")),
        ("[O Rav AS] has raised $4 million from [O Tind Capital].", ("invests", "Tind Capital", "Rav AS")),
    ],
)  # fmt: skip
def test_the_grammar_reads(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(marked)


def test_a_list_gives_one_relation_for_each_of_its_members() -> None:
    found = stated("The tenants of [H Havn Park] include [O Rav AS], [O Tind ASA] and the start-up [O Kobolt].")
    assert found == {("memberOf", name, "Havn Park") for name in ("Rav AS", "Tind ASA", "Kobolt")}


def test_a_definite_description_stands_for_what_was_named_before() -> None:
    found = stated("[H Havn Park] lies in [L Bergen]. [O Rav AS] manages the park.")
    assert ("manages", "Rav AS", "Havn Park") in found


def test_the_noun_in_front_of_a_name_stands_for_nothing_else() -> None:
    found = stated("[O Rav AS] grew. The rail group [O Tind ASA] manages [H Havn Park].")
    assert found == {("manages", "Tind ASA", "Havn Park")}


@pytest.mark.parametrize(
    "marked",
    [
        "[O Rav AS] could build a [F bottling hall].",
        "[O Rav AS] is not a tenant of [H Havn Park].",
        "[O Rav AS] and [O Tind ASA] were both present.",
        "[N Ayla Storm] met [N Bo Lind] in [L Bergen].",
    ],
)
def test_nothing_is_read_where_nothing_is_stated(marked: str) -> None:
    assert stated(marked) == set()


def test_the_evidence_is_the_sentence() -> None:
    document, entities = entities_of("It rained. [H Havn Park] is run by [O Rav AS]. Then it stopped.")
    (relation,) = relate(document, entities)
    assert relation.evidence.of(document.article.text) == "Havn Park is run by Rav AS."


def test_every_relation_keeps_its_signature() -> None:
    marked = "[N Ayla Storm] of [O Rav AS], [L Bergen], runs [F Kiln Seven] at [H Havn Park] in [L Norway]."
    document, entities = entities_of(marked)
    classes = {e.id: e.entity_class for e in entities}
    found: tuple[Relation, ...] = relate(document, entities)
    assert found
    for relation in found:
        subjects, objects = SIGNATURES[relation.type]
        assert classes[relation.subject] in subjects
        assert classes[relation.object] in objects
