"""Trace -> lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from triplehelix import partnerships, recognition, relations
from triplehelix.facts import Entity, Partnership, Span
from triplehelix.links import Link
from triplehelix.tracing.trace import Trace

#: A quote longer than this is cut in the middle.
_LONGEST = 160


def lines(trace: Trace) -> Iterator[str]:
    """Blocks, mentions, entities, relations and partnerships, a heading over each."""
    article = trace.document.article
    yield f"{article.name}: {trace.document.title or article.title or 'no title'}"
    yield f"published {trace.document.published or 'at a date that is not known'}"
    yield from _section("blocks", [_block(block.role, block.span, trace) for block in trace.document.blocks])
    yield from _section("mentions", [_mention(candidate, trace) for candidate in trace.mentions])
    yield from _section("entities", [_entity(entity, trace.text) for entity in trace.facts.entities])
    yield from _section("relations", [_relation(candidate, trace) for candidate in trace.relations])
    stated = [_partnership(candidate, trace) for candidate in trace.partnerships]
    yield from _section("partnerships", stated + [_unlikely(link, trace) for link in trace.unlikely])


def _section(title: str, rows: list[str]) -> Iterator[str]:
    yield from ("", f"{title.upper()}  {len(rows)}")
    yield from (f"  {row}" for row in rows)


def _block(role: str, span: Span, trace: Trace) -> str:
    return f"{role:12} {_quote(span, trace)}"


def _mention(candidate: recognition.Candidate, trace: Trace) -> str:
    mention = candidate.mention
    what = f"{mention.entity_class}{'/' + mention.kind if mention.kind else ''}"
    objection = trace.against(candidate)
    known = None if objection else trace.entity_at(mention.span)
    line = f"{candidate.source:9} {mention.score:.2f}  {what:34} {mention.span.start:>6}  {mention.text}"
    return _verdict(objection, line, f"is {known.id}" if known else "")


def _entity(entity: Entity, text: str) -> str:
    counts = Counter(span.of(text) for span in entity.mentions)
    forms = ", ".join(f"{form} ×{count}" for form, count in counts.items())
    kind = f"{entity.entity_class}{'/' + entity.kind if entity.kind else ''}"
    return f"{entity.id:4} {kind:34} {entity.country or '--'}  {entity.name}  ({forms})"


def _relation(candidate: relations.Candidate, trace: Trace) -> str:
    line = f"{source(candidate):9} {candidate.score:.2f}  {relation_line(candidate, trace)}"
    return _verdict(objection_to(candidate, trace), line, _quote(candidate.relation.evidence, trace))


def relation_line(candidate: relations.Candidate, trace: Trace) -> str:
    """Subject, relation and object, by name."""
    relation = candidate.relation
    return f"{trace.name(relation.subject)} {relation.type} {trace.name(relation.object)}"


def objection_to(candidate: relations.Candidate, trace: Trace) -> str | None:
    """What speaks against a relation, with the other relation where it is one; None where it is kept."""
    if candidate.rival is None:
        return candidate.objection
    rival = candidate.rival
    return f"{candidate.objection}: {trace.name(rival.subject)} {rival.type} {trace.name(rival.object)}"


def source(candidate: relations.Candidate | partnerships.Candidate) -> str:
    """Who proposes a relation or a partnership."""
    return "grammar" if candidate.by_grammar else "reader"


def _partnership(candidate: partnerships.Candidate, trace: Trace) -> str:
    line = f"{source(candidate):9} {candidate.score:.2f}  {partnership_line(candidate, trace)}"
    return _verdict(candidate.objection, line, _quote(candidate.evidence, trace))


def _unlikely(link: Link, trace: Trace) -> str:
    line = f"{'reader':9} {link.score:.2f}  {names((link.subject, link.object), trace)}"
    return _verdict(objection_to_link(link), line, _quote(link.evidence, trace))


def objection_to_link(link: Link) -> str:
    """What speaks against a partnership that the trained reader sees and that is not even a candidate."""
    least = partnerships.SEEN
    return f"less likely than {least:g}" if link.score < least else "the two stand too far apart"


def names(ids: tuple[str, ...], trace: Trace) -> str:
    """The names of entities, joined by a plus."""
    return " + ".join(trace.name(one) for one in ids)


def partnership_line(candidate: partnerships.Candidate, trace: Trace) -> str:
    """The parties, and what became of them: kind, status, date, topics and amount as far as they are known."""
    parties = names(candidate.parties, trace)
    if candidate.objection:
        return parties
    made = trace.partnership_of(candidate)
    return f"{parties}  [{'; '.join(_details(made)) if made else 'told elsewhere'}]"


def _details(partnership: Partnership) -> Iterator[str]:
    yield from (partnership.kind, partnership.status)
    if partnership.date:
        yield partnership.date
    yield from partnership.topics
    if amount := partnership.amount:
        yield f"{amount.value:,.0f} {amount.currency}"


def _verdict(objection: str | None, line: str, after: str) -> str:
    return f"dropped  {line}  ({objection})  {after}" if objection else f"kept     {line}  {after}"


def _quote(span: Span, trace: Trace) -> str:
    quote = " ".join(span.of(trace.text).split())
    half = _LONGEST // 2
    return f"“{quote}”" if len(quote) <= _LONGEST else f"“{quote[:half]} … {quote[-half:]}”"
