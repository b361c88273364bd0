"""All commands, in the order in which one comes to need them."""

# ruff: noqa: D301 -- \b is how click is told not to wrap

from __future__ import annotations

import click

from triplehelix.cli.asking import ask, queries, sparql, why
from triplehelix.cli.building import add, build, drop
from triplehelix.cli.checking import check, export, verify
from triplehelix.cli.identity import differ, same
from triplehelix.cli.loading import load
from triplehelix.cli.measuring import evaluate
from triplehelix.cli.reading import extract


class Interrupted(Exception):
    """The user pressed ^C while a command ran."""


class InOrder(click.Group):
    """A group whose help lists the commands in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; click would make an empty line and another exception of ^C."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted from None


@click.group(cls=InOrder, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="triplehelix", prog_name="triplehelix")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """News about innovation clusters in; a knowledge graph you can trust and query out.

    \b
    triplehelix build                     the four seed articles to a graph
    triplehelix ask foreign_clusters      which foreign clusters partner with Osaka?
    triplehelix ask foreign_clusters --hub Italy --evidence
    triplehelix why Osaka

    Answers go to stdout, everything else to stderr. Exit codes: 0 done, 1 error, 2 invalid data, 3 truncated answer.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


_COMMANDS = (
    build,
    add,
    drop,
    ask,
    queries,
    sparql,
    why,
    same,
    differ,
    check,
    verify,
    export,
    load,
    extract,
    evaluate,
)
for _command in _COMMANDS:
    commands.add_command(_command)
