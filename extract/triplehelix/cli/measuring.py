"""The command that measures the extractor: eval."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from triplehelix.cli.options import jobs_option
from triplehelix.cli.progress import Watch, progress
from triplehelix.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triplehelix.evaluation import Evaluation


@click.command(name="eval", short_help="Measure the extractor against a gold folder.")
@click.argument("gold", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrongly claimed.")
@click.option("--kinds", is_flag=True, help="Show the figures of each kind too; the JSON always has them.")
@click.option(
    "--against",
    "previous",
    type=click.Path(path_type=Path),
    metavar="PREVIOUS.json",
    help="Compare with an earlier run, kept with --json.",
)
@click.option(
    "--only",
    type=click.Choice(["held-out", "all"]),
    default="all",
    show_default=True,
    help="held-out: the third that is never trained on, the articles whose name ends in a multiple of 3.",
)
@jobs_option
def evaluate(  # noqa: PLR0913 - one argument an option
    gold: Path, previous: Path | None, only: str, jobs: int | None, *, as_json: bool, errors: bool, kinds: bool
) -> None:
    """Measure the extractor against a folder of annotated articles: precision, recall, F1 and their 95% intervals.

    \b
    triplehelix eval tests/gold/seeds --errors
    triplehelix eval tests/gold/fictional --only held-out --json > figures.json
    triplehelix eval tests/gold/fictional --only held-out --against figures.json
    """
    from triplehelix.evaluation import evaluate as measure
    from triplehelix.evaluation import held_out

    earlier = _earlier(previous) if previous else None
    watch = Watch()
    with progress("articles") as moved:
        figures = measure(gold, only=held_out if only == "held-out" else None, jobs=jobs, progress=moved)
    if earlier and earlier["articles"] != figures.articles:
        click.echo(f"warning: the earlier run read {earlier['articles']} articles, not {figures.articles}", err=True)
    if as_json:
        click.echo(json.dumps(_record(figures, earlier, errors=errors), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_report(figures, earlier, errors=errors, kinds=kinds)))
    watch.tell(figures.articles)


def _report(figures: Evaluation, earlier: Mapping[str, Any] | None, *, errors: bool, kinds: bool) -> Iterator[str]:
    yield from figures.lines(kinds=kinds)
    if earlier is not None:
        yield from ("", "against the earlier run", *map(str, figures.against(earlier)))
    if errors:
        yield from ("", f"errors: {len(figures.faults)}", *map(str, figures.faults))


def _record(figures: Evaluation, earlier: Mapping[str, Any] | None, *, errors: bool) -> dict[str, Any]:
    changes = figures.against(earlier or {})
    compared = [{"name": c.name, "before": c.before, "after": c.after, "worse": c.worse} for c in changes]
    faults = [{"article": f.article, "verdict": f.verdict, "what": f.what} for f in figures.faults]
    return {
        **figures.to_json(),
        **({"against": compared} if earlier is not None else {}),
        **({"errors": faults} if errors else {}),
    }


def _earlier(path: Path) -> dict[str, Any]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(record, dict) and "articles" in record:
            return record
        reason = "it holds no figures"
    except OSError as fault:
        reason = str(fault.strerror)
    except ValueError:
        reason = "it is not JSON"
    raise ArticleError(f"not an earlier run ({reason})", path, "keep one with: triplehelix eval GOLD_DIR --json")
