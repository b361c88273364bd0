"""Dates that carry their year."""

from __future__ import annotations

import re

from triplehelix.dates.grammar import DAY, END, MONTH, PART, SEASON, WEEKDAY, YEAR, month_number
from triplehelix.dates.mention import Clock, Rule, day_value, month_value

# 'on 12-14 May 2024', 'May 12 and 13, 2024': the first day counts.
_TO_DAY = r"(?:\s?(?:[-–]|to|and|until)\s?\d{1,2}(?:st|nd|rd|th)?)?"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?"
_AGREEMENT = (
    r"(?:agreement|memorand(?:um|a)|MOU|MoU|deal|accord|pact|contract|partnership|treaty|charter|protocol|covenant|concession"
    r"|letter|declaration|document|lease|licen[cs]e|alliance|cooperation|collaboration)"
)
_IN = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hrough(?:out)?|[Bb]efore|[Aa]fter|[Ff]or|[Bb]etween|[Aa]round"
    r"|[Aa]s\s+of|(?<=\d{4}\s)(?:and|to))"
)


def _day_month_year(match: re.Match[str], _: Clock) -> str | None:
    return day_value(int(match["year"]), month_number(match), int(match["day"]))


def _numeric(match: re.Match[str], _: Clock) -> str | None:
    """Day first, unless only the second number can be one."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if second > 12 else (first, second)
    return day_value(int(match["year"]), month, day)


def _iso(match: re.Match[str], _: Clock) -> str | None:
    return day_value(int(match["year"]), int(match["number"]), int(match["day"]))


def _month_year(match: re.Match[str], _: Clock) -> str:
    return month_value(int(match["year"]), month_number(match))


def _year(match: re.Match[str], _: Clock) -> str:
    return match["year"]


_NUMBER_START = r"(?<![\w.,:/€$£-])"

RULES = (
    Rule(
        re.compile(rf"{_NUMBER_START}(?P<year>(?:19|20)\d\d)([-/.])(?P<number>\d\d)\2(?P<day>\d\d)(?![\d/.-]\d|\d)"),
        _iso,
    ),
    Rule(
        re.compile(rf"{_NUMBER_START}(?P<first>\d\d?)([-/.])(?P<second>\d\d?)\2(?P<year>(?:19|20)\d\d)(?![\d/-]|\.\d)"),
        _numeric,
    ),
    Rule(re.compile(rf"\b{_WEEKDAY_BEFORE}{DAY}{_TO_DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+{YEAR}{END}"), _day_month_year),
    Rule(re.compile(rf"\b{_WEEKDAY_BEFORE}{MONTH}\s+{DAY}{_TO_DAY}(?:,\s*|\s+){YEAR}{END}"), _day_month_year),
    Rule(re.compile(rf"\b{PART}?{MONTH},?\s+(?:of\s+)?{YEAR}{END}"), _month_year),
    Rule(re.compile(rf"\b{PART}{YEAR}{END}"), _year),
    Rule(re.compile(rf"\b(?:the\s+)?{SEASON},?\s+(?:of\s+)?{YEAR}{END}"), _year),
    Rule(
        re.compile(
            rf"\b(?:[QH][1-4]|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)\s+(?:quarter|half))\s+(?:of\s+)?{YEAR}{END}"
        ),
        _year,
    ),
    Rule(re.compile(rf"\b(?:FY\s?|(?:[Ff]iscal|[Ff]inancial)\s+(?:year\s+)?|[Yy]ear\s+){YEAR}{END}"), _year),
    Rule(re.compile(rf"\b{_IN}\s+(?:(?:the\s+)?year\s+)?{YEAR}{END}"), _year),
    Rule(re.compile(rf"\b{_AGREEMENT}\s+(?:of|from)\s+{YEAR}{END}"), _year),
    Rule(
        re.compile(
            rf"\b(?:founded|established|launched|opened|created|signed|started|renewed|concluded)\s+{YEAR}{END}"
        ),
        _year,
    ),
    Rule(
        re.compile(rf"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Tt]his|[Oo]ur)\s+{YEAR}(?=\s+(?:\w+\s+)?{_AGREEMENT}\b)"), _year
    ),
    Rule(re.compile(rf"\((?:[^()\d;]{{1,40}},\s)?{YEAR}(?=[;,)])"), _year),
    Rule(re.compile(rf"\bback\s+to\s+{YEAR}{END}"), _year),
    # What opens a line of a chronicle: '2017 – Foundation of the park'.
    Rule(re.compile(rf"^\W{{0,3}}{YEAR}(?=\s?[–—:]\s)", re.MULTILINE), _year),
)
