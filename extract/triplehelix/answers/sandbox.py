"""A query from outside -> its answer, from a process that can be killed.

Neither rdflib nor pyoxigraph can stop a query once it runs, so it runs in a child that this process kills when the time
is up. What the child found until then is kept, and the answer says that it was cut.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox

from triplehelix.answers.answer import Answer, Triples, Verdict
from triplehelix.answers.labels import labels
from triplehelix.errors import QueryError
from triplehelix.questions import guard
from triplehelix.questions.graph import PREFIXES, Queryable
from triplehelix.questions.lexer import prefixes, used_prefixes


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a query is cut, and what it sees.

    Attributes:
        seconds: of wall clock.
        rows: or triples.
        bytes: of the answer, as the child sends it.
        quarantine: whether GRAPH finds what the shapes refused, too; no query finds it without GRAPH.
    """

    seconds: float = 30
    rows: int = 10_000
    bytes: int = 100_000_000
    quarantine: bool = False


def run(store: Path, text: str, limits: Limits, graph: Queryable | None = None) -> Answer | Triples | Verdict:
    """The answer to a read query over a store's folder.

    Args:
        store: the folder.
        limits: where to cut the answer.
        text: SPARQL; the prefixes in PREFIXES need no declaration.
        graph: where to look up what the IRIs in the rows are called; None leaves them without labels.

    Raises:
        QueryError: a fault in the query, or something that it may not ask for.
        StoreError: the store cannot be opened.
    """
    guard.check(text, PREFIXES)
    missing = used_prefixes(text) - prefixes(text).keys()
    declared = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in sorted(missing))
    job = {"store": str(store), "query": declared + text, "rows": limits.rows, "bytes": limits.bytes}
    lines, late = _talk({**job, "quarantine": limits.quarantine}, limits)
    return _answer(lines, late, graph)


def _talk(job: dict[str, Any], limits: Limits) -> tuple[list[str], str | None]:
    """What the child says, line by line, and why it was stopped, if it was."""
    command = [
        sys.executable,
        "-P",
        "-m",
        "triplehelix.answers.child",
    ]  # -P: nothing is imported from the working folder
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:  # noqa: S603
        late = None
        try:
            said, _ = child.communicate(json.dumps(job).encode(), timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            said, _ = child.communicate()
            late = f"stopped after {limits.seconds:g} seconds"
        except BaseException:
            child.kill()
            raise
    return said.decode(errors="replace").split("\n")[:-1], late  # the last line is empty, or was broken off by the kill


def _answer(lines: list[str], late: str | None, graph: Queryable | None) -> Answer | Triples | Verdict:
    said = [json.loads(line) for line in lines]
    end: dict[str, Any] = next((item for item in said if "end" in item), {})
    if not end and not late:
        raise QueryError("the query broke off, most likely for want of memory", None, "ask for less, or with LIMIT")
    if "error" in end:
        raise QueryError(end["error"])
    cut = end.get("cut") or late
    head = said[0] if said else {}
    rows = [item["row"] for item in said if "row" in item]
    if "columns" in head:
        return _rows(head["columns"], rows, cut, graph)
    if "triples" in head:
        return Triples(tuple(quad.triple for quad in ox.parse("".join(rows), ox.RdfFormat.N_TRIPLES)), cut)
    return Verdict(head.get("boolean"), cut)


def _rows(columns: list[str], bindings: list[dict[str, Any]], cut: str | None, graph: Queryable | None) -> Answer:
    document = {"head": {"vars": columns}, "results": {"bindings": bindings}}
    parsed = ox.parse_query_results(json.dumps(document).encode(), ox.QueryResultsFormat.JSON)
    solutions = cast("ox.QuerySolutions", parsed)  # the document holds rows
    rows = tuple(tuple(solution) for solution in solutions)
    named = labels(graph, (cell for row in rows for cell in row)) if graph else {}
    return Answer(tuple(columns), rows, named, cut=cut)
