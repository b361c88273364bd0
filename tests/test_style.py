"""The files of ontology/ are kept as the house is kept."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import BNode, Graph

from tests.test_shapes import broken, read
from triplehelix.folders import ONTOLOGY

FILES = ["clusters.ttl", "shapes.ttl", "style.ttl"]
EVERY = [ONTOLOGY / name for name in FILES] + sorted((ONTOLOGY / "examples").rglob("*.ttl"))

#: The parts of a block, in their order; a predicate that stands in none of the other parts is logic.
TYPE, LOGIC, LABEL, DEFINITION, EXAMPLE, NOTE = range(6)
PART = {
    "a": TYPE,
    "rdfs:label": LABEL,
    "skos:definition": DEFINITION,
    "skos:example": EXAMPLE,
    "skos:scopeNote": NOTE,
}


def text(path: Path) -> str:
    return path.read_text("utf-8")


def blocks(path: Path) -> list[list[str]]:
    """The blocks of a file, each as its lines: those that are neither prefixes nor comments."""
    parts = re.sub(r'""".*?"""', '""', text(path), flags=re.DOTALL).strip().split("\n\n")
    lines = [[line for line in part.splitlines() if not line.startswith(("#", "@prefix"))] for part in parts]
    return [block for block in lines if block]


def sections(path: Path) -> list[list[str]]:
    """The subjects of a file, by section: each comment that stands alone opens one."""
    found: list[list[str]] = [[]]
    for line in text(path).splitlines():
        if line.startswith("# "):
            found.append([])
        elif re.match(r"\w+:\S", line):
            found[-1].append(line)
    return [section for section in found if section]


def unquoted(path: Path) -> str:
    """The file without its prefixes, comments, IRIs and strings; the queries in shapes stay, for their prefixes."""
    body = re.sub(r"^(@prefix|#).*$", "", text(path), flags=re.MULTILINE)
    return re.sub(r'"""|"(?:[^"\\\n]|\\.)*"|<[^>\s]*>', " ", body)


@pytest.mark.parametrize("name", FILES)
def test_the_ontology_and_its_shapes_follow_the_style(name: str) -> None:
    assert broken(read(name), read("style.ttl")) == set()


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_file_is_turtle_that_ends_with_one_line_break(path: Path) -> None:
    assert len(Graph().parse(path))
    assert text(path).endswith("    .\n")
    assert not re.search(r"[ \t]$|\t|\r|\n\n\n", text(path), re.MULTILINE)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_block_is_a_subject_then_its_lines_then_a_dot_alone(path: Path) -> None:
    for subject, *lines, last in blocks(path):
        assert re.fullmatch(r"[a-z0-9]+:\S+|<\S+>", subject)
        assert all(re.fullmatch(r"    \S.* ;", line) for line in lines), subject
        assert last == "    ."


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_subject_has_one_block(path: Path) -> None:
    subjects = [block[0] for block in blocks(path)]
    named = {s for s in Graph().parse(path).subjects() if not isinstance(s, BNode)}
    assert len(subjects) == len(set(subjects)) == len(named)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_the_prefixes_are_sorted_and_used_and_none_is_empty(path: Path) -> None:
    declared = re.findall(r"^@prefix (\S*): ", text(path), re.MULTILINE)
    assert declared == sorted(declared)
    assert set(declared) == set(re.findall(r"(?<![\w:?$])([a-z][a-z0-9]*):(?=[A-Za-z)])", unquoted(path)))


@pytest.mark.parametrize("name", FILES)
def test_terms_are_alphabetical_within_their_section(name: str) -> None:
    for section in sections(ONTOLOGY / name):
        assert section == sorted(section)


def test_a_term_is_told_in_one_order() -> None:
    for subject, *lines, _ in blocks(ONTOLOGY / "clusters.ttl"):
        parts = [PART.get(line.split()[0], LOGIC) for line in lines]
        assert all(a <= b for a, b in pairwise(parts)), subject


@pytest.mark.parametrize("name", ["shapes.ttl", "style.ttl"])
def test_a_shape_opens_with_its_type_and_closes_with_its_message(name: str) -> None:
    for subject, *lines, _ in blocks(ONTOLOGY / name):
        predicates = [line.split()[0] for line in lines]
        assert "a" not in predicates[1:], subject
        assert "sh:message" not in predicates[:-1], subject
