"""PDF -> Article, by pypdf: the text layer, pages parted by a blank line."""

from __future__ import annotations

import io
import logging
import zlib
from typing import TYPE_CHECKING

from triplehelix.articles.decoding import check_size, one_line, without_controls
from triplehelix.articles.metadata import Metadata, make_article, opens_with
from triplehelix.errors import ArticleError, MissingExtra

if TYPE_CHECKING:
    from pypdf import PdfReader

    from triplehelix.articles.article import Article
    from triplehelix.articles.origin import Origin

#: What pypdf lets through, beside its own errors, when a file does not keep to the format.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OSError, zlib.error)

#: Keeps pypdf's running commentary on a broken file off stderr, where a program has not asked for logs.
_QUIET = logging.NullHandler()


def read_pdf(data: bytes, origin: Origin) -> Article:
    """The bytes of a .pdf file -> Article.

    Its creation date is not taken for the date of publication, and its title only where the text opens with it:
    programs that write PDF fill in both as they like.

    Raises:
        MissingExtra: pypdf is not installed.
        ArticleError: the file is broken or encrypted, or has no text layer.
    """
    title, text = _title_and_text(data, origin.where)
    if not text.strip():
        raise ArticleError(
            "holds no text, it may be a scan", origin.where, "run a text recognition (OCR) over it first"
        )
    metadata = Metadata(title=title if title and opens_with(text, title) else None)
    return make_article(text, metadata, origin)


def _title_and_text(data: bytes, where: str) -> tuple[str | None, str]:
    try:
        from pypdf import PdfReader  # noqa: PLC0415  # an extra
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError  # noqa: PLC0415
    except ImportError:
        raise MissingExtra("reading .pdf needs pypdf", "pdf") from None
    logging.getLogger("pypdf").addHandler(_QUIET)
    try:
        reader = PdfReader(io.BytesIO(data))
        return _title(reader), _text(reader, where)
    except (FileNotDecryptedError, DependencyError):
        raise ArticleError("is encrypted", where, "save it without a password") from None
    except (PyPdfError, *_BROKEN):
        raise ArticleError("is not a readable PDF", where, "open it in a PDF viewer and save it anew") from None


def _title(reader: PdfReader) -> str | None:
    title = reader.metadata and reader.metadata.title
    return one_line(str(title)) if title else None


def _text(reader: PdfReader, where: str) -> str:
    pages: list[str] = []
    for page in reader.pages:
        pages.append(without_controls(page.extract_text()).strip())
        check_size("\n\n".join(pages) if len(pages) % 100 == 0 else pages[-1], where)
    return "\n\n".join(page for page in pages if page)
