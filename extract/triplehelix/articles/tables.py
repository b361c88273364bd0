"""Rows of a .parquet file -> articles; its columns are the keys of a .jsonl file: text, title, published."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from triplehelix.articles.records import read_record
from triplehelix.errors import ArticleError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from triplehelix.articles.article import Article
    from triplehelix.articles.origin import Origin

SUFFIX = ".parquet"


def read_parquet(data: bytes, origin: Origin) -> Iterator[Article | ArticleError]:
    """The bytes of a .parquet file -> its articles, with an error in the place of each faulty row.

    Raises:
        ArticleError: it is no Parquet file.
        MissingExtra: pyarrow is not installed.
    """
    yield from read_rows(io.BytesIO(data), origin)


def read_rows(
    content: BinaryIO, origin: Origin, start: int = 0, stop: int | None = None
) -> Iterator[Article | ArticleError]:
    """The articles in a range of rows; of the file no more is read than the row groups that they lie in.

    Raises:
        ArticleError: it is no Parquet file.
        MissingExtra: pyarrow is not installed.
    """
    with _opened(content, origin.where) as file:
        for number, fields in _rows(file, start, file.metadata.num_rows if stop is None else stop):
            present = {name: value for name, value in fields.items() if value is not None}
            yield read_record(present, origin.record(number, f"row {number}"))


def ranges(content: BinaryIO, where: str, size: int) -> Iterator[tuple[int, int]]:
    """The rows of a file as ranges of at most `size`, none of which lies in two row groups.

    Raises:
        ArticleError: it is no Parquet file.
        MissingExtra: pyarrow is not installed.
    """
    with _opened(content, where) as file:
        for first, rows in _groups(file):
            stop = first + rows
            yield from ((start, min(start + size, stop)) for start in range(first, stop, size))


def _rows(file: Any, start: int, stop: int) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401 -- of pyarrow
    for group, (first, rows) in enumerate(_groups(file)):
        inside = max(start, first), min(stop, first + rows)
        if inside[0] < inside[1]:
            table = file.read_row_group(group).slice(inside[0] - first, inside[1] - inside[0])
            yield from enumerate(table.to_pylist(), inside[0] + 1)


def _groups(file: Any) -> list[tuple[int, int]]:  # noqa: ANN401 -- of pyarrow
    """Of each row group the number of its first row, and how many it has."""
    sizes = [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]
    return [(sum(sizes[:group]), size) for group, size in enumerate(sizes)]


@contextmanager
def _opened(content: BinaryIO, where: str) -> Iterator[Any]:
    try:
        from pyarrow import ArrowInvalid, parquet  # noqa: PLC0415 -- an extra
    except ImportError:
        raise MissingExtra("reading .parquet needs pyarrow", "parquet") from None
    try:
        yield parquet.ParquetFile(content)
    except ArrowInvalid as error:
        what = " ".join(str(error).split())
        raise ArticleError(f"is no Parquet file that can be read ({what})", where, "check the file") from None
