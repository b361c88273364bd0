"""Commands that hold the graph against its rules and its sources, and hand it out: check, verify, export."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

from pathlib import Path

import click

from triplehelix.cli.options import store_option

INVALID = 2


@click.command(short_help="Hold the graph against its shapes.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@store_option
def check(file: Path | None, store: Path) -> int:
    """Hold the store, or an RDF file, against the shapes of the ontology; exit code 2 on violations.

    \b
    triplehelix check
    triplehelix check my_graph.ttl
    """
    from triplehelix import pipeline

    report = pipeline.check(file or store)
    click.echo("\n".join(report.lines()))
    return 0 if report.conforms else INVALID


@click.command(short_help="Hold every quote against its article.")
@store_option
def verify(store: Path) -> int:
    """Hold every quote in the graph against the stored text of its article; exit code 2 when one differs.

    \b
    triplehelix verify
    """
    from triplehelix import pipeline

    report = pipeline.verify(store)
    click.echo("\n".join(report.lines()))
    return 0 if report.ok else INVALID


@click.command(short_help="Write the graph to a file.")
@click.argument("file", type=click.Path(path_type=Path))
@store_option
def export(file: Path, store: Path) -> None:
    """Write the graph to a file: .ttl .trig .nq .nt .jsonld .rdf by suffix, the same bytes each time.

    \b
    triplehelix export graph.ttl
    triplehelix export graph.trig --store my-store
    """
    from triplehelix.exports import export as write
    from triplehelix.store import Store

    with Store.open(store, readonly=True) as graph:
        click.echo(f"wrote {write(graph, file)} statements to {file}", err=True)
