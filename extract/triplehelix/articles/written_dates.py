"""Find a whole calendar date as people write it: day, month and year, or none at all.

Only what can be read in one way counts: "03/04/2024" is April in one country and March in another, so it is no date.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_PATTERNS = tuple(
    re.compile(rf"(?<![\w./-]){pattern}(?![\w/-]|\.\d)", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})",
        rf"{_DAY}\.? {MONTH},? {_YEAR}",
        rf"{MONTH} {_DAY},? {_YEAR}",
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",
        rf"(?P<first>\d{{1,2}})(?P<sep>[/-])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
    )
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_CJK = re.compile(r"(?P<year>(?:19|20)\d{2})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")


def month_number(name: str) -> int:
    """An English month name or its abbreviation, 'January' or 'Jan.' -> 1."""
    return _MONTHS.index(name[:3].lower()) + 1


def dates_in(text: str) -> Iterator[tuple[int, int, date]]:
    """Every whole date written in a text, as (start, end, date), in the order of the text."""
    if not _ANY_YEAR.search(text):
        return
    found = ((m.start(), m.end(), _date(m)) for pattern in (*_PATTERNS, _CJK) for m in pattern.finditer(text))
    yield from sorted((start, end, day) for start, end, day in found if day is not None)


def parse_date(text: str) -> date | None:
    """The one date that a text holds; None where it holds none, or two different ones."""
    days = {day for _, _, day in dates_in(" ".join(text.split()))}
    return days.pop() if len(days) == 1 else None


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month_day = _unambiguous(parts) if "first" in parts else (_month(parts["month"]), int(parts["day"]))
    if month_day is None:
        return None
    try:
        return date(int(parts["year"]), *month_day)
    except ValueError:
        return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else month_number(written)


def _unambiguous(parts: dict[str, str]) -> tuple[int, int] | None:
    first, second = int(parts["first"]), int(parts["second"])
    if first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else None
