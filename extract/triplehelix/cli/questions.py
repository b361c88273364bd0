"""Saved questions -> commands: one each, with an option for every parameter, and one for a question in plain words."""

# ruff: noqa: PLC0415 -- a command imports what it needs when it runs, so that --help comes at once

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplehelix.cli.options import names_option, row_format_option, store_option

if TYPE_CHECKING:
    from triplehelix.answers import Answer
    from triplehelix.questions import Parameter, Question
    from triplehelix.store import Store


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
        from triplehelix.questions import load, read
        from triplehelix.questions.plain import is_plain

        if is_plain(cmd_name):
            return plain_command(cmd_name)
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
    return _with_options(made)


def plain_command(sentence: str) -> click.Command:
    """The command that answers a question in plain words."""
    return _with_options(click.Command(sentence, callback=_answering(sentence), help=f"Answer: {sentence}"))


def _with_options(made: click.Command) -> click.Command:
    for decorate in (_sparql_option, store_option, names_option, _save_option, row_format_option, _evidence_option):
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


def _answering(question: Question | str) -> Callable[..., int]:
    """What answers a question, given as such or in plain words."""

    def answer(  # noqa: PLR0913 - one argument an option
        store: Path,
        form: str,
        save: Path | None,
        *,
        names: bool | None,
        evidence: bool,
        sparql: bool,
        **values: str | None,
    ) -> int:
        from triplehelix.answers import ask
        from triplehelix.answers.saving import check_suffix
        from triplehelix.cli.output import put, write
        from triplehelix.store import Store

        if save:
            check_suffix(save)
        with Store.open(store, readonly=True) as graph:
            if sparql:
                return _print_sparql(graph, question, values)
            found = ask(graph, question, values, with_evidence=evidence)
        _say_what_was_understood(found, question)
        return put(found, save, names=names) if save else write(found, form, names=names)

    return answer


def _print_sparql(graph: Store, question: Question | str, values: dict[str, str | None]) -> int:
    from triplehelix.answers.taking import resolved, taken_for

    taken = taken_for(graph, question)
    click.echo(resolved(graph, taken.question, {**taken.values, **values}), nl=False)
    return 0


def _say_what_was_understood(answer: Answer, question: Question | str) -> None:
    if isinstance(question, str):
        click.echo(f"asked: {answer.asked}", err=True)
    if answer.aside:
        click.echo(f"not understood: {', '.join(answer.aside)}", err=True)


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
