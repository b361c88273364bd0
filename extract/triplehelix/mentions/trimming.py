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
_BINDING = re.compile(r"\s+(?:and|or|of|at|in|for|with|by|to|from|on|the|an?|as|&)$")
_BOUND = re.compile(r"(?:and|or|of|at|in|for|with|by|to|from|on|as|&)\s+")
#: Abbreviations that news is full of and that name nothing that is looked for.
_NO_NAMES = frozenset(
    "AI API ATMP B2B CDMO CEO CFO COO CRO CSO CTO DNA ESG EUR FAQ GBP GDP GMP HR ICT IoT IP IPO IT JPY JV LLC LOI M&A "
    "ML MOU MoU NDA PhD PPP PR Q&A R&D RNA SME SMEs STEM TBD TEL USD VC mRNA".split()
)
#: Ends of company names whose full stop belongs to the name.
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Bros|Cos|Pte|Pty|Sdn|Bhd|Jr|Sr|St)|\.\w)$")


def trim(text: str, span: Span, entity_class: EntityClass) -> Span | None:
    """The span without what does not belong to the name; None where nothing is left."""
    before = None
    while span != before:
        before = span
        span = _bracketed(text, _closed(text, _opened(text, span, entity_class)))
    return _stopped(text, span) if _sensible(span.of(text), entity_class) else None


def _sensible(name: str, entity_class: EntityClass) -> bool:
    """Whether it can be a name at all: no title alone, no word of the trade, and written with a capital somewhere."""
    if not any(c.isalnum() for c in name) or name in _NO_NAMES:
        return False
    if entity_class is EntityClass.FACILITY:
        return True
    ends = {name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]}
    # Scripts without capitals have none to show.
    capital = any(c.isupper() or (c.isalpha() and not c.islower()) for word in ends for c in word)
    return capital and not (entity_class is EntityClass.PERSON and _TITLES.fullmatch(name))


def _opened(text: str, span: Span, entity_class: EntityClass) -> Span:
    start = span.start
    while start < span.end and text[start] in _OPENING:
        start += 1
    if bound := _BOUND.match(text, start, span.end):
        start = bound.end()
    # A place keeps its article: The Hague.
    lead = None if entity_class is EntityClass.PLACE else _LEADING.match(text, start, span.end)
    if lead is None and entity_class is EntityClass.PERSON:
        lead = _TITLES.match(text, start, span.end)
    return Span(lead.end() if lead and lead.end() < span.end else start, span.end)


def _closed(text: str, span: Span) -> Span:
    end = span.end
    if match := _POSSESSIVE.search(text[span.start : end]):
        end = span.start + match.start()
    if match := _BINDING.search(text[span.start : end]):
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
