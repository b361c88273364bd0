"""Document -> mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplehelix.mentions.pairs import Thing
from triplehelix.mentions.reading import Reading, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplehelix.documents import Document
    from triplehelix.facts import Mention
    from triplehelix.mentions.scoring import PairScore

__all__ = ["Reading", "Thing", "Window", "find_mentions", "read", "score_pairs"]


def read(document: Document) -> Reading:
    """The mentions of a document together with the encoder's states, from one pass.

    Raises:
        TriplehelixError: the model is not there.
    """
    from triplehelix.mentions import finding  # noqa: PLC0415  (onnxruntime and tokenizers are slow to import)

    return finding.read(document)


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every mention of a Hub, Organization, Facility, Place or Person, in the order of the text.

    A mention may lie inside another ("the laboratory in Lyon" holds a Place). Boilerplate is not read.

    Raises:
        TriplehelixError: the model is not there.
    """
    return read(document).mentions


def score_pairs(reading: Reading, pairs: Sequence[tuple[Thing, Thing]]) -> list[PairScore]:
    """What the text says of ordered pairs of things (subject, object): relations, partnership, its kind and status.

    The encoder is not run again. A partnership has no direction: ask for both orders and take the mean.

    Raises:
        TriplehelixError: the model is not there.
    """
    from triplehelix.mentions import scoring  # noqa: PLC0415

    return scoring.score_pairs(reading, pairs)
