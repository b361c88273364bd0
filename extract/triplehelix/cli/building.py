"""Commands that change the store: build, add, drop."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import (
    base_option,
    engine_option,
    jobs_option,
    paths_argument,
    shards_option,
    store_option,
)
from triplehelix.cli.progress import Watch, progress

if TYPE_CHECKING:
    from triplehelix.pipeline import BuildReport


@click.command(short_help="Turn articles into a validated graph.")
@paths_argument
@store_option
@jobs_option
@base_option
@engine_option
@shards_option
def build(  # noqa: PLR0913 -- one for each option
    paths: tuple[Path, ...], store: Path, *, jobs: int | None, base: str | None, engine: str | None, shards: str | None
) -> int:
    """Turn articles (by default the four seeds) into a validated graph: the store holds these and no others.

    \b
    triplehelix build
    triplehelix build news/ report.pdf --store my-store
    triplehelix build news/ --jobs 4
    triplehelix build news.jsonl --engine ray --shards s3://bucket/graph
    """
    from triplehelix import pipeline

    if shards:
        return _write_shards(paths, shards, engine or "processes", jobs)
    watch = Watch()
    with progress("articles") as moved:
        given = map(_as_given, paths)
        report = pipeline.build(given, store, progress=moved, jobs=jobs, base=base, engine=engine)
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


def _write_shards(paths: tuple[Path, ...], folder: str, engine: str, jobs: int | None) -> int:
    """Shards instead of a store; exit code 1 when an article could not be read."""
    from triplehelix.shards import Plan, make_all

    if not paths:
        raise click.UsageError("name at least one file, folder or address")
    watch, articles, failed, quads = Watch(), 0, 0, 0
    with progress("articles") as moved:
        for task, made in make_all(Plan(tuple(map(_as_given, paths)), folder), engine=engine, jobs=jobs):
            articles, failed, quads = articles + made.articles, failed + made.failed, quads + made.quads
            moved(articles, articles, task.name)
    click.echo(f"{folder}: {articles} articles, {quads} quads; {failed} could not be read", err=True)
    watch.tell(articles)
    return 1 if failed else 0


def _as_given(path: Path) -> str:
    """An argument as it was typed: a path makes one slash of the two in an address."""
    return re.sub(r"^([a-z][a-z0-9+]+):/(?=[^/])", r"\1://", str(path))


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
