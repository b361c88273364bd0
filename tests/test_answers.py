"""answers/: what comes back, the sentences behind it, and how it is written."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

import triplehelix
from tests.small_graph import fill
from triplehelix.answers import Answer, Evidence, Triples, Verdict, ask, render
from triplehelix.answers.formats import Format
from triplehelix.answers.sandbox import Limits, run
from triplehelix.answers.tables import markdown, table, width
from triplehelix.answers.why import why
from triplehelix.errors import NameNotFound, QueryError, StoreError
from triplehelix.questions.graph import PREFIXES
from triplehelix.store import Store

ID = "https://w3id.org/triplehelix/id/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "store"
    fill(path)
    return path


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with Store.open(folder, readonly=True) as opened:
        yield opened


def named(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    places = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in answer.names()]


# -- asking


def test_foreign_clusters_are_hubs_and_cluster_organisations_abroad(store: Store) -> None:
    answer = ask(store, "foreign_clusters", hub="Mizuhara")
    assert named(answer, "cluster", "country", "with", "status") == [
        ("Parc du Lac", "CH", "Mizuhara Bay", "active"),
        ("Valmont Santé", "FR", "Mizuhara Bio Office", "active"),
        ("Fjordlund Cluster", "NO", "Mizuhara Bio Office", "signed"),
        ("Fjordlund Cluster", "NO", "Mizuhara Bio Office", "renewed"),
    ]


def test_foreign_partners_are_of_any_kind(store: Store) -> None:
    partners = {row[0] for row in named(ask(store, "foreign_partners", hub="Mizuhara"), "partner")}
    assert partners == {"Parc du Lac", "Valmont Santé", "Fjordlund Cluster", "Handelsbro", "Lindqvist Pharma"}


def test_a_country_stands_for_what_is_in_it(store: Store) -> None:
    of_country = named(ask(store, "foreign_clusters", hub="Japan"), "cluster", "with")
    assert of_country == named(ask(store, "foreign_clusters", hub="Mizuhara"), "cluster", "with")


def test_an_organisation_stands_for_itself(store: Store) -> None:
    of_office = ask(store, "foreign_clusters", hub="Mizuhara Bio Office")
    assert {row[0] for row in named(of_office, "cluster")} == {"Valmont Santé", "Fjordlund Cluster"}


def test_every_row_has_the_sentence_that_states_it(store: Store) -> None:
    answer = ask(store, "foreign_clusters", hub="Mizuhara")
    quotes = [[(one.quote, one.article) for one in row] for row in answer.passages]
    assert quotes[1] == [
        ("The Mizuhara Bio Office also works with Valmont Santé, a French cluster, on ageing.", "mizuhara-1")
    ]
    assert all(len(row) == 1 for row in quotes)
    assert [one.quote for one in answer.evidence(1)] == [quotes[1][0][0]]
    assert len(answer.evidence()) == 4


def test_evidence_is_verbatim_by_its_offsets(store: Store) -> None:
    text = {stored.name: store.text(stored.text_hash) for stored in store.articles()}
    found = ask(store, "partners", thing="Mizuhara").evidence()
    assert found
    assert all(text[one.article][one.start : one.end] == one.quote for one in found)


def test_without_evidence_nothing_is_looked_up(store: Store) -> None:
    assert ask(store, "foreign_clusters", with_evidence=False, hub="Mizuhara").passages == ()


def test_an_optional_parameter_narrows_the_answer(store: Store) -> None:
    partners = named(ask(store, "partners", thing="Mizuhara", status="ended"), "partner", "kind")
    assert partners == [("Tidewater Bio Alliance", "mou")]


def test_a_period_includes_both_ends_at_any_precision(store: Store) -> None:
    def dates(start: str, end: str) -> list[str]:
        return [row[0] for row in named(ask(store, "agreements_in_period", {"from": start, "until": end}), "date")]

    assert dates("2025", "2026") == ["2025-10", "2026-02"]
    assert dates("2025-11", "2026-02-01") == ["2026-02"]
    assert dates("2019-06", "2019-12") == ["2019"]
    assert dates("2024-06-03", "2024-06-03") == ["2024-06-03"]
    assert dates("2024-06-04", "2025-09") == []


def test_a_ranking_counts_the_partners_of_the_managing_organisation_too(store: Store) -> None:
    ranking = named(ask(store, "hub_ranking"), "hub", "partners", "foreign_partners", "tenants")
    assert ranking == [("Mizuhara Bay", "3", "3", "3"), ("Parc du Lac", "1", "1", "0")]


# -- the answer as a value


def test_an_answer_becomes_a_data_frame(store: Store) -> None:
    frame = ask(store, "foreign_clusters", hub="Mizuhara").to_pandas()
    assert list(frame.columns)[:3] == ["cluster", "country", "with"]
    assert list(frame.columns)[-3:] == ["quote", "article", "quotes"]
    assert frame["cluster"].tolist()[0] == "Parc du Lac"
    assert frame["article"].tolist()[0] == "A bay for the life sciences"
    iris = ask(store, "foreign_clusters", hub="Mizuhara").to_pandas(names=False)
    assert iris["cluster"].tolist()[0] == ID + "hub/parc-du-lac"
    assert ask(store, "hub_ranking").to_pandas()["tenants"].tolist() == [3, 0]


def test_an_answer_becomes_the_graph_of_its_evidence(store: Store) -> None:
    graph = ask(store, "hubs_in_place", place="Mizuhara").to_graph()
    asked = "ASK { <%shub/mizuhara-bay> <%slocatedIn> <%splace/jp-mizuhara> }" % (ID, PREFIXES["helix"], ID)  # noqa: UP031
    assert graph.query(asked).askAnswer
    assert all(triple in store.graph() for triple in graph)


def test_an_answer_is_frozen(store: Store) -> None:
    answer = ask(store, "hub_ranking")
    with pytest.raises(AttributeError):
        answer.rows = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        answer.labels["x"] = "y"  # type: ignore[index]


# -- formats


def evidence(quote: str, title: str = "News") -> Evidence:
    return Evidence(quote, "a1", title, 0, len(quote), "urn:p", "urn:a", ())


ANSWER = Answer(
    columns=("thing", "note", "partnership"),
    rows=(
        (ox.NamedNode("urn:t1"), ox.Literal('a "b", | c\nd', language="en"), ox.NamedNode("urn:p")),
        (ox.NamedNode("urn:t2"), None, None),
    ),
    labels={"urn:t1": "大阪 One"},
    passages=((evidence("First.\nLine"), evidence("Second.", "More")), ()),
    hidden=("partnership",),
)


def test_a_table_holds_names_and_sets_each_sentence_under_its_row() -> None:
    assert render(ANSWER, "table") == (
        "thing     note\n"
        "--------  ------------\n"
        '大阪 One  a "b", | c d\n'
        "    “First. Line” (News)\n"
        "    “Second.” (More)\n"
        "urn:t2\n"
    )


def test_sentences_are_wrapped_for_a_terminal() -> None:
    long = replace(ANSWER, passages=((evidence("One two three four five six seven."),), ()))
    lines = render(long, "table", wrap=28).splitlines()
    assert lines[3:6] == ["    “One two three four five", "     six seven.” (News)", "urn:t2"]


def test_markdown_has_the_first_quote_and_their_number() -> None:
    assert render(ANSWER, "md") == (
        "| thing | note | quote | article | quotes |\n"
        "| --- | --- | --- | --- | --- |\n"
        '| 大阪 One | a "b", \\| c d | First. Line | News | 2 |\n'
        "| urn:t2 |  |  |  | 0 |\n"
    )


def test_csv_is_the_w3cs_with_three_columns_more() -> None:
    written = render(ANSWER, "csv")
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows == [
        ["thing", "note", "partnership", "quote", "article", "quotes"],
        ["urn:t1", 'a "b", | c\nd', "urn:p", "First.\nLine", "News", "2"],
        ["urn:t2", "", "", "", "", "0"],
    ]
    assert "\r\n" in written
    assert render(ANSWER, "csv", names=True).splitlines()[1].startswith("大阪 One")


def test_tsv_holds_terms() -> None:
    lines = render(ANSWER, "tsv").split("\n")
    assert lines[0] == "?thing\t?note\t?partnership\t?quote\t?article\t?quotes"
    assert lines[1].startswith('<urn:t1>\t"a \\"b\\", | c\\nd"@en\t<urn:p>')


def test_json_is_the_w3cs_and_holds_every_passage() -> None:
    document = json.loads(render(ANSWER, "json"))
    assert document["head"]["vars"] == ["thing", "note", "partnership", "quote", "article", "quotes"]
    first = document["results"]["bindings"][0]
    assert first["note"] == {"type": "literal", "value": 'a "b", | c\nd', "xml:lang": "en"}
    assert first["quotes"] == {"type": "literal", "value": "2", "datatype": PREFIXES["xsd"] + "integer"}
    assert [len(row) for row in document["evidence"]] == [2, 0]
    assert document["evidence"][0][1] == {"quote": "Second.", "article": "a1", "title": "More", "start": 0, "end": 7}
    parsed = ox.parse_query_results(render(ANSWER, "json").encode(), ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    assert len(list(parsed)) == 2
    assert render(ANSWER, "json") == ANSWER.to_json()


def test_xml_is_the_w3cs() -> None:
    root = ET.fromstring(render(ANSWER, "xml"))  # noqa: S314 - what we have just written
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"


def test_an_answer_prints_as_its_table() -> None:
    assert str(ANSWER) == render(ANSWER, "table")


def test_a_table_can_hold_iris() -> None:
    assert "urn:t1" in render(ANSWER, "table", names=False)


def test_an_empty_answer_is_a_head() -> None:
    empty = Answer(("a", "b"), ())
    assert render(empty, "table") == "a  b\n-  -\n"
    assert render(empty, "csv") == "a,b\r\n"


def test_triples_are_written_in_the_formats_of_rdf() -> None:
    triple = ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode(PREFIXES["helix"] + "kind"), ox.Literal("x"))
    found = Triples((triple,))
    assert 'helix:kind "x"' in render(found, "table")
    for form in ("ttl", "nt", "jsonld", "rdf"):
        suffix = {"ttl": "TURTLE", "nt": "N_TRIPLES", "jsonld": "JSON_LD", "rdf": "RDF_XML"}[form]
        parsed = ox.parse(render(found, form), getattr(ox.RdfFormat, suffix))
        assert [quad.triple for quad in parsed] == [triple]
    assert len(found.to_graph()) == 1
    with pytest.raises(QueryError, match="triples cannot be written as csv; choose ttl"):
        render(found, "csv")


def test_a_verdict_is_a_word() -> None:
    assert [render(Verdict(holds=True), form) for form in ("table", "csv", "md")] == ["true\n"] * 3
    assert json.loads(render(Verdict(holds=False), "json")) == {"head": {}, "boolean": False}
    assert "<boolean>true</boolean>" in render(Verdict(holds=True), "xml")
    with pytest.raises(QueryError, match="yes or no cannot be written as ttl"):
        render(Verdict(holds=True), "ttl")


def test_rows_are_no_triples() -> None:
    with pytest.raises(QueryError, match="rows cannot be written as ttl; choose csv, tsv, xml, json, md"):
        render(ANSWER, Format.TTL)


def test_a_table_counts_wide_characters_as_two() -> None:
    assert width("大阪") == 4
    assert width("e\u0301") == 1
    assert table(["a"], [["大阪"], ["b"]]).splitlines()[1] == "----"
    assert markdown(["a"], [["\\|"]]).splitlines()[2] == "| \\\\\\| |"


# -- queries from outside


def test_a_query_from_outside_is_answered(folder: Path, store: Store) -> None:
    answer = run(folder, "SELECT ?hub WHERE { ?hub a helix:Hub } ORDER BY ?hub", Limits(), store)
    assert isinstance(answer, Answer)
    assert list(answer.names()) == [("Mizuhara Bay",), ("Parc du Lac",)]
    assert not answer.truncated


def test_all_forms_of_query_are_answered(folder: Path) -> None:
    assert run(folder, "ASK { ?s a helix:Hub }", Limits()) == Verdict(holds=True)
    assert run(folder, "ASK { ?s a helix:Nothing }", Limits()) == Verdict(holds=False)
    built = run(folder, "CONSTRUCT { ?s a helix:Hub } WHERE { ?s a helix:Hub }", Limits())
    assert isinstance(built, Triples)
    assert len(built.triples) == 2
    described = run(folder, f"DESCRIBE <{ID}hub/mizuhara-bay>", Limits())
    assert isinstance(described, Triples)
    assert described.triples


def test_an_answer_is_cut_after_so_many_rows(folder: Path) -> None:
    answer = run(folder, "SELECT * { ?s ?p ?o }", Limits(rows=5))
    assert isinstance(answer, Answer)
    assert (len(answer), answer.cut) == (5, "cut after 5 rows")
    built = run(folder, "CONSTRUCT WHERE { ?s ?p ?o }", Limits(rows=5))
    assert isinstance(built, Triples)
    assert (len(built.triples), built.cut) == (5, "cut after 5 rows")
    whole = run(folder, "SELECT * { ?s a helix:Hub }", Limits(rows=2))
    assert whole.cut is None


def test_an_answer_is_cut_after_so_many_bytes(folder: Path) -> None:
    answer = run(folder, "SELECT * { ?s ?p ?o }", Limits(bytes=2_000))
    assert isinstance(answer, Answer)
    assert answer.cut == "cut after 2000 bytes"
    assert 0 < len(answer) < 30


def test_an_endless_query_is_stopped(folder: Path) -> None:
    started = time.monotonic()
    answer = run(folder, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", Limits(seconds=1.5))
    assert answer.cut == "stopped after 1.5 seconds"
    assert time.monotonic() - started < 6


def test_what_was_found_before_the_stop_is_kept(folder: Path) -> None:
    endless = "SELECT ?a ?d { ?a a helix:Hub . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?d || STRLEN(STR(?g)) < 0) }"
    answer = run(folder, endless, Limits(seconds=2, rows=10**9, bytes=10**9))
    assert answer.cut == "stopped after 2 seconds"


def test_a_forbidden_query_never_starts(folder: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server; a query may read this graph only"):
        run(folder, "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", Limits())


def test_a_missing_store_is_said(tmp_path: Path) -> None:
    with pytest.raises((StoreError, QueryError), match="no store here"):
        run(tmp_path / "none", "ASK {}", Limits())


# -- why


def test_why_gives_every_sentence_about_a_thing(store: Store) -> None:
    account = why(store, "Mizuhara Bio Office")
    assert account.iri == ID + "organization/mizuhara-bio-office"
    lines = list(account.lines())
    assert lines[0] == f"Mizuhara Bio Office <{account.iri}>"
    assert "A bay for the life sciences (mizuhara-1)" in lines
    assert "Friends in the north (mizuhara-2)" in lines
    assert any("renewed their agreement on marine biotechnology in February 2026" in line for line in lines)
    assert any(
        line.startswith("    Mizuhara Bio Office: class organization; kind cluster organization") for line in lines
    )


def test_why_takes_a_partnership_a_claim_and_an_article(store: Store) -> None:
    partnership = ask(store, "public_private_partnerships").rows[0][0]
    assert isinstance(partnership, ox.NamedNode)
    account = why(store, partnership.value)
    assert [one.quote[:19] for one in account.passages] == ["The plant was built"]
    claim = account.passages[0].claims[0].iri
    assert [len(one.claims) for one in why(store, claim).passages] == [1]
    assert len(why(store, ID + "article/mizuhara-2").passages) == 4


def test_why_says_when_no_article_states_anything(store: Store) -> None:
    with pytest.raises(NameNotFound):
        why(store, "Nobody at All")


# -- the package's functions


def test_the_package_answers_as_the_command_does(folder: Path) -> None:
    with triplehelix.open(folder) as book:
        assert len(book.ask("foreign_clusters", hub="Mizuhara")) == 4
        assert isinstance(book.sparql("ASK { ?s a helix:Hub }"), Verdict)
        assert book.why("Mizuhara Bay").passages
        assert len(book.graph()) > 100
    assert len(triplehelix.ask("foreign_clusters", store=folder, hub="Mizuhara")) == 4
    assert triplehelix.sparql("ASK { ?s a helix:Hub }", store=folder) == Verdict(holds=True)
    assert triplehelix.why("Mizuhara Bay", store=folder).name == "Mizuhara Bay"
    assert len(triplehelix.queries()) >= 12


def test_every_function_of_the_package_is_there() -> None:
    for name in triplehelix.__all__:
        assert callable(getattr(triplehelix, name))
        assert name in dir(triplehelix)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        triplehelix.nothing  # noqa: B018
