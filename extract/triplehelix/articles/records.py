"""JSON and JSON Lines -> Articles, one a record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from triplehelix.articles.decoding import decode
from triplehelix.articles.metadata import make_article, metadata_of
from triplehelix.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplehelix.articles.article import Article
    from triplehelix.articles.origin import Origin

_SHAPE = 'give {"text": "…"}'


def read_json(data: bytes, origin: Origin) -> Iterator[Article | ArticleError]:
    """The bytes of a .json file, an object or a list of objects -> its articles.

    In place of each faulty record stands its error, so that the others are not lost.

    Raises:
        ArticleError: the file as a whole cannot be read.
    """
    parsed = _parse(decode(data, origin.where), origin.where)
    if not isinstance(parsed, list):
        yield read_record(parsed, origin)
        return
    if not parsed:
        raise ArticleError("holds an empty list", origin.where, _SHAPE)
    for number, fields in enumerate(parsed, 1):
        yield read_record(fields, origin.record(number, f"record {number}"))


def read_json_lines(
    data: bytes, origin: Origin, records_before: int = 0, lines_before: int = 0
) -> Iterator[Article | ArticleError]:
    """The bytes of a .jsonl file, or of some lines of it -> its articles, blank lines passed over.

    In place of each faulty line stands its error, so that the others are not lost.

    Raises:
        ArticleError: the file as a whole cannot be read.
    """
    text = decode(data, origin.where)
    lines = [(i, line) for i, line in enumerate(text.split("\n"), lines_before + 1) if line.strip()]
    if not lines:
        raise ArticleError("is empty", origin.where, "give one JSON object a line")
    for number, (line_number, line) in enumerate(lines, records_before + 1):
        try:
            fields = _parse(line, origin.where, line_number)
        except ArticleError as error:
            yield error
        else:
            yield read_record(fields, origin.record(number, f"line {line_number}"))


def _parse(text: str, where: str, first_line: int = 1) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno + first_line - 1}, column {error.colno}"
        raise ArticleError(f"is not JSON at {place} ({error.msg})", where, "mend the file") from None
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"is JSON that cannot be read ({error})", where, "mend the file") from None


def read_record(fields: object, origin: Origin) -> Article | ArticleError:
    """One record (a dictionary with the key "text") -> its article, or what is wrong with it."""
    try:
        return _article(fields, origin)
    except ArticleError as error:
        return error


def _article(fields: object, origin: Origin) -> Article:
    if not isinstance(fields, dict):
        raise ArticleError(f"is a {type(fields).__name__}, not an object", origin.where, _SHAPE)
    text = fields.get("text")
    if not isinstance(text, str):
        raise ArticleError('has no "text"' if text is None else '"text" is not a string', origin.where, _SHAPE)
    return make_article(text, metadata_of(fields, origin.where), origin, _own_name(fields.get("id")))


def _own_name(given: object) -> str | None:
    is_name = isinstance(given, str | int) and not isinstance(given, bool)
    return str(given).strip() or None if is_name else None
