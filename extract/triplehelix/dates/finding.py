"""Text -> the dates in it, by a grammar of news English; the clock of the machine is never read."""

from __future__ import annotations

from datetime import date

from triplehelix.dates import absolute, relative
from triplehelix.dates.mention import Clock, DateMention
from triplehelix.facts import Span

# The strongest first: what a rule has read is not read again.
_RULES = (*absolute.RULES, *relative.RULES)


def find_dates(text: str, published: date | None, *, future: bool = False) -> tuple[DateMention, ...]:
    """The dates in a text, in its order and without overlap.

    What cannot be told ('the same month', '24 May' in a text without a publication date) is left out, and so are
    numbers that only look like years ('2,000').

    Args:
        text: any piece of a text; offsets count from its beginning.
        published: the day that relative dates are told from.
        future: a date without its year lies on or after publication; by default on or before it.
    """
    clock = Clock(published, future)
    read: list[tuple[Span, str | None, bool]] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other, _, _ in read):
                read.append((span, rule.value(match, clock), rule.relative))
    return tuple(DateMention(span, value, told) for span, value, told in sorted(read, key=lambda r: r[0]) if value)
