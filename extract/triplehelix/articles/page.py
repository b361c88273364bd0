"""HTML -> Article, by trafilatura: the article without the page around it, one line a paragraph, list items as "- "."""

from __future__ import annotations

import codecs
import logging
import re
from typing import TYPE_CHECKING

from triplehelix.articles.decoding import decode, without_controls
from triplehelix.articles.metadata import Metadata, make_article, metadata_of
from triplehelix.errors import ArticleError, MissingExtra

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

    from triplehelix.articles.article import Article
    from triplehelix.articles.origin import Origin

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\blang\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)
#: Bytes of HTML that are read: trafilatura took 50 s of processor time for 10 MB, and articles need a tenth of that.
_PAGE_LIMIT = 4_000_000
#: The last date that a page may claim, so that today's date never decides what is found.
_LAST_DATE = "2100-12-31"
#: Keeps the commentary of trafilatura and htmldate off stderr, where a program has not asked for logs.
_QUIET = logging.NullHandler()


def read_page(data: bytes, origin: Origin) -> Article:
    """The bytes of a .html file -> Article.

    Raises:
        MissingExtra: trafilatura is not installed.
        ArticleError: the page is binary, wrongly encoded, too long, or holds no article.
    """
    if len(data) > _PAGE_LIMIT:
        size = f"{len(data) / 1e6:.1f} MB of HTML, more than {_PAGE_LIMIT / 1e6:.0f} MB"
        raise ArticleError(f"holds {size}", origin.where, "save the text of the page as .txt")
    page = _decode_page(data, origin.where)
    extracted = _extract(page)
    if extracted is None or not (extracted.text or "").strip():
        raise ArticleError("holds no article text", origin.where, "save the text of the page as .txt")
    return make_article(without_controls(extracted.text or ""), _metadata(extracted, page, origin.where), origin)


def _decode_page(data: bytes, where: str) -> str:
    """Text by the byte order mark, else as UTF-8, else by the charset that the page declares."""
    try:
        return decode(data, where)
    except ArticleError:
        declared = _CHARSET.search(data, 0, 4096)
        if declared is None or b"\0" in data:
            raise
        try:
            return codecs.decode(data, declared[1].decode("ascii"))
        except (LookupError, UnicodeError, TypeError):
            pass
        raise


def _extract(page: str) -> Extracted | None:
    try:
        import trafilatura  # noqa: PLC0415  # an extra, and slow to import
    except ImportError:
        raise MissingExtra("reading .html needs trafilatura", "html") from None
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(_QUIET)
    extracted = trafilatura.bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LAST_DATE},
    )
    return None if isinstance(extracted, dict) else extracted


def _metadata(extracted: Extracted, page: str, where: str) -> Metadata:
    language = _LANGUAGE.search(page)
    url = extracted.url or ""
    fields = {
        "title": extracted.title,
        "publisher": extracted.sitename,
        "published": extracted.date,
        "language": extracted.language or (language[1] if language else None),
        "url": url if url.startswith(("http://", "https://")) else None,
    }
    return metadata_of(fields, where)
