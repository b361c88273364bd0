"""Many files and folders are read whole, in order, and one bad file loses no other."""

from __future__ import annotations

import json
from pathlib import Path

from tests.test_articles import TEXT, written
from triplehelix.articles import SUFFIXES, Collection, collect
from triplehelix.folders import SEEDS

# --- many inputs


def test_a_folder_is_read_whole_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "b/m.txt", "a.TXT", ".hidden.txt", ".git/config.txt"):
        written(tmp_path, name, TEXT)
    notes = written(tmp_path, "notes.docx", b"PK")
    collection = collect([tmp_path])
    assert [article.name for article in collection.articles] == ["a", "m", "z"]
    assert collection.skipped == (notes,)
    assert collection.failed == ()


def test_a_bad_file_does_not_lose_the_others(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT)
    written(tmp_path, "b.txt", b"")
    written(tmp_path, "c.jsonl", f'{json.dumps({"text": TEXT})}\n{{"text": }}\n{json.dumps({"text": TEXT})}\n')
    collection = collect([tmp_path, tmp_path / "none.txt", tmp_path / "d.docx"])
    assert [article.name for article in collection.articles] == ["a", "c-0001", "c-0003"]
    assert [error.what.split(" (")[0] for error in collection.failed] == [
        "is empty",
        "is not JSON at line 2, column 10",
        "no such file",
        "no such file",
    ]


def test_two_articles_of_one_name_are_both_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = written(tmp_path, "a.txt", TEXT), written(tmp_path, "b/a.md", TEXT)
    collection = collect([tmp_path])
    assert [article.source for article in collection.articles] == ["a.txt"]
    (error,) = collection.failed
    assert str(error).startswith(f'{second}: has the same name "a" as one in {first}')


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    collection = collect([path, tmp_path, tmp_path / "." / "a.txt"])
    assert len(collection.articles) == 1
    assert collection.failed == ()


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    (error,) = collect([tmp_path]).failed
    assert all(suffix in str(error) for suffix in SUFFIXES)


def test_no_paths_are_no_articles() -> None:
    assert collect([]) == Collection((), (), ())


def test_the_seeds_are_read(tmp_path: Path) -> None:
    collection = collect([SEEDS / "articles"])
    assert len(collection.articles) == 4
    assert {article.language for article in collection.articles} == {"en"}
    for article in collection.articles:
        assert article.text == (SEEDS / "articles" / article.source).read_text(encoding="utf-8")
    assert not list(tmp_path.iterdir())
