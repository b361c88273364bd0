"""Answer -> stdout, and what is to be said beside it -> stderr."""

# ruff: noqa: PLC0415 -- rich is imported only where there is a terminal to paint on

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.answers import Answer, Triples, Verdict, render
from triplehelix.answers.formats import Format, readable

if TYPE_CHECKING:
    from triplehelix.answers.plots import Plot

TRUNCATED = 3


def write(answer: Answer | Triples | Verdict, form: str, *, names: bool | None = None) -> int:
    """Write an answer to stdout and how much it is to stderr; the exit code, 3 when it was cut."""
    if form == Format.TABLE and isinstance(answer, Answer) and not answer.passages and sys.stdout.isatty():
        _paint(answer, names=names is not False)
    else:
        sys.stdout.flush()
        wrap = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        sys.stdout.buffer.write(render(answer, form, names=names, wrap=wrap).encode())  # CSV keeps its line ends
    if isinstance(answer, Answer) and form == Format.TABLE:
        click.echo(_size(answer), err=True)
    return _cut(answer)


def put(answer: Answer | Triples | Verdict, path: Path, *, names: bool | None = None) -> int:
    """Write an answer to a file in the format of its suffix, and how much it is to stderr; the exit code."""
    from triplehelix.answers.saving import save

    save(answer, path, names=names)
    click.echo(f"{path}: {_size(answer)}", err=True)
    return _cut(answer)


def put_plot(plot: Plot, path: Path) -> int:
    """Draw an answer in a file, and say on stderr what became of how much; the exit code."""
    plot.save(path)
    click.echo(f"{path}: {_size(plot.answer)} as {plot.view}", err=True)
    return _cut(plot.answer)


def _cut(answer: Answer | Triples | Verdict) -> int:
    if answer.cut:
        click.echo(f"warning: this is not the whole answer: {answer.cut}", err=True)
        return TRUNCATED
    return 0


def _size(answer: Answer | Triples | Verdict) -> str:
    if isinstance(answer, Triples):
        return f"{len(answer.triples)} triple{'' if len(answer.triples) == 1 else 's'}"
    if isinstance(answer, Verdict):
        return "yes or no"
    size = f"{len(answer)} row{'' if len(answer) == 1 else 's'}"
    return f"{size}: {answer.reason}" if answer.reason else size


def _paint(answer: Answer, *, names: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    head, body = readable(answer, names=names)
    painted = Table(*[column.replace("_", " ") for column in head], box=SIMPLE_HEAD, pad_edge=False)
    for row in body:
        painted.add_row(*[cell.replace("[", r"\[") for cell in row])
    Console().print(painted)
