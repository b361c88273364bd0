"""One process writes a store's folder, nothing foreign is touched, and what the killed left is swept away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_store import EX, _files, article, facts
from triplehelix.errors import StoreError
from triplehelix.identifiers import graph_iri
from triplehelix.prefixes import ID_BASE
from triplehelix.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_only_one_process_writes(folder: Path) -> None:
    with Store.open(folder), pytest.raises(StoreError, match="another process is writing"):
        Store.open(folder)
    Store.open(folder).close()


def test_a_folder_with_other_things_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    for readonly in (True, False):
        with pytest.raises(StoreError, match="not a store"):
            Store.open(tmp_path, readonly=readonly)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_folder_that_a_killed_build_left_empty_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "format.123.new").write_text("triplehel")
    with Store.open(tmp_path) as store:
        store.put(article(), facts(1))
        assert not list(tmp_path.glob("*.new"))


def test_what_a_killed_build_made_aside_is_swept_away(folder: Path) -> None:
    Store.open(folder).close()
    (folder / "graph.123.new").mkdir()
    (folder / "graph.123.new" / "LOG").write_text("half")
    Store.open(folder).close()
    assert not list(folder.glob("*.new"))


def test_processes_that_make_one_store_at_once_find_one_store(tmp_path: Path) -> None:
    code = (
        "import sys; from triplehelix.store import Store; from triplehelix.errors import StoreError; sys.stdin.read()\n"
        "try: Store.open(sys.argv[1])\n"
        "except StoreError as error: print(error.what)"
    )
    command = [sys.executable, "-c", code]
    for number in range(3):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        children = [subprocess.Popen([*command, str(tmp_path / str(number))], **pipes) for _ in range(4)]  # type: ignore[call-overload]
        for child in children:
            child.stdin.close()
        said = [child.stdout.read().strip() for child in children]
        for child in children:
            child.stdout.close()
            assert child.wait() == 0
        assert set(said) <= {"", "another process is writing to this store"}
        assert "" in said
        Store.open(tmp_path / str(number)).close()
        assert not list((tmp_path / str(number)).glob("*.new"))


def test_where_there_is_no_store_the_message_says_what_to_do(folder: Path) -> None:
    for readonly in (True, False):
        with pytest.raises(StoreError, match=r"no store here; run `triplehelix build`"):
            Store.open(folder, readonly=readonly, create=False)
    assert not folder.exists()


@pytest.mark.parametrize("readonly", [True, False])
def test_a_path_that_can_be_none_is_one_line(tmp_path: Path, *, readonly: bool) -> None:
    with pytest.raises(StoreError, match=r"cannot be (read|written) \(File name too long\)"):
        Store.open(tmp_path / ("long" * 64), readonly=readonly)


def test_a_file_in_its_place_and_a_newer_format_are_refused(folder: Path) -> None:
    folder.write_text("a file")
    for readonly in (True, False):
        with pytest.raises(StoreError, match=r"not a folder|not a store"):
            Store.open(folder, readonly=readonly)
    folder.unlink()
    Store.open(folder).close()
    (folder / "format").write_text("triplehelix-store 99\nhttps://example.org/\n")
    for readonly in (True, False):
        with pytest.raises(StoreError, match="newer triplehelix"):
            Store.open(folder, readonly=readonly)


def test_a_store_keeps_the_base_it_was_made_with(folder: Path) -> None:
    with Store.open(folder, base=EX) as store:
        store.put(article(), facts(1))
        assert {str(graph) for graph in store.raw.named_graphs()} >= {f"<{graph_iri('news', EX)}>"}
    with Store.open(folder, readonly=True) as store:
        assert (store.base, store.article("news") is not None) == (EX, True)
    with pytest.raises(StoreError, match="begin with"):
        Store.open(folder, base=ID_BASE)


def test_a_damaged_store_says_so(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article(), facts(1))
    (folder / "graph" / "CURRENT").write_text("nonsense")
    for readonly in (True, False):
        with pytest.raises(StoreError, match="damaged"):
            Store.open(folder, readonly=readonly)


def test_a_text_that_is_gone_or_garbled_says_so(folder: Path) -> None:
    with Store.open(folder) as store:
        stored = store.put(article(), facts(1))
        path = folder / "articles" / f"{stored.text_hash}.txt"
        path.write_bytes(b"\xff\xfe")
        with pytest.raises(StoreError, match="missing or damaged"):
            store.text(stored.text_hash)
        path.unlink()
        with pytest.raises(StoreError, match="missing or damaged"):
            store.text(stored.text_hash)


def test_texts_that_a_killed_writer_left_are_swept_away(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article(), facts(1))
    (folder / "articles" / "0123.txt").write_text("no article has me")
    (folder / "articles" / "4567.txt.new").write_text("half of m")
    with Store.open(folder):
        assert len(_files(folder)) == 3  # nobody was killed, so nobody looks
    (folder / "writing").touch()
    with Store.open(folder):
        assert _files(folder) == {f"{article().text_hash}.txt"}


UNPRIVILEGED = """
import os, sys
from triplehelix.errors import StoreError
from triplehelix.store import Store
if os.getuid() == 0:
    os.setuid(65534)
for readonly in (True, False):
    try:
        with Store.open(sys.argv[1], readonly=readonly) as store:
            print(len(store.articles()))
    except StoreError as error:
        print(error.what)
"""


def test_a_store_that_may_not_be_written_can_be_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("locked") / "store"
    with Store.open(folder) as store:
        store.put(article(), facts(1))
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    parents = [path for path in folder.parents if path.stat().st_uid == os.getuid() and len(path.parts) > 2]
    before = [path.stat().st_mode for path in parents]
    try:
        for path in parents:
            path.chmod(0o755)
        command = [sys.executable, "-c", UNPRIVILEGED, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        for path, mode in zip(parents, before, strict=True):
            path.chmod(mode)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.stderr == ""
    assert done.stdout.splitlines()[0] == "1"
    assert "write" in done.stdout.splitlines()[1]
