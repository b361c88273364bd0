"""python -m tests.bench: every figure, as a table and as JSON; see README.md beside this file."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from tests.bench import asking, graphs, stores
from tests.bench.figure import Figure

PARTS = ("build", "closure", "validation", "store", "questions", "processes")


def figures(sizes: list[int], parts: list[str]) -> Iterator[Figure]:
    """The figures of some parts at some sizes, as they come."""
    for size in sizes:
        if "build" in parts:
            yield from graphs.build_figures(size)
        if "closure" in parts and size <= graphs.NAIVE_LIMIT:
            yield graphs.closure_figure(size)
    if "validation" in parts:
        yield graphs.validation_figure(sizes[0])
    if {"store", "questions"} & {*parts}:
        yield from _of_stores(sizes, parts)
    if "processes" in parts:
        with tempfile.TemporaryDirectory() as folder:
            yield from asking.process_figures(Path(folder) / "store")


def _of_stores(sizes: list[int], parts: list[str]) -> Iterator[Figure]:
    with ExitStack() as kept:
        smallest: stores.World | None = None
        for size in sizes:
            world = kept.enter_context(stores.world(size))
            if "questions" in parts:
                yield from asking.question_figures(world)
            if "store" in parts:
                yield stores.load_figure(world)
                yield stores.link_figure(world)
                if size <= graphs.NAIVE_LIMIT:
                    yield stores.export_figure(world)
                if smallest:
                    yield from stores.change_figures(smallest, world)
            smallest = smallest or world


def line(figure: Figure) -> str:
    """A figure as a line of the table."""
    verb = "times as fast" if figure.is_speed else "times"
    return f"{figure.key:66} {figure.ours:10.4f} {figure.theirs:10.4f} {figure.ratio:9.2f} {verb:13} {figure.note}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default="100,1000,10000", help="articles, separated by commas")
    parser.add_argument("--only", default=",".join(PARTS), help=f"of {', '.join(PARTS)}")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    given = parser.parse_args()
    found: list[Figure] = []
    for figure in figures([int(size) for size in given.sizes.split(",")], given.only.split(",")):
        print(line(figure), flush=True)
        found.append(figure)
    if given.json:
        given.json.write_text(json.dumps([asdict(figure) for figure in found], indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
