"""workers: the same results in the same order, on one process or several."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.gold_facts import gold_facts, gold_files
from tests.test_pipeline import FILES, NAMES, fails_on_the_first, outcomes, turtle
from triplehelix import pipeline
from triplehelix.cli import main
from triplehelix.errors import MissingExtra, TriplehelixError
from triplehelix.workers import processes_for, spread


def slow_first(number: int) -> tuple[int, int]:
    """The first ones take longest, so that they are not done first."""
    time.sleep(0.3 / (number + 1))
    return number * number, os.getpid()


def test_results_come_in_the_order_of_the_items_whichever_is_done_first() -> None:
    here = [square for square, _ in spread(slow_first, range(6), jobs=1)]
    there = list(spread(slow_first, range(6), jobs=3))
    assert [square for square, _ in there] == here == [0, 1, 4, 9, 16, 25]
    assert os.getpid() not in {process for _, process in there}


@pytest.mark.parametrize(
    ("items", "jobs", "processes"),
    [(0, None, 1), (1, None, 1), (1, 4, 1), (3, 2, 2), (2, 9, 2), (100, 1, 1), (4, None, 1), (0, 3, 1)],
)
def test_few_items_need_few_processes(items: int, jobs: int | None, processes: int) -> None:
    assert processes_for(items, jobs) == processes


def test_a_folder_has_every_processor() -> None:
    assert processes_for(10_000) == len(os.sched_getaffinity(0))


def test_work_that_cannot_be_sent_is_done_here() -> None:
    assert list(spread(lambda _: os.getpid(), range(3), jobs=2)) == [os.getpid()] * 3


def fails(number: int) -> int:
    if number == 1:
        raise MissingExtra("no reader for slides", "slides")
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_comes_in_its_place_with_its_data(jobs: int) -> None:
    results = spread(fails, range(4), jobs=jobs)
    assert next(results) == 0
    with pytest.raises(MissingExtra, match=r"pip install 'triplehelix\[slides\]'") as caught:
        next(results)
    assert (caught.value.extra, caught.value.what) == ("slides", "no reader for slides")


def dies(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_killed_process_is_one_line() -> None:
    with pytest.raises(TriplehelixError, match="has been killed; where memory is short, use --jobs 1"):
        list(spread(dies, range(4), jobs=2))


def sleeps(number: int) -> int:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(60)
    return number


def test_no_process_outlives_the_one_that_started_it() -> None:
    code = "from tests.test_workers import sleeps, spread; list(spread(sleeps, range(2), 2))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout
        children = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    deadline = time.monotonic() + 20
    while any(map(is_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, children))


def is_alive(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("extractor", [gold_facts, fails_on_the_first])
def test_a_store_is_the_same_from_one_process_or_two(extractor: pipeline.Extractor, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    one, two = (
        pipeline.build(
            FILES, tmp_path / str(jobs), extractor=extractor, jobs=jobs, progress=lambda *step: told.append(step)
        )
        for jobs in (1, 2)
    )
    assert one.outcomes == two.outcomes
    assert outcomes(two)[NAMES[1]] == "added"
    assert turtle(tmp_path / "1") == turtle(tmp_path / "2")
    assert told == [(number, len(FILES), name) for number, name in enumerate(NAMES, 1)] * 2


def test_only_what_has_changed_is_read(tmp_path: Path) -> None:
    pipeline.build(FILES[1:3], tmp_path, extractor=gold_facts)
    report = pipeline.build(FILES, tmp_path, extractor=gold_facts, jobs=2)
    assert outcomes(report) == {n: "unchanged" if n in NAMES[1:3] else "added" for n in NAMES}
    assert report.read == len(FILES) - 2


def test_the_reader_reads_the_same_on_one_process_or_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(map(str, gold_files()), key=lambda file: Path(file).stat().st_size)[:4]
    for jobs in ("1", "2"):
        assert main(["extract", *files, "--out", str(tmp_path / jobs), "--jobs", jobs]) == 0
        assert "4 articles in" in capsys.readouterr().err
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / jobs).iterdir()} for jobs in ("1", "2"))
    assert one == two
    assert len(one) == len(files)
    assert any(json.loads(written)["entities"] for written in one.values())


def build_slowly(folder: str) -> None:
    """What is killed: a build on two processes, which tells of each article that is done."""
    pipeline.build(gold_files()[::60], folder, extractor=gold_facts, jobs=2, progress=tell)


def tell(done: int, *_: object) -> None:
    sys.stdout.write(f"{done}\n")
    sys.stdout.flush()


def test_a_build_on_two_processes_that_is_killed_can_be_completed(tmp_path: Path) -> None:
    code = f"from tests.test_workers import build_slowly; build_slowly({str(tmp_path / 'killed')!r})"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment) as killed:
        assert killed.stdout
        assert [killed.stdout.readline() for _ in range(3)] == ["1\n", "2\n", "3\n"]
        killed.kill()
    report = pipeline.build(gold_files()[::60], tmp_path / "killed", extractor=gold_facts)
    assert [o.outcome for o in report.outcomes][:3] == [pipeline.Outcome.UNCHANGED] * 3
    pipeline.build(gold_files()[::60], tmp_path / "whole", extractor=gold_facts)
    assert turtle(tmp_path / "killed") == turtle(tmp_path / "whole")
    assert pipeline.verify(tmp_path / "killed").ok
