"""answers/own.py: a question in a file of one's own is cut where it takes too long, and may build triples."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

import triplehelix
from tests.commands import error
from triplehelix.answers import Answer, Triples, Verdict, ask, ask_own
from triplehelix.answers.sandbox import Limits
from triplehelix.cli import main
from triplehelix.errors import QueryError, QuestionError
from triplehelix.questions import all_questions, read, read_own
from triplehelix.questions.catalogue import is_saved
from triplehelix.store import Store

HELIX = "PREFIX helix: <https://w3id.org/triplehelix/ontology#>\n"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUBS = HELIX + "SELECT DISTINCT ?hub ?country WHERE { ?hub a helix:Hub ; helix:country ?country } ORDER BY ?hub"
BUILT = HELIX + "CONSTRUCT { ?hub helix:country ?country } WHERE { ?hub a helix:Hub ; helix:country ?country }"

Write = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path) -> Write:
    def write(query: str, header: str = "") -> Path:
        path = tmp_path / "own.rq"
        path.write_text(f"#+ summary: What is it?\n{header}{query}\n", encoding="utf-8")
        return path

    return write


def test_only_the_questions_of_the_package_are_saved_ones(own: Write) -> None:
    assert all(is_saved(question) for question in all_questions())
    assert not is_saved(read(own(HUBS)))


def test_it_is_stopped_after_so_long_and_says_so(own: Write, small_path: Path) -> None:
    started = time.monotonic()
    with Store.open(small_path, readonly=True) as store:
        answer = ask_own(store, read(own(ENDLESS)), {}, Limits(seconds=1))
    assert answer.cut == "stopped after 1 seconds"
    assert time.monotonic() - started < 6


def test_it_is_cut_after_so_many_rows(own: Write, small_path: Path) -> None:
    with Store.open(small_path, readonly=True) as store:
        answer = ask_own(store, read(own("SELECT * { ?s ?p ?o }")), {}, Limits(rows=3))
    assert isinstance(answer, Answer)
    assert (len(answer), answer.cut) == (3, "cut after 3 rows")


def test_it_has_parameters_evidence_a_title_and_a_view(own: Write, small_path: Path) -> None:
    header = (
        "#+ x-params: [{name: place, type: thing, default: Osaka}]\n#+ x-view: map\n"
        "#+ x-evidence: ['?hub helix:locatedIn ?place']\n#+ x-hidden: [place]\n"
    )
    text = HELIX + "SELECT ?hub ?place { ?hub helix:locatedIn ?place FILTER(?place = ?_place_iri) }"
    with Store.open(small_path, readonly=True) as store:
        answer = ask(store, read(own(text, header)), place="Mizuhara")
    assert list(answer.names()) == [("Mizuhara Bay", "Mizuhara")]
    assert answer.evidence()[0].article == "mizuhara-1"
    assert (answer.title, answer.view, answer.hidden) == ("What is it? (place Mizuhara)", "map", ("place",))
    assert answer.spots["https://w3id.org/triplehelix/id/hub/mizuhara-bay"].country == "JP"


def test_asked_of_a_store_it_never_runs_in_this_process(
    own: Write, small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    with Store.open(small_path, readonly=True) as store:
        question = read(own(HUBS.replace("helix:Hub ;", "helix:Hub ; helix:country ?any ;")))
        monkeypatch.setattr("triplehelix.answers.asking._solutions", never)
        assert len(ask(store, question)) == 2


def test_it_may_build_triples_or_say_yes_but_a_saved_one_may_not(own: Write, small_path: Path) -> None:
    with triplehelix.open(small_path) as book:
        built = book.ask_file(own(BUILT))
        assert isinstance(built, Triples)
        assert {triple.object for triple in built.triples} == {ox.Literal("CH"), ox.Literal("JP")}
        assert book.ask_file(own(HELIX + "ASK { ?s a helix:Hub }")) == Verdict(holds=True)
        assert book.ask_file(own(BUILT), limit_rows=1).cut == "cut after 1 rows"
        with pytest.raises(QuestionError, match="own: gives no rows; ask it with `ask_file`"):
            book.ask(read_own(own(BUILT)))
    with pytest.raises(QuestionError, match="a saved question is a SELECT, not CONSTRUCT"):
        read(own(BUILT))


def test_it_may_not_reach_out(own: Write, small_path: Path) -> None:
    with triplehelix.open(small_path) as book, pytest.raises(QueryError, match="SERVICE asks another server"):
        book.ask_file(own("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"))


# -- on the command line


@pytest.mark.usefixtures("in_store")
@pytest.mark.parametrize("form", ["ttl", "nt", "jsonld", "rdf"])
def test_triples_come_in_the_formats_of_rdf(
    own: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["ask", str(own(BUILT)), "--format", form]) == 0
    printed = capsys.readouterr().out
    known = {"ttl": "TURTLE", "nt": "N_TRIPLES", "jsonld": "JSON_LD", "rdf": "RDF_XML"}
    assert len(list(ox.parse(printed, getattr(ox.RdfFormat, known[form])))) == 2
    target = tmp_path / f"built.{form}"
    assert main(["ask", str(own(BUILT)), "--save", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == printed
    assert capsys.readouterr().err == f"{target}: 2 triples\n"


@pytest.mark.usefixtures("in_store")
def test_a_cut_answer_exits_with_3(own: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(own(ENDLESS)), "--timeout", "1"]) == 3
    assert "not the whole answer: stopped after 1 seconds" in capsys.readouterr().err
    assert main(["ask", str(own("SELECT * { ?s ?p ?o }")), "--limit-rows", "2"]) == 3
    assert "cut after 2 rows" in capsys.readouterr().err


@pytest.mark.usefixtures("in_store")
def test_what_does_not_fit_is_one_line(own: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "triples cannot be written as csv" in error(capsys, "ask", str(own(BUILT)), "--format", "csv")
    assert "only rows can be drawn" in error(capsys, "ask", str(own(BUILT)), "--plot", str(tmp_path / "x.svg"))
    assert "only rows go into a table" in error(capsys, "ask", str(own(BUILT)), "--save", str(tmp_path / "x.xlsx"))
    saved = ["ask", str(own(HUBS)), "--save", str(tmp_path / "x.ttl")]
    assert "no format for an answer has this suffix; end it in one of .csv" in error(capsys, *saved)
    assert [path.name for path in tmp_path.iterdir()] == ["own.rq"]
