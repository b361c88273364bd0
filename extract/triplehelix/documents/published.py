"""Find the day of publication in a text that its file does not date.

Looked for where publishers put it: after a word that says so ("Published on …"), in a line of its own or a dateline
near the top, last in a "last reviewed" line. A date inside a sentence is when something happened, and is left alone; so
is a dateline without a year, unless a line near the top gives that month's year.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from triplehelix.articles.written_dates import MONTH, dates_in, month_number

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How many blocks from the top may hold a date line or a dateline.
_TOP = 8
_LABELLED_LENGTH = 320
_SAYS_PUBLISHED = re.compile(
    r"\b(?:(?:published|posted)\b(?:.{0,40}\bon)?|date of (?:publication|issue|release)|release date)\s*:?\s*$",
    re.IGNORECASE,
)
_SAYS_UPDATED = re.compile(
    r"\b(?:(?:last )?updated|last (?:reviewed|modified|changed))(?: on)?\s*:?\s*$", re.IGNORECASE
)
_LABEL_WORD = re.compile(r"publi|posted|release|updated|reviewed|modified|changed", re.IGNORECASE)
_ENDS_LABEL = re.compile(r"\s*(?:$|by\b|[|·(),;\n]|\d{1,2}[:.]\d{2}|[A-Z])")
_PLACE_BEFORE = re.compile(
    r"(?!(?:On|In|By|Since|From|Until|Till|Before|After|As)\b)"
    r"(?:[^\w:]|[A-ZÀ-Þ][\w'’.]*+|and\b|de\b|do\b|of\b|news\b|\d+(?=[\s,]))*$"
)
_AFTER_DATE = re.compile(r"\s*(?:$|[-–—:|.)*(]|,?\s*\d{1,2}[:.]\d{2}|Updated\b)")
_PLACE_WORDS = 9
_DATE_LINE_LENGTH = 60
_MENU = re.compile(r"[|>»·]")
_TIMELINE = re.compile(r"(?:\W*\w+){0,2}\W*(?:19|20)\d\d\s*[–—:-]")
_MINUTES = re.compile(r"\bminutes of\b|^minutes\b", re.IGNORECASE)
_DAY_WITHOUT_YEAR = re.compile(rf"{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:[:–—-]|\()", re.IGNORECASE)
_MONTH_LINE = re.compile(rf"\W*{MONTH},? (?P<year>(?:19|20)\d{{2}})\W*", re.IGNORECASE)


def find_published(blocks: Sequence[str]) -> date | None:
    """The texts of the blocks in order -> the day of publication, or None where none is certain."""
    return (
        _labelled(blocks, _SAYS_PUBLISHED)
        or _dateline(blocks)
        or _dateline_without_year(blocks[:_TOP])
        or _labelled(blocks, _SAYS_UPDATED)
    )


def _labelled(blocks: Sequence[str], label: re.Pattern[str]) -> date | None:
    """The first date right after the label, in a short block, with no sentence going on behind it."""
    for block in blocks:
        if len(block) > _LABELLED_LENGTH or not _LABEL_WORD.search(block):
            continue
        for start, end, day in dates_in(block):
            if label.search(block, 0, start) and _ENDS_LABEL.match(block, end):
                return day
    return None


def _dateline(blocks: Sequence[str]) -> date | None:
    """The first date near the top with nothing but a place before it and a dash, a time or the block's end after it.

    None for minutes, which are headed by the day of the meeting, and for programmes and timelines, which head each part
    by its day.
    """
    days = [day for block in blocks[:_TOP] if not _is_row(block) and (day := _opening_date(block))]
    heads = {day for block in blocks if len(block) <= _DATE_LINE_LENGTH and (day := _opening_date(block))}
    is_timeline = sum(bool(_TIMELINE.match(block)) for block in blocks) > 1
    is_minutes = any(_MINUTES.search(block[:120]) for block in blocks[:_TOP])
    return None if not days or len(heads) > 1 or is_timeline or is_minutes else days[0]


def _is_row(block: str) -> bool:
    """Whether a block is the row of a table: more cells than the menu over an article has."""
    return block.count("|") > 3


def _opening_date(block: str) -> date | None:
    for start, end, day in dates_in(block[:160]):
        if _is_place(block[:start]) and _AFTER_DATE.match(block, end):
            return day
    return None


def _is_place(before: str) -> bool:
    before = _MENU.split(before)[-1]
    return len(before.split()) <= _PLACE_WORDS and bool(_PLACE_BEFORE.match(before))


def _dateline_without_year(blocks: Sequence[str]) -> date | None:
    """'Dec 29: …' or 'OSAKA, Dec 29 – …' where a line by itself says 'December 2025'."""
    month_lines = [match for block in blocks if (match := _MONTH_LINE.fullmatch(block))]
    years = {month_number(match["month"]): int(match["year"]) for match in month_lines}
    for block in blocks:
        match = _DAY_WITHOUT_YEAR.search(block[:90])
        if match and _is_place(block[: match.start()]) and month_number(match["month"]) in years:
            return _valid(years[month_number(match["month"])], month_number(match["month"]), int(match["day"]))
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
