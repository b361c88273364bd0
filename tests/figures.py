"""The figures of the shipped reader on gold that it was not trained on, and the floors that they may not fall below.

`python -m tests.figures` shows the figures beside their floors; with `--write` it raises the floors to them, and with
`--anew` it sets every floor to its figure, lower ones too (where the gold itself was corrected). The floors are kept in
tests/figures.json, rounded down to the second digit; traps and invented dates are kept as counts that may not rise.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.gold_facts import GOLD
from triplehelix.evaluation import Evaluation, evaluate, held_out
from triplehelix.evaluation.result import FIGURES, SHARES

FLOORS = Path(__file__).with_name("figures.json")
#: Figures of which less is better.
COUNTS = ("traps", "dates_invented")

#: {part of the gold: {figure: its floor, or the ceiling of a count}}.
Floors = dict[str, dict[str, float]]


def measured() -> Floors:
    """The figures now: of the third of the fictional articles that is never trained on, and of the seeds."""
    parts = {"fictional": held_out, "seeds": None}
    return {name: figures(evaluate(GOLD / name, only=only, jobs=None)) for name, only in parts.items()}


def figures(found: Evaluation) -> dict[str, float]:
    """F1 and shares as they are, counts as numbers; a share of no case is left out."""
    shares = {name: found.count(name).share for name in SHARES}
    return {
        **{name: found.count(name).f1 for name in FIGURES},
        **{name: share for name, share in shares.items() if share is not None},
        **{name: found.count(name).right for name in COUNTS},
    }


def kept() -> Floors:
    """The floors as they are kept; none where there is no file yet."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def floors_of(now: Floors) -> Floors:
    """Figures, rounded down to the second digit; a count is its own ceiling."""
    return {
        part: {name: value if name in COUNTS else math.floor(value * 100 + 1e-9) / 100 for name, value in of.items()}
        for part, of in now.items()
    }


def raised(old: Floors, new: Floors) -> Floors:
    """Of two floors of one figure the stricter one."""
    return {
        part: {
            name: (min if name in COUNTS else max)(value, old.get(part, {}).get(name, value))
            for name, value in of.items()
        }
        for part, of in new.items()
    }


def broken(now: Floors, floors: Floors) -> Iterator[str]:
    """A line for each figure that is worse than its floor, or missing."""
    for part, of in floors.items():
        for name, floor in of.items():
            value = now.get(part, {}).get(name)
            if value is None or (value > floor if name in COUNTS else value < floor):
                yield f"{part} {name}: {'missing' if value is None else format(value, '.3f')}, kept at {floor:g}"


def table(now: Floors, floors: Floors) -> Iterator[str]:
    """Each figure beside its floor."""
    for part, of in now.items():
        for name, value in of.items():
            yield f"{part:10} {name:20} {value:7.3f}   kept at {floors.get(part, {}).get(name, '-')}"


def main(arguments: list[str]) -> int:
    """Show the figures, and keep them as floors where that is asked for; 1 when one is worse than its floor."""
    now, old = measured(), kept()
    sys.stdout.write("\n".join([*table(now, old), "", *broken(now, old)]).strip() + "\n")
    if {"--write", "--anew"} & set(arguments):
        new = floors_of(now) if "--anew" in arguments else raised(old, floors_of(now))
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
        return 0
    return 1 if list(broken(now, old)) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
