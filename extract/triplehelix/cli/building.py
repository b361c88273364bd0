"""Commands that change the store: build, add, drop."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import base_option, jobs_option, paths_argument, store_option
from triplehelix.cli.progress import Watch, progress

if TYPE_CHECKING:
    from triplehelix.pipeline import BuildReport


@click.command(short_help="Turn articles into a validated graph.")
@paths_argument
@store_option
@jobs_option
@base_option
def build(paths: tuple[Path, ...], store: Path, jobs: int | None, base: str | None) -> int:
    """Turn articles (by default the four seeds) into a validated graph: the store holds these and no others.

    \b
    triplehelix build
    triplehelix build news/ report.pdf --store my-store
    triplehelix build news/ --jobs 4
    """
    from triplehelix import pipeline

    watch = Watch()
    with progress("articles") as moved:
        report = pipeline.build(paths, store, progress=moved, jobs=jobs, base=base)
    return _tell(report, watch)


@click.command(short_help="Add articles to the store.")
@paths_argument
@store_option
@jobs_option
@base_option
def add(paths: tuple[Path, ...], store: Path, jobs: int | None, base: str | None) -> int:
    """Add articles to the store, or read them again; an unchanged one costs nothing.

    \b
    triplehelix add news/2026-01-15.html
    curl -s https://example.org/news.html | triplehelix add -
    """
    from triplehelix import pipeline

    if not paths:
        raise click.UsageError("name at least one article, folder or -")
    watch = Watch()
    with progress("articles") as moved:
        report = pipeline.add(paths, store, progress=moved, jobs=jobs, base=base)
    return _tell(report, watch)


@click.command(short_help="Take an article out of the store.")
@click.argument("article")
@store_option
def drop(article: str, store: Path) -> None:
    """Take an article out of the store, with every statement that it alone supports.

    \b
    triplehelix drop 2026-01-15
    """
    from triplehelix import pipeline

    for dropped in pipeline.drop(article, store).outcomes:
        click.echo(f"dropped {dropped.name}", err=True)


def _tell(report: BuildReport, watch: Watch) -> int:
    """What became of the articles, on stderr; exit code 1 when one could not be read."""
    for path in report.skipped:
        click.echo(f"skipped {path}: not an article", err=True)
    *faults, sums = report.lines()
    for fault in faults:
        click.echo(f"error: {fault}", err=True)
    click.echo(sums, err=True)
    watch.tell(report.read)
    return 1 if report.failed else 0
