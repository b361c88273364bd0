"""answers/sandbox.py: a query from outside is answered by a process that can be killed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from triplehelix.answers import Answer, Triples, Verdict
from triplehelix.answers.sandbox import Limits, run
from triplehelix.errors import QueryError, StoreError
from triplehelix.prefixes import ID_BASE
from triplehelix.store import Store


@pytest.fixture(scope="module")
def store(small_path: Path) -> Iterator[Store]:
    with Store.open(small_path, readonly=True) as opened:
        yield opened


def test_a_query_from_outside_is_answered(small_path: Path, store: Store) -> None:
    answer = run(small_path, "SELECT ?hub WHERE { ?hub a helix:Hub } ORDER BY ?hub", Limits(), store)
    assert isinstance(answer, Answer)
    assert list(answer.names()) == [("Mizuhara Bay",), ("Parc du Lac",)]
    assert not answer.truncated


def test_all_forms_of_query_are_answered(small_path: Path) -> None:
    assert run(small_path, "ASK { ?s a helix:Hub }", Limits()) == Verdict(holds=True)
    assert run(small_path, "ASK { ?s a helix:Nothing }", Limits()) == Verdict(holds=False)
    built = run(small_path, "CONSTRUCT { ?s a helix:Hub } WHERE { ?s a helix:Hub }", Limits())
    assert isinstance(built, Triples)
    assert len(built.triples) == 2
    described = run(small_path, f"DESCRIBE <{ID_BASE}hub/mizuhara-bay>", Limits())
    assert isinstance(described, Triples)
    assert described.triples


def test_an_answer_is_cut_after_so_many_rows(small_path: Path) -> None:
    answer = run(small_path, "SELECT * { ?s ?p ?o }", Limits(rows=5))
    assert isinstance(answer, Answer)
    assert (len(answer), answer.cut) == (5, "cut after 5 rows")
    built = run(small_path, "CONSTRUCT WHERE { ?s ?p ?o }", Limits(rows=5))
    assert isinstance(built, Triples)
    assert (len(built.triples), built.cut) == (5, "cut after 5 rows")
    whole = run(small_path, "SELECT * { ?s a helix:Hub }", Limits(rows=2))
    assert whole.cut is None


def test_an_answer_is_cut_after_so_many_bytes(small_path: Path) -> None:
    answer = run(small_path, "SELECT * { ?s ?p ?o }", Limits(bytes=2_000))
    assert isinstance(answer, Answer)
    assert answer.cut == "cut after 2000 bytes"
    assert 0 < len(answer) < 30


def test_an_endless_query_is_stopped(small_path: Path) -> None:
    started = time.monotonic()
    answer = run(
        small_path, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", Limits(seconds=1.5)
    )
    assert answer.cut == "stopped after 1.5 seconds"
    assert time.monotonic() - started < 6


def test_what_was_found_before_the_stop_is_kept(small_path: Path) -> None:
    endless = "SELECT ?a ?d { ?a a helix:Hub . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?d || STRLEN(STR(?g)) < 0) }"
    answer = run(small_path, endless, Limits(seconds=2, rows=10**9, bytes=10**9))
    assert answer.cut == "stopped after 2 seconds"


def test_a_forbidden_query_never_starts(small_path: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server; a query may read this graph only"):
        run(small_path, "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", Limits())


def test_a_missing_store_is_said(tmp_path: Path) -> None:
    with pytest.raises((StoreError, QueryError), match="no store here"):
        run(tmp_path / "none", "ASK {}", Limits())
