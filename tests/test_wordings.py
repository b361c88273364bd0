"""The wordings of relations, each on a sentence of its own."""

from __future__ import annotations

import pytest

from tests.test_relations import stated


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[F Kiln Seven] was built on the edge of [H Havn Park].", ("locatedIn", "Kiln Seven", "Havn Park")),
        ("[H Havn Park], with its [F kiln hall], is full.", ("locatedIn", "kiln hall", "Havn Park")),
        ("[H Havn Park] covers twelve blocks in the heart of [L Bergen].", ("locatedIn", "Havn Park", "Bergen")),
        ("[O Rav AS], a [L Bergen] maker of lamps, grew.", ("locatedIn", "Rav AS", "Bergen")),
        ("[O Rav AS], out of [L Bergen], grew.", ("locatedIn", "Rav AS", "Bergen")),
        ("[L Bergen], [L Norway] – A lamp went on.", ("locatedIn", "Bergen", "Norway")),
        ("[N Ayla Storm], Head of Lamps, Fish and Trade at [O Rav AS], spoke.", ("holdsRole", "Ayla Storm", "Rav AS")),
        ("[O Rav AS]'s director for lamps and trade, Dr [N Ayla Storm], spoke.", ("holdsRole", "Ayla Storm", "Rav AS")),
        ("[N Bo Lind], who represents [O Rav AS], agreed.", ("holdsRole", "Bo Lind", "Rav AS")),
        ("[N Ayla Storm] joined [O Rav AS] in May.", ("holdsRole", "Ayla Storm", "Rav AS")),
        ("[H Havn Park], a campus, is owned and run by the foundation [O Tind].", ("manages", "Tind", "Havn Park")),
        ("[H Havn Park], which [O Tind] has been running since May, is full.", ("manages", "Tind", "Havn Park")),
        ("[H Havn Park], under the management of [O Tind], is full.", ("manages", "Tind", "Havn Park")),
        ("The landlord of [H Havn Park] is [O Tind].", ("manages", "Tind", "Havn Park")),
        ("[O Rav AS] keeps a small [F test bed] there.", ("operates", "Rav AS", "test bed")),
        ("[F test bed] of the lamp maker [O Rav AS] burnt.", ("operates", "Rav AS", "test bed")),
        ("[O Rav AS], with its [F test bed], grew.", ("operates", "Rav AS", "test bed")),
        ("[F Kiln Seven], which the foundation [O Tind] set up, is hot.", ("operates", "Tind", "Kiln Seven")),
        ("[O Rav AS] moved last week from the port to [H Havn Park].", ("memberOf", "Rav AS", "Havn Park")),
        ("[H Havn Park] houses the lamp maker [O Rav AS].", ("memberOf", "Rav AS", "Havn Park")),
        ("[O Rav AS], which belongs to the alliance [O:association Nordlys], grew.", ("memberOf", "Rav AS", "Nordlys")),
        ("[O Rav AS], a division of [L Oslo]'s [O Tind ASA], grew.", ("partOf", "Rav AS", "Tind ASA")),
        ("[O Rav AS], of which [O Tind ASA] holds 100 per cent, grew.", ("partOf", "Rav AS", "Tind ASA")),
        ("[O Tind Capital] will put 4 million euros into the [F kiln hall].", ("invests", "Tind Capital", "kiln hall")),
        ("[O Rav AS] – $4 million, lamps, led by [O Tind Capital].", ("invests", "Tind Capital", "Rav AS")),
        ("[O Tind Capital] bought 30% of [O Rav AS].", ("invests", "Tind Capital", "Rav AS")),
    ],
)  # fmt: skip
def test_a_wording_states_a_relation(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(marked)


@pytest.mark.parametrize(
    ("marked", "unexpected"),
    [
        ("The unit of [O Tind ASA] opened a [F bottling hall].", ("operates", "Tind ASA", "bottling hall")),
        ("With money from [O Tind ASA] they built a [F bottling hall].", ("operates", "Tind ASA", "bottling hall")),
        ("[O Rav AS], in which [O Tind ASA] owns a third, runs [H Havn Park].", ("manages", "Tind ASA", "Havn Park")),
    ],
)
def test_a_name_inside_the_phrase_of_another_does_nothing(marked: str, unexpected: tuple[str, str, str]) -> None:
    assert unexpected not in stated(marked)


def test_what_stands_between_does_not_hide_a_statement() -> None:
    found = stated("[O Rav AS], a maker of lamps from [L Oslo], runs [H Havn Park].")
    assert ("manages", "Rav AS", "Havn Park") in found


def test_a_list_goes_on_past_the_towns_in_it() -> None:
    found = stated("The tenants of [H Havn Park] include [L Oslo]'s [O Rav AS] and [O Tind ASA].")
    assert {("memberOf", "Rav AS", "Havn Park"), ("memberOf", "Tind ASA", "Havn Park")} <= found


def test_it_is_what_the_sentence_before_began_with() -> None:
    found = stated("[H Havn Park] lies near [L Bergen]. It is run by [O Tind].")
    assert ("manages", "Tind", "Havn Park") in found


def test_there_is_the_hub_named_last() -> None:
    found = stated("[H Havn Park] is full. A [F kiln hall] opened there in May.")
    assert ("locatedIn", "kiln hall", "Havn Park") in found


def test_a_title_belongs_to_the_body_that_has_it() -> None:
    found = stated("[O:government Bergen council] met [O:company Rav AS]. Mayor [N Ayla Storm] spoke.")
    assert found == {("holdsRole", "Ayla Storm", "Bergen council")}


def test_the_lines_under_a_heading_are_tenants() -> None:
    found = stated(
        "[H Havn Park].\n\nWho is in\n\n→ the firm [O Rav AS]\n\n→ [O Tind ASA]\n\nGoodbye.\n\n[O Kobolt] grew."
    )
    assert found == {("memberOf", "Rav AS", "Havn Park"), ("memberOf", "Tind ASA", "Havn Park")}
