"""Files, folders and addresses -> pieces of about as many articles each, found without reading whole files."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from triplehelix.articles import tables
from triplehelix.articles.collection import expand
from triplehelix.articles.origin import origin_of
from triplehelix.articles.reading import SUFFIXES, parse_each, read_each
from triplehelix.articles.records import read_json_lines
from triplehelix.errors import ArticleError
from triplehelix.shards import urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from triplehelix.articles import Article


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of articles, or a part of one.

    Attributes:
        url: its path or address.
        start: where the part begins: a byte of a .jsonl file, a row of a .parquet file.
        stop: where it ends, or None for the whole file.
        records: how many records of the file stand before it.
        lines: how many lines do.
    """

    url: str
    start: int = 0
    stop: int | None = None
    records: int = 0
    lines: int = 0

    def articles(self) -> Iterator[Article | ArticleError]:
        """Its articles in their order, with an error in the place of each that cannot be read."""
        try:
            yield from self._articles()
        except ArticleError as error:
            yield error
        except OSError as error:
            yield ArticleError(f"cannot be read ({error.strerror or error})", self.url, "check the address")

    def _articles(self) -> Iterator[Article | ArticleError]:
        suffix, origin = _suffix(self.url), origin_of(Path(self.url))
        if suffix == tables.SUFFIX:
            with urls.opened(self.url) as content:
                yield from tables.read_rows(content, origin, self.start, self.stop)
        elif self.stop is not None:
            data = urls.read(self.url, self.start, self.stop)
            yield from read_json_lines(data, origin, self.records, self.lines)
        elif urls.is_url(self.url):
            yield from parse_each(urls.read(self.url), origin, suffix)
        else:
            yield from read_each(self.url)


def pieces(paths: Iterable[str | Path], size: int) -> Iterator[tuple[Piece, ...]]:
    """The articles in files, folders and addresses, in groups of about `size`, in a fixed order.

    A .jsonl file is read through once, line by line; of the other files nothing is read.

    Raises:
        ArticleError: a path is missing, or a folder holds no articles.
        MissingExtra: an address, or a .parquet file, needs a library that is not installed.
    """
    group: list[Piece] = []
    for file in _files(paths):
        for piece, is_full in _parts(file, size):
            group.append(piece)
            if is_full or len(group) >= size:
                yield tuple(group)
                group = []
    if group:
        yield tuple(group)


def _files(paths: Iterable[str | Path]) -> Iterator[str]:
    for path in map(str, paths):
        if urls.is_url(path):
            found = [url for url in urls.files_in(path) if _suffix(url) in SUFFIXES]
        else:
            found = [str(file) for file in expand([path])[0]]
        if not found:
            raise ArticleError("holds no articles", path, f"the known suffixes are {' '.join(SUFFIXES)}")
        yield from found


def _parts(file: str, size: int) -> Iterator[tuple[Piece, bool]]:
    """The pieces of a file, and of each whether it is big enough to stand alone."""
    suffix = _suffix(file)
    if suffix == tables.SUFFIX:
        with _reading(file) as content:
            yield from ((Piece(file, start, stop, start), True) for start, stop in tables.ranges(content, file, size))
    elif suffix == ".jsonl":
        yield from ((piece, True) for piece in _lines(file, size))
    else:
        yield Piece(file), suffix == ".json"


def _lines(file: str, size: int) -> Iterator[Piece]:
    start = end = records = lines = first_record = first_line = 0
    with _reading(file) as content:
        for line in content:
            end += len(line)
            lines += 1
            records += bool(line.strip())
            if records - first_record >= size:
                yield Piece(file, start, end, first_record, first_line)
                start, first_record, first_line = end, records, lines
    if records > first_record or not records:
        yield Piece(file, start, end, first_record, first_line)


@contextmanager
def _reading(file: str) -> Iterator[BinaryIO]:
    try:
        with urls.opened(file) as content:
            yield content
    except OSError as error:
        raise ArticleError(f"cannot be read ({error.strerror or error})", file, "check the path") from None


def _suffix(path: str | Path) -> str:
    return Path(str(path)).suffix.lower()
