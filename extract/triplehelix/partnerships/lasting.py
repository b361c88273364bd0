"""How long an agreement has run -> the year in which it began."""

from __future__ import annotations

import re
from datetime import date

from triplehelix.dates import find_dates
from triplehelix.vocabulary import Status

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)}|a decade)"

_FOR = re.compile(
    rf"\b(?:(?:have|has|had) [^.;]{{0,80}}\bfor (?:the (?:last|past) )?{_COUNT}(?: years)?(?: now)?\b|(?P<now>for {_COUNT.replace('count', 'lasting')} years now)|For (?P<decade>a decade) (?:it|they|the)\b)"
)
_OLD = re.compile(rf"\b{_COUNT}-year-old\b", re.IGNORECASE)
_AGREED_TERM = re.compile(
    r"\b(?:will|runs?|term|renew\w*|extend\w*|prolong\w*|further|another|valid|next)\b", re.IGNORECASE
)


def begun(text: str, published: date | None, status: Status) -> str | None:
    """The year in which an agreement began that has run 'for two years' or ended 'two years after' it was made.

    Years count back from publication, or from the end that the text dates; 'YYYY', None where the text does not say.
    """
    if published is None:
        return None
    if match := _OLD.search(text):
        return str(published.year - _number(match["count"]))
    if status is Status.ENDED:
        return _before_the_end(text, published)
    if (match := _FOR.search(text)) and not _AGREED_TERM.search(match[0]):
        return str(published.year - _number(match["count"] or match["lasting"] or match["decade"]))
    return None


def _before_the_end(text: str, published: date) -> str | None:
    match = re.search(rf"\b{_COUNT} years after\b", text)
    if not match:
        return None
    ends = [d for d in find_dates(text, published) if d.value[:4] <= str(published.year)]
    year = int(ends[0].value[:4]) if ends else published.year
    return str(year - _number(match["count"]))


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 10 if word.lower() == "a decade" else _NUMBERS.index(word.lower()) + 1
