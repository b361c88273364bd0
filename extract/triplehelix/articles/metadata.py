"""What a file says about its article, checked once: a value that cannot be used is an error, never silently lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from triplehelix.articles.article import Article
from triplehelix.articles.decoding import one_line, stored_form
from triplehelix.articles.language import guess_language, language_tag
from triplehelix.articles.written_dates import parse_date
from triplehelix.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplehelix.articles.origin import Origin

_URL_SAFE = "!#$%&'()*+,/:;=?@[]~"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_NAME_LIMIT = 200
#: How many lines (a breadcrumb, a date) may stand before the headline of a page.
_TITLE_LINES = 6


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article beside its text; None where the file does not say."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None


def metadata_of(fields: Mapping[str, object], where: str) -> Metadata:
    """Keys title, publisher, published, language, url -> Metadata; other keys are ignored.

    Raises:
        ArticleError: a value is not text, the date is no whole date, or the url no web address.
    """
    text = {key: _plain(fields.get(key), key, where) for key in ("title", "publisher", "published", "language", "url")}
    return Metadata(
        title=text["title"],
        publisher=text["publisher"],
        published=text["published"] and _iso_date(text["published"], where),
        language=text["language"] and language_tag(text["language"]),
        url=text["url"] and _web_address(text["url"], where),
    )


def make_article(text: str, metadata: Metadata, origin: Origin, name: str | None = None) -> Article:
    """Text, metadata and origin -> Article; the title opens the stored text unless it already does.

    Raises:
        ArticleError: the text is blank, too long, or holds control characters.
    """
    text = stored_form(text, origin.where)
    if metadata.title and not opens_with(text, metadata.title):
        text = f"{metadata.title}\n\n{text}"
    return Article(
        name=article_name(name or origin.name, origin.where),
        text=text,
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published,
        language=metadata.language or guess_language(text),
        url=metadata.url,
        source=origin.source,
    )


def opens_with(text: str, title: str) -> bool:
    """Whether one of the first lines of a text is the title, marks of Markdown, case and spacing aside."""
    lines = text[:2000].lstrip().split("\n")[:_TITLE_LINES]
    return any(one_line(line.strip("#*= \t")).casefold() == title.casefold() for line in lines)


def article_name(name: str, where: str) -> str:
    """A name that can also be a file's stem: what file systems refuse becomes "-".

    Raises:
        ArticleError: nothing is left of it, or more than 200 bytes.
    """
    name = _NOT_IN_NAMES.sub("-", one_line(name)).strip(" .-")
    if not name or len(name.encode()) > _NAME_LIMIT:
        raise ArticleError("has no usable name", where, f"give it an id of 1 to {_NAME_LIMIT} bytes")
    return name


def _plain(value: object, key: str, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return one_line(str(value)) or None
    raise ArticleError(f"{key} is a {type(value).__name__}", where, "give it as a string")


def _iso_date(written: str, where: str) -> str:
    day = parse_date(written)
    if day is None:
        raise ArticleError(f'published is "{written[:60]}", not a whole date', where, "write it as YYYY-MM-DD")
    return day.isoformat()


def _web_address(written: str, where: str) -> str:
    if urlsplit(written).scheme not in {"http", "https"}:
        raise ArticleError(f'url is "{written[:60]}", not a web address', where, "start it with http:// or https://")
    return quote(written, safe=_URL_SAFE)
