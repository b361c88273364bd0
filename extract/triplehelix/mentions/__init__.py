"""Document -> mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplehelix.mentions.reading import Reading, Window

if TYPE_CHECKING:
    from triplehelix.documents import Document
    from triplehelix.facts import Mention

__all__ = ["Reading", "Window", "find_mentions", "read"]


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
