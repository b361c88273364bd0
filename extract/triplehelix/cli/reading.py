"""The command that reads articles without a store: extract."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import jobs_option, paths_argument
from triplehelix.cli.progress import Watch, progress
from triplehelix.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplehelix.articles import Article


@click.command(short_help="Write the facts of articles as JSON.")
@paths_argument
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where the files go; made if missing.")
@click.option(
    "--trace", is_flag=True, help="Print what each stage proposed for one article, kept and dropped, and why."
)
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the same as a page with the text marked."
)
@jobs_option
def extract(paths: tuple[Path, ...], out: Path | None, html: Path | None, jobs: int | None, *, trace: bool) -> int:
    """Write the facts of articles as JSON, one file each, with the quote and its offsets for every statement.

    \b
    triplehelix extract news/ --out facts/
    triplehelix extract --trace news/2026-01-15.html
    triplehelix extract --html trace.html news/2026-01-15.html
    """
    from triplehelix.articles import collect

    if not paths:
        raise click.UsageError("name at least one article, folder or -")
    if not (out or trace or html):
        raise click.UsageError("say where the facts go with --out DIR, or ask for --trace or --html FILE")
    found = collect(paths)
    for path in found.skipped:
        click.echo(f"skipped {path}: no known suffix", err=True)
    for fault in found.failed:
        click.echo(f"error: {fault}", err=True)
    if (trace or html) and found.articles:
        _explain(found.articles, html, as_text=trace)
    if out:
        _write_all(found.articles, out, jobs)
    return 1 if found.failed else 0


def _explain(articles: Sequence[Article], html: Path | None, *, as_text: bool) -> None:
    """Text to stdout, a page to a file."""
    from triplehelix.reading import extract as read
    from triplehelix.tracing import lines, page
    from triplehelix.tracing import trace as retrace

    if len(articles) > 1:
        raise click.UsageError(f"a trace is of one article, and these are {len(articles)}")
    traced = retrace(read(articles[0]))
    if as_text:
        click.echo("\n".join(lines(traced)))
    if html:
        _write(page(traced), html)
        click.echo(f"wrote {html}", err=True)


def _write_all(articles: Sequence[Article], out: Path, jobs: int | None) -> None:
    from triplehelix.facts import to_json
    from triplehelix.reading import read_facts
    from triplehelix.workers import spread

    watch = Watch()
    with progress("articles") as moved:
        for done, (article, facts) in enumerate(zip(articles, spread(read_facts, articles, jobs), strict=True), 1):
            record = {"id": article.name, **to_json(facts, article.text)}
            _write(json.dumps(record, ensure_ascii=False, indent=1) + "\n", out / f"{article.name}.json")
            moved(done, len(articles), article.name)
    click.echo(f"wrote {len(articles)} files to {out}", err=True)
    watch.tell(len(articles))


def _write(text: str, file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_name(f"{file.name}.{os.getpid()}.new")
        aside.write_text(text, encoding="utf-8")
        aside.replace(file)
    except OSError as fault:
        where = file.parent
        raise StoreError(f"cannot be written ({fault.strerror})", where, "name a place that you may write to") from None
