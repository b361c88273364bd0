"""Store -> a file that is the same byte for byte whenever the store holds the same facts.

    .ttl .nt .rdf .jsonld    the default graph: every asserted or inferred triple once
    .trig .nq                the default graph, and the asserted and the inferred graph of each article

Quarantine is never exported: in a triple store that asks all graphs at once, what was refused would count as a fact.
"""

from __future__ import annotations

import itertools
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.errors import StoreError
from triplehelix.prefixes import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplehelix.store import Store

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
}
_WITH_GRAPHS = frozenset({ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS})
_WITH_HEADER = frozenset({ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG})
# What XML 1.0 has no way to write, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(store: Store, file: str | Path) -> int:
    """Write the facts of a store to a file in the format of its suffix; the file is there wholly or not at all.

    Takes about 400 bytes of memory a triple, because a file that can be compared must be sorted.

    Returns:
        how many statements the file holds.

    Raises:
        StoreError: an unknown suffix, a place where no file can be written, or a character that RDF/XML cannot hold.
    """
    path = Path(file)
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise StoreError("unknown suffix", path, f"use one of {' '.join(FORMATS)}")
    quads = _sorted_quads(store, with_graphs=form in _WITH_GRAPHS)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")  # no file of the user's, nor of another export at work
    try:
        with new.open("wb") as output:
            ox.serialize(_parsed(quads, form, path), output, form, prefixes=_prefixes(quads))
        if form in _WITH_HEADER:
            _sort_header(new)
        new.replace(path)
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror or error})", path, "name another folder") from None
    finally:
        with suppress(OSError):  # it was moved, or never made
            new.unlink()
    return quads.count(b"\n")


def _sorted_quads(store: Store, *, with_graphs: bool) -> bytes:
    """N-Quads: the default graph first, then graph by graph; within each by subject, predicate, object."""
    # Oxigraph writes the lines, which takes half as long as making a Python object of each triple.
    default = store.raw.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    lines = sorted((default or b"").splitlines(keepends=True))
    return b"".join([*lines, *(_graph_lines(store) if with_graphs else ())])


def _graph_lines(store: Store) -> list[bytes]:
    """The facts of the articles as lines of N-Quads, graph by graph."""
    facts = tuple(f"<{graph}".encode() for graph in store.fact_graphs)
    everything = store.raw.dump(format=ox.RdfFormat.N_QUADS) or b""
    parted = (line.rsplit(b" ", 2) for line in everything.splitlines(keepends=True))
    # In a line of the default graph the last term is the value, and what is before it no whole triple.
    keyed = sorted((graph, triple) for triple, graph, _ in parted if graph.startswith(facts) and triple.count(b" ") > 1)
    return [b"%s %s .\n" % (triple, graph) for graph, triple in keyed]


def _parsed(quads: bytes, form: ox.RdfFormat, path: Path) -> Iterator[ox.Quad] | Iterator[ox.Triple]:
    parsed: Iterator[ox.Quad] = iter(ox.parse(quads, ox.RdfFormat.N_QUADS))
    if form == ox.RdfFormat.RDF_XML:
        parsed = (_checked(quad, path) for quad in parsed)
    return parsed if form in _WITH_GRAPHS or form == ox.RdfFormat.JSON_LD else (quad.triple for quad in parsed)


def _checked(quad: ox.Quad, path: Path) -> ox.Quad:
    if isinstance(quad.object, ox.Literal) and _NOT_XML.search(quad.object.value):
        what = f"{quad.subject} has a control character, which RDF/XML cannot hold"
        raise StoreError(what, path, "export to .ttl or .nt")
    return quad


def _sort_header(file: Path) -> None:
    # pyoxigraph declares prefixes in an order that differs from process to process; sorted, they take as many bytes.
    with file.open("r+b") as content:
        header = list(itertools.takewhile(lambda line: line.startswith(b"@prefix "), content))
        content.seek(0)
        content.writelines(sorted(header))


def _prefixes(quads: bytes) -> dict[str, str]:
    """The prefixes that the file needs, sorted; it names no vocabulary which it does not use."""
    return {prefix: namespace for prefix, namespace in sorted(PREFIXES.items()) if f"<{namespace}".encode() in quads}
