"""Saved questions -> commands: one each, with an option for every parameter."""

# ruff: noqa: PLC0415 -- a command imports what it needs when it runs, so that --help comes at once

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import names_option, row_format_option, store_option

if TYPE_CHECKING:
    from triplehelix.questions import Parameter, Question


class Questions(click.Group):
    """The saved questions as commands, read when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the saved questions."""
        from triplehelix.questions import names

        return list(names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002 - click's signature
        """The command of a saved question, or of a question in a file of one's own (`my_question.rq`).

        Raises:
            QuestionError: there is no such question, or its file has a fault.
        """
        from triplehelix.questions import load, read

        return command(read(Path(cmd_name)) if cmd_name.endswith(".rq") else load(cmd_name))


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
        question.name, callback=_answering(question), help=_help(question), short_help=question.summary
    )
    made.question = question
    made.params = [_option(parameter) for parameter in question.parameters]
    for decorate in (_sparql_option, store_option, names_option, row_format_option, _evidence_option):
        decorate(made)
    return made


_evidence_option = click.option("--evidence", is_flag=True, help="Show the sentences behind each row.")
_sparql_option = click.option("--sparql", is_flag=True, help="Print the SPARQL that would be run, and run nothing.")


def _answering(question: Question) -> Callable[..., int]:
    def answer(
        store: Path, form: str, *, names: bool | None, evidence: bool, sparql: bool, **values: str | None
    ) -> int:
        from triplehelix.answers import ask, resolved
        from triplehelix.cli.output import write
        from triplehelix.store import Store

        with Store.open(store, readonly=True) as graph:
            if sparql:
                click.echo(resolved(graph, question, values), nl=False)
                return 0
            return write(ask(graph, question, values, with_evidence=evidence), form, names=names)

    return answer


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
