"""Plain text and Markdown -> Article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplehelix.articles.decoding import decode
from triplehelix.articles.metadata import Metadata, make_article, metadata_of
from triplehelix.errors import ArticleError

if TYPE_CHECKING:
    from yaml import Mark

    from triplehelix.articles.article import Article
    from triplehelix.articles.origin import Origin

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read_text(data: bytes, origin: Origin) -> Article:
    """The bytes of a .txt file -> Article; the text is stored as it stands.

    Raises:
        ArticleError: binary, wrongly encoded, blank or too long.
    """
    return make_article(decode(data, origin.where), Metadata(), origin)


def read_markdown(data: bytes, origin: Origin) -> Article:
    """The bytes of a .md file -> Article; YAML front matter gives the metadata, the rest is stored as it stands.

    Raises:
        ArticleError: binary, wrongly encoded, blank or too long, or the front matter is no YAML mapping.
    """
    text = decode(data, origin.where)
    front = _FRONT_MATTER.match(text)
    if front is None:
        return make_article(text, Metadata(), origin)
    metadata = metadata_of(_mapping(front["yaml"], origin.where), origin.where)
    return make_article(text[front.end() :], metadata, origin)


def _mapping(text: str, where: str) -> dict[str, object]:
    import yaml  # noqa: PLC0415  # not before it is needed: it takes a tenth of the command's start-up

    try:
        fields = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ArticleError(
            f"front matter is not YAML{_place(getattr(error, 'problem_mark', None))}",
            where,
            "write lines of the form key: value",
        ) from None
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise ArticleError("front matter is not a mapping", where, "write lines of the form key: value")
    return {str(key).lower(): value for key, value in fields.items()}


def _place(mark: Mark | None) -> str:
    return f" at line {mark.line + 2}, column {mark.column + 1}" if mark else ""
