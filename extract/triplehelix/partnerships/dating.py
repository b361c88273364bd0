"""The date of an agreement, from the dates in the text that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from triplehelix.dates import DateMention, find_dates
from triplehelix.partnerships.cues import PAPER
from triplehelix.partnerships.lasting import begun
from triplehelix.vocabulary import Status

#: A dateline ('DAEGU, March 17 (wire) – …') dates the report; a date that opens the line ('May 2024 – …') dates the event.
_DATELINE = re.compile(r"\A(?=[^\d.;!?]{4,60}, )(?!\d)[^.;!?]{0,70}?(?:\([\w /.-]+\) ?)?[–—-]{1,2}\s")
_SIGNED = (
    r"(?:counter)?sign\w*|initial\w*|ink(?:s|ed)?|seal\w*|conclu\w+|execut\w+|exchang\w+|formed|found\w*|establish\w*|constituted|since|announc\w+|dat(?:es?|ed|ing)|goes back"
    r"|agreed?|enter\w*|launch\w*|closed|struck|of|from|created|set up|began|begun|started|teamed|joined|took|grant\w*|put|unveil\w+|made|licen[cs]\w+|effect|force|formali[sz]\w+"
)
_RENEWED = r"renew\w*|extend\w*|extension|prolong\w*|rolled over|revived|taken up|sign\w*"
_ANCHORS = {
    status: re.compile(rf"\b(?:{_RENEWED if status is Status.RENEWED else _SIGNED})\b", re.IGNORECASE)
    for status in Status
}
_FILL = (
    r"(?: (?:in|on|at|to|of|the|as|end|last|this|next|early|late|mid|with|effect|from|again|already|formally|\w+day))*"
)
#: Before a date that says when the agreement ends, or when something else was.
_OTHER = re.compile(
    r"\b(?:until|till|through|by|before|valid to|good (?:to|through)|(?:expir|laps|terminat|cancel)\w+|end(?:ed|s)?|r[ua]ns? (?:out|to|until)|dissolved|rescinded|liquidated|wound up|stop(?:ped|s)"
    rf"|closed|closes|completed|disbanded|broke up|broken off|withdrew|left|scrapped|(?:starting|beginning|begins?|begin|start|starts|opens?|opening|reopen\w*|moves? in))(?:,?{_FILL})\s*\Z"
    r"|\b(?:first (?:\w+ )?(?:in|on)?|previous \w+ of|predecessor of)\s*\Z"
    r"|\b(?:residents?|tenants?|members?|based|located|headquartered|director|chair\w*|president|in office)\b[^.;]{0,40}? since\s*\Z",
    re.IGNORECASE,
)  # fmt: skip
#: Before a date of what will be done under the agreement.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|due|expected|scheduled|planned)\b(?:(?!\b(?:signed|concluded|agreed|which|that|who)\b)[^.;:,])*\Z"
)
#: Before a date of the agreement that was renewed: 'renewed its agreement of 2019', 'which dates from 2020'.
_FORMER = re.compile(
    r"\b(?:of|since|from|dat(?:es?|ed|ing) (?:from|back to)|(?:first )?(?:signed|concluded|begun|began|made|entered into|formed)[\w ]{0,12}? in|goes back to|as early as)\s*\Z|\(\Z",
    re.IGNORECASE,
)  # fmt: skip
#: Before the day on which a planned agreement would end.
_ENDS = re.compile(
    r"\b(?:until|till|through|valid to|(?:expir|laps|terminat)\w+|r[ua]ns? (?:out|to|until)|since)(?: \w+){0,2}\s*\Z",
    re.IGNORECASE,
)
#: After a year: the paper that it is the year of.
_ITS_PAPER = re.compile(rf"\s+(?:[\w-]+ ){{0,2}}{PAPER}\b")
_BEGUN_OR_ENDED = re.compile(
    r"\b(?:(?P<end>expir\w*|laps\w*|terminat\w*|cancel\w*|end(?:ed|s)?|dissol\w+|rescinded|liquidated|wound up|stopped|closed|completed|finished|wrapped up|broke\w*|with\w*drew|left|ran out|scrapped)"
    r"|sign\w*|conclu\w+|founded|formed|began|begun|started|set up|agreed|since|entered|launched|made|granted)\b",
    re.IGNORECASE,
)  # fmt: skip
#: How far from a word of signing a date in a neighbouring sentence may stand, in characters.
_NEAR = 60
#: So many neighbours are asked for any date; the ones before them only for the day of a signing or an announcement.
_BESIDE = 2
_DAY = len("2024-05-31")


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
        distances = [d for d in _distances(text, status, published) if number <= _BESIDE or len(d[1]) == _DAY]
        if distances and distances[0][0] <= _reach(number, status, text):
            return _sharpest(distances[0][1], [value for _, value in distances])
        if number == 0 and status in {Status.ACTIVE, Status.ENDED} and (start := begun(text, published, status)):
            return start
    return None


def _reach(number: int, status: Status, text: str) -> int:
    """How far from a word of signing a date may stand; a tie that merely runs takes none from its neighbours."""
    if number == 0:
        return _NEAR if status is Status.ENDED else len(text)
    if status in {Status.ACTIVE, Status.ENDED} or (number > _BESIDE and status is Status.PLANNED):
        return -1
    return _NEAR


def _sharpest(value: str, others: Sequence[str]) -> str:
    """The value, or another date of the same stretch that says the same more precisely: 'last month … on 19 October'."""
    return max([value, *(o for o in others if o.startswith(value))], key=len)


def _lead(text: str, mention: DateMention) -> str:
    """The text up to the date proper; a preposition that belongs to the mention ('until 2030') counts as before it."""
    words = re.match(r"(?:[a-z]+\s+)+", mention.span.of(text))
    return text[: mention.span.start + (words.end() if words else 0)]


def _distances(text: str, status: Status, published: date | None) -> list[tuple[int, str]]:
    """The dates that may be the agreement's, each with its distance from the nearest word of signing, nearest first."""
    anchors = [m.span() for m in _ANCHORS[status].finditer(text)]
    dated = _fitting(text, status, published)
    return sorted((0 if _of_its_paper(text, d) else _distance(d, anchors, len(text)), d.value) for d in dated)


def _distance(mention: DateMention, anchors: Sequence[tuple[int, int]], most: int) -> int:
    start, end = mention.span.start, mention.span.end
    return min((max(0, start - b, a - end) for a, b in anchors), default=most)


def _fitting(text: str, status: Status, published: date | None) -> Iterator[DateMention]:
    dateline = _DATELINE.match(text)
    start = dateline.end() if dateline else 0
    for mention in find_dates(text, published, future=status is Status.PLANNED):
        dates_it = mention.span.start >= start and not _dates_another(text, mention, status)
        if dates_it and _on_its_side(mention.value, status, published):
            yield mention


def _dates_another(text: str, mention: DateMention, status: Status) -> bool:
    """Whether the words around a date say that it is of the end, of another event, or of the paper that was renewed."""
    lead = _lead(text, mention)
    if status is Status.RENEWED and len(mention.value) == len("2024") and _of_its_paper(text, mention):
        return True
    if status is Status.PLANNED:
        return bool(_ENDS.search(lead))
    if status is Status.ENDED and not _of_its_paper(text, mention):
        told = list(_BEGUN_OR_ENDED.finditer(re.split(r"[.;(]", lead)[-1]))
        if told and told[-1]["end"]:
            return True
    return bool(_OTHER.search(lead) or _TO_COME.search(lead))


def _of_its_paper(text: str, mention: DateMention) -> bool:
    """Whether a date stands at the paper as a part of what it is called: 'the agreement of 2019', 'the 2019 pact'."""
    return bool(_FORMER.search(_lead(text, mention)) or _ITS_PAPER.match(text[mention.span.end :]))


def _on_its_side(value: str, status: Status, published: date | None) -> bool:
    """Whether a planned agreement lies ahead of publication, and any other does not."""
    if published is None:
        return True
    day = published.isoformat()[: len(value)]
    return value >= day if status is Status.PLANNED else value <= day
