"""A full disk, a folder that may not be written and ^C end in one line, and nothing is lost."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from triplehelix import pipeline
from triplehelix.articles import Article
from triplehelix.errors import StoreError
from triplehelix.facts import Facts
from triplehelix.prefixes import ID_BASE
from triplehelix.store import Store

COMMAND = [sys.executable, "-m", "triplehelix"]


def nothing(_: Article) -> Facts:
    return Facts()


def news(tmp_path: Path, name: str) -> Path:
    file = tmp_path / f"{name}.txt"
    file.write_text(f"Alder Biologics opens a plant in {name}.", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("method", "code"),
    [("write_bytes", errno.ENOSPC), ("write_bytes", errno.EROFS), ("touch", errno.EROFS), ("touch", errno.ENOSPC)],
)
def test_a_disk_that_takes_no_more_is_one_line_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, code: int
) -> None:
    store = tmp_path / "store"
    pipeline.add([news(tmp_path, "one")], store, extractor=nothing)

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    second = news(tmp_path, "two")
    with monkeypatch.context() as patch:
        patch.setattr(Path, method, fail)
        with pytest.raises(StoreError, match="cannot be written") as caught:
            pipeline.add([second], store, extractor=nothing)
    assert os.strerror(code) in str(caught.value)
    assert "\n" not in str(caught.value)
    with Store.open(store, readonly=True) as opened:
        assert [article.name for article in opened.articles()] == ["one"]
    assert pipeline.verify(store).ok
    assert pipeline.add([second], store, extractor=nothing).read == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("IO error: No space left on device: While appending to file", "no space is left on the disk"),
        ("IO error: While open a file for appending: Read-only file system", "you may not write here"),
        ("IO error: Permission denied: LOCK", "you may not write here"),
    ],
)
def test_what_the_engine_says_of_a_disk_is_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    Store.open(tmp_path / "store").close()

    def fail(*_: object) -> None:
        raise OSError(said)

    monkeypatch.setattr(ox, "Store", fail)
    with pytest.raises(StoreError, match=told):
        Store.open(tmp_path / "store")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_an_answer_that_does_not_fit_on_the_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "queries"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "error: the output: cannot be written (No space left on device)\n"


@pytest.mark.parametrize("seconds", [0.03, 0.05, 0.1, 0.3, 0.8])
def test_an_interrupt_at_any_time_is_one_line_and_130(tmp_path: Path, seconds: float) -> None:
    code = (  # what a shell starts in the background ignores ^C, and so would all that these tests start
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys; from triplehelix.__main__ import run; print(flush=True)\n"
        "sys.argv[1:] = ['extract', '-', '--out', sys.argv[1]]; sys.exit(run())"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()  # the first line of ours has run; stdin stays open, so that the command waits
        time.sleep(seconds)
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=60)
    assert (child.returncode, said) == (130, "error: interrupted\n")


def test_a_new_store_takes_its_base_from_the_environment_and_an_old_one_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, base = news(tmp_path, "one"), "https://example.org/things/"
    pipeline.build([file], tmp_path / "old", extractor=nothing)
    monkeypatch.setenv("TRIPLEHELIX_BASE", base)
    for name, kept in (("old", ID_BASE), ("new", base)):
        pipeline.build([file], tmp_path / name, extractor=nothing)
        with Store.open(tmp_path / name, readonly=True) as store:
            assert store.base == kept
            assert all(iri.startswith(kept) for iri in map(str, store.asserted("one").subjects()))
    with pytest.raises(StoreError, match="begin with"):
        pipeline.add([file], tmp_path / "new", extractor=nothing, base=ID_BASE)


@pytest.mark.parametrize("base", ["things/", "https://example.org", "https://example.org/a b/"])
def test_what_can_be_no_base_makes_no_store(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="an IRI that ends in"):
        pipeline.build([news(tmp_path, "one")], tmp_path / "store", extractor=nothing, base=base)
    assert not (tmp_path / "store" / "format").exists()


def test_an_article_that_a_build_replaces_meanwhile_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, store = news(tmp_path, "one"), tmp_path / "store"
    pipeline.add([file], store, extractor=nothing)
    text, waiting = Store.text, [True]

    def slow(opened: Store, text_hash: str) -> str:
        if waiting.pop() if waiting else False:  # the first time somebody is quicker
            file.write_text("Alder Biologics closes a plant.", encoding="utf-8")
            pipeline.add([file], store, extractor=nothing)
        return text(opened, text_hash)

    monkeypatch.setattr(Store, "text", slow)
    report = pipeline.verify(store)
    assert (report.faults, report.articles, waiting) == ((), 1, [])


def test_a_query_finds_what_was_refused_only_when_it_is_asked_for(tmp_path: Path) -> None:
    from rdflib import RDFS, Literal, URIRef  # noqa: PLC0415

    facts = [
        [(URIRef(f"https://example.org/{name}"), RDFS.label, Literal(name))] for name in ("said", "follows", "bad")
    ]
    with Store.open(tmp_path / "store") as store:
        store.put(Article("one", "A text."), *facts)
        asked = "SELECT ?l { { GRAPH ?g { ?s rdfs:label ?l } } UNION { graph ?g { ?s rdfs:label ?l } } }".replace(
            "rdfs:label", f"<{RDFS.label}>"
        )
        for quarantine, found in ((False, {"said", "follows"}), (True, {"said", "follows", "bad"})):
            rows = store.query(asked, quarantine=quarantine)
            assert {row[0].value for row in rows} == found  # type: ignore[union-attr]
        graphs = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", quarantine=True)
        assert {row[0].value.startswith(ID_BASE) for row in graphs} == {True}  # type: ignore[union-attr]
