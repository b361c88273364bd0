"""Head and body -> a table as plain text: the same characters on every machine, and nothing cut or wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: Between two columns, and before a line that belongs to the row above it.
_GAP, INDENT = "  ", "    "


def table(head: Sequence[str], body: Sequence[Sequence[str]], below: Sequence[Sequence[str]] = ()) -> str:
    """Aligned columns under a head, as text that ends in a line feed.

    Args:
        head: the titles; an underscore stands for a space.
        body: the rows, each as long as the head.
        below: lines to set under each row, indented; empty, or one sequence a row.
    """
    rows = [[" ".join(cell.split()) for cell in row] for row in body]
    titles = [column.replace("_", " ") for column in head]
    widths = [max(map(width, column)) for column in zip(titles, *rows, strict=True)]
    lines = [_line(titles, widths), _line(["-" * size for size in widths], widths)]
    for number, row in enumerate(rows):
        lines.append(_line(row, widths))
        lines += [INDENT + line for line in (below[number] if below else ())]
    return "\n".join(lines) + "\n"


def markdown(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A table of GitHub's Markdown, as text that ends in a line feed."""
    rows = [head, ["---"] * len(head), *([_escaped(cell) for cell in row] for row in body)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def width(text: str) -> int:
    """How many cells of a terminal the text takes: two for wide East Asian characters, none for combining ones."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (size - width(cell)) for cell, size in zip(cells, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _escaped(cell: str) -> str:
    return " ".join(cell.split()).replace("\\", "\\\\").replace("|", "\\|")
