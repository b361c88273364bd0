"""answers/plots/: what an answer is read as before it is drawn, and which drawing suits it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_answers import agreement, answer, kind, number, thing
from triplehelix.answers import Answer, Spot
from triplehelix.answers.plots import bars, network, timeline, worldmap
from triplehelix.answers.plots.spreading import separated
from triplehelix.answers.plots.views import View, choose
from triplehelix.errors import QueryError
from triplehelix.places.capitals import capital_of, country_name, inhabited
from triplehelix.questions import all_questions

A, B, C = thing("A"), thing("B"), thing("C")

# -- the view


@pytest.mark.parametrize(
    ("made", "view"),
    [
        (answer("hub partners", (A, number(3))), View.BARS),
        (answer("partner with date", (A, B, "2025")), View.NETWORK),
        (answer("date thing", ("2025-10", A)), View.TIMELINE),
        (answer("thing country", (A, "JP")), View.MAP),
        (answer("partner with date", (A, B, "2025"), view="timeline"), View.TIMELINE),
        (answer("thing note date", (A, "x", "")), None),
    ],
)
def test_the_columns_suggest_the_view_where_the_question_names_none(made: Answer, view: View | None) -> None:
    if view is None:
        with pytest.raises(QueryError, match="no column can be drawn"):
            choose(made)
    else:
        assert choose(made) is view
        assert choose(made, "map") is View.MAP


def test_every_view_that_a_question_names_is_known() -> None:
    assert {question.view for question in all_questions()} - {None} == set(View)


def test_what_cannot_be_drawn_is_said() -> None:
    with pytest.raises(QueryError, match="there is no view 'pie'; choose network, map, timeline, bars"):
        choose(answer("a", (A,)), "pie")
    with pytest.raises(QueryError, match="foreign: there are no rows to draw; nothing is known"):
        choose(Answer(("a",), (), asked="foreign", reason="nothing is known"))
    for read, message in (
        (network.read, "a network needs two columns"),
        (timeline.read, "a timeline needs a column with dates"),
        (bars.read, "bars need a column with numbers"),
        (worldmap.read, "a map needs things or countries"),
    ):
        with pytest.raises(QueryError, match=message):
            read(answer("a note", (A, "x")))


# -- networks


def test_a_row_is_a_way_through_its_things() -> None:
    made = network.read(answer("partner country with kind status", (A, "JP", B, kind("mou"), kind("ended"))))
    assert [(node.name, node.role) for node in made.nodes] == [("a", "partner"), ("b", "with")]
    assert made.edges == (network.Edge(A.value, B.value, "mou", "ended"),)
    assert not made.is_layered


def test_who_stands_between_two_is_drawn_between_them() -> None:
    made = network.read(answer("candidate with through", (C, A, B)))
    assert [(edge.start, edge.end) for edge in made.edges] == [(A.value, B.value), (B.value, C.value)]
    assert made.is_layered
    assert {node.name: node.layer for node in made.nodes} == {"a": 0, "b": 1, "c": 2}


def test_an_empty_cell_is_left_out_of_the_way() -> None:
    made = network.read(answer("start first end", (A, None, C), (A, B, C)))
    assert {(edge.start, edge.end) for edge in made.edges} == {
        (A.value, C.value),
        (A.value, B.value),
        (B.value, C.value),
    }


def test_an_agreement_needs_no_name_beside_its_members() -> None:
    deal = agreement("a", "b")
    rows = ((deal, A, kind("university")), (deal, B, kind("company")))
    made = network.read(answer("consortium member kind", *rows, labels={deal.value: "A + B (mou)"}))
    assert {node.name: node.kind for node in made.nodes} == {"": "", "a": "university", "b": "company"}
    alone = network.read(answer("topic agreement", ("sea", deal), labels={deal.value: "A + B (mou)"}))
    assert [node.name for node in alone.nodes] == ["sea", "A + B"]


def test_a_thing_in_two_columns_is_one_node() -> None:
    made = network.read(answer("government partner", (A, B), (C, A)))
    assert {node.name: node.role for node in made.nodes} == {"a": "government", "b": "partner", "c": "government"}


def test_of_too_many_things_whole_parts_are_kept() -> None:
    pairs = [(thing(f"x{n}"), thing(f"y{n}")) for n in range(50)]
    star = [(A, thing(f"z{n}")) for n in range(20)]
    made = network.read(answer("investor target", *pairs, *star))
    assert len(made.nodes) + made.left_out == 121
    assert len(made.nodes) <= 60
    assert {node.key for node in made.nodes} == {key for edge in made.edges for key in (edge.start, edge.end)}
    assert sum(edge.start == A.value for edge in made.edges) == 20


boxes = st.lists(st.tuples(*[st.floats(0, 3)] * 2, *[st.floats(0.1, 2)] * 2), min_size=1, max_size=25)


@given(boxes)
def test_no_two_names_overlap_wherever_they_began(made: list[tuple[float, float, float, float]]) -> None:
    points, sizes = np.array([box[:2] for box in made]), np.array([box[2:] for box in made])
    moved = separated(points, sizes, 0.05)
    for one in range(len(made)):
        for other in range(one):
            apart = np.abs(moved[one] - moved[other])
            assert (apart >= (sizes[one] + sizes[other]) / 2 - 1e-3).any()


# -- timelines


def test_events_stand_in_the_order_of_time_each_once_and_those_without_a_date_last() -> None:
    deal, other = agreement("a", "b"), agreement("b", "c")
    rows = (
        ("", "nothing", other, A, kind("active")),
        ("2025-10", "agreement", deal, A, kind("signed")),
        ("2025-10", "agreement", deal, B, kind("signed")),
        ("2019", "article", other, B, kind("active")),
    )
    made = timeline.read(answer("date dated_by agreement with status", *rows))
    told = [(event.said, event.group, event.is_firm) for event in made.events]
    assert told == [("2019", "active", False), ("2025-10", "signed", True), ("", "active", False)]


def test_an_event_may_have_an_end() -> None:
    made = timeline.read(answer("since agreement until", ("2020", agreement("a"), "2024-05")))
    assert [(event.said, event.until) for event in made.events] == [("2020", "2024-05")]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_date_is_as_wide_as_it_is_vague(said: str, first: str, last: str) -> None:
    assert tuple(map(str, timeline.span_of(said))) == (first, last)


# -- bars


def test_sums_of_different_currencies_stand_apart() -> None:
    rows = (
        ("EUR", number(5e6), agreement("a")),
        ("USD", number(7), agreement("b")),
        ("EUR", number(2), agreement("c")),
    )
    made = bars.read(answer("currency amount agreement", *rows))
    assert [(unit, [bar.values for bar in panel]) for unit, panel in made.panels] == [
        ("EUR", [(5e6,), (2,)]),
        ("USD", [(7,)]),
    ]
    assert made.series == ("amount",)


def test_countries_are_named_and_rows_beyond_the_page_are_counted() -> None:
    made = bars.read(answer("country partners", *[("JP", number(n)) for n in range(40)]))
    assert made.panels[0][1][0].name == "Japan"
    assert (len(made.panels[0][1]), made.left_out) == (30, 10)


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (1234, "1,234"), (2.5, "2.5"), (380e6, "380 million"), (1.1e9, "1.1 billion")]
)
def test_a_number_is_told_as_a_person_reads_it(value: float, words: str) -> None:
    assert bars.told(value) == words


# -- maps


def test_things_stand_at_their_coordinates_or_at_the_capital_of_their_country() -> None:
    spots = {A.value: Spot("JP", 34.7, 135.5), B.value: Spot("NO")}
    made = worldmap.read(answer("cluster country with", (B, "NO", A), spots=spots))
    norway, japan = made.marks
    assert (norway.country, norway.names, norway.is_exact) == ("Norway", ("b",), False)
    assert norway.position == capital_of("NO")
    assert (japan.position, japan.country, japan.role, japan.is_exact) == ((34.7, 135.5), "Japan", "with", True)
    assert made.lines == ((norway.position, japan.position),)


def test_without_coordinates_the_countries_of_the_rows_count() -> None:
    rows = ((A, "IT", B, "JP"), (C, "IT", None, None), (thing("D"), None, None, None))
    made = worldmap.read(answer("facility country operator operator_country", *rows))
    assert [(mark.country, mark.names) for mark in made.marks] == [("Italy", ("a", "c")), ("Japan", ("b",))]
    assert (len(made.lines), made.nowhere) == (1, 1)


def test_countries_alone_can_be_drawn() -> None:
    assert [mark.country for mark in worldmap.read(answer("country", ("FR",), ("XX",), ("FR",))).marks] == ["France"]


def test_the_gazetteer_knows_capitals_and_where_people_live() -> None:
    assert capital_of("JP") == pytest.approx((35.69, 139.69), abs=0.01)
    assert capital_of("CW") is not None
    assert (capital_of("XX"), country_name("XX"), country_name("JP")) == (None, "XX", "Japan")
    cells = set(inhabited(1.5))
    assert 4000 < len(cells) < 7000
    assert (34.5 + 0.75, 138 + 0.75) in cells
    assert not any(-50 < lat < -40 and 90 < long < 110 for lat, long in cells)  # the Indian Ocean
