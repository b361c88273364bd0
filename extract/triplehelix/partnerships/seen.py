"""What the trained reader says of partners: support for what grammar reads, and statements that grammar misses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from triplehelix.documents import Document
from triplehelix.facts import Entity, Span
from triplehelix.links import Links
from triplehelix.partnerships.cues import ANY_CUE, UNREAL
from triplehelix.partnerships.sequel import goes_on
from triplehelix.partnerships.statements import LONGEST_QUOTE, Statement, beside
from triplehelix.relations.masking import SLOT, mask, occurrences

#: From this probability on partners are taken that the reader alone sees.
SEEN = 0.6
#: From this one on also where no word beside them speaks of an agreement.
SEEN_UNSAID = 0.7
#: Below this one on average over its pairs, a group that grammar alone reads is not believed.
DOUBTED = 0.1
#: Pairs of one quote are one agreement when so large a share of all pairs among them is seen; else one each.
_WHOLE = 0.6

_Pair = tuple[str, str]


def likelihood(parties: Sequence[str], links: Links) -> float:
    """How likely the reader thinks the parties partners, the mean over their pairs."""
    pairs = list(combinations(parties, 2))
    return sum(links.partnership(*pair) for pair in pairs) / len(pairs)


def supported(statement: Statement, links: Links) -> bool:
    """Whether a layout ties the parties, or the reader thinks it possible at all that they are partners."""
    return statement.by_layout or likelihood(statement.parties, links) >= DOUBTED


def weighed(
    document: Document, entities: Sequence[Entity], links: Links, stated: Sequence[Statement]
) -> Iterator[tuple[Statement, str | None]]:
    """Statements of the pairs that the reader is sure of and that no stated group has, with what speaks against each."""
    known = {frozenset(pair) for s in stated for pair in combinations(s.parties, 2)}
    by_quote: dict[Span, list[_Pair]] = defaultdict(list)
    for link in links.partnerships(SEEN):
        if frozenset((link.subject, link.object)) not in known and link.evidence.length <= LONGEST_QUOTE:
            by_quote[link.evidence].append((link.subject, link.object))
    for quote, pairs in by_quote.items():
        words = SLOT.sub("", mask(document.article.text, quote, occurrences(entities)).text)
        for parties in _groups(pairs):
            yield around(document, entities, parties, quote), _objection(words, likelihood(parties, links))


def around(document: Document, entities: Sequence[Entity], parties: tuple[str, ...], quote: Span) -> Statement:
    """The statement of a quote, with what the sentence after it says of the same agreement."""
    text, named = document.article.text, occurrences(entities)
    near = beside([s.span for s in document.sentences], quote)
    told, following = mask(text, quote, named).text, next((s for s in near if s.start >= quote.end), None)
    if following and goes_on(more := mask(text, following, named).text):
        whole = document.quotable(Span(quote.start, following.end))
        return Statement(parties, SLOT.sub("", f"{told} {more}"), quote, (whole, *near))
    return Statement(parties, SLOT.sub("", told), quote, (quote, *near))


def _objection(words: str, likely: float) -> str | None:
    if cue := UNREAL.search(words):
        return f"the sentence says '{cue[0]}'"
    told = likely >= SEEN_UNSAID or ANY_CUE.search(words)
    return None if told else f"no word of an agreement beside them, and less likely than {SEEN_UNSAID:g}"


def _groups(pairs: Sequence[_Pair]) -> Iterator[tuple[str, ...]]:
    parties = tuple(dict.fromkeys(party for pair in pairs for party in pair))
    every = len(parties) * (len(parties) - 1) / 2
    if len(parties) > 2 and len(pairs) >= _WHOLE * every:
        yield parties
    else:
        yield from pairs
