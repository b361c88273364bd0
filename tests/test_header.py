"""questions/header.py and catalogue.py: a file becomes a question, or is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made_questions import EX, question
from triplehelix.errors import QueryError, QuestionError
from triplehelix.questions import Column, EvidencePattern, ParameterType, load, names, read
from triplehelix.questions.graph import PREFIXES


def test_a_header_becomes_a_question() -> None:
    made = question(
        "#+ summary: Who?\n#+ description: Two\n#+   lines.\n#+ tags:\n#+   - b\n#+ defaults:\n#+   - place: Bay\n"
        "#+ x-params:\n#+   - name: place\n#+     type: thing\n#+     classes: [Place, Hub]\n"
        "#+     description: a place\n"
        "#+   - name: kind\n#+     type: kind\n#+     classes: [Status]\n"
        "#+ x-evidence:\n#+   - ?who ex:in ?where\n#+   - ?who a <urn:c>\n#+ x-hidden: [where]\n#+ x-view: map\n"
        "PREFIX ex: <https://example.org/>\nSELECT ?who ?where { ?who ex:in ?where, ?_place_iri ; ex:k ?__kind_iri }"
    )
    place, kind = made.parameters
    assert (made.summary, made.description, made.tags, made.view) == ("Who?", "Two lines.", ("b",), "map")
    assert (place.variable, place.type, place.required, place.default) == (
        "_place_iri",
        ParameterType.THING,
        True,
        "Bay",
    )
    assert place.classes == ("Place", "Hub")
    assert (kind.variable, kind.required, kind.default) == ("__kind_iri", False, None)
    rdf_type = PREFIXES["rdf"] + "type"
    assert made.evidence == (
        EvidencePattern(Column("who"), EX + "in", Column("where")),
        EvidencePattern(Column("who"), rdf_type, "urn:c"),
    )
    assert made.hidden == ("where",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#+ summary: [Who?\nSELECT * {}", r"things.rq:1: the header is not YAML"),
        ("#+ summary: Who?\n#+ tags:\n#+  - a\n#+ - b\nSELECT * {}", r"things.rq:4: the header is not YAML"),
        ("#+ description: Who?\nSELECT * {}", r"things.rq:1: has no summary"),
        ("SELECT * {}", r"things.rq:1: has no summary"),
        ("#+ just words\nSELECT * {}", r"things.rq:1: the header must be `key: value` lines"),
        ("#+ summary: Who?\n#+ sumary: x\nSELECT * {}", r"things.rq:2: unknown key 'sumary'"),
        ("#+ summary: Who?\n#+ tags: x\nSELECT * {}", r"things.rq:2: tags must be a list of words"),
        ("#+ summary: Who?\n#+ defaults: x\n#+ x-params: []\nSELECT * { ?_a ?b ?c }", r"?_a is not described"),
        (
            "#+ summary: Who?\n#+ x-params:\n#+  - name: b\nSELECT * { ?a ?b ?c }",
            r"things.rq:2: x-params describes 'b'",
        ),
        (
            "#+ summary: Who?\n#+ x-params:\n#+  - name: b\nSELECT * { ?a ?_b ?c }",
            r"'b' has no known type; types: thing",
        ),
        (
            "#+ summary: Who?\n#+ x-params: [{name: b, type: text, typ: x}]\nSELECT * { ?a ?_b ?c }",
            r"unknown key 'typ'",
        ),
        ("#+ summary: Who?\n#+ x-evidence: ['?a b:c ?d']\nSELECT * { ?a ?b ?c }", r"not a triple pattern"),
    ],
)
def test_a_bad_header_is_reported_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(QuestionError, match=message.replace("?", r"\?").replace("[", r"\[")):
        question(text)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("SELECT ?s\nWHERE { ?s ?p }", r"bad.rq:3: not SPARQL: line 3, column 9: cannot be understood from '\?s' on"),
        ("SELECT ?s WHERE { ?s ex:p ?o }", r"bad.rq:2: .* the prefix of 'ex:p' is not declared"),
        ("ASK { ?s ?p ?o }", r"bad.rq: a saved question is a SELECT, not ASK"),
        ("SELECT ?s FROM <urn:x> { ?s ?p ?o }", r"bad.rq: line 2, column 11: FROM reads a file or an address"),
    ],
)
def test_a_bad_query_is_reported_with_file_and_line(tmp_path: Path, body: str, message: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(f"#+ summary: Which?\n{body}\n")
    with pytest.raises((QuestionError, QueryError), match=message):
        read(path)


def test_a_file_that_is_no_text_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "bad.rq"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QuestionError, match="cannot be read as UTF-8 text"):
        read(path)


def test_an_unknown_question_is_answered_with_the_nearest_names() -> None:
    with pytest.raises(QuestionError, match="no saved question 'foreign_cluster'; there is: foreign_clusters"):
        load("foreign_cluster")
    with pytest.raises(QuestionError, match=r"no saved question '\.\./x'"):
        load("../x")
    assert "foreign_clusters" in names()
