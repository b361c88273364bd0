"""Shards: the same bytes by whomever they are made, and a store in bulk like one made step by step."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from functools import partial
from pathlib import Path

import fsspec
import pytest

from tests.bench.corpus import article, facts_of
from tests.bench.differential import content
from tests.bench.graphs import write_records
from triplehelix import pipeline
from triplehelix.articles import Article
from triplehelix.errors import ArticleError, StoreError, TriplehelixError
from triplehelix.facts import Facts
from triplehelix.shards import Made, Plan, Task, make, make_all, pieces
from triplehelix.workers import outlast


@pytest.fixture
def records(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    write_records(file, 23)
    return file


def names(paths: list[Path], size: int) -> list[list[str]]:
    """The names of the articles of each piece."""
    read = ([found for piece in group for found in piece.articles()] for group in pieces(paths, size))
    return [[found.name for found in group if isinstance(found, Article)] for group in read]


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def kill_once(task: Task, marker: Path) -> Made:
    """Make a shard; the first process that comes to the second one is killed."""
    if task.name.endswith("1") and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return make(task, facts_of)


def kill_always(number: int) -> int:
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def nothing(_: Article) -> Facts:
    raise AssertionError("read again")


def test_the_lines_of_a_file_are_parted_without_loss(records: Path) -> None:
    records.write_text(records.read_text("utf-8").replace("\n", "\n\n", 3) + "{broken\n", "utf-8")
    parted = names([records], 5)
    assert [len(group) for group in parted] == [5, 5, 5, 5, 3]
    assert [name for group in parted for name in group] == [f"item-{number:07d}" for number in range(23)]
    *_, (last,) = pieces([records], 5)
    assert "line 27" in str(list(last.articles())[-1])


def test_a_part_of_a_file_names_its_records_as_the_whole_file_does(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    file.write_text("".join(f'{{"text": "Heron Park number {n}."}}\n\n' for n in range(7)), "utf-8")
    parted = names([file], 3)
    assert parted == [[f"feed-000{n}" for n in group] for group in ((1, 2, 3), (4, 5, 6), (7,))]


def test_the_rows_of_a_table_are_read_like_the_lines_of_a_file(records: Path, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet  # noqa: PLC0415 -- an extra

    rows = [json.loads(line) for line in records.read_text("utf-8").splitlines()]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "articles.parquet", row_group_size=10)
    assert [len(group) for group in names([tmp_path / "articles.parquet"], 4)] == [4, 4, 2, 4, 4, 2, 3]
    parts = [piece for group in pieces([tmp_path / "articles.parquet"], 4) for piece in group]
    read = [found for piece in parts for found in piece.articles()]
    assert read == [replace(article(23, number), source="articles.parquet") for number in range(23)]


def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR0")
    with pytest.raises(ArticleError, match=r"a\.parquet: is no Parquet file"):
        list(pieces([tmp_path / "a.parquet"], 4))


def test_a_folder_of_files_is_grouped(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"a{number}.txt").write_text(f"Heron Park {number}", "utf-8")
    assert names([tmp_path], 2) == [["a0", "a1"], ["a2", "a3"], ["a4"]]
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArticleError, match="holds no articles"):
        list(pieces([tmp_path / "empty"], 2))


def test_a_shard_made_again_has_the_same_bytes_and_one_that_is_there_is_not_made(records: Path, tmp_path: Path) -> None:
    one, other = (Plan((records,), str(tmp_path / name), facts_of, size=10) for name in ("one", "other"))
    made = list(make_all(one, jobs=1))
    assert list(make_all(other, jobs=1)) == [(replace(task, folder=other.folder), shard) for task, shard in made]
    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert len(files(tmp_path / "one")) == 9
    assert make(made[0][0], nothing) == made[0][1]
    with pytest.raises(AssertionError, match="read again"):
        make(replace(made[0][0], mark="another reader"), nothing)


def test_a_shard_of_which_a_file_is_missing_is_made_again(records: Path, tmp_path: Path) -> None:
    task, _ = next(make_all(Plan((records,), str(tmp_path / "shards"), facts_of), jobs=1))
    before = files(tmp_path / "shards")
    (tmp_path / "shards" / f"{task.name}.json").write_text("{", "utf-8")
    make(task, facts_of)
    assert files(tmp_path / "shards") == before


def test_shards_are_read_from_and_written_to_any_address(records: Path, tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/in/articles.jsonl", records.read_bytes())
    list(make_all(Plan(("memory://in",), "memory://out/shards", facts_of, size=10), jobs=1))
    list(make_all(Plan((records,), str(tmp_path / "shards"), facts_of, size=10), jobs=1))
    remote = {Path(path).name: memory.cat_file(path) for path in memory.find("/out/shards")}
    assert remote == files(tmp_path / "shards")


def test_a_killed_process_loses_nothing(records: Path, tmp_path: Path) -> None:
    plan = Plan((records,), str(tmp_path / "killed"), facts_of, size=3)
    work = partial(kill_once, marker=tmp_path / "killed.marker")
    made = list(outlast(work, plan.tasks(), 2))
    assert (tmp_path / "killed.marker").exists()
    assert [shard.articles for shard in made] == [3] * 7 + [2]
    list(make_all(replace(plan, folder=str(tmp_path / "calm")), jobs=1))
    assert files(tmp_path / "killed") == files(tmp_path / "calm")


def test_work_that_kills_every_process_is_given_up() -> None:
    with pytest.raises(TriplehelixError, match="has been killed"):
        list(outlast(kill_always, range(4), 2))


def test_a_store_in_bulk_is_the_store_built_step_by_step(records: Path, tmp_path: Path) -> None:
    step, bulk = tmp_path / "step", tmp_path / "bulk"
    pipeline.build([records], step, extractor=facts_of)
    report = pipeline.build([records], bulk, extractor=facts_of, jobs=1, engine="processes")
    assert len(report.of(pipeline.Outcome.ADDED)) == 23
    assert not report.failed
    assert content(step) == content(bulk)
    assert pipeline.verify(bulk).ok
    assert sorted(file.name for file in bulk.iterdir()) == ["articles", "format", "graph"]
    again = pipeline.build([records], bulk, extractor=facts_of)
    assert len(again.of(pipeline.Outcome.UNCHANGED)) == 23


def test_of_two_articles_with_one_name_the_first_is_taken_and_the_second_told(records: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    write_records(tmp_path / "more" / "again.jsonl", 2)
    both = [records, tmp_path / "more"]
    report = pipeline.build(both, tmp_path / "bulk", extractor=facts_of, jobs=1, engine="processes")
    assert [one.name for one in report.failed] == ["item-0000000", "item-0000001"]
    assert 'again.jsonl: has the same name "item-0000000" as an earlier one' in report.failed[0].message
    pipeline.build([records], tmp_path / "step", extractor=facts_of)
    assert content(tmp_path / "bulk") == content(tmp_path / "step")


def test_a_bulk_build_that_fails_leaves_no_store_and_is_gone_on_with(records: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    with pytest.raises(ArticleError, match="No such file"):
        pipeline.build([records, tmp_path / "none.jsonl"], store, extractor=facts_of, jobs=1, engine="processes")
    assert not (store / "graph").exists()
    assert len(list((store / "bulk" / "shards").glob("*.json"))) == 1
    pipeline.build([records], store, extractor=facts_of, jobs=1, engine="processes")
    assert not (store / "bulk").exists()
    with pytest.raises(StoreError, match="holds articles already"):
        pipeline.build([records], store, extractor=facts_of, engine="processes")


def test_ray_makes_the_same_shards_though_a_worker_is_killed(records: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    from triplehelix.shards.running import on_ray  # noqa: PLC0415 -- an extra

    plan = Plan((records,), str(tmp_path / "ray"), facts_of, size=6)
    work = partial(kill_once, marker=tmp_path / "ray.marker")
    assert [made.articles for made in on_ray(work, plan.tasks(), 2)] == [6, 6, 6, 5]
    assert (tmp_path / "ray.marker").exists()
    list(make_all(replace(plan, folder=str(tmp_path / "calm")), jobs=1))
    assert files(tmp_path / "ray") == files(tmp_path / "calm")
