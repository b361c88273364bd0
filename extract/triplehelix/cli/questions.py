"""Saved questions -> commands: one each, with an option for every parameter, and one for a question in plain words."""

# ruff: noqa: PLC0415 -- a command imports what it needs when it runs, so that --help comes at once

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.answering import answering
from triplehelix.cli.options import (
    format_option,
    limit_option,
    names_option,
    row_format_option,
    store_option,
    timeout_option,
)

if TYPE_CHECKING:
    from triplehelix.questions import Parameter, Question


class Questions(click.Group):
    """The saved questions as commands, read when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the saved questions."""
        from triplehelix.questions import names

        return list(names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002 - click's signature
        """The command of a saved question, of one in a file of one's own (`my_question.rq`), or of plain words.

        Raises:
            QuestionError: there is no such question, or its file has a fault.
        """
        from triplehelix.questions import load, read_own
        from triplehelix.questions.plain import is_plain

        if is_plain(cmd_name):
            return plain_command(cmd_name)
        return command_of_ones_own(read_own(Path(cmd_name))) if cmd_name.endswith(".rq") else command(load(cmd_name))


class QuestionCommand(click.Command):
    """A question; an option that it does not have is an unknown parameter."""

    question: Question

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's own, with an error that names the parameters.

        Raises:
            QuestionError: a parameter that the question does not have.
        """
        from triplehelix.questions.values import check_known

        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as fault:
            check_known(self.question, fault.option_name.lstrip("-"))
            raise


def command(question: Question) -> click.Command:
    """The command that answers a question."""
    made = QuestionCommand(
        question.name, callback=answering(question), help=_help(question), short_help=question.summary
    )
    made.question = question
    made.params = [_option(parameter) for parameter in question.parameters]
    return _with_options(made, row_format_option)


def command_of_ones_own(question: Question) -> click.Command:
    """The command that answers a question in a file of one's own, which is cut where it takes too long."""
    made = command(question)
    made.params = [option for option in made.params if option.name != "form"]
    return limit_option(timeout_option(format_option(made)))


def plain_command(sentence: str) -> click.Command:
    """The command that answers a question in plain words."""
    made = click.Command(sentence, callback=answering(sentence), help=f"Answer: {sentence}")
    return _with_options(made, row_format_option)


def _with_options(made: click.Command, form: Callable[[click.Command], click.Command]) -> click.Command:
    drawing = (_view_option, _plot_option)
    for decorate in (_sparql_option, store_option, names_option, *drawing, _save_option, form, _evidence_option):
        decorate(made)
    return made


_evidence_option = click.option("--evidence", is_flag=True, help="Show the sentences behind each row.")
_sparql_option = click.option("--sparql", is_flag=True, help="Print the SPARQL that would be run, and run nothing.")

_save_option = click.option(
    "--save",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the answer to a file, by its suffix: .csv .tsv .json .xml .md .xlsx .parquet.",
)

_plot_option = click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw the answer in a file: .png or .svg.",
)
#: The values of plots.View, written out so that --help needs nothing.
_view_option = click.option(
    "--view",
    type=click.Choice(("network", "map", "timeline", "bars")),
    help="How to draw it; without it, as suits the question.",
)


def _option(parameter: Parameter) -> click.Option:
    from triplehelix.questions.values import kinds_of

    words = [parameter.description, *_one_of(kinds_of(parameter)), *_default(parameter)]
    return click.Option([f"--{parameter.name}", parameter.name], metavar=parameter.type.upper(), help=". ".join(words))


def _one_of(kinds: tuple[str, ...]) -> list[str]:
    return [f"one of {', '.join(kinds)}"] if kinds else []


def _default(parameter: Parameter) -> list[str]:
    return [f"[default: {parameter.default}]"] if parameter.default else []


def _help(question: Question) -> str:
    options = "".join(f' --{p.name} "{p.default}"' for p in question.parameters if p.default)
    return f"{question.summary}\n\n{question.description}\n\n\b\ntriplehelix ask {question.name}{options} --evidence"


def listing(question: Question) -> str:
    """A question for the list of all: its name, what it asks, and a line for each parameter."""
    lines = [question.name, f"  {question.summary}"]
    widths = max((len(p.name) for p in question.parameters), default=0)
    for parameter in question.parameters:
        words = "; ".join([f"{parameter.description} ({parameter.type})", *_default(parameter)])
        lines.append(f"    --{parameter.name:<{widths}}  {words}")
    return "\n".join(lines)
