"""dates: text -> the dates in it. All sentences are invented."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplehelix.dates import DateMention, find_dates

WEDNESDAY = date(2025, 11, 12)


def values(text: str, published: date | None = WEDNESDAY, *, future: bool = False) -> list[str]:
    return [mention.value for mention in find_dates(text, published, future=future)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The deed was signed on 12 May 2024 in Brack.", "2024-05-12"),
        ("The deed was signed on May 12, 2024, in Brack.", "2024-05-12"),
        ("Brack, May 12th, 2024 –", "2024-05-12"),
        ("on Tuesday, 14 May 2024, the", "2024-05-14"),
        ("on the 5th of May 2021", "2021-05-05"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("16 DEC 2025", "2025-12-16"),
        ("12-May-2024", "2024-05-12"),
        ("a fair from 12 to 14 May 2024", "2024-05-12"),
        ("May 12–14, 2024", "2024-05-12"),
        ("(2024-05-12)", "2024-05-12"),
        ("as of 2024/05/12", "2024-05-12"),
        ("12/05/2024", "2024-05-12"),
        ("12.05.2024.", "2024-05-12"),
        ("05/25/2024", "2024-05-25"),
        ("in October 2025", "2025-10"),
        ("since early October 2025", "2025-10"),
        ("at the end of March 2024", "2024-03"),
        ("in October of 2025", "2025-10"),
        ("in October, 2025", "2025-10"),
        ("in 2023, the park", "2023"),
        ("since 2021", "2021"),
        ("founded in 1911", "1911"),
        ("founded 2019 by", "2019"),
        ("by 2030", "2030"),
        ("early 2024", "2024"),
        ("mid-2024", "2024"),
        ("in Q3 2024", "2024"),
        ("the first half of 2024", "2024"),
        ("the summer of 2022", "2022"),
        ("in spring 2023", "2023"),
        ("for FY2025", "2025"),
        ("in fiscal year 2025", "2025"),
        ("a memorandum of 2017", "2017"),
        ("the 2019 cooperation agreement", "2019"),
        ("in 2023-24", "2023"),
        ("Phase one (2019–2021) went well", "2019"),
    ],
)
def test_a_date_with_its_year_needs_no_publication(text: str, value: str) -> None:
    for published in (WEDNESDAY, None):
        assert [(m.value, m.relative) for m in find_dates(text, published)] == [(value, False)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 24 May", "2025-05-24"),
        ("on May 24th, the", "2025-05-24"),
        ("5 Aug", "2025-08-05"),
        ("Dec 29:  With", "2024-12-29"),
        ("on 12 November", "2025-11-12"),
        ("on Tuesday, 11 November", "2025-11-11"),
        ("on 12 May of this year", "2025-05-12"),
        ("on May 12 last year", "2024-05-12"),
        ("In January of this year", "2025-01"),
        ("in late January last year", "2024-01"),
        ("in October", "2025-10"),
        ("in December", "2024-12"),
        ("by March", "2026-03"),
        ("until November", "2025-11"),
        ("last October", "2025-10"),
        ("last November", "2024-11"),
        ("this December", "2025-12"),
        ("next March", "2026-03"),
        ("today", "2025-11-12"),
        ("yesterday", "2025-11-11"),
        ("tomorrow", "2025-11-13"),
        ("the day before yesterday", "2025-11-10"),
        ("this morning", "2025-11-12"),
        ("on Tuesday", "2025-11-11"),
        ("on Tuesday Zimber Enzymes", "2025-11-11"),
        ("on Wednesday", "2025-11-12"),
        ("on Thursday", "2025-11-06"),
        ("last Wednesday", "2025-11-05"),
        ("next Wednesday", "2025-11-19"),
        ("this Friday", "2025-11-14"),
        ("by Friday", "2025-11-14"),
        ("the mayor said Thursday", "2025-11-06"),
        ("last week", "2025-11"),
        ("two weeks ago", "2025-10"),
        ("ten days ago", "2025-11-02"),
        ("last month", "2025-10"),
        ("earlier this month", "2025-11"),
        ("11 months ago", "2024-12"),
        ("a year ago", "2024"),
        ("two years ago", "2023"),
        ("earlier this year", "2025"),
        ("Last year", "2024"),
        ("next year", "2026"),
        ("next spring", "2026"),
        ("last spring", "2025"),
        ("by the summer", "2026"),
    ],
)
def test_a_date_without_its_year_is_told_from_publication(text: str, value: str) -> None:
    assert [(m.value, m.relative) for m in find_dates(text, WEDNESDAY)] == [(value, True)]
    assert find_dates(text, None) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The deed will be signed on 24 May.", "2026-05-24"),
        ("will open on 12 November", "2025-11-12"),
        ("will open on 1 December", "2025-12-01"),
        ("will open in October", "2026-10"),
        ("will open in November", "2025-11"),
        ("will meet on Thursday", "2025-11-13"),
        ("will meet on Wednesday", "2025-11-12"),
    ],
)
def test_a_date_ahead_is_the_nearest_not_before_publication(text: str, value: str) -> None:
    assert values(text, future=True) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "2,000 people work in 1,400 m2",
        "in 2,000 homes",
        "from 2000 employees",
        "In March 2,000 people came",
        "March 2024 metres of pipe",
        "a pipe of 2024 metres",
        "by 2000 percent",
        "€2024",
        "version 2024.1",
        "page 2011",
        "Expo 2025 and Horizon 2020, Vision 2030",
        "in the 1990s and the 2020s",
        "tel. 030-2024-12",
        "12.05.20245",
        "192.168.20.2024",
        "they may in march 2024",
        "She may 12 times",
        "the mayor, May Wells, and by June Park",
        "31 February 2024",
        "2024-13-45",
        "in the same month",
        "in October of the following year",
        "on 3 May of that year",
        "more than two years ago",
        "last winter",
        "on Sundays",
        "Black Friday",
        "on Sunday Times readers",
        "every Tuesday",
        "today's companies",
        "",
    ],
)
def test_what_is_no_date_or_cannot_be_told_is_left_out(text: str) -> None:
    assert values(text) == []


def test_dates_come_in_the_order_of_the_text_with_their_offsets() -> None:
    text = "Signed in May 2022 and renewed on 3 June, the pact of 2017 ran from 2019 to 2023."
    found = find_dates(text, WEDNESDAY)
    assert [(m.span.of(text), m.value) for m in found] == [
        ("May 2022", "2022-05"),
        ("3 June", "2025-06-03"),
        ("pact of 2017", "2017"),
        ("from 2019", "2019"),
        ("to 2023", "2023"),
    ]


def test_month_arithmetic_crosses_the_year() -> None:
    january = date(2025, 1, 31)
    assert values("last month, next month, 13 months ago", january) == ["2024-12", "2025-02", "2023-12"]
    assert values("yesterday and 31 days ago", date(2025, 1, 1)) == ["2024-12-31", "2024-12-01"]


def test_29_february_without_a_year_is_left_out_in_a_common_year() -> None:
    assert values("on 29 February", date(2025, 6, 1)) == []
    assert values("on 29 February", date(2024, 6, 1)) == ["2024-02-29"]


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y"])
)
def test_every_day_written_out_is_read_back(day: date, form: str) -> None:
    assert values(f"signed on {day.strftime(form)}.", None) == [day.isoformat()]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.booleans())
def test_a_day_without_its_year_lies_on_the_side_asked_for(day: date, published: date, future: bool) -> None:
    for value in values(f"on {day.strftime('%d %B')}", published, future=future):
        assert (value >= published.isoformat()) if future else (value <= published.isoformat())
        assert value[5:] == day.strftime("%m-%d")


@given(st.text(alphabet=st.sampled_from(" ,.-/019245May ofthelastyearTuesdayQFYin"), max_size=60))
def test_any_text_is_searched_without_overlap(text: str) -> None:
    found = find_dates(text, WEDNESDAY)
    assert all(isinstance(m, DateMention) for m in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
