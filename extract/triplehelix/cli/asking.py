"""Commands that ask the graph: ask, queries, sparql, why."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from triplehelix.cli.options import (
    format_option,
    limit_option,
    names_option,
    quarantine_option,
    store_option,
    timeout_option,
)
from triplehelix.cli.questions import Questions


@click.group(
    cls=Questions,
    short_help="Answer a saved question.",
    subcommand_metavar="QUERY|QUESTION [--PARAM VALUE]...",
    invoke_without_command=True,
)
@click.pass_context
def ask(ctx: click.Context) -> None:
    """Answer a saved question: which foreign clusters partner with Osaka?

    A question in plain words finds the saved one that has most words with it; what was understood stands on stderr.

    \b
    triplehelix ask "which foreign clusters partner with Osaka?"
    triplehelix ask foreign_clusters --hub Osaka --evidence
    triplehelix ask partners --thing Osaka --kind mou --save partners.xlsx
    triplehelix ask foreign_clusters --hub Osaka --plot clusters.svg
    triplehelix ask my_question.rq --timeout 10
    triplehelix ask partners --help
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@click.command(short_help="List the saved questions.")
@click.option(
    "--shacl",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.ttl",
    help="Write them as SHACL executables instead, to be loaded beside the data.",
)
@click.option("--endpoint", metavar="URL", help="Where they can be asked, for --shacl.")
@store_option
def queries(file: Path | None, endpoint: str | None, store: Path) -> None:
    """List the saved questions with their parameters and defaults, or write them as SHACL.

    Written as SHACL, a default that names a thing is the thing of that name in the store, or left open.

    \b
    triplehelix queries
    triplehelix queries --shacl questions.ttl --endpoint https://example.org/sparql
    """
    from triplehelix.cli.questions import listing
    from triplehelix.questions import all_questions

    if file is None:
        click.echo("\n\n".join(listing(question) for question in all_questions()))
    else:
        _write_shacl(file, endpoint, store)


def _write_shacl(file: Path, endpoint: str | None, store: Path) -> None:
    from triplehelix.questions import all_questions
    from triplehelix.questions.executables import TARGET, write_executables
    from triplehelix.store import Store

    with Store.open(store, readonly=True) as graph:
        written = write_executables(all_questions(), file, graph, endpoint or TARGET)
    click.echo(f"wrote {written} statements to {file}", err=True)


@click.command(short_help="Run any SPARQL read query.")
@click.argument("query", metavar="QUERY|FILE|-")
@format_option
@names_option
@store_option
@timeout_option
@limit_option
@quarantine_option
def sparql(  # noqa: PLR0913 - one argument an option
    query: str, store: Path, form: str, timeout: float, limit_rows: int, *, quarantine: bool, names: bool | None
) -> int:
    """Run any SPARQL read query; the usual prefixes need no declaration, and GRAPH finds the graphs of each article.

    \b
    triplehelix sparql 'SELECT ?hub WHERE { ?hub a helix:Hub }'
    triplehelix sparql my_query.rq --format json
    echo 'ASK { ?thing helix:country "CA" }' | triplehelix sparql -
    """
    from triplehelix.answers.sandbox import Limits, run
    from triplehelix.cli.output import write
    from triplehelix.store import Store

    with Store.open(store, readonly=True) as graph:
        return write(
            run(store, _text(query), Limits(timeout, limit_rows, quarantine=quarantine), graph), form, names=names
        )


@click.command(short_help="Show the sentences behind a thing.")
@click.argument("thing", metavar="IRI|LABEL")
@store_option
def why(thing: str, store: Path) -> None:
    """Show the sentences behind a thing, a partnership, a claim or an article.

    \b
    triplehelix why Osaka
    triplehelix why https://w3id.org/triplehelix/id/place/jp-osaka
    """
    from triplehelix.answers.why import why as explain
    from triplehelix.store import Store

    with Store.open(store, readonly=True) as graph:
        click.echo("\n".join(explain(graph, thing).lines()))


def _text(query: str) -> str:
    """The query itself, the text of the file that it names, or what stands on stdin."""
    from triplehelix.errors import QueryError

    try:
        named = query.endswith((".rq", ".sparql")) or (len(query.split()) == 1 and Path(query).is_file())
        if query == "-":
            return sys.stdin.buffer.read().decode()
        return Path(query).read_text(encoding="utf-8") if named else query
    except (OSError, UnicodeDecodeError) as fault:
        reason: Any = getattr(fault, "strerror", None) or "not UTF-8 text"
        raise QueryError(f"cannot be read ({reason})", query) from None
