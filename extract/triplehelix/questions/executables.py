"""Questions -> Turtle: each a SHACL `sh:SPARQLSelectExecutable`, as SIB's sparql-examples has its example queries.

A question is rdfs:comment, its text sh:select, its prefixes sh:prefixes, its tags schema:keywords, and where it can be
asked schema:target; each parameter is a sh:Parameter beside it, which tools that know none leave alone. There are no
blank nodes, so that the file can be loaded beside the data, again and again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.errors import NameNotFound, QuestionError
from triplehelix.prefixes import PREFIXES
from triplehelix.questions.binding import Term, replace, serialise
from triplehelix.questions.lexer import prefixes
from triplehelix.questions.question import Parameter, ParameterType, Question
from triplehelix.questions.values import term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph, Node, URIRef

    from triplehelix.questions.graph import Queryable

#: Where the IRIs of the questions begin.
BASE = "https://w3id.org/triplehelix/queries/"
#: Where the questions can be asked, unless told otherwise: an Oxigraph server on this machine.
TARGET = "http://localhost:7878/query"


def write_executables(
    questions: Iterable[Question], file: str | Path, graph: Queryable | None = None, target: str = TARGET
) -> int:
    """Write questions to a Turtle file, wholly or not at all; how many triples it holds.

    Args:
        questions: which.
        file: where to; its suffix is .ttl.
        graph: where the names in defaults are looked up; a thing that is not found there is left open, which means any.
        target: the address where they can be asked.

    Raises:
        QuestionError: another suffix, or a place where no file can be written.
    """
    path = Path(file)
    if path.suffix.lower() != ".ttl":
        raise QuestionError("SHACL is written as Turtle", path, "end the name of the file in .ttl")
    made = executables(questions, graph, target)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        new.write_text(made.serialize(format="turtle").rstrip() + "\n", encoding="utf-8")
        new.replace(path)
    except OSError as fault:
        raise QuestionError(f"cannot be written ({fault.strerror})", path, "name another folder") from None
    finally:
        with suppress(OSError):  # it was moved, or never made
            new.unlink()
    return len(made)


def executables(questions: Iterable[Question], graph: Queryable | None = None, target: str = TARGET) -> Graph:
    """Questions as RDF; see `write_executables`."""
    from rdflib import Graph  # noqa: PLC0415 - slow to import, and asking does without

    made = Graph(bind_namespaces="none")
    for prefix in ("dcterms", "rdfs", "schema", "sh", "xsd"):
        made.bind(prefix, PREFIXES[prefix])
    for question in questions:
        _describe(made, question, _text(question, graph), target)
    return made


def _describe(made: Graph, question: Question, text: str, target: str) -> None:
    from rdflib import DCTERMS, RDF, RDFS, SDO, SH, Literal, URIRef  # noqa: PLC0415 - as in executables

    node = URIRef(BASE + question.name)
    for kind in (SH.SPARQLExecutable, SH.SPARQLSelectExecutable):
        made.add((node, RDF.type, kind))
    made.add((node, RDFS.label, Literal(question.name.replace("_", " "), "en")))
    made.add((node, RDFS.comment, Literal(question.summary, "en")))
    made.add((node, DCTERMS.description, Literal(question.description, "en")))
    made.add((node, SH.select, Literal(text)))
    made.add((node, SH.prefixes, _declared(made, question)))
    made.add((node, SDO.target, URIRef(target)))
    for tag in question.tags:
        made.add((node, SDO.keywords, Literal(tag)))
    for parameter in question.parameters:
        made.add((node, SH.parameter, _parameter(made, node, parameter)))


def _declared(made: Graph, question: Question) -> URIRef:
    """The node that declares the prefixes of all questions, with those of this one."""
    from rdflib import SH, XSD, Literal, URIRef  # noqa: PLC0415 - as in executables

    node = URIRef(f"{BASE}prefixes")
    for prefix, namespace in prefixes(question.text).items():
        one = URIRef(f"{BASE}prefixes#{prefix}")
        made.add((node, SH.declare, one))
        made.add((one, SH.prefix, Literal(prefix)))
        made.add((one, SH.namespace, Literal(namespace, datatype=XSD.anyURI)))
    return node


def _parameter(made: Graph, node: URIRef, parameter: Parameter) -> URIRef:
    from rdflib import RDF, SH, Literal, URIRef  # noqa: PLC0415 - as in executables

    one = URIRef(f"{node}#{parameter.name}")
    made.add((one, RDF.type, SH.Parameter))
    made.add((one, SH.path, URIRef(f"{BASE}parameters#{parameter.variable}")))  # SHACL names the variable after it
    made.add((one, SH.name, Literal(parameter.name)))
    made.add((one, SH.description, Literal(parameter.description, "en")))
    made.add((one, SH.optional, Literal(not parameter.required)))
    made.add((one, *_range(parameter)))
    if parameter.default:
        made.add((one, SH.defaultValue, Literal(parameter.default)))
    return one


def _range(parameter: Parameter) -> tuple[URIRef, Node]:
    """What a value must be: an IRI, or a literal of a datatype."""
    from rdflib import SH, XSD  # noqa: PLC0415 - as in executables

    if parameter.type in {ParameterType.THING, ParameterType.KIND}:
        return SH.nodeKind, SH.IRI
    return SH.datatype, XSD.decimal if parameter.type is ParameterType.NUMBER else XSD.string


def _text(question: Question, graph: Queryable | None) -> str:
    """The question's SPARQL with its defaults, without its header."""
    known: dict[str, Term] = {}
    for parameter in question.parameters:
        if parameter.default is not None and (found := _default(parameter, parameter.default, graph)) is not None:
            known[parameter.name] = found
    text = replace(
        question.text, {question.parameter(name).variable: serialise(found) for name, found in known.items()}
    )
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#+")).strip("\n")


def _default(parameter: Parameter, default: str, graph: Queryable | None) -> Term | None:
    if parameter.type is ParameterType.THING and graph is None:
        return None
    try:
        return term(graph or ox.Store(), parameter, default)
    except NameNotFound:
        return None
