"""Figures of asking: saved questions against the same SPARQL without them, and whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from tests.bench.corpus import article, facts_of, hub_of, organization_of
from tests.bench.figure import Figure, median_cost, times_as_dear
from triplehelix.answers import ask
from triplehelix.answers.taking import resolved
from triplehelix.questions import Question, all_questions
from triplehelix.store import Store
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from tests.bench.stores import World

#: What a saved question may take beside its SPARQL, in seconds: reading the values and finding the names.
_ALLOWED = 0.002
_ROUNDS = 3


def question_figures(world: World) -> list[Figure]:
    """The saved question that costs most beside its SPARQL, and the slowest one."""
    with Store.open(world.store, readonly=True) as store:
        found = [_question_figure(world.size, store, question) for question in all_questions()]
    worst = max(found, key=lambda figure: figure.ratio)
    slowest = max(found, key=lambda figure: figure.ours)
    ours = sum(figure.ours for figure in found)
    return [
        times_as_dear("all saved questions, against raw SPARQL", world.size, ours, sum(f.theirs for f in found)),
        times_as_dear("dearest question, against raw SPARQL + 2 ms", world.size, worst.ours, worst.theirs, worst.name),
        times_as_dear("slowest question, against a second", world.size, slowest.ours, 1.0, slowest.name),
    ]


def _question_figure(size: int, store: Store, question: Question) -> Figure:
    known = _values(size)
    if question.name == "agreements_in_period":
        known |= {"from": "2015", "until": "2016"}  # of a chain they would be things
    values = {parameter.name: known[parameter.name] for parameter in question.parameters if parameter.name in known}
    text = resolved(store, question, values)
    ask(store, question, values, with_evidence=False)
    theirs = median_cost([lambda: list(cast("ox.QuerySolutions", store.raw.query(text)))] * _ROUNDS)
    ours = median_cost([lambda: ask(store, question, values, with_evidence=False)] * _ROUNDS)
    return times_as_dear(question.name, size, ours, theirs + _ALLOWED)


def _values(size: int) -> dict[str, str]:
    """Values for parameters: what the first article of the world speaks of, and the things that most articles name."""
    entities = facts_of(article(size, 0)).entities
    place = next(one.name for one in entities if one.entity_class is EntityClass.PLACE)
    hub, organizations = hub_of(0).name, [organization_of(number).name for number in (0, 1)]
    things = {"from": organizations[0], "to": organizations[1], "thing": organizations[0]}
    return {"hub": hub, "place": place, "status": "active", "topic": "cell therapy", "since": "2015", **things}


def process_figures(store: Path) -> list[Figure]:
    """`--help` and `ask` on the seeds, from the start of Python to its end, against what they may take."""
    run("build", "--store", str(store))
    help_time = statistics.median(run("--help") for _ in range(5))
    ask_time = statistics.median(run("ask", "foreign_clusters", "--store", str(store)) for _ in range(5))
    return [
        times_as_dear("triplehelix --help, against 0.3 s", 4, help_time, 0.3),
        times_as_dear("triplehelix ask, against 0.8 s", 4, ask_time, 0.8),
    ]


def run(*arguments: str) -> float:
    """The seconds that a command takes on the clock."""
    before = time.perf_counter()
    command = [sys.executable, "-m", "triplehelix", *arguments]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "COLUMNS": "200"})
    return time.perf_counter() - before
