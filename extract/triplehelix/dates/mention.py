"""A date where it stands in a text, and what a rule of the grammar is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from triplehelix.facts import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date where it stands in a text.

    Attributes:
        span: offsets into the text that was searched; the preposition that shows the date ('since 2021') lies within.
        value: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as precise as the text gives it.
        relative: whether the publication date was needed ('last month', '24 May' without a year).
    """

    span: Span
    value: str
    relative: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """What a date without a year is measured by.

    Attributes:
        future: dates without a year lie ahead of publication rather than behind it.
    """

    published: date | None
    future: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of dates: its pattern, and what a match means.

    Attributes:
        value: match -> a date value; None when the match is no date that can be told. A text that a rule has matched is
            not read by a weaker rule, so that 'October of the following year' does not become 'October'.
    """

    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Clock], str | None]
    relative: bool = False


def day_value(year: int, month: int, day: int) -> str | None:
    """'YYYY-MM-DD', or None for a day that no calendar has."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_value(year: int, month: int) -> str:
    """'YYYY-MM'."""
    return f"{year:04}-{month:02}"
