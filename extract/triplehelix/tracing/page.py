"""Trace -> a page that needs nothing but a browser: the text with its mentions marked, and the facts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template

from triplehelix.facts import Span
from triplehelix.recognition import Candidate
from triplehelix.tracing import text as told
from triplehelix.tracing.trace import Trace

_TEMPLATE = Path(__file__).with_name("page.html")


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of a list beside the text.

    Attributes:
        id: what its quote is found by.
        objection: why it was dropped, None where it was kept.
    """

    id: str
    line: str
    evidence: Span
    objection: str | None


def page(trace: Trace) -> str:
    """A whole HTML document in one text: no script, style, font or picture comes from elsewhere."""
    relations, partnerships = tuple(_relations(trace)), tuple(_partnerships(trace))
    article = trace.document.article
    parts = {
        "title": escape(trace.document.title or article.title or article.name),
        "about": escape(f"{article.name}, published {trace.document.published or 'at an unknown date'}"),
        "text": "\n".join(_blocks(trace, (*relations, *partnerships))),
        "partnerships": _list(partnerships),
        "relations": _list(relations),
        "entities": "\n".join(_entities(trace)),
        "mentions": "\n".join(_dropped_mentions(trace)),
    }
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(parts)


def _relations(trace: Trace) -> Iterator[_Item]:
    for number, candidate in enumerate(trace.relations):
        line = f"{told.relation_line(candidate, trace)} ({told.source(candidate)}, {candidate.score:.2f})"
        yield _Item(f"r{number}", line, candidate.relation.evidence, told.objection_to(candidate, trace))


def _partnerships(trace: Trace) -> Iterator[_Item]:
    for number, candidate in enumerate(trace.partnerships):
        line = f"{told.partnership_line(candidate, trace)} ({told.source(candidate)}, {candidate.score:.2f})"
        yield _Item(f"p{number}", line, candidate.evidence, candidate.objection)
    for number, link in enumerate(trace.unlikely):
        line = f"{told.names((link.subject, link.object), trace)} (reader, {link.score:.2f})"
        yield _Item(f"u{number}", line, link.evidence, told.objection_to_link(link))


def _list(items: Sequence[_Item]) -> str:
    """Those that were kept, then those that were dropped, each with the reason."""
    return "\n".join(_line(item) for item in sorted(items, key=lambda item: item.objection is not None))


def _line(item: _Item) -> str:
    what = f"{escape(item.line)}{_reason(item.objection)}"
    return f'<li tabindex="0" data-f="{item.id}"{_dropped(item.objection)}>{what}</li>'


def _dropped(objection: str | None) -> str:
    return ' class="dropped"' if objection else ""


def _reason(objection: str | None) -> str:
    return f" <em>{escape(objection)}</em>" if objection else ""


def _entities(trace: Trace) -> Iterator[str]:
    for entity in trace.facts.entities:
        about = ", ".join(part for part in (entity.kind, entity.country) if part)
        forms = "; ".join(entity.aliases)
        name = f'<mark class="{entity.entity_class}">{escape(entity.name)}</mark>'
        yield f"<li>{name} {escape(about)}{' – ' + escape(forms) if forms else ''}</li>"


def _dropped_mentions(trace: Trace) -> Iterator[str]:
    for candidate in trace.mentions:
        if objection := trace.against(candidate):
            what = f"{candidate.mention.text} ({candidate.mention.entity_class}, {candidate.source})"
            yield f'<li class="dropped">{escape(what)}{_reason(objection)}</li>'


def _blocks(trace: Trace, items: Sequence[_Item]) -> Iterator[str]:
    for block in trace.document.blocks:
        yield f'<p class="{block.role}">{"".join(_pieces(trace, block.span, items))}</p>'


def _pieces(trace: Trace, block: Span, items: Sequence[_Item]) -> Iterator[str]:
    """The text of a block, cut wherever a mention or a quote begins or ends; what overlaps or nests needs no tree."""
    mentions = [c for c in trace.mentions if block.overlaps(c.mention.span)]
    quotes = [item for item in items if block.overlaps(item.evidence)]
    spans = [block, *(c.mention.span for c in mentions), *(item.evidence for item in quotes)]
    cuts = sorted({cut for span in spans for cut in (span.start, span.end) if block.start <= cut <= block.end})
    for piece in (Span(start, end) for start, end in pairwise(cuts)):
        inside = " ".join(item.id for item in quotes if item.evidence.covers(piece))
        here = [c for c in mentions if c.mention.span.covers(piece)]
        yield f'<span data-f="{inside}">{_marked(escape(piece.of(trace.text)), here, trace)}</span>'


def _marked(written: str, here: Sequence[Candidate], trace: Trace) -> str:
    """A piece of text as the shortest mention that covers it shows it; one that was kept goes first."""
    if not here:
        return written
    candidate = min(here, key=lambda c: (trace.against(c) is not None, c.mention.span.length))
    mention, objection = candidate.mention, trace.against(candidate)
    about = (
        f"{mention.entity_class}{' ' + mention.kind if mention.kind else ''}, {candidate.source} {mention.score:.2f}"
    )
    entity = trace.entity_at(mention.span)
    if objection or entity is None:
        return f'<mark class="dropped" title="{escape(f"{about}: {objection}")}">{written}</mark>'
    return f'<mark class="{entity.entity_class}" title="{escape(f"{entity.name}: {about}")}">{written}</mark>'
