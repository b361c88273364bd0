"""questions/: what a saved question is, how its parameters are bound, and what no query may do."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from triplehelix.errors import NameNotFound, QueryError, QuestionError
from triplehelix.namespaces import PREFIXES as NAMESPACES
from triplehelix.questions import Column, EvidencePattern, ParameterType, Question, load, names, read
from triplehelix.questions.binding import bind, replace, serialise
from triplehelix.questions.graph import PREFIXES
from triplehelix.questions.guard import check, check_form, syntax_fault
from triplehelix.questions.header import parse
from triplehelix.questions.lexer import TokenKind, prefixes, tokens, used_prefixes, variables
from triplehelix.questions.naming import fold, resolve, without_generic_words
from triplehelix.questions.values import term, terms

HELIX = PREFIXES["helix"]
EX = "https://example.org/"

HEADER = """#+ summary: Which things are called so?
#+ x-params:
#+   - name: name
#+     type: text
#+     default: Bay
"""
BODY = "PREFIX ex: <https://example.org/>\n\nSELECT DISTINCT ?thing WHERE { ?thing ex:name ?_name } ORDER BY ?thing\n"


def question(text: str = HEADER + BODY, name: str = "things") -> Question:
    return parse(Path(f"{name}.rq"), text)


def parameter_of(kind: str, variable: str = "?_x", **more: str) -> Question:
    lines = "".join(f"#+     {key}: {value}\n" for key, value in more.items())
    header = f"#+ summary: Is it?\n#+ x-params:\n#+   - name: x\n#+     type: {kind}\n{lines}"
    return question(f"{header}SELECT ?s WHERE {{ ?s ?p {variable} }}\n")


def graph(*lines: str) -> ox.Store:
    store = ox.Store()
    declared = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in {**PREFIXES, "ex": EX}.items())
    store.load((declared + "\n".join(lines)).encode(), ox.RdfFormat.TURTLE)
    return store


BAY = graph(
    'ex:bay a helix:Place ; rdfs:label "Bay" ; helix:country "JP" .',
    'ex:district a helix:Hub ; rdfs:label "Bay District" ; helix:country "JP" .',
    'ex:other a helix:Place ; rdfs:label "Élan City" ; helix:country "FR" .',
    'ex:firm a helix:Organization ; rdfs:label "Nord AS" ; skos:altLabel "Bay", "NAS" .',
    'ex:one a helix:Organization ; rdfs:label "Twin" ; helix:country "SE" .',
    'ex:two a helix:Organization ; rdfs:label "Twin" .',
    'ex:osaka a helix:Place ; rdfs:label "大阪"@ja , "Osaka"@en .',
)


# -- the lexer


@given(st.text(alphabet=st.sampled_from("?_$x:<>\"'#\\ab{} .\n@1"), max_size=40))
@example("SELECT ?x WHERE { ?x ex:p\\?_q \"?_x\" ; <http://a/?_x> '''?_x''' } # ?_x")
def test_the_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


def test_a_variable_is_told_from_the_same_letters_in_strings_comments_iris_and_names() -> None:
    text = """SELECT ?_x { ?s ex:a\\?_x "?_x" , '?_x', '''a'?_x''', \"\"\"b"?_x\"\"\" , <urn:?_x> , "\\"?_x" . # ?_x
    FILTER($_x < ?_xy && ?s > ?_x) }"""
    found = [token.text for token in tokens(text) if token.kind is TokenKind.VARIABLE]
    assert found == ["?_x", "?s", "$_x", "?_xy", "?s", "?_x"]


def test_prefixes_are_those_declared_and_those_used() -> None:
    text = 'PREFIX a: <urn:a> prefix : <urn:> SELECT * { ?s a:b :c ; d:e "f:g" }'
    assert prefixes(text) == {"a": "urn:a", "": "urn:"}
    assert used_prefixes(text) == {"a", "", "d"}


# -- the header


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


# -- binding


HOSTILE = [
    '"', "'", '"""', "\\", '\\"', "\n", "\r\n", "\t", "\x00", "}", "{", "} }", "#", "# x", ">", "<", "<>", "?s", "$s",
    "?_name", "%22", "&quot;", "\\u0022", "\\U00000022", "\u201c", "\uff02", "\u02ba", "\u2028", "\u2029", "\ufeff",
    "\u202e", "\u00a0", '" }', '" } #', "' } #", '"@en', '"^^<urn:x>', '" . ?a ?b ?c . "', '" } UNION { ?s ?p ?o',
    "; DROP ALL", "; CLEAR ALL", '" } SERVICE <http://127.0.0.1/> { ?s ?p "',
    "' } SERVICE <http://127.0.0.1/> { ?s ?p '", '""" } SERVICE <urn:x> {} """',
    '\\u0022 } SERVICE <http://127.0.0.1/> { ?s ?p \\u0022', "} FROM <file:///etc/passwd> {",
    "LOAD <http://127.0.0.1/>", 'x" ; ?p ?o } INSERT DATA { <urn:a> <urn:b> <urn:c> } #', "*/", "/*", "--", "OR 1=1",
    "`", "|", "^", "$(id)", "${x}", "{{x}}", "\\n", "\\t", "\\\\", "\\\\\"", "\\\\\\\"", "'''", "''' }", '"""@en',
    "\x1b[31m", "\x7f", "\u0085", "é", "e\u0301", "大阪", "\U0001f600", "a" * 10_000, "", " ", "  ", "\u200b", "null",
    "true", "1", "-1", "1e5", "NaN", "<urn:x>", "_:b", "a", "helix:Hub", "SELECT", "BIND(1 AS ?x)", "FILTER(false)",
    "VALUES ?s {}", "?s ?p ?o .", "<<", ">>", "<< ?s ?p ?o >>", "{|", "|}", "@prefix", "PREFIX x: <urn:x>",
    "BASE <urn:x>", "?_name } #", '"?_name"', "%s", "%(name)s", "{0}", "\\1", "\\g<0>", "$1", "\ufffd", "\ufffe",
]  # fmt: skip


def shape(text: str) -> list[str]:
    """The tokens of a query, with every literal and IRI reduced to its kind."""
    constant = {TokenKind.STRING, TokenKind.IRI}
    return [t.kind.value if t.kind in constant else t.text for t in tokens(text) if not t.is_blank]


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


def test_there_are_a_hundred_hostile_values() -> None:
    assert len(set(HOSTILE)) >= 100


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_stays_one_literal(value: str) -> None:
    check_one_literal(value)


@given(st.text())
def test_any_value_stays_one_literal(value: str) -> None:
    check_one_literal(value)


def check_one_literal(value: str) -> None:
    asked = question()
    bound = bind(asked, {"name": ox.Literal(value)})
    assert shape(bound) == shape(bind(asked, {"name": ox.Literal("tame")}))
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode(EX + "s"), ox.NamedNode(EX + "name"), ox.Literal(value)))
    solutions = store.query(bound)
    assert isinstance(solutions, ox.QuerySolutions)
    assert len(list(solutions)) == 1


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_no_thing_no_number_no_date_no_kind(value: str) -> None:
    if value in {"1", "-1", "1e5", "helix:Hub", "OR", "大阪", "a"}:
        return  # honest values of one of these types
    for asked in (parameter_of("number"), parameter_of("date"), parameter_of("kind", classes="[Status]")):
        with pytest.raises(QuestionError):
            term(BAY, asked.parameters[0], value)
    with pytest.raises(NameNotFound):
        term(BAY, parameter_of("thing").parameters[0], value)


def test_only_whole_variables_are_replaced() -> None:
    text = "SELECT ?s { ?s ?_n ?_name ; $_n \"?_n\" , <urn:?_n> , '?_n' } # ?_n"
    assert (
        replace(text, {"_n": "<urn:x>"})
        == "SELECT ?s { ?s <urn:x> ?_name ; <urn:x> \"?_n\" , <urn:?_n> , '?_n' } # ?_n"
    )


def test_an_optional_parameter_without_a_value_stays_a_variable() -> None:
    asked = parameter_of("text", "?__x")
    assert variables(bind(asked, {})) == {"s", "p", "__x"}
    assert terms(BAY, asked, {}) == {}


def test_a_required_parameter_needs_a_value() -> None:
    with pytest.raises(QuestionError, match="needs a value for 'x'; give --x"):
        bind(parameter_of("text"), {})
    with pytest.raises(QuestionError, match="needs a value for --x"):
        terms(BAY, parameter_of("text"), {})


def test_an_iri_is_written_only_when_sparql_can_write_it() -> None:
    assert serialise(ox.NamedNode("urn:é")) == "<urn:é>"
    assert serialise(ox.Literal('a"\n', language="en")) == '"a\\"\\n"@en'


# -- values


@pytest.mark.parametrize(
    ("kind", "variable", "given_", "expected"),
    [
        ("text", "?_x", "Bay", '"Bay"'),
        ("date", "?_x", "2025", '"2025"'),
        ("date", "?_x", "2025-10", '"2025-10"'),
        ("date", "?_x_xsd_date", "2025-10-31", f'"2025-10-31"^^<{PREFIXES["xsd"]}date>'),
        ("number", "?_x", "5", f'"5"^^<{PREFIXES["xsd"]}integer>'),
        ("number", "?_x", "-5.0", f'"-5"^^<{PREFIXES["xsd"]}integer>'),
        ("number", "?_x", "0.50", f'"0.5"^^<{PREFIXES["xsd"]}decimal>'),
        ("country", "?_x", "jp", '"JP"'),
        ("country", "?_x", "UK", '"GB"'),
        ("country", "?_x", "", '""'),
        ("country", "?_x", "Bay", '"JP"'),
        ("thing", "?_x_iri", "bay", f"<{EX}bay>"),
    ],
)
def test_a_value_becomes_a_term_of_its_type(kind: str, variable: str, given_: str, expected: str) -> None:
    assert serialise(term(BAY, parameter_of(kind, variable).parameters[0], given_)) == expected


@pytest.mark.parametrize("given_", ["cooperation agreement", "Cooperation-Agreement", "helix:cooperation_agreement"])
def test_a_kind_is_known_however_it_is_written(given_: str) -> None:
    parameter = parameter_of("kind", classes="[PartnershipKind]").parameters[0]
    assert term(BAY, parameter, given_) == ox.NamedNode(HELIX + "cooperation_agreement")


@pytest.mark.parametrize(
    ("asked", "given_", "message"),
    [
        (parameter_of("date"), "2025-13", "--x: not a date: '2025-13'; write it 2025, 2025-10 or 2025-10-31"),
        (parameter_of("date"), "next year", "not a date"),
        (parameter_of("date", "?_x_xsd_date"), "2025", "not a day: '2025'; write it 2025-10-31"),
        (parameter_of("number"), "many", "not a number: 'many'"),
        (parameter_of("number"), "inf", "not a number"),
        (parameter_of("number"), "1e999999", "not a number"),
        (parameter_of("number", "?_x_integer"), "1.5", "not a whole number"),
        (parameter_of("kind", classes="[Status]"), "mou", "not a known kind: 'mou'; one of: announced, signed"),
        (parameter_of("text"), "\udcff", "the value is not Unicode text"),
        (parameter_of("country"), "Nowhere", "no place is called 'Nowhere'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(asked: Question, given_: str, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        term(BAY, asked.parameters[0], given_)


def test_an_unknown_parameter_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="there is no parameter --nam; did you mean --name"):
        terms(BAY, question(), {"nam": "x"})
    with pytest.raises(QuestionError, match="known parameters: name"):
        bind(question(), {"nam": ox.Literal("x")})


def test_a_value_outside_the_enumeration_is_refused() -> None:
    header = "#+ enumerate:\n#+   - x: [a, b]\n"
    asked = question(parameter_of("text").text.replace("#+ x-params", f"{header}#+ x-params"))
    assert term(BAY, asked.parameters[0], "a") == ox.Literal("a")
    with pytest.raises(QuestionError, match="not an allowed value: 'c'; one of: a, b"):
        term(BAY, asked.parameters[0], "c")


# -- names


@pytest.mark.parametrize(
    ("name", "classes", "iri"),
    [
        ("https://example.org/bay", (), "bay"),
        ("<https://example.org/bay>", (), "bay"),
        ("Bay", (), "bay"),
        ("BAY", ("Organization", "Place"), "bay"),  # a label outranks an alias of a preferred class
        ("Bay", ("Organization",), "firm"),
        ("elan city", (), "other"),
        ("Elan", (), "other"),
        ("nas", (), "firm"),
        ("Bay", ("Hub",), "district"),
        ("大阪", (), "osaka"),
        ("Osaka", (), "osaka"),
    ],
)
def test_a_name_means_one_thing(name: str, classes: tuple[str, ...], iri: str) -> None:
    assert resolve(BAY, name, classes) == ox.NamedNode(EX + iri)


def test_a_name_that_fits_two_things_lists_them() -> None:
    with pytest.raises(NameNotFound) as caught:
        resolve(BAY, "twin", (), "--hub")
    assert str(caught.value) == (
        "--hub: 'twin' fits more than one thing: Twin (Organization) <https://example.org/two>; "
        "Twin (Organization, SE) <https://example.org/one>; give the IRI of the one meant"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Twim", r"no place, .* or person is called 'Twim'; did you mean Twin \(Organization"),
        ("Xyzzy", r"is called 'Xyzzy'; there is "),
        ("https://example.org/none", r"the graph says nothing about <https://example.org/none>"),
        ("helix:Nothing", r"the graph says nothing about"),
    ],
)
def test_a_name_that_fits_nothing_is_answered_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(NameNotFound, match=message):
        resolve(BAY, name)


def test_an_empty_graph_has_no_names() -> None:
    with pytest.raises(NameNotFound, match="no hub is called 'Bay'; there is none"):
        resolve(ox.Store(), "Bay", ("Hub",))


def test_names_are_compared_without_case_accents_and_punctuation() -> None:
    assert fold("  Montréal  InVivo!") == "montreal invivo"
    assert fold("ガ") == fold("ガ")
    assert fold("カ") != fold("ガ")
    assert without_generic_words("Kashiwa City") == "kashiwa"
    assert without_generic_words("Science Park") == "science park"


# -- the guard


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


@pytest.mark.parametrize("name", ["Bergen", "ベルゲン", "Берген"])
def test_a_place_is_found_by_its_name_in_another_language(name: str) -> None:
    store = graph(
        'ex:bergen a helix:Place ; rdfs:label "Bergen City" ; helix:country "NO" .',
        'ex:mons a helix:Place ; rdfs:label "Bergen Heights" ; helix:country "BE" .',
    )
    assert resolve(store, name, ("Hub", "Place")).value == EX + "bergen"


def test_a_place_that_the_graph_does_not_have_is_not_found_by_any_language() -> None:
    with pytest.raises(NameNotFound, match="no place is called '台北'"):
        resolve(BAY, "台北", ("Place",))
    with pytest.raises(NameNotFound, match="no hub is called 'ベルゲン'"):
        resolve(graph('ex:bergen a helix:Place ; rdfs:label "Bergen" ; helix:country "NO" .'), "ベルゲン", ("Hub",))
