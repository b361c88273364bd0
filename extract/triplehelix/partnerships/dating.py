"""The date of an agreement, from the dates in the text that states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from triplehelix.dates import DateMention, find_dates
from triplehelix.vocabulary import Status

#: A dateline ('DAEGU, March 17 (wire) – …') dates the report; a date that opens the line ('May 2024 – …') dates the event.
_DATELINE = re.compile(r"\A(?=[^\d.;!?]{4,60}, )(?!\d)[^.;!?]{0,70}?(?:\([\w /.-]+\) ?)?[–—-]{1,2}\s")
_SIGNED = (
    r"sign\w*|initial\w*|inked|seal\w*|conclu\w+|execut\w+|exchang\w+|formed|found\w*|establish\w*|constituted|since|announc\w+"
    r"|agreed|enter\w*|launch\w*|closed|struck|of|from|created|set up|began|begun|started|teamed|joined|took|granted|put|unveil\w+"
)
_RENEWED = r"renew\w*|extend\w*|extension|prolong\w*|rolled over"
_ANCHORS = {
    status: re.compile(rf"\b(?:{_RENEWED if status is Status.RENEWED else _SIGNED})\b", re.IGNORECASE)
    for status in Status
}
#: Before a date that says when the agreement ends, or when an older one was made.
_OTHER = re.compile(
    r"\b(?:until|till|through|by|before|(?:expir|laps|terminat)\w+|ended?|r[ua]ns? (?:out|to|until)|dissolved|rescinded|liquidated|wound up|stopped)"
    r"(?: (?:in|on|at|to|the|end|of|last|this|next|early|late))*\s*\Z|\b(?:first (?:\w+ )?(?:in|on)?|previous \w+ of)\s*\Z"
)
#: How far from a word of signing a date in a neighbouring sentence may stand, in characters.
_NEAR = 60


def date_of(stretches: Sequence[str], status: Status, published: date | None) -> str | None:
    """The date nearest to a word of signing; never one that says when the agreement ends or when the report was written.

    Args:
        stretches: the text that states the agreement, then its neighbours in the order in which they are asked.
        status: what the agreement has come to; a planned one may lie in the future.
        published: what relative dates count from.

    Returns:
        'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', or None where the text gives none.
    """
    for number, text in enumerate(stretches):
        distances = _distances(text, status, published)
        if distances and ((number == 0 and status is not Status.ENDED) or distances[0][0] <= _NEAR):
            return distances[0][1]
    return None


def _lead(text: str, mention: DateMention) -> str:
    """The text up to the date proper; a preposition that belongs to the mention ('until 2030') counts as before it."""
    preposition = re.match(r"[a-z]+\s+", mention.span.of(text))
    return text[: mention.span.start + (preposition.end() if preposition else 0)]


def _distances(text: str, status: Status, published: date | None) -> list[tuple[int, str]]:
    """The dates that may be the agreement's, each with its distance from the nearest word of signing, nearest first."""
    dateline = _DATELINE.match(text)
    start = dateline.end() if dateline else 0
    anchors = [m.start() for m in _ANCHORS[status].finditer(text)]
    dated = find_dates(text, published, future=status is Status.PLANNED)
    fitting = [d for d in dated if d.span.start >= start and not _OTHER.search(_lead(text, d))]
    return sorted((min((abs(d.span.start - a) for a in anchors), default=len(text)), d.value) for d in fitting)
