"""Paragraphs -> roles: what each is for, by its words, its form and its neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplehelix.documents.document import BlockRole
from triplehelix.documents.furniture import is_contact_line, is_furniture, is_menu, menu_items
from triplehelix.documents.sections import mark_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplehelix.documents.lines import Paragraph

_CAPTION = re.compile(
    r"[(\[]?(?:photo(?:graph)?s?|image|picture|pic|credit|caption|illustration|graphic|figure \d+|fig\. ?\d+"
    r"|provided by|courtesy(?: of)?|source|rendering (?:for|of)|pictured|from left)\s*(?::|\b(?=[^.]{0,160}$))"
    r"|.{0,200}[(\[](?:photo|image|credit|provided by|courtesy|rendering)\b[^)\]]{0,80}[)\]]$",
    re.IGNORECASE,
)
_PERSON_LINE = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,3}, [^.!?]{2,80}$")
_NO_HEADING_END = (".", "!", ";", ",", "…", '."', ".”", "。")
_HEADING_WORDS, _HEADING_LENGTH = 18, 130
_TITLE_WORDS = 28
_LEAD_IN = re.compile(r"(?::|：|\bincluding)$", re.IGNORECASE)
#: Rows of links stand among this many paragraphs at either end of a page.
_EDGE = 5
_DATE_LINE = re.compile(
    r"[\W\d]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?\d{0,2}(?:st|nd|rd|th)?\W*"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W*\d{0,2}(?:st|nd|rd|th)?\W*\d{4}\W*",
    re.IGNORECASE,
)


def assign_roles(text: str, paragraphs: Sequence[Paragraph], title: str | None) -> list[BlockRole]:
    """The role of each paragraph, in the same order; `title` is the article's as its file gives it, or None."""
    lines = [" ".join(paragraph.span.of(text).split()) for paragraph in paragraphs]
    roles = [_by_form(line, paragraph) for line, paragraph in zip(lines, paragraphs, strict=True)]
    _mark_furniture(lines, roles)
    mark_sections(lines, [paragraph.span.start for paragraph in paragraphs], roles)
    _mark_titles(lines, roles, title)
    _mark_lists(lines, roles, paragraphs)
    _mark_person_lines(lines, roles)
    return roles


def _by_form(line: str, paragraph: Paragraph) -> BlockRole:
    if _CAPTION.match(line):
        return BlockRole.CAPTION
    if paragraph.mark.startswith("#"):
        return BlockRole.HEADING
    if paragraph.mark or (paragraph.enumerated and not _looks_like_heading(line)):
        return BlockRole.LIST_ITEM
    return BlockRole.HEADING if _looks_like_heading(line) else BlockRole.BODY


def _looks_like_heading(line: str) -> bool:
    """Short, no sentence's end, and it opens like a heading; "1. Exchange agreement" does, "1. They agreed." not."""
    words = line.strip("*_ ")
    if words.endswith(_NO_HEADING_END) or len(words) > _HEADING_LENGTH or len(words.split()) > _HEADING_WORDS:
        return False
    return not words[:1].islower() and not words.endswith(":")


def _mark_furniture(lines: list[str], roles: list[BlockRole]) -> None:
    for i, line in enumerate(lines):
        if is_furniture(line) or is_contact_line(line) or (is_menu(line) and _stands_as_menu(lines, i)):
            roles[i] = BlockRole.BOILERPLATE


def _stands_as_menu(lines: list[str], i: int) -> bool:
    """At the top or the bottom of the page, and not in a table: no neighbour has as many cells."""
    around = [lines[k] for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    at_edge = i < _EDGE or i >= len(lines) - _EDGE
    return at_edge and all(len(menu_items(line)) != len(menu_items(lines[i])) for line in around)


def _mark_titles(lines: list[str], roles: list[BlockRole], title: str | None) -> None:
    """The title is the line that the file gives as such, else the first heading before any other text."""
    wanted = " ".join(title.split()).casefold() if title else None
    for i, line in enumerate(lines[:8]):
        if wanted and line.strip("*# ").casefold() == wanted:
            roles[i] = BlockRole.TITLE
            return
    if wanted is None and (first := _first_heading(lines, roles)) is not None:
        roles[first] = BlockRole.TITLE
        repeats = first + 1 < len(lines) and lines[first + 1].startswith(lines[first])
        if repeats and roles[first + 1] is BlockRole.HEADING:
            roles[first + 1] = BlockRole.TITLE


def _first_heading(lines: list[str], roles: list[BlockRole]) -> int | None:
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role is BlockRole.HEADING and not _DATE_LINE.fullmatch(line) and len(line.split()) <= _TITLE_WORDS:
            return i if i + 1 < len(lines) else None
        if role in {BlockRole.BODY, BlockRole.LIST_ITEM}:
            return None
    return None


def _mark_lists(lines: list[str], roles: list[BlockRole], paragraphs: Sequence[Paragraph]) -> None:
    """Short lines under a lead-in ("… including:"), and runs of lines without an empty one between, are items."""
    in_list = False
    for i, role in enumerate(roles):
        if role is BlockRole.HEADING:
            if in_list or _opens_run(roles, paragraphs, i) or _continues_run(roles, paragraphs, i):
                roles[i] = BlockRole.LIST_ITEM
        elif role is BlockRole.BODY:
            in_list = bool(_LEAD_IN.search(lines[i]))
        elif role is not BlockRole.LIST_ITEM:
            in_list = False


def _opens_run(roles: list[BlockRole], paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether three heading-like lines stand directly under one another from here on, below another line."""
    run = range(i, i + 3)
    return run.stop <= len(roles) and all(roles[k] is BlockRole.HEADING and not paragraphs[k].after_blank for k in run)


def _continues_run(roles: list[BlockRole], paragraphs: Sequence[Paragraph], i: int) -> bool:
    return i > 0 and not paragraphs[i].after_blank and roles[i - 1] is BlockRole.LIST_ITEM


def _mark_person_lines(lines: list[str], roles: list[BlockRole]) -> None:
    """A line that only says who somebody is, between paragraphs, stands under a portrait."""
    for i, role in enumerate(roles):
        if role is BlockRole.HEADING and i and roles[i - 1] is BlockRole.BODY and _PERSON_LINE.match(lines[i]):
            roles[i] = BlockRole.CAPTION
