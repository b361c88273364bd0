"""Where a mention begins and ends, by the customs of the annotation: no article, title, possessive or stray mark."""

from __future__ import annotations

import re

from triplehelix.facts import Span
from triplehelix.vocabulary import EntityClass

_LEADING = re.compile(r"(?:the|an?|its|their|his|her|our|this|that|these|those)\s+", re.IGNORECASE)
_TITLES = re.compile(
    r"(?:(?:Dr|Drs|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Ing|Dipl|Eng|Herr|Frau|Hon|Shri|Smt|Dato|Datuk"
    r"|(?:Vice-|Deputy )?(?:Governor|President|Minister|Mayor|Chancellor|Director|Rector|Ambassador|Commissioner"
    r"|Secretary|Senator|Councillor|Captain|Colonel|General|Chair|Chairman|Chairwoman))\b\.?(?:-Ing\.)?\s*)+"
)
_OPENING = " \t\n\"'“”„‘’«»([{,;:–—-"
_CLOSING = " \t\n\"'“”„‘’«»[{,;:–—-"
_POSSESSIVE = re.compile(r"['’]s?$")
#: Ends of company names whose full stop belongs to the name.
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Bros|Cos|Pte|Pty|Sdn|Bhd|Jr|Sr|St)|\.\w)$")


def trim(text: str, span: Span, entity_class: EntityClass) -> Span | None:
    """The span without what does not belong to the name; None where nothing is left."""
    before = None
    while span != before:
        before = span
        span = _bracketed(text, _closed(text, _opened(text, span, entity_class)))
    left = span.of(text)
    if not any(c.isalnum() for c in left) or (entity_class is EntityClass.PERSON and _TITLES.fullmatch(left)):
        return None
    return _stopped(text, span)


def _opened(text: str, span: Span, entity_class: EntityClass) -> Span:
    start = span.start
    while start < span.end and text[start] in _OPENING:
        start += 1
    # A place keeps its article: The Hague.
    lead = None if entity_class is EntityClass.PLACE else _LEADING.match(text, start, span.end)
    if lead is None and entity_class is EntityClass.PERSON:
        lead = _TITLES.match(text, start, span.end)
    return Span(lead.end() if lead and lead.end() < span.end else start, span.end)


def _closed(text: str, span: Span) -> Span:
    end = span.end
    if match := _POSSESSIVE.search(text[span.start : end]):
        end = span.start + match.start()
    while end > span.start and text[end - 1] in _CLOSING:
        end -= 1
    return Span(span.start, end)


def _bracketed(text: str, span: Span) -> Span:
    """A bracket without its other half ends the name."""
    inside = span.of(text)
    if inside.count("(") > inside.count(")"):
        return Span(span.start, span.start + inside.rindex("("))
    if inside.endswith(")") and inside.count(")") > inside.count("("):
        return Span(span.start, span.end - 1)
    return span


def _stopped(text: str, span: Span) -> Span:
    """With the full stop of an abbreviated ending, without that of a sentence."""
    inside = span.of(text)
    if inside.endswith("."):
        return span if _ABBREVIATED.search(inside[:-1]) else Span(span.start, span.end - 1)
    follows = text[span.end : span.end + 1] == "."
    return Span(span.start, span.end + 1) if follows and _ABBREVIATED.search(inside) else span
