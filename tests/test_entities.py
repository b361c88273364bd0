"""Mentions -> entities."""

from __future__ import annotations

import pytest

from tests.markup import entities_of
from triplehelix.entities.names import abbreviates, core, fold, is_acronym, shortens
from triplehelix.facts import Entity


def groups(marked: str) -> list[set[str]]:
    return [{e.name, *e.aliases} for e in entities_of(marked)[1]]


def only(marked: str) -> Entity:
    (entity,) = entities_of(marked)[1]
    return entity


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Québec Bio-Park’s", "quebec bio park"),
        ("Alder & Birch S.p.A.", "alder and birch spa"),
        ("ŌTORI Pharma", "otori pharma"),
    ],
)
def test_fold_takes_case_accents_and_punctuation_away(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "name", ["Norvik Cells AS", "Norvik Cells, Inc.", "Norvik Cells GmbH & Co. KG", "NORVIK CELLS"]
)
def test_core_drops_the_legal_form(name: str) -> None:
    assert core(name) == "norvik cells"


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("NHF", "Norvik Hydrogen Forum", True),
        ("TITR", "Torvald Institute for Tissue Repair", True),
        ("NHF", "Norvik Marine Forum", False),
        ("Norvik", "Norvik Hydrogen Forum", False),
    ],
)
def test_an_acronym_is_told_by_its_initials(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long) is expected


def test_an_acronym_is_short_and_mostly_capitals() -> None:
    assert is_acronym("KRDB")
    assert not is_acronym("Kallang")
    assert not is_acronym("K")


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Norvik", "Norvik Cells AS", True),
        ("Sandvær University", "Sandvær University Hospital", False),
        ("University", "Sandvær University", False),
        ("Cells Norvik", "Norvik Cells AS", False),
    ],
)
def test_a_short_form_leaves_no_other_body_behind(short: str, long: str, expected: bool) -> None:
    assert shortens(short, long) is expected


def test_a_name_its_acronym_and_its_short_form_are_one_entity() -> None:
    found = groups("[O Norvik Hydrogen Forum] ([O NHF]) grew. [O NHF] is new. The [O Norvik Forum AS] is not.")
    assert found[0] == {"Norvik Hydrogen Forum", "NHF"}


def test_a_double_name_is_one_entity() -> None:
    assert groups("A visit to [O Parco Bio Alba] / [O AlbaMed Cluster] today.") == [
        {"Parco Bio Alba", "AlbaMed Cluster"}
    ]


def test_two_bodies_listed_side_by_side_stay_two() -> None:
    marked = (
        "[O:company Norvik Seeds] / [O:company Tarn Mills]: licence, 2021. [O:company Norvik Seeds] grows. "
        "[O:company Tarn Mills] grinds."
    )
    assert {"Norvik Seeds"} in groups(marked)


def test_the_first_of_a_list_in_brackets_is_no_other_name() -> None:
    marked = "[O:company Kia Tarn] ([O:company Norvik Seeds], [O:company Alder Works])"
    assert {"Kia Tarn"} in groups(marked)


def test_a_university_and_its_hospital_stay_two() -> None:
    assert len(groups("[O Sandvær University] and [O Sandvær University Hospital] share a canteen.")) == 2


def test_a_parent_and_its_arm_stay_two_when_each_is_named_in_full() -> None:
    found = groups("[O Celda, Inc.] sent its arm [O Celda Japan K.K.] abroad, said [O Celda].")
    assert found == [{"Celda, Inc.", "Celda"}, {"Celda Japan K.K."}]


def test_a_person_is_found_again_by_title_and_family_name() -> None:
    assert groups("[N Dr Ayla Storm] spoke. [N Storm] left, and so did [N Bo Lind].") == [
        {"Dr Ayla Storm", "Storm"},
        {"Bo Lind"},
    ]


def test_two_persons_of_one_family_name_stay_two() -> None:
    assert len(groups("[N Ayla Storm] met [N Ivar Storm]. [N Storm] smiled.")) == 3


def test_the_fullest_form_is_the_name() -> None:
    entity = only("[O Norvik] opened. [O Norvik Cells AS] is growing.")
    assert (entity.name, entity.aliases) == ("Norvik Cells AS", ("Norvik",))


def test_every_mention_keeps_its_offsets() -> None:
    document, (entity,) = entities_of("[O Norvik] opened. [O Norvik] grew.")
    assert [span.of(document.article.text) for span in entity.mentions] == ["Norvik", "Norvik"]


def test_a_form_with_two_classes_takes_the_one_that_scores_more() -> None:
    assert len(entities_of("[H Alba Park] and [H Alba Park] and [O Alba Park].")[1]) == 1


def test_a_place_has_its_country() -> None:
    assert only("A day in [L Kyoto].").country == "JP"


def test_a_capitalised_head_noun_calls_the_only_body_it_fits() -> None:
    assert groups("The [O Norvik Science Board] met. The [O Board] agreed.") == [{"Norvik Science Board", "Board"}]
