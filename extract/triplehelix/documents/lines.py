"""Text -> paragraphs: hard-wrapped lines joined, a heading that is glued to its paragraph parted from it.

Most articles have one paragraph a line, with or without blank lines between; text out of PDFs and e-mails breaks its
lines at a fixed width. Lines are joined only where they look filled to such a width, because a table or a list joined
by mistake makes one false sentence of many true rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from triplehelix.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A bullet or a heading mark before the words of a line.
_MARK = re.compile(r"(?:[•●○◦▪▫■‣∙·–—>*+-]|o(?=\t)|#{1,6})(?:[^\S\n]+|$|(?<=[•●▪‣-])(?=[A-ZÀ-Þ]))")
_ENUMERATOR = re.compile(
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]|\[\d{1,3}(?:/\d{1,3})?\]|\d{1,2} ?[|/])[ \t]+\S"
)
_LABEL = re.compile(r"[A-ZÀ-Þ][\w /&-]{1,24}: ")
_SENTENCE_END = re.compile(r"[.!?:;…。][\"'”’»)\]]*$")
_WRAP_MIN, _WRAP_MAX = 45, 120
#: How far short of the full width a filled line may fall, in characters: proportional type fills by inches.
_SLACK = 12
_GLUED = re.compile(
    r"(?<=[a-z'’”\d])(?=[\"“]?(?:The|This|These|There|Under|It (?:is|was|has)|We|Not|For|From|While|When|After|With) )"
)
_GLUE_REACH = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of the text that stands by itself, before its role is known.

    Attributes:
        span: without white space at its ends and without the mark before its words.
        mark: the bullet or heading mark, "" for none.
        enumerated: whether it opens with a number or letter of an enumeration, which stays in the span.
        after_blank: whether an empty line, or the start of the text, comes before it.
    """

    span: Span
    mark: str
    enumerated: bool
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    after_blank: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order; every character that is neither white space nor a mark lies in exactly one."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _joins(text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [p for group in groups for p in _paragraph(text, group)]


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, trimmed."""
    lines: list[_Line] = []
    offset, blank = 0, True
    for line in text.split("\n"):
        if words := line.strip():
            start = offset + line.index(words[0])
            lines.append(_Line(start, start + len(words), blank))
        blank = not words
        offset += len(line) + 1
    return lines


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The width in characters at which the text breaks its lines, or None where it does not.

    It does where no line is longer than a page is wide, and four in ten of the long lines break in mid-sentence.
    """
    if not lines or max(line.length for line in lines) > _WRAP_MAX:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank and a.length >= _WRAP_MIN]
    broken = sum(_breaks_sentence(text, a, b) for a, b in pairs)
    return max(a.length for a, _ in pairs) if pairs and broken >= 0.4 * len(pairs) else None


def _breaks_sentence(text: str, line: _Line, following: _Line) -> bool:
    return text[following.start].islower() and not _SENTENCE_END.search(text, line.start, line.end)


def _joins(text: str, line: _Line, following: _Line, width: int | None) -> bool:
    if following.after_blank or line.length < _WRAP_MIN or _opens_item(text, following):
        return False
    if width is None:
        return line.length <= _WRAP_MAX and _breaks_sentence(text, line, following)
    first_word = text[following.start : following.end].split(None, 1)[0]
    return line.length + 1 + len(first_word) > width - _SLACK


def _opens_item(text: str, line: _Line) -> bool:
    return any(opener.match(text, line.start, line.end) for opener in (_MARK, _ENUMERATOR, _LABEL))


def _paragraph(text: str, group: list[_Line]) -> Iterator[Paragraph]:
    start, end, blank = group[0].start, group[-1].end, group[0].after_blank
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    if start >= end:
        return
    if not mark and (glued := _GLUED.search(text, start + 3, min(end, start + _GLUE_REACH))):
        yield Paragraph(Span(start, glued.end()), "", enumerated=False, after_blank=blank)
        start, blank = glued.end(), False
    enumerated = bool(_ENUMERATOR.match(text, start, end))
    yield Paragraph(Span(start, end), mark[0].strip() if mark else "", enumerated, blank)
