"""The date of an agreement, from the dates in the text that states it."""

from __future__ import annotations

import re
from datetime import date

from triplehelix.dates import find_dates
from triplehelix.vocabulary import Status

#: A dateline ('DAEGU, March 17 (wire) – …') dates the report, not the agreement.
_DATELINE = re.compile(r"\A[^.;!?]{0,70}?(?:\([\w /.-]+\) ?)?[–—-]{1,2}\s")
_SIGNING = re.compile(
    r"\b(?:sign\w*|initial\w*|inked|seal\w*|conclu\w+|execut\w+|exchang\w+|formed|found\w*|establish\w*|constituted|since|renew\w*|extend\w*|prolong\w*|announc\w+|agreed|enter\w*|launch\w*|closed|struck|of|from|created|set up)\b"
)
_ENDING = re.compile(
    r"\b(?:until|till|through|expir\w+|ended?|laps\w+|terminat\w+|ran out|runs? out|by|before|to)\s+(?:the end of\s+|on\s+|in\s+)?\Z"
)


def date_of(text: str, status: Status, published: date | None) -> str | None:
    """The date nearest to a word of signing; never one that says when the agreement ends or when the report was written.

    Returns:
        'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', or None where the text gives none.
    """
    dateline = _DATELINE.match(text)
    start = dateline.end() if dateline else 0
    dated = find_dates(text, published, future=status is Status.PLANNED)
    fitting = [d for d in dated if d.span.start >= start and not _ENDING.search(text[: d.span.start])]
    anchors = [m.end() for m in _SIGNING.finditer(text)]
    if not fitting or (status is Status.ENDED and not anchors):
        return None
    return min(fitting, key=lambda d: (min((abs(d.span.start - a) for a in anchors), default=0), d.span)).value
