"""The date of an agreement, from the dates in the text that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from triplehelix.dates import DateMention, find_dates
from triplehelix.partnerships.lasting import begun
from triplehelix.vocabulary import Status

#: A dateline ('DAEGU, March 17 (wire) – …') dates the report; a date that opens the line ('May 2024 – …') dates the event.
_DATELINE = re.compile(r"\A(?=[^\d.;!?]{4,60}, )(?!\d)[^.;!?]{0,70}?(?:\([\w /.-]+\) ?)?[–—-]{1,2}\s")
_SIGNED = (
    r"(?:counter)?sign\w*|initial\w*|ink(?:s|ed)?|seal\w*|conclu\w+|execut\w+|exchang\w+|formed|found\w*|establish\w*|constituted|since|announc\w+|dat(?:es?|ed|ing)|goes back"
    r"|agreed?|enter\w*|launch\w*|closed|struck|of|from|created|set up|began|begun|started|teamed|joined|took|grant\w*|put|unveil\w+|made|licen[cs]\w+|effect|force|formali[sz]\w+"
)
_RENEWED = r"renew\w*|extend\w*|extension|prolong\w*|rolled over|revived|taken up|sign\w*|re-?newal"
_ANCHORS = {
    status: re.compile(rf"\b(?:{_RENEWED if status is Status.RENEWED else _SIGNED})\b", re.IGNORECASE)
    for status in Status
}
_FILL = r"(?: (?:in|on|at|to|of|the|as|end|last|this|next|early|late|mid|with|effect|from|again|quietly|already|formally|both|sides|confirmed|both|\w+day))*"
#: Before a date that says when the agreement ends, or when something else was.
_OTHER = re.compile(
    r"\b(?:until|till|through|by|before|valid to|good (?:to|through)|(?:expir|laps|terminat|cancel)\w+|end(?:ed|s)?|r[ua]ns? (?:out|to|until)|dissolved|rescinded|liquidated|wound up|stop(?:ped|s)"
    rf"|closed|closes|completed|disbanded|broke up|broken off|withdrew|left|scrapped|(?:starting|beginning|begins?|begin|start|starts|opens?|opening|reopen\w*|moves? in))(?:,?{_FILL})\s*\Z"
    r"|\b(?:first (?:\w+ )?(?:in|on)?|previous \w+ of|predecessor of)\s*\Z"
    r"|\b(?:residents?|tenants?|members?|based|located|headquartered|active|director|head|chair\w*|president|operat\w+|run|managed|in office)\b[^.;]{0,40}? since\s*\Z",
    re.IGNORECASE,
)  # fmt: skip
#: Before a date of the agreement that was renewed: 'renewed its agreement of 2019', 'which dates from 2020'.
_FORMER = re.compile(
    r"\b(?:of|since|from|dat(?:es?|ed|ing) (?:from|back to)|(?:first )?(?:signed|concluded|begun|began|made|entered into|formed)[\w ]{0,12}? in|goes back to|as early as)\s*\Z|\(\Z",
    re.IGNORECASE,
)  # fmt: skip
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
            return _sharpest(distances[0][1], [value for _, value in distances])
        if number == 0 and status in {Status.ACTIVE, Status.ENDED} and (start := begun(text, published, status)):
            return start
    return None


def _sharpest(value: str, others: Sequence[str]) -> str:
    """The value, or another date of the same stretch that says the same more precisely: 'last month … on 19 October'."""
    return max([value, *(o for o in others if o.startswith(value))], key=len)


def _lead(text: str, mention: DateMention) -> str:
    """The text up to the date proper; a preposition that belongs to the mention ('until 2030') counts as before it."""
    preposition = re.match(r"[A-Za-z]+\s+(?!of\b)", mention.span.of(text))
    return text[: mention.span.start + (preposition.end() if preposition and not preposition[0][0].isupper() else 0)]


def _distances(text: str, status: Status, published: date | None) -> list[tuple[int, str]]:
    """The dates that may be the agreement's, each with its distance from the nearest word of signing, nearest first."""
    anchors = [m.span() for m in _ANCHORS[status].finditer(text)]
    return sorted((_distance(d, anchors, len(text)), d.value) for d in _fitting(text, status, published))


def _distance(mention: DateMention, anchors: Sequence[tuple[int, int]], most: int) -> int:
    start, end = mention.span.start, mention.span.end
    return min((max(0, start - b, a - end) for a, b in anchors), default=most)


def _fitting(text: str, status: Status, published: date | None) -> Iterator[DateMention]:
    dateline = _DATELINE.match(text)
    start = dateline.end() if dateline else 0
    for mention in find_dates(text, published, future=status is Status.PLANNED):
        lead = _lead(text, mention)
        former = status is Status.RENEWED and _FORMER.search(lead)
        if mention.span.start >= start and not _OTHER.search(lead) and not former:
            if status is Status.PLANNED or not _lies_ahead(mention.value, published):
                yield mention


def _lies_ahead(value: str, published: date | None) -> bool:
    return published is not None and value > published.isoformat()[: len(value)]
