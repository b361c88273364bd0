"""A stretch of text -> what the agreement is about, as the text words it."""

from __future__ import annotations

import re

_WORD = r"[a-z][a-z0-9-]*"
_PHRASE = re.compile(
    rf"\b(?:in (?:the )?(?:fields?|areas?|domains?) (?:of|such as)|in fields such as|focus(?:ed|ing)? on|on the subject of|on|for|in|of) (?:the )?({_WORD}(?: {_WORD}){{0,3}})(?: and ({_WORD}(?: {_WORD}){{0,2}}))?"
    r"(?=[,.;:)]| with| between| in | at | to | by | under|$)"
)  # fmt: skip
#: Phrases that begin or end so speak of time, place or the paper itself, not of a subject.
_NOT_A_TOPIC = re.compile(
    r"^(?:a|an|its|their|his|her|our|both|one|two|three|four|five|ten|another|each|all|this|that|these|those|some|any|more|many|up|behalf|stage|site|paper|condition|top|part|course|terms?"
    r"|years?|months?|weeks?|days?|understanding|intent|agreement|cooperation|collaboration|force|effect|return|first|last|next|early|late|monday|tuesday|wednesday|thursday|friday)\b"
    r"|\b(?:years?|months?|weeks?|time|day|week|parties|sides|partners|agreement|contract|memorandum|ceremony|event|regions?|countries)$"
)  # fmt: skip
MOST = 3


def topics(text: str) -> tuple[str, ...]:
    """At most three noun phrases, lower case, in the order of the text."""
    found: list[str] = []
    for match in _PHRASE.finditer(text):
        found += [phrase for phrase in match.groups() if phrase and len(phrase) > 3 and not _NOT_A_TOPIC.search(phrase)]
    return tuple(dict.fromkeys(found))[:MOST]
