"""The command that reads articles without a store: extract."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import jobs_option, paths_argument
from triplehelix.cli.progress import Watch, progress
from triplehelix.errors import StoreError

if TYPE_CHECKING:
    from triplehelix.articles import Article
    from triplehelix.facts import Facts


@click.command(short_help="Write the facts of articles as JSON.")
@paths_argument
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where the files go; made if missing."
)
@jobs_option
def extract(paths: tuple[Path, ...], out: Path, jobs: int | None) -> int:
    """Write the facts of articles as JSON, one file each, with the quote and its offsets for every statement.

    \b
    triplehelix extract news/ --out facts/
    """
    from triplehelix.articles import collect
    from triplehelix.reading import read_facts
    from triplehelix.workers import spread

    if not paths:
        raise click.UsageError("name at least one article, folder or -")
    watch = Watch()
    found = collect(paths)
    for path in found.skipped:
        click.echo(f"skipped {path}: no known suffix", err=True)
    for fault in found.failed:
        click.echo(f"error: {fault}", err=True)
    with progress("articles") as moved:
        facts = spread(read_facts, found.articles, jobs)
        for done, (article, stated) in enumerate(zip(found.articles, facts, strict=True), 1):
            _write(article, stated, out)
            moved(done, len(found.articles), article.name)
    click.echo(f"wrote {len(found.articles)} files to {out}", err=True)
    watch.tell(len(found.articles))
    return 1 if found.failed else 0


def _write(article: Article, facts: Facts, out: Path) -> None:
    from triplehelix.facts import to_json

    document = {"id": article.name, **to_json(facts, article.text)}
    try:
        out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        (out / f"{article.name}.json").write_text(text, encoding="utf-8")
    except OSError as fault:
        raise StoreError(f"cannot be written ({fault.strerror})", out, "name a folder that you may write to") from None
