"""The saved questions elsewhere: in grlc as they are, and as SHACL executables in the form of SIB's sparql-examples."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from rdflib import RDF, RDFS, SDO, SH, BNode, Graph, Literal, URIRef

from tests.test_engines import rows_of, select
from tests.test_queries import elsewhere, every_question
from triplehelix.answers import resolved
from triplehelix.cli import main
from triplehelix.errors import QuestionError
from triplehelix.questions import ParameterType, Question, all_questions, names
from triplehelix.questions.executables import BASE, executables, write_executables
from triplehelix.questions.guard import syntax_fault
from triplehelix.questions.values import terms
from triplehelix.store import Store

# -- grlc

#: What grlc's README says of a variable: one underscore for a parameter, two for one that may be left out, a name of
#: letters and digits, then perhaps its type.
GRLC = re.compile(
    r"\?(?P<marks>_{1,2})(?P<name>[a-zA-Z0-9]+)(?:_(?P<type>iri|number|literal|integer))?(?![a-zA-Z0-9_])"
)


def decorators(text: str) -> dict[str, object]:
    """The lines that begin with #+ as one YAML document."""
    loaded = yaml.safe_load("\n".join(line.lstrip("#+") for line in text.split("\n") if line.startswith("#+")))
    assert isinstance(loaded, dict)
    return loaded


def as_grlc_runs_it(text: str, given: dict[str, str]) -> str:
    """The text with each parameter that has a value replaced wherever its letters stand, as grlc does."""
    body = "\n".join(line for line in text.split("\n") if not line.startswith("#+"))
    for found in {found[0]: found for found in GRLC.finditer(body)}.values():
        if value := given.get(found["name"]):
            written = {"iri": f"<{value}>", "number": value}.get(found["type"] or "", f'"{value}"')
            body = body.replace(found[0], written)
    return body


@pytest.fixture(scope="module")
def seeds(seeds_path: Path) -> object:
    with Store.open(seeds_path, readonly=True) as store:
        yield store


@pytest.fixture(scope="module")
def small(second_opinions_path: Path) -> object:
    with Store.open(second_opinions_path, readonly=True) as store:
        yield store


@every_question
def test_its_decorators_are_grlcs(question: Question) -> None:
    said = decorators(question.text)
    assert said["summary"] == question.summary
    assert isinstance(said["tags"], list)
    assert all(isinstance(tag, str) for tag in said["tags"])
    defaults = said.get("defaults", [])
    assert isinstance(defaults, list)
    assert {name for default in defaults for name in default} <= {p.name for p in question.parameters}
    known = {"summary", "description", "tags", "defaults", "enumerate"}
    assert all(key in known or key.startswith("x-") for key in said)


@every_question
def test_grlc_finds_its_parameters(question: Question) -> None:
    body = "\n".join(line for line in question.text.split("\n") if not line.startswith("#+"))
    found = {(match["name"], match[0][1:], match["marks"] == "_") for match in GRLC.finditer(body)}
    assert found == {(p.name, p.variable, p.required) for p in question.parameters}
    types = {match["name"]: match["type"] for match in GRLC.finditer(body)}
    for parameter in question.parameters:
        wants_iri = parameter.type in {ParameterType.THING, ParameterType.KIND}
        assert (types[parameter.name] == "iri") == wants_iri
        assert (types[parameter.name] == "number") == (parameter.type is ParameterType.NUMBER)


@every_question
def test_no_name_of_a_variable_begins_another(question: Question) -> None:
    variables = {parameter.variable for parameter in question.parameters}
    assert not [(a, b) for a in variables for b in variables if a != b and b.startswith(a)]


@every_question
@pytest.mark.parametrize("graph", ["seeds", "small"])
def test_it_runs_in_grlc_as_it_is(question: Question, graph: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(graph)
    values = elsewhere(question) if graph == "small" else {}
    given = {name: term.value for name, term in terms(store, question, values).items()}
    as_there = rows_of(select(store, as_grlc_runs_it(question.text, given)))
    assert as_there == rows_of(select(store, resolved(store, question, values)))


# -- SHACL


@pytest.fixture(scope="module")
def shacl(seeds: Store) -> Graph:
    return executables(all_questions(), seeds, "https://example.org/sparql")


@every_question
def test_it_is_a_select_executable_as_sib_has_them(question: Question, shacl: Graph) -> None:
    node = URIRef(BASE + question.name)
    assert set(shacl.objects(node, RDF.type)) == {SH.SPARQLExecutable, SH.SPARQLSelectExecutable}
    assert list(shacl.objects(node, RDFS.comment)) == [Literal(question.summary, "en")]
    assert {str(tag) for tag in shacl.objects(node, SDO.keywords)} == set(question.tags)
    assert list(shacl.objects(node, SDO.target)) == [URIRef("https://example.org/sparql")]
    assert len(list(shacl.objects(node, SH.select))) == 1


@every_question
def test_its_text_gives_the_same_rows(question: Question, shacl: Graph, seeds: Store) -> None:
    text = str(shacl.value(URIRef(BASE + question.name), SH.select))
    assert rows_of(select(seeds, text)) == rows_of(select(seeds, resolved(seeds, question, {})))


@every_question
def test_its_prefixes_are_declared(question: Question, shacl: Graph) -> None:
    text = str(shacl.value(URIRef(BASE + question.name), SH.select))
    declared = shacl.value(URIRef(BASE + question.name), SH.prefixes)
    lines = {
        f"PREFIX {shacl.value(one, SH.prefix)}: <{shacl.value(one, SH.namespace)}>"
        for one in shacl.objects(declared, SH.declare)
    }
    assert set(re.findall(r"PREFIX \w+: <[^>]*>", text)) <= lines


@every_question
def test_its_parameters_stand_beside_it(question: Question, shacl: Graph) -> None:
    node = URIRef(BASE + question.name)
    found = {str(shacl.value(one, SH.path)).rpartition("#")[2] for one in shacl.objects(node, SH.parameter)}
    assert found == {parameter.variable for parameter in question.parameters}


def test_without_a_graph_a_thing_is_left_open() -> None:
    open_ones = executables(all_questions())
    for question in all_questions():
        text = str(open_ones.value(URIRef(BASE + question.name), SH.select))
        assert syntax_fault(text) is None
        left = {p.variable for p in question.parameters if f"?{p.variable}" in text}
        things = {p.variable for p in question.parameters if p.type is ParameterType.THING}
        assert left == things | {p.variable for p in question.parameters if p.default is None}


def test_it_can_be_loaded_beside_the_data(shacl: Graph, seeds: Store) -> None:
    beside = ox.Store()
    beside.extend(quad for quad in seeds.facts() if quad.graph_name == ox.DefaultGraph())
    beside.load(shacl.serialize(format="nt").encode(), format=ox.RdfFormat.N_TRIPLES)
    listed = "SELECT ?q ?text WHERE { ?q a sh:SPARQLSelectExecutable ; sh:select ?text }"
    solutions = beside.query(listed, prefixes={"sh": str(SH)})
    assert isinstance(solutions, ox.QuerySolutions)
    texts = {row[0].value.removeprefix(BASE): row[1].value for row in solutions}
    assert set(texts) == set(names())
    for name, text in texts.items():
        found = beside.query(text)
        assert isinstance(found, ox.QuerySolutions)
        assert rows_of(found) == rows_of(select(seeds, text)), name
    assert not [node for node in shacl.all_nodes() if isinstance(node, BNode)]


def test_the_command_writes_the_same_bytes_each_time(
    tmp_path: Path, seeds_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tmp_path / "first.ttl", tmp_path / "second.ttl"
    for file in files:
        assert main(["queries", "--shacl", str(file), "--store", str(seeds_path)]) == 0
    assert re.fullmatch(rf"wrote \d+ statements to {files[0]}", capsys.readouterr().err.splitlines()[0])
    assert files[0].read_bytes() == files[1].read_bytes()
    assert len(Graph().parse(files[0])) > 500
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_another_suffix_or_place_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"as Turtle; end the name of the file in \.ttl"):
        write_executables((), tmp_path / "questions.json")
    with pytest.raises(QuestionError, match="cannot be written"):
        write_executables((), tmp_path / "nowhere" / "questions.ttl")
