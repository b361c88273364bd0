"""One input -> its articles: which reader belongs to which suffix."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from triplehelix.articles.decoding import FILE_LIMIT
from triplehelix.articles.origin import STDIN, Origin, origin_of
from triplehelix.articles.page import read_page
from triplehelix.articles.paper import read_pdf
from triplehelix.articles.plain import read_markdown, read_text
from triplehelix.articles.records import read_json, read_json_lines
from triplehelix.articles.tables import read_parquet
from triplehelix.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from triplehelix.articles.article import Article

_ONE_EACH: dict[str, Callable[[bytes, Origin], Article]] = {
    ".htm": read_page,
    ".html": read_page,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_text,
}
_MANY_EACH: dict[str, Callable[[bytes, Origin], Iterator[Article | ArticleError]]] = {
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".parquet": read_parquet,
}

#: The suffixes that name a format, in lower case.
SUFFIXES = tuple(sorted({*_ONE_EACH, *_MANY_EACH}))


def read(path: str | Path) -> Iterator[Article]:
    """The articles of one file, or of stdin as plain text where the path is "-".

    Raises:
        ArticleError: the file or one of its records cannot be read.
        MissingExtra: the format needs a library that is not installed.
    """
    for article in read_each(path):
        if isinstance(article, ArticleError):
            raise article
        yield article


def read_each(path: str | Path) -> Iterator[Article | ArticleError]:
    """Like `read`, with an error in place of each record that cannot be read, so that the others are not lost.

    Raises:
        ArticleError: the file as a whole cannot be read.
        MissingExtra: the format needs a library that is not installed.
    """
    if str(path) == "-":
        yield read_text(_read_bytes(sys.stdin.buffer, STDIN.where), STDIN)
        return
    path = Path(path)
    yield from parse_each(_file_bytes(path, path.suffix.lower()), origin_of(path), path.suffix.lower())


def parse_each(data: bytes, origin: Origin, suffix: str) -> Iterator[Article | ArticleError]:
    """The articles in the bytes of a file whose suffix is one of `SUFFIXES`, or an error in place of a faulty record.

    Raises:
        ArticleError: the file as a whole cannot be read.
        MissingExtra: the format needs a library that is not installed.
    """
    if suffix in _ONE_EACH:
        yield _ONE_EACH[suffix](data, origin)
    else:
        yield from _MANY_EACH[suffix](data, origin)


def _file_bytes(path: Path, suffix: str) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError("is a folder, not an article", path, "give the files in it")
        if suffix not in SUFFIXES and path.exists():
            raise ArticleError(f'has the unknown suffix "{suffix}"', path, f"the known ones are {' '.join(SUFFIXES)}")
        with path.open("rb") as file:
            return _read_bytes(file, str(path))
    except FileNotFoundError:
        raise ArticleError("no such file", path, "check the path") from None
    except OSError as error:
        raise ArticleError(
            f"cannot be read ({error.strerror})", path, "check that it is a file and may be read"
        ) from None


def _read_bytes(file: BinaryIO, where: str) -> bytes:
    data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise ArticleError(f"is larger than {FILE_LIMIT / 1e6:.0f} MB", where, "split it into several files")
    if not data.strip():
        raise ArticleError("is empty", where, "an article needs text")
    return data
