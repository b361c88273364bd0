"""The value that every later stage starts from: one article as it is stored."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, and what its file says about it.

    Every offset in the project counts Unicode code points of `text`, which is NFC with line feeds as its only newlines.

    Attributes:
        name: unique and stable: the file's stem, or the record's "id".
        text: the stored text, boilerplate included.
        title: headline, or None where the file gives none.
        publisher: who published it, or None.
        published: ISO date 'YYYY-MM-DD' as the file's metadata gives it, or None.
        language: BCP 47 tag such as "en", or None where it is not known.
        url: where it was published, or None.
        source: the name of the file it was read from, without directories ("-" for stdin).
    """

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    source: str = ""

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def content_hash(self) -> str:
        """SHA-256 of text and metadata, as 64 hexadecimal digits: two articles with one hash are unchanged.

        The name and the source file are left out: they say where the article is kept, not what it says.
        """
        content = [self.text, self.title, self.publisher, self.published, self.language, self.url]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()
