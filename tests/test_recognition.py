"""Document -> mentions: what may be a name, and how registered names join what the reader finds."""

from __future__ import annotations

import pytest

from tests.markup import read
from triplehelix.mentions import Reading
from triplehelix.recognition import recognize
from triplehelix.recognition.plausibility import plausible


def kept(marked: str) -> list[tuple[str, str]]:
    document, mentions = read(marked)
    return [(m.entity_class.value, m.text) for m in plausible(mentions, document)]


@pytest.mark.parametrize(
    "marked",
    [
        "We met [O Norvik Cells] in [L Oulu].",
        "The [F 7,000 m2 plant] of [O Norvik Cells] is new.",
        "Yesterday [O Itä-Savon tutkimuslaitos] opened.",
        "[N Ayla Storm] spoke for the [H Havn Park].",
    ],
)
def test_names_and_described_facilities_are_kept(marked: str) -> None:
    assert len(kept(marked)) == marked.count("[")


@pytest.mark.parametrize(
    "marked",
    [
        "The [O company] grew.",
        "It uses [O AI] and [O R&D] and signs [O MOUs].",
        "[O Automation] offers advantages, and automation is cheap.",
        "They speak of [F cell therapy] often.",
        "A [L Swedish] firm came.",
        "The [O T] was lost.",
        "It was shown at the [O Norvik Cell Therapy Conference 2025] in May.",
        "The [O Norvik Digital Programme] pays.",
        "Rav, a Bergen-based [O Design and Manufacturing Organization] engaged in metal, grew.",
    ],
)
def test_plain_words_abbreviations_and_events_are_dropped(marked: str) -> None:
    assert kept(marked) == []


def test_a_heading_in_title_case_proves_no_name() -> None:
    marked = (
        "[O Cost Reduction] and Speed for Everybody\n\nThe reduction of cost is a goal. It is cost that matters here."
    )
    assert kept(marked) == []


def test_a_preposition_at_the_edge_is_cut_off() -> None:
    assert kept("She leads the [O Office of Norvik Research at] home.") == [
        ("Organization", "Office of Norvik Research")
    ]


def test_a_heading_of_two_names_is_cut_in_two() -> None:
    assert kept("We saw [O Rav Prefecture & City × Tind Sweden] there.") == [
        ("Organization", "Rav Prefecture"),
        ("Organization", "Tind Sweden"),
    ]


def test_countries_are_places_and_pavilions_are_buildings() -> None:
    assert kept("From [O Italy] to the [H Norvik Pavilion] is far.") == [
        ("Place", "Italy"),
        ("Facility", "Norvik Pavilion"),
    ]


def recognized(marked: str) -> list[str]:
    document, mentions = read(marked)
    return [m.text for m in recognize(document, Reading(mentions, ())).mentions]


def test_a_registered_name_is_found_though_the_reader_missed_it() -> None:
    assert recognized("A visit to Business Sweden in May.") == ["Business Sweden"]


def test_a_registered_name_wins_over_a_piece_of_it() -> None:
    assert recognized("A visit to Business [O Sweden] in May.") == ["Business Sweden"]


def test_a_longer_name_wins_over_the_registered_one_in_it() -> None:
    assert recognized("The [O Kyoto University Storm Foundation] paid.") == ["Kyoto University Storm Foundation"]


def test_an_administration_is_found_by_its_wording() -> None:
    assert recognized("We went to Kanagawa Prefecture in May.") == ["Kanagawa Prefecture"]


def test_a_name_taken_for_two_is_one_again() -> None:
    marked = "Dr [N K]. [N Holmqvist-Rav] of [L San] [L Carlos] met [N Ayla] [N Storm] in [L Graz], [L Austria]."
    names = [name for _, name in kept(marked)]
    assert names == ["K. Holmqvist-Rav", "San Carlos", "Ayla Storm", "Graz", "Austria"]
