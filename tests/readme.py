"""The parts of README.md that are made from other files: the tables of classes and of questions.

`python tests/readme.py` writes them into README.md between their marks; a test holds the file to them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from triplehelix.folders import ONTOLOGY
from triplehelix.namespaces import HELIX
from triplehelix.questions import all_questions

README = Path(__file__).parent.parent / "README.md"


def classes_table() -> str:
    """The classes of the ontology, each with its definition."""
    graph = Graph().parse(ONTOLOGY / "clusters.ttl")
    found = [URIRef(c) for c in sorted(str(c) for c in graph.subjects(RDF.type, OWL.Class)) if c.startswith(str(HELIX))]
    rows = [f"| {graph.value(c, RDFS.label)} | {graph.value(c, SKOS.definition)} |" for c in found]
    return "\n".join(["| class | what it is |", "| --- | --- |", *rows])


def questions_table() -> str:
    """The saved questions, each with its summary and parameters."""
    rows = [
        f"| `{q.name}` | {q.summary} | {' '.join(f'`--{p.name}`' for p in q.parameters) or '–'} |"
        for q in all_questions()
    ]
    return "\n".join(["| question | in words | parameters |", "| --- | --- | --- |", *rows])


TABLES = {"classes": classes_table, "questions": questions_table}


def with_tables(text: str) -> str:
    """The README with every table made anew."""
    for name, table in TABLES.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, after = text.partition(begin)[0], text.partition(end)[2]
        if begin not in text or end not in text:
            raise ValueError(f"no marks for the table of {name}")
        text = f"{before}{begin}{table()}\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit()
