"""The words that dates in news English are made of, as pieces of patterns."""

from __future__ import annotations

import re

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

_month_forms = [form for name in _MONTHS for form in (name, name.upper())]
_short_forms = [rf"{short}\.?" for name in _MONTHS if name != "May" for short in (name[:3], name[:3].upper())]

#: A month with its capital: a name, or three or four letters of it.
MONTH = rf"(?P<month>{'|'.join([*_month_forms, 'Sept[.]?', *_short_forms])})(?![a-z])"
WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})(?![a-z])"
DAY = r"(?<![\d.,:/€$£#-])(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
#: A year, or the first one of several ('2019-2021', '2023/24').
YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?:\s?[-–/]\s?(?:(?:1[89]|20)\d\d|\d\d))?"
#: A year told from that of publication; `following` years cannot be told.
TOLD_YEAR = r"(?:of\s+)?(?:(?P<told>this|last|next)\s+year|(?:the|that)\s+(?:(?P<following>\w+)\s+)?year)"
#: What may not come after a date or a number in it: more of a number, or what the number counts.
END = (
    r"(?![\w%°]|[.,:]\d|['’]s\b|-[a-z]"
    r"|\s?(?:%|percent|per\s+cent|m2|m²|km|square|sq|metres?|meters?|miles?|feet|hectares?|acres?|tonnes?|tons?|kg|litres?|liters?"
    r"|[MkG]Wh?|euros?|dollars?|pounds|yen|francs|kron\w+|million|billion|thousand|people|jobs|employees|workers|staff|visitors"
    r"|guests|participants|patients|beds|units|doses|places|students|homes|hours|companies|startups|start-ups|members)\b)"
)
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the\s+)?(?:start|beginning|middle|end)\s+of)[\s-]+(?:in\s+)?)"
COUNT = rf"(?P<count>\d{{1,2}}|[Aa]n|{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _NUMBERS)})"


def month_number(match: re.Match[str]) -> int:
    """1 to 12, from the group `month`."""
    return next(number for number, name in enumerate(_MONTHS, 1) if name[:3].upper() == match["month"][:3].upper())


def weekday_number(match: re.Match[str]) -> int:
    """0 (Monday) to 6 (Sunday), from the group `weekday`."""
    return _WEEKDAYS.index(match["weekday"])


def count(match: re.Match[str]) -> int:
    """How many, from the group `count`: '3', 'three', 'a'."""
    word = match["count"].lower()
    return int(word) if word.isdigit() else max(1, _NUMBERS.index("a" if word == "an" else word))
