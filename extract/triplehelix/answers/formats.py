"""Answer -> text: a table for reading, Markdown, and the W3C's result formats.

CSV, TSV, XML and JSON are those of the W3C, and hold IRIs; a table and Markdown hold names. With evidence, the columns
`quote` and `article` (those of the first passage) and `quotes` (how many passages there are) are added, and JSON holds
all of them under the key `evidence`, one list a row. XML stays as the W3C has it.
"""

from __future__ import annotations

import json
import textwrap
from dataclasses import replace
from enum import StrEnum
from typing import Any, cast

import pyoxigraph as ox

from triplehelix.answers.answer import Answer, Evidence, Triples, Verdict
from triplehelix.answers.tables import INDENT, markdown, table
from triplehelix.errors import QueryError
from triplehelix.questions.graph import PREFIXES, Cell, value

_QUOTES = ("quote", "article", "quotes")
_INTEGER = ox.NamedNode(PREFIXES["xsd"] + "integer")


class Format(StrEnum):
    """How an answer is written: the first six for rows, the rest for triples."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"
    XML = "xml"
    TTL = "ttl"
    NT = "nt"
    JSONLD = "jsonld"
    RDF = "rdf"


_RESULTS = {
    Format.CSV: ox.QueryResultsFormat.CSV,
    Format.TSV: ox.QueryResultsFormat.TSV,
    Format.XML: ox.QueryResultsFormat.XML,
    Format.JSON: ox.QueryResultsFormat.JSON,
}
_RDF = {
    Format.TTL: ox.RdfFormat.TURTLE,
    Format.NT: ox.RdfFormat.N_TRIPLES,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
    Format.RDF: ox.RdfFormat.RDF_XML,
}


def render(answer: Answer | Triples | Verdict, form: str, *, names: bool | None = None, wrap: int | None = None) -> str:
    """The answer as text, ending in a line feed.

    Args:
        answer: what to write.
        form: the value of a Format. Triples take `table` for Turtle.
        names: labels in place of IRIs; None means in a table and in Markdown only. XML and JSON hold IRIs always.
        wrap: how many columns the sentences under a table's rows may take; None leaves each on one line.

    Raises:
        QueryError: the format does not fit, such as Turtle for rows.
    """
    asked = Format(form)
    if isinstance(answer, Triples):
        return _triples(answer, asked)
    if isinstance(answer, Verdict):
        return _verdict(answer, asked)
    if asked in _RDF:
        raise QueryError(f"rows cannot be written as {asked}", None, f"choose {', '.join((*_RESULTS, Format.MD))}")
    if asked in {Format.TABLE, Format.MD}:
        rows = readable(answer, names=names is not False, whole=asked is Format.MD)
        return markdown(*rows) if asked is Format.MD else table(*rows, _quotes(answer, wrap))
    if asked is Format.JSON:
        return results_json(answer) + "\n"
    chosen = _with_names(answer) if names else answer
    return _convert(results_json(_with_quotes(chosen), compact=True), _RESULTS[asked])


def results_json(answer: Answer, *, compact: bool = False) -> str:
    """W3C SPARQL results JSON; with evidence, two further columns and the key `evidence` between head and results."""
    shown = _with_quotes(answer)
    document: dict[str, Any] = {"head": {"vars": list(shown.columns)}}
    if answer.passages and not compact:
        document["evidence"] = [[_evidence_json(one) for one in row] for row in answer.passages]
    document["results"] = {"bindings": [binding_json(shown.columns, row) for row in shown.rows]}
    return json.dumps(document, ensure_ascii=False, indent=None if compact else 1)


def binding_json(columns: tuple[str, ...], row: tuple[Cell, ...]) -> dict[str, Any]:
    """A row as one binding of W3C SPARQL results JSON."""
    return {column: _cell_json(cell) for column, cell in zip(columns, row, strict=True) if cell is not None}


def _triples(answer: Triples, asked: Format) -> str:
    form = _RDF.get(Format.TTL if asked is Format.TABLE else asked)
    if form is None:
        raise QueryError(f"triples cannot be written as {asked}", None, f"choose {', '.join(_RDF)}")
    used = {} if asked is Format.NT else dict(PREFIXES)
    written = ox.serialize(sorted(answer.triples, key=str), format=form, prefixes=used)
    return cast("bytes", written).decode()  # no file was named to write to


def _verdict(answer: Verdict, asked: Format) -> str:
    if asked in _RDF:
        raise QueryError(f"yes or no cannot be written as {asked}", None, "choose table, csv, tsv, md, json or xml")
    word = {True: "true", False: "false", None: ""}[answer.holds]
    if asked is Format.JSON:
        return json.dumps({"head": {}, "boolean": answer.holds}) + "\n"
    if asked is Format.XML:
        inner = f"<head/><boolean>{word}</boolean>"
        return f'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">{inner}</sparql>\n'
    return word + "\n"


def _convert(document: str, form: ox.QueryResultsFormat) -> str:
    """W3C JSON -> another format of the W3C, by the engine's own writers."""
    # the document holds rows, and no file is named to write to
    solutions = cast("ox.QuerySolutions", ox.parse_query_results(document.encode(), ox.QueryResultsFormat.JSON))
    return cast("bytes", solutions.serialize(format=form)).decode().removesuffix("\n") + "\n"


def _with_quotes(answer: Answer) -> Answer:
    """The answer with the columns quote, article and quotes, where it has evidence and no columns of these names."""
    if not answer.passages:
        return answer
    added = [n for n, column in enumerate(_QUOTES) if column not in answer.columns]
    columns = (*answer.columns, *(_QUOTES[n] for n in added))
    pairs = ((row, _quote_cells(found)) for row, found in zip(answer.rows, answer.passages, strict=True))
    return replace(answer, columns=columns, rows=tuple((*row, *(quoted[n] for n in added)) for row, quoted in pairs))


def _quote_cells(found: tuple[Evidence, ...]) -> tuple[Cell, Cell, Cell]:
    count = ox.Literal(str(len(found)), datatype=_INTEGER)
    return (ox.Literal(found[0].quote), ox.Literal(found[0].title), count) if found else (None, None, count)


def _with_names(answer: Answer) -> Answer:
    rows = (tuple(ox.Literal(answer.name(c)) if isinstance(c, ox.NamedNode) else c for c in r) for r in answer.rows)
    return replace(answer, rows=tuple(rows))


def _with_iris(answer: Answer) -> Answer:
    iris = {c.value: c.value for row in answer.rows for c in row if isinstance(c, ox.NamedNode)}
    return replace(answer, labels=iris)


def readable(answer: Answer, *, names: bool = True, whole: bool = False) -> tuple[list[str], list[list[str]]]:
    """Head and body for reading: without hidden columns, and, where `whole`, with the columns of the evidence."""
    named = answer if names else _with_iris(answer)
    shown = _with_quotes(named) if whole else named
    kept = [n for n, column in enumerate(shown.columns) if column not in answer.hidden]
    return [shown.columns[n] for n in kept], [[row[n] for n in kept] for row in shown.names()]


def _quotes(answer: Answer, wrap: int | None) -> list[list[str]]:
    """The lines that go under each row of a table: the quotes, each with its article."""
    quotes = [[f"“{' '.join(one.quote.split())}” ({one.title})" for one in row] for row in answer.passages]
    if wrap is None:
        return quotes
    size = max(wrap - len(INDENT), 20)
    return [[line for quote in row for line in textwrap.wrap(quote, size, subsequent_indent=" ")] for row in quotes]


def _evidence_json(one: Evidence) -> dict[str, Any]:
    return {"quote": one.quote, "article": one.article, "title": one.title, "start": one.start, "end": one.end}


def _cell_json(cell: Cell) -> dict[str, Any]:
    if isinstance(cell, ox.Literal):
        return {"type": "literal", "value": cell.value, **_annotation(cell)}
    if isinstance(cell, ox.Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return {"type": "triple", "value": {name: _cell_json(part) for name, part in parts.items()}}
    return {"type": "uri" if isinstance(cell, ox.NamedNode) else "bnode", "value": value(cell)}


def _annotation(literal: ox.Literal) -> dict[str, str]:
    if literal.language:
        return {"xml:lang": literal.language}
    datatype = literal.datatype.value
    return {} if datatype == PREFIXES["xsd"] + "string" else {"datatype": datatype}
