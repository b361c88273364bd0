"""Commands about which names mean one thing: same, differ."""

# ruff: noqa: D301, PLC0415 -- \\b is how click is told not to wrap; a command imports what it needs when it runs

from __future__ import annotations

from pathlib import Path

import click

from triplehelix.cli.options import store_option

_undo = click.option("--undo", is_flag=True, help="Take back what was decided of the two.")


@click.command(short_help="List what was taken for one thing, or decide it.")
@click.argument("one", required=False)
@click.argument("other", required=False)
@_undo
@store_option
def same(one: str | None, other: str | None, store: Path, *, undo: bool) -> None:
    """Decide that two things are one; without names list all that was taken for one across articles, and why.

    Decisions stand in the file identity.csv in the store's folder: it survives every build, and can be reviewed.

    \b
    triplehelix same
    triplehelix same "OIST" "Okinawa Institute of Science and Technology"
    triplehelix same "OIST" "Okinawa Institute of Science and Technology" --undo
    """
    from triplehelix import linking
    from triplehelix.answers.tables import table

    if one is None:
        rows = [(m.name, m.other, m.why, m.other_iri) for m in linking.merges(store)]
        click.echo(table(("thing", "also", "because", "iri"), rows) if rows else "nothing was linked", nl=not rows)
        return
    if other is None:
        raise click.UsageError("name two things, or none")
    decision = linking.same(one, other, store, undo=undo)
    click.echo(f"{'undone' if undo else 'decided'}: {decision.names} are one", err=True)


@click.command(short_help="Decide that two things are two.")
@click.argument("one")
@click.argument("other")
@_undo
@store_option
def differ(one: str, other: str, store: Path, *, undo: bool) -> None:
    """Decide that two things are two, whatever their names; or that an article means another thing by the name.

    \b
    triplehelix differ "Norvik" "Norvik Cells"
    triplehelix differ "Marit Solheim" 2026-01-15       what the article 2026-01-15 calls so is somebody else
    """
    from triplehelix import linking

    decision = linking.differ(one, other, store, undo=undo)
    click.echo(f"{'undone' if undo else 'decided'}: {decision.names} are two", err=True)
