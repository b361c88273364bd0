"""Texts -> which of them are reprints of one another: by the word sequences that they share.

A text is cut into shingles of five words. Of their hashes the 32 smallest are its sketch, by which likely pairs are
found (Broder 1997, "On the resemblance and containment of documents"); whether a pair is one is then counted exactly.
"""

from __future__ import annotations

import hashlib
import heapq
import re

from triplehelix.identifiers import digest

_WORDS = 5
_SKETCH = 32
#: A pair that shares fewer hashes of its sketches is not looked at; at a resemblance of 0.4 one in a thousand
#: is missed.
LEAST_SHARED = 5
#: The share of the shorter text's shingles that stand in the longer one, from which on they count as one source.
_CONTAINED = 0.75
#: A text with fewer shingles says too little for that.
_SHORTEST = 20


def shingles(text: str) -> frozenset[str]:
    """The sequences of five words of a text, hashed to sixteen hexadecimal digits, whatever case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    sequences = {" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)}
    return frozenset(hashlib.blake2b(sequence.encode(), digest_size=8).hexdigest() for sequence in sequences)


def sketch(text: str) -> tuple[str, ...]:
    """The smallest hashes of a text's shingles; of a short text what only the very same text has."""
    found = shingles(text)
    if len(found) < _SHORTEST:
        return tuple(f"{digest(text)}-{n}" for n in range(LEAST_SHARED))
    return tuple(heapq.nsmallest(_SKETCH, found))


def is_reprint(one: str, other: str) -> bool:
    """Whether the shorter of two texts stands nearly whole in the longer one, or the two are equal."""
    if one == other:
        return True
    mine, theirs = shingles(one), shingles(other)
    shorter = min(len(mine), len(theirs))
    return shorter >= _SHORTEST and len(mine & theirs) >= _CONTAINED * shorter
