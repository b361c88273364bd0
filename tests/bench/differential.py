"""Random corpora that grow, change and shrink: whatever happened on the way, the store holds what the slow way gives.

    python -m tests.bench.differential 500

For each corpus the same articles are built once more from scratch, article by article and in bulk; and rdflib, owlrl
and pySHACL are run over everything that they state. Every short cut of the package stands on this.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, Graph, URIRef

from tests.bench.corpus import article, facts_of
from triplehelix import pipeline
from triplehelix.articles import Article, collect
from triplehelix.documents import segment
from triplehelix.folders import ONTOLOGY
from triplehelix.gate import Violation, violations_in
from triplehelix.gate.report import SHAPES, _violations
from triplehelix.namespaces import HELIX, WGS84
from triplehelix.reasoning import axioms, rules
from triplehelix.reasoning.axioms import Triple, read_turtle
from triplehelix.reasoning.closure import by_owlrl, by_tables
from triplehelix.reasoning.infer import statements
from triplehelix.store import Store
from triplehelix.terms import quiet, to_oxigraph, to_rdflib
from triplehelix.triples import to_triples

#: The most articles of a corpus; most have a few, since owlrl and pySHACL take half a second for each.
LARGEST = 30
_SPICE = 12
#: What comes of the gazetteer and of other articles, and not of reasoning; tests/test_locating.py and test_linking.py
#: hold it.
_ADDED = frozenset({HELIX.geonames, WGS84.lat, WGS84.long, HELIX.reprintOf})


@dataclass(slots=True)
class Corpus:
    """A corpus on its way: what it holds, and the store that has been changed with it."""

    seed: int
    folder: Path
    choose: random.Random = field(init=False)
    size: int = field(init=False)
    held: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Choose the size: 1 to `LARGEST`."""
        self.choose = random.Random(self.seed)  # noqa: S311 -- no secret
        self.size = min(LARGEST, 1 + int(self.choose.expovariate(0.3)))

    @property
    def store(self) -> Path:
        """The store that is changed step by step."""
        return self.folder / "changed"

    def grow_and_shrink(self) -> None:
        """Add, change and drop articles, several at a time, until about `size` have been touched."""
        self._take(dict.fromkeys(range(self.size), 0))
        for _ in range(self.choose.randrange(1, 5)):
            if len(self.held) > 1 and self.choose.random() < 0.5:
                number = self.choose.choice(sorted(self.held))
                del self.held[number]
                pipeline.drop(f"item-{number:07d}", self.store)
            else:
                some = self.choose.sample(range(self.size + 3), k=min(self.size, self.choose.randrange(1, 4)))
                self._take({number: self.held.get(number, -1) + 1 for number in some})

    def _take(self, revisions: dict[int, int]) -> None:
        self.held |= revisions
        report = pipeline.add([self.write("part", revisions)], self.store, extractor=facts_of)
        assert not report.failed

    def write(self, folder: str, revisions: dict[int, int]) -> Path:
        """Some articles as records; all in files of one name, because the store keeps it."""
        file = self.folder / folder / "articles.jsonl"
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(f"{json.dumps(self._record(*item))}\n" for item in sorted(revisions.items())), "utf-8")
        return file

    def _record(self, number: int, revision: int) -> dict[str, object]:
        one = article(20 + self.seed % 60, number, revision, _SPICE)
        fields = {"title": one.title, "published": one.published, "language": one.language, "url": one.url}
        return {"id": one.name, "text": one.text, "publisher": one.publisher, **fields}


@dataclass(frozen=True, slots=True)
class Held:
    """What a corpus had in the end: articles, and violations."""

    articles: int
    refused: int


def check(seed: int, folder: Path) -> Held:
    """Take a corpus through its changes and hold the store against everything else; what it had in the end.

    Raises:
        AssertionError: something differs.
    """
    corpus = Corpus(seed, folder)
    corpus.grow_and_shrink()
    source = corpus.write("whole", corpus.held)
    pipeline.build([source], folder / "scratch", extractor=facts_of)
    pipeline.build([source], folder / "bulk", extractor=facts_of, jobs=1, engine="processes")
    found = content(corpus.store)
    assert found == content(folder / "scratch"), f"corpus {seed}: changed step by step, and built from scratch"
    assert found == content(folder / "bulk"), f"corpus {seed}: changed step by step, and built in bulk"
    with Store.open(corpus.store, readonly=True) as store:
        articles = collect([source]).articles
        assert {one.name for one in store.articles()} == {one.name for one in articles}
        _check_reasoning(store, seed)
        return Held(len(articles), _check_validation(store, articles, seed))


def content(path: Path) -> frozenset[ox.Quad]:
    """Every quad of a store, those of the catalog and of the quarantine included."""
    with Store.open(path, readonly=True) as store:
        return frozenset(store.raw.quads_for_pattern(None, None, None, None))


def _check_reasoning(store: Store, seed: int) -> None:
    """The default graph is what owlrl makes of all statements and of the conclusions of the rules."""
    loaded = axioms.load(ONTOLOGY / "clusters.ttl")
    asserted = [set(store.asserted(one.name)) for one in store.articles()]
    added = {t for one in store.articles() for t in store.inferred(one.name) if t[1] in _ADDED}
    stated: set[Triple] = set().union(*(statements(graph) for graph in asserted))
    concluded: set[Triple] = set().union(*(_rules_by_rdflib(statements(graph), loaded) for graph in asserted))
    stated |= added
    expected = set().union(*asserted) | concluded | stated | by_owlrl(stated | concluded, loaded)
    default = store.raw.quads_for_pattern(None, None, None, ox.DefaultGraph())
    # As Oxigraph's terms: rdflib tells "a" from "a"^^xsd:string.
    assert {quad.triple for quad in default} == set(to_oxigraph(expected)), f"corpus {seed}: owlrl over everything"


def _rules_by_rdflib(facts: set[Triple], loaded: axioms.Axioms) -> set[Triple]:
    """What the rules conclude from an article, by rdflib's engine instead of Oxigraph's."""
    everything, concluded = set(facts), set[Triple]()
    while True:
        everything |= by_tables(everything, loaded)
        graph = Graph()
        graph += everything
        found = {t for rule in rules.load(ONTOLOGY / "rules") for t in graph.query(rule.text)} - everything
        if not found:
            return concluded
        everything |= found  # type: ignore[arg-type] # a CONSTRUCT gives triples
        concluded |= found  # type: ignore[arg-type]


def _check_validation(store: Store, articles: tuple[Article, ...], seed: int) -> int:
    """How many violations there are: over everything the same as by article, and none in what was let in."""
    whole, admitted = Graph(), Graph()
    quarantined: set[Violation] = set()
    for one in articles:
        whole += to_triples(segment(one), facts_of(one))
        admitted += store.as_read(one.name)
        content = store.content(one.name)
        refused = to_rdflib((content.read or content.parts).quarantine)
        quarantined |= set(violations_in(refused))
        has_reason = (None, RDF.type, URIRef("http://www.w3.org/ns/shacl#ValidationResult")) in refused
        assert has_reason == bool(len(refused)), f"corpus {seed}: refused without a reason, or a reason for nothing"
    if quarantined:  # else the two are one graph
        assert by_pyshacl(admitted) == frozenset(), f"corpus {seed}: pySHACL refuses what was let in"
    found = by_pyshacl(to_rdflib(to_oxigraph(whole)))
    # Of what was refused, more may have to go in a second round; the reasons for that are only in the quarantine.
    assert found <= quarantined, f"corpus {seed}: pySHACL finds more"
    assert bool(found) == bool(quarantined), f"corpus {seed}: refused what pySHACL lets in"
    return len(quarantined)


def by_pyshacl(graph: Graph) -> frozenset[Violation]:
    """The violations that pySHACL finds in a graph."""
    if (None, RDF.type, HELIX.Article) not in graph:
        return frozenset()
    with quiet():
        _, report, _ = pyshacl.validate(graph, shacl_graph=read_turtle(SHAPES), inference="none", inplace=True)
    assert isinstance(report, Graph)
    return frozenset(_violations(report, None))


def main(count: int, first: int = 0) -> None:
    """Check so many corpora."""
    held: list[Held] = []
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            held.append(check(seed, Path(folder)))
        if len(held) % 10 == 0 or len(held) == count:
            articles, refused = sum(one.articles for one in held), sum(one.refused > 0 for one in held)
            print(f"{len(held)} corpora, {articles} articles, {refused} with violations: no difference", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ["500"]))
