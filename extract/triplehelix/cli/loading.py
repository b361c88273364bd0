"""The command that loads the graph into a running triple store: load."""

# ruff: noqa: D301, PLC0415 -- \b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import store_option
from triplehelix.cli.progress import progress

if TYPE_CHECKING:
    from triplehelix.loading import LoadReport

INVALID = 2
#: The keys of loading.PROFILES and loading.credentials.WAYS, written out so that --help needs no engine.
_PROFILES = ("oxigraph", "virtuoso", "fuseki", "graphdb", "qlever", "generic")
_WAYS = ("basic", "digest", "bearer")


@click.command(short_help="Load the graph into a running triple store.")
@click.argument("url")
@click.option("--profile", type=click.Choice(_PROFILES), required=True, help="Which kind of store it is.")
@click.option("--data", metavar="URL", help="Where it takes the Graph Store Protocol; '' for nowhere.")
@click.option("--update", metavar="URL", help="Where it takes SPARQL UPDATE; '' for nowhere.")
@click.option("--facts", metavar="IRI", help="Put the facts into a named graph instead of the default graph.")
@click.option("--facts-only", is_flag=True, help="Leave out the graphs of the articles.")
@click.option("--prune", is_flag=True, help="Drop graphs of articles that are no longer here.")
@click.option("--replace", is_flag=True, help="Replace a default graph although it holds other things, too.")
@click.option("--auth", type=click.Choice(_WAYS), help="How to prove who asks, if not as the profile does.")
@click.option("--print-bulk", is_flag=True, help="Print the commands of the store's own bulk loader, and do nothing.")
@store_option
def load(  # noqa: PLR0913, PLR0917 - one argument an option
    url: str,
    profile: str,
    data: str | None,
    update: str | None,
    facts: str | None,
    auth: str | None,
    store: Path,
    *,
    facts_only: bool,
    prune: bool,
    replace: bool,
    print_bulk: bool,
) -> int:
    """Load the graph into a running triple store over HTTP, read it back and compare; exit code 2 where it differs.

    Each graph is replaced whole or not at all, the facts last; run it again after a failure, and it goes on. A name and
    password come from $TRIPLEHELIX_USER and $TRIPLEHELIX_PASSWORD, a token from $TRIPLEHELIX_TOKEN, or from a netrc.

    \b
    triplehelix load http://localhost:7878 --profile oxigraph
    triplehelix load http://localhost:8890 --profile virtuoso --prune
    triplehelix load http://localhost:3030/clusters --profile fuseki --facts https://example.org/clusters
    triplehelix load https://example.org/sparql --profile generic --data https://example.org/data
    triplehelix load http://localhost:7001 --profile qlever --print-bulk
    """
    from triplehelix.errors import RemoteError
    from triplehelix.loading import LoadReport, Target, bulk_commands
    from triplehelix.loading import load as send
    from triplehelix.store import Store

    target = Target(url, profile, data, update, facts, facts_only, prune, replace, auth)
    if print_bulk:
        with Store.open(store, readonly=True) as opened:
            click.echo(bulk_commands(target, str(store), opened.base), nl=False)
        return 0
    try:
        with progress("graphs") as moved:
            report = send(target, store, moved)
    except RemoteError as fault:
        if isinstance(fault.report, LoadReport):
            _tell(fault.report)
        raise
    _tell(report)
    return 0 if report.ok else INVALID


def _tell(report: LoadReport) -> None:
    click.echo("\n".join(report.lines()), err=True)
