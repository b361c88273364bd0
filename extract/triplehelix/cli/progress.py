"""On stderr: a bar for work that takes a while, on a terminal only, and how fast it went."""

# ruff: noqa: PLC0415 -- rich is imported only where there is a terminal to paint on

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

#: What a stage calls when it has done one more thing: how many are done, how many there are, and the one just done.
Progress = Callable[[int, int, str], None]


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """A function that moves a bar; it does nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(label),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[at]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None, at="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, at=name)


class Watch:
    """How long reading has taken, from its making on."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    def tell(self, articles: int) -> None:
        """Say on stderr how fast so many articles were read; of a single one there is nothing to tell."""
        seconds = time.perf_counter() - self._start
        if articles > 1:
            click.echo(f"{articles} articles in {seconds:.1f} s, {articles / seconds:.1f} articles a second", err=True)
