"""A question and what its options say -> the answer, printed, saved or drawn."""

# ruff: noqa: PLC0415 -- a command imports what it needs when it runs, so that --help comes at once

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from triplehelix.answers import Answer, Triples, Verdict
    from triplehelix.answers.plots import Plot
    from triplehelix.questions import Question
    from triplehelix.store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the answer is to come.

    Attributes:
        form: the format on stdout.
        save: a file to write it to instead.
        plot: a file to draw it in instead.
        view: how to draw it, or None.
        names: labels or IRIs; None leaves that to the format.
        evidence: whether the sentences are wanted.
        sparql: whether only the query is wanted.
        limits: seconds and rows after which a question of one's own is cut.
    """

    form: str
    save: Path | None
    plot: Path | None
    view: str | None
    names: bool | None
    evidence: bool
    sparql: bool
    limits: tuple[float, int] | None = None

    def check(self) -> None:
        """Refuse files whose suffix names no format, before anything is asked.

        Raises:
            QueryError: one does.
        """
        from triplehelix.answers.plots.views import check_plot
        from triplehelix.answers.saving import RDF_SUFFIXES, SUFFIXES, check_suffix

        if self.save:
            check_suffix(self.save, (*SUFFIXES, *RDF_SUFFIXES) if self.limits else SUFFIXES)
        if self.plot:
            check_plot(self.plot)


def answering(question: Question | str) -> Callable[..., int]:
    """What answers a question, given as such or in plain words."""

    def answer(  # noqa: PLR0913 - one argument an option
        store: Path,
        form: str,
        save: Path | None,
        plot: Path | None,
        view: str | None,
        *,
        names: bool | None,
        evidence: bool,
        sparql: bool,
        timeout: float | None = None,
        limit_rows: int | None = None,
        **values: str | None,
    ) -> int:
        limits = (timeout, limit_rows) if timeout and limit_rows else None
        wanted = Wanted(form, save, plot, view, names, evidence, sparql, limits)
        return _answer(store, question, values, wanted)

    return answer


def _answer(path: Path, question: Question | str, values: Mapping[str, str | None], wanted: Wanted) -> int:
    from triplehelix.store import Store

    wanted.check()
    with Store.open(path, readonly=True) as store:
        if wanted.sparql:
            return _print_sparql(store, question, values)
        found = _ask(store, question, values, wanted)
    _say_what_was_understood(found, question)
    return _deliver(found, wanted)


def _ask(
    store: Store, question: Question | str, values: Mapping[str, str | None], wanted: Wanted
) -> Answer | Triples | Verdict:
    from triplehelix.answers import ask, ask_own
    from triplehelix.answers.sandbox import Limits

    if wanted.limits and not isinstance(question, str):
        return ask_own(store, question, values, Limits(*wanted.limits), with_evidence=wanted.evidence)
    return ask(store, question, values, with_evidence=wanted.evidence)


def _deliver(found: Answer | Triples | Verdict, wanted: Wanted) -> int:
    """Draw, save or print the answer; the exit code."""
    from triplehelix.cli.output import put, put_plot, write

    drawn = _drawn(found, wanted) if wanted.plot else None  # what cannot be drawn is told before a file is written
    code = 0
    if wanted.save:
        code = put(found, wanted.save, names=wanted.names)
    if wanted.plot and drawn:
        code = max(code, put_plot(drawn, wanted.plot))
    if wanted.save or wanted.plot:
        return code
    return write(found, wanted.form, names=wanted.names)


def _drawn(found: Answer | Triples | Verdict, wanted: Wanted) -> Plot:
    from triplehelix.answers import Answer
    from triplehelix.errors import QueryError

    if not isinstance(found, Answer):
        raise QueryError("only rows can be drawn", wanted.plot, "ask with a SELECT")
    return found.plot(wanted.view)


def _print_sparql(store: Store, question: Question | str, values: Mapping[str, str | None]) -> int:
    from triplehelix.answers.taking import resolved, taken_for

    taken = taken_for(store, question)
    click.echo(resolved(store, taken.question, {**taken.values, **values}), nl=False)
    return 0


def _say_what_was_understood(found: Answer | Triples | Verdict, question: Question | str) -> None:
    if isinstance(question, str):
        click.echo(f"asked: {getattr(found, 'asked', '')}", err=True)
    if aside := getattr(found, "aside", ()):
        click.echo(f"not understood: {', '.join(aside)}", err=True)
