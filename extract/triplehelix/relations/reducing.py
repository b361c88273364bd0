"""A masked sentence -> the same without what stands between: places beside names, appositions, clauses.

'⟦O1⟧, a maker of lamps from ⟦L2⟧, and ⟦L3⟧'s ⟦O4⟧ rent rooms' becomes '⟦O1⟧ and ⟦O4⟧ rent rooms', so that one pattern
reads both. What is left out is read from the whole sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from triplehelix.relations.masking import Masked

_WITH = r"(?:of|by|in|from|at|near|behind|on|for|under|with|and) (?:the |an? |its )?(?:[\w-]+ ){0,3}⟦\w+⟧(?:['’]s ⟦\w+⟧)?(?: [\w-]+){0,4}"
#: What is left out, and what stays in its place; in this order, again and again until nothing changes.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(⟦[HOFN]\d+⟧) ?\([^()]*\)"), r"\1"),
    (re.compile(r"⟦L\d+⟧(?:['’]s?|[- ](?:based|registered|listed|headquartered)) (?=(?:[\w-]+ ){0,4}⟦[OH]\d+⟧)"), ""),
    (re.compile(r"(⟦[HOF]\d+⟧),? (?:of|from|in|near|outside) (?:nearby )?⟦L\d+⟧(?:(?:,| in) ⟦L\d+⟧)*"), r"\1"),
    (re.compile(r"(⟦[HOF]\d+⟧)(?:, ⟦L\d+⟧)+"), r"\1"),
    (re.compile(rf"(⟦[HOFN]\d+⟧), (?:an?|the|its|part of|itself|now|once|formerly|also) (?:[\w’'&%-]+ ){{0,9}}?(?:[\w-]+|{_WITH}),(?! (?:⟦|and ⟦))"), r"\1"),
    (re.compile(r"(⟦[HOFN]\d+⟧), (?:which|who|whose|where|itself|based|founded|headquartered|spun|set up|opened|built|owned) [^,.;:!?()]{1,90},"), r"\1"),
)  # fmt: skip


def reduced(sentence: Masked) -> Masked:
    """The sentence without what can be left out; the same sentence where nothing can."""
    text, before = sentence.text, ""
    while text != before:
        before = text
        for pattern, kept in _STEPS:
            text = pattern.sub(kept, text)
    return replace(sentence, text=text)
