"""questions/guard.py: a query from outside reads this graph, and nothing else."""

from __future__ import annotations

import pytest

from triplehelix.errors import QueryError
from triplehelix.prefixes import PREFIXES as NAMESPACES
from triplehelix.questions.graph import PREFIXES
from triplehelix.questions.guard import check, check_form, syntax_fault


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o FILTER(" + "1+" * 20_000 + "1) }",
        "SELECT * " + "{" * 3_000 + "}" * 3_000,
        "SELECT * { ?s " + "<urn:a>/" * 20_000 + "<urn:b> ?o }",
        "ASK { ?s ?p '" + "x" * 100_000 + "' }",
    ],
)
def test_a_text_that_would_overflow_a_parser_is_refused_before(text: str) -> None:
    with pytest.raises(QueryError, match="too long or too deep"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { service <http://127.0.0.1/> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE ?s { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE ?s { ?s ?p ?o } } }",
        "SELECT * { { SELECT ?s { { SELECT ?s { SERVICE <urn:x> { ?s ?p ?o } } } } } }",
        "SELECT * { ?s ?p ?o OPTIONAL { GRAPH ?g { SERVICE <urn:x> {} } } }",
        "SELECT (EXISTS { SERVICE <urn:x> {} } AS ?x) {}",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <urn:x> { ?s ?p ?o } }",
        "ASK { SERVICE <urn:x> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <urn:x> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1/> { GRAPH ?g { ?s ?p ?o } }",
        "ASK FROM <urn:x> { ?s ?p ?o }",
        "DESCRIBE <urn:x> FROM <urn:x>",
        "CONSTRUCT { ?s ?p ?o } FROM <urn:x> WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
        "PREFIX a: <urn:a> INSERT DATA { a:b a:c a:d }",
        'SELECT * { ?s ?p "x\\u0022 } # " SERVICE <urn:x> {} }',
        "SELECT * { ?s ?p ?o } # \\u000A SERVICE",
        "",
        "# nothing",
    ],
)
def test_what_reaches_out_or_changes_is_refused(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        check(text, PREFIXES)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "ASK { ?s ?p 'SERVICE <urn:x> {}' }",
        "SELECT ?from ?service { ?from ?load ?service } # SERVICE FROM LOAD",
        "PREFIX service: <urn:service> SELECT * { ?s service:from <urn:SERVICE> , 'x'@from }",
        "SELECT ?hub { ?hub a helix:Hub ; rdfs:label ?name FILTER(STRLEN(?name) < 5 && 3 > 2) }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <urn:x>",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT ?s (COUNT(*) AS ?n) { ?s (helix:partOf|^helix:memberOf)* ?o } GROUP BY ?s HAVING (COUNT(*) > 1)",
    ],
)
def test_what_reads_is_let_through(text: str) -> None:
    check(text, PREFIXES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT ?s WHERE {\n  ?s ?p ?o .\n  FILTER(?o ~ 3)\n}",
            r"line 3, column 3: cannot be understood from 'FILTER' on",
        ),
        ("SELECT ?s WHERE { ?s foo:bar ?o }", r"line 1, column 22: the prefix of 'foo:bar' is not declared"),
        ("SELECT ?s WHERE { ?s ?p ?o", r"line 1, column 27: the query ends too early"),
        ("SELECT * { << ?s ?p ?o >> ?q ?r }", r"not SPARQL 1.1: line 1, column 12: cannot be understood from '<' on"),
        ("SELEC ?s", r"one of SELECT, ASK, CONSTRUCT and DESCRIBE, not SELEC"),
    ],
)
def test_a_syntax_fault_is_one_line_with_its_place(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        check(text, PREFIXES, "here")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("here: ")


def test_the_form_of_a_query_is_its_first_keyword() -> None:
    assert check_form("PREFIX select: <urn:x>\nBASE <urn:y> # ask\nconstruct { ?s ?p ?o } { ?s ?p ?o }") == "CONSTRUCT"


def test_parsing_evaluates_nothing() -> None:
    digits = " ".join(map(str, range(40)))
    blocks = " ".join(f"VALUES ?v{n} {{ {digits} }}" for n in range(12))
    assert syntax_fault(f"ASK {{ {blocks} FILTER(?v1 = ?nothing) }}") is None


def test_the_prefixes_that_need_no_declaration_are_those_of_the_repository() -> None:
    assert dict(PREFIXES) == {prefix: NAMESPACES[prefix] for prefix in PREFIXES}
