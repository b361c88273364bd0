"""Which paragraphs an end-of-article cue ("Explore more", "Media contact") takes with it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from triplehelix.documents.document import BlockRole
from triplehelix.documents.furniture import (
    names_person,
    opens_aside,
    opens_contact,
    opens_description,
    opens_elsewhere,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

#: From this share of the text on, an end-of-article cue takes everything after it.
_END_PART = 0.5
#: A paragraph of so many words is no link and no address.
_FULL_PARAGRAPH = 25
_ADDRESS = re.compile(r"@|\d|\bwww\.|,|\boffices?\b|\bform\b", re.IGNORECASE)


class _Section(StrEnum):
    """What a cue has opened."""

    ARTICLE = "article"
    ASIDE = "aside"
    CONTACT = "contact"
    ELSEWHERE = "elsewhere"


def mark_sections(lines: Sequence[str], starts: Sequence[int], roles: list[BlockRole]) -> None:
    """Give the paragraphs under an end-of-article cue the role of boilerplate, in place.

    In the last part of the text "Explore more" takes all that follows but "About Acme", unless three full paragraphs in
    a row show that it was a box inside the article; otherwise a cue takes what follows up to the next full paragraph.
    Below a heading over addresses, a line with a person's role is kept.

    Args:
        lines: the text of each paragraph, on one line.
        starts: where each begins, in characters of the article.
        roles: the role of each by its own words and form.
    """
    end_part = (starts[-1] + len(lines[-1])) * _END_PART if lines else 0.0
    section, ended = _Section.ARTICLE, False
    for i, line in enumerate(lines):
        opened = _opened_section(line)
        if opened is not None:
            section = opened
            at_end = opened is _Section.ELSEWHERE and starts[i] > end_part
            ended = opened is not _Section.ARTICLE and (ended or at_end)
        elif _resumes(lines, roles, i) if ended else _returns_to_article(line, roles[i], section):
            section, ended = _Section.ARTICLE, False
        kept = section is _Section.ARTICLE or (section is _Section.CONTACT and names_person(line))
        roles[i] = roles[i] if kept else BlockRole.BOILERPLATE


def _opened_section(line: str) -> _Section | None:
    if opens_description(line):
        return _Section.ARTICLE
    if opens_elsewhere(line):
        return _Section.ELSEWHERE
    if opens_aside(line):
        return _Section.ASIDE
    return _Section.CONTACT if opens_contact(line) else None


def _resumes(lines: Sequence[str], roles: Sequence[BlockRole], i: int) -> bool:
    return i + 3 <= len(lines) and all(
        _is_full(line, role) for line, role in zip(lines[i : i + 3], roles[i : i + 3], strict=True)
    )


def _is_full(line: str, role: BlockRole) -> bool:
    return role is BlockRole.BODY and len(line.split()) >= _FULL_PARAGRAPH


def _returns_to_article(line: str, role: BlockRole, section: _Section) -> bool:
    if role is BlockRole.HEADING:
        return section is not _Section.ELSEWHERE and not _ADDRESS.search(line)
    return _is_full(line, role)
