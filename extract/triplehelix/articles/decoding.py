"""Bytes -> the text that is stored: decoded, NFC, line feeds only, no control characters."""

from __future__ import annotations

import codecs
import re
import unicodedata

from triplehelix.errors import ArticleError

#: Bytes of UTF-8 that the text of one article may have.
TEXT_LIMIT = 300_000

#: Bytes that are read of one file, whatever its format: one JSON file may hold many articles.
FILE_LIMIT = 100_000_000

_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_BINARY_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NEWLINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def decode(data: bytes, where: str) -> str:
    """Bytes -> text, by the byte order mark if there is one, else as UTF-8.

    Raises:
        ArticleError: the bytes are binary data, or text in another encoding.
    """
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return _decode_as(encoding, data[len(bom) :], where, len(bom))
    if _BINARY_BYTES.search(data, 0, 8192):
        raise ArticleError("is binary, not text", where, "give the text itself, or a .pdf or .html file under its name")
    return _decode_as("utf-8", data, where)


def _decode_as(encoding: str, data: bytes, where: str, offset: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"is not {encoding.upper()} at byte {error.start + offset}",
            where,
            "convert it first, for example with: iconv -f WINDOWS-1252 -t UTF-8",
        ) from None


def stored_form(text: str, where: str) -> str:
    """Text -> the text that is stored: NFC, every kind of newline and page break as a line feed.

    Raises:
        ArticleError: it is blank, has more than `TEXT_LIMIT` bytes, or holds control characters.
    """
    check_size(text, where)
    text = unicodedata.normalize("NFC", _NEWLINES.sub("\n", text.removeprefix("\ufeff")))
    if control := _CONTROL.search(text):
        raise ArticleError(
            f"is binary or wrongly decoded: U+{ord(control[0]):04X} at character {control.start()}",
            where,
            "convert it to plain UTF-8 text first",
        )
    if not text.strip():
        raise ArticleError("is empty", where, "an article needs text")
    return text


def check_size(text: str, where: str) -> None:
    """Refuse text that is too long to be one article.

    Raises:
        ArticleError: it has more than `TEXT_LIMIT` bytes in UTF-8.
    """
    size = len(text) if len(text) > TEXT_LIMIT else len(text.encode(errors="surrogatepass"))
    if size > TEXT_LIMIT:
        raise ArticleError(
            f"holds {size / 1e3:.0f} kB of text, more than the {TEXT_LIMIT / 1e3:.0f} kB that one article may have",
            where,
            "split it into one file an article",
        )


def without_controls(text: str) -> str:
    """Text that a page or a PDF shows, its stray control characters made spaces: their makers leave them in."""
    return _CONTROL.sub(" ", _NEWLINES.sub("\n", text))


def one_line(text: str) -> str:
    """A value of metadata: NFC, on one line, without control characters."""
    return unicodedata.normalize("NFC", " ".join(without_controls(text).split()))
