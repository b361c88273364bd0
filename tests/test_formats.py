"""answers/formats.py: how an answer is written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from triplehelix.answers import Answer, Evidence, Triples, Verdict, render
from triplehelix.answers.formats import Format
from triplehelix.answers.tables import markdown, table, width
from triplehelix.errors import QueryError
from triplehelix.questions.graph import PREFIXES


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
