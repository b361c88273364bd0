"""Dates that are told from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from triplehelix.dates.grammar import (
    COUNT,
    DAY,
    END,
    MONTH,
    PART,
    TOLD_YEAR,
    WEEKDAY,
    count,
    month_number,
    weekday_number,
)
from triplehelix.dates.mention import Clock, Rule, day_value, month_value

_STEP = {"last": -1, "this": 0, "next": 1}
# Months in which a season ends; winter lies in two years and is never told.
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
_TO_DAY = r"(?:\s?(?:[-–]|to|and|until)\s?\d{1,2}(?:st|nd|rd|th)?)?"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?"
_AHEAD = frozenset({"by", "until", "till", "before"})

_Told = Callable[[re.Match[str], date, bool], str | None]


def _told(value: _Told) -> Callable[[re.Match[str], Clock], str | None]:
    """A value that needs the day of publication, and is none without it."""
    return lambda match, clock: value(match, clock.published, clock.future) if clock.published else None


def _told_year(match: re.Match[str], published: date) -> int | None:
    return published.year + _STEP[match["told"]] if match["told"] else None


def _day_in_told_year(match: re.Match[str], published: date, _: bool) -> str | None:
    year = _told_year(match, published)
    return day_value(year, month_number(match), int(match["day"])) if year else None


def _month_in_told_year(match: re.Match[str], published: date, _: bool) -> str | None:
    year = _told_year(match, published)
    return month_value(year, month_number(match)) if year else None


def _year_alone(match: re.Match[str], published: date, _: bool) -> str:
    return str(published.year + _STEP[match["step"].lower()])


def _day_of_near_year(match: re.Match[str], published: date, future: bool) -> str | None:
    """The day in the year that puts it nearest to publication, on the side asked for."""
    month, day = month_number(match), int(match["day"])
    return day_value(
        _near_year(published, (month, day) > (published.month, published.day), future, (month, day)), month, day
    )


def _near_year(published: date, later: bool, future: bool, asked: tuple[int, int]) -> int:
    if future:
        return published.year + (not later and asked != (published.month, published.day))
    return published.year - later


def _month_of_near_year(match: re.Match[str], published: date, future: bool) -> str:
    month, cue = month_number(match), match["cue"].lower()
    if cue in _STEP:
        passed = {"last": month >= published.month, "this": False, "next": month <= published.month}[cue]
        return month_value(published.year + _STEP[cue] * passed, month)
    if future or cue in _AHEAD:
        return month_value(published.year + (month < published.month), month)
    return month_value(published.year - (month > published.month), month)


def _weekday(match: re.Match[str], published: date, future: bool) -> str:
    ahead = (weekday_number(match) - published.weekday()) % 7
    cue = (match["cue"] or "").lower()
    if cue == "this":
        ahead = weekday_number(match) - published.weekday()
    elif cue == "next":
        ahead = ahead or 7
    elif cue == "last" or (ahead and not future and cue not in _AHEAD):
        ahead -= 7
    return (published + timedelta(days=ahead)).isoformat()


_DAY_WORDS = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}


def _day_word(match: re.Match[str], published: date, _: bool) -> str:
    return (published + timedelta(days=_DAY_WORDS.get(" ".join(match["word"].lower().split()), 0))).isoformat()


def _week(match: re.Match[str], published: date, _: bool) -> str:
    day = published + timedelta(weeks=_STEP[match["step"].lower()])
    return month_value(day.year, day.month)


def _month(match: re.Match[str], published: date, _: bool) -> str:
    return _months_from(published, _STEP[match["step"].lower()])


def _months_from(published: date, months: int) -> str:
    year, month = divmod(published.year * 12 + published.month - 1 + months, 12)
    return month_value(year, month + 1)


def _ago(match: re.Match[str], published: date, _: bool) -> str | None:
    if match["vague"]:
        return None
    number, unit = count(match), match["unit"].lower()
    if unit == "year":
        return str(published.year - number)
    if unit == "month":
        return _months_from(published, -number)
    day = published - timedelta(days=number * (7 if unit == "week" else 1))
    return month_value(day.year, day.month) if unit == "week" else day.isoformat()


def _season(match: re.Match[str], published: date, _: bool) -> str | None:
    end = _SEASON_ENDS.get(match["season"].lower())
    if end is None:
        return None
    begun, over = published.month >= end - 2, published.month > end
    step = {"last": -(not over), "this": 0, "next": begun}.get(match["cue"].lower(), over)
    return str(published.year + step)


def _open_season(match: re.Match[str], published: date, future: bool) -> str:
    """'In the autumn', 'in the third quarter': the nearest one, on the side asked for."""
    if match["quarter"]:
        last = 3 * (1 + ("first", "second", "third", "fourth").index(match["quarter"]))
    else:
        last = _SEASON_ENDS[match["season"]]
    begun, over = published.month >= last - 2, published.month > last
    return str(published.year + over if future else published.year - (not begun))


def _weekday_of_week(match: re.Match[str], published: date, _: bool) -> str:
    days = weekday_number(match) - published.weekday() + 7 * _STEP[match["step"].lower()]
    return (published + timedelta(days=days)).isoformat()


_IN = r"(?P<cue>[Ii]n|[Ss]ince|[Dd]uring|[Ll]ast|[Tt]his|[Nn]ext)"
_BY = r"(?P<cue>[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Oo]f|[Ff]or|[Bb]efore)"  # not before a capital: 'by April Jones'
_NO_YEAR = r"(?!,?\s+(?:of\s+)?\d)"
_NEWSPAPER = r"(?!\s+(?:Times|Telegraph|Mirror|Herald|Mail|Post|Review|Express|Club)\b|\.com)"
_STEPS = r"(?P<step>[Ll]ast|[Tt]his|[Nn]ext)"
_WEEKDAY_CUE = (
    r"(?:\b(?P<cue>[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Ss]ince|[Uu]ntil|[Bb]y)\s+|(?<=ed\s)|(?<=said\s)|(?<=told\s))"
)
_SEASON_CUE = r"(?P<cue>[Ll]ast|[Tt]his|[Nn]ext|[Bb]y(?:\s+the)?)"
_VAGUE = r"(?P<vague>(?:(?:[Mm]ore|[Ll]ess|[Ff]ewer)\s+than|[Oo]ver|[Aa]lmost|[Nn]early|[Aa]t\s+least)\s+)?"


def _rule(pattern: str, value: _Told) -> Rule:
    return Rule(re.compile(pattern), _told(value), relative=True)


RULES = (
    _rule(rf"\b{_WEEKDAY_BEFORE}{DAY}{_TO_DAY}(?:\s+of)?\s+{MONTH},?\s+{TOLD_YEAR}", _day_in_told_year),
    _rule(rf"\b{_WEEKDAY_BEFORE}{MONTH}\s+{DAY}{_TO_DAY},?\s+{TOLD_YEAR}", _day_in_told_year),
    _rule(
        rf"\b(?:(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Oo]f)\s+)?{PART}?{MONTH},?\s+{TOLD_YEAR}", _month_in_told_year
    ),
    _rule(rf"\b{_WEEKDAY_BEFORE}{DAY}{_TO_DAY}(?:\s+of)?\s+{MONTH}{_NO_YEAR}{END}", _day_of_near_year),
    _rule(rf"\b{_WEEKDAY_BEFORE}{MONTH}\s+{DAY}{_TO_DAY}{_NO_YEAR}{END}", _day_of_near_year),
    _rule(rf"\b{_IN}\s+{PART}?{MONTH}{_NO_YEAR}{END}", _month_of_near_year),
    _rule(rf"\b{_BY}\s+{PART}?{MONTH}{_NO_YEAR}(?!\s+[A-Z]){END}", _month_of_near_year),
    _rule(rf"\b(?:[Oo]n\s+)?{WEEKDAY}\s+(?:of\s+)?{_STEPS}\s+week\b", _weekday_of_week),
    _rule(rf"{_WEEKDAY_CUE}{WEEKDAY}{_NEWSPAPER}{END}", _weekday),
    _rule(
        r"\b(?P<word>[Tt]he\s+day\s+before\s+yesterday|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b(?!['’]s)",
        _day_word,
    ),
    _rule(r"\b(?P<word>[Tt]his\s+(?:morning|afternoon|evening))\b", _day_word),
    _rule(rf"\b{_STEPS}\s+week\b", _week),
    _rule(rf"\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?{_STEPS}\s+month\b", _month),
    _rule(rf"\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?{_STEPS}\s+year\b(?!\s+\d)", _year_alone),
    _rule(rf"\b{_VAGUE}{COUNT}\s+(?P<unit>day|week|month|year)s?\s+ago\b", _ago),
    _rule(rf"\b{_SEASON_CUE}\s+(?P<season>spring|summer|autumn|fall|winter)\b", _season),
    _rule(
        r"\b[Ii]n\s+(?:the\s+)?(?:early\s+|late\s+|coming\s+)?"
        r"(?:(?P<season>spring|summer|autumn|fall)|(?P<quarter>first|second|third|fourth)\s+quarter)\b(?!\s+of\b)",
        _open_season,
    ),
)
