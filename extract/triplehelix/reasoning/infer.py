"""The closure and the rules, in turns, until neither has more to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, Graph

from triplehelix.errors import OntologyError
from triplehelix.folders import ONTOLOGY
from triplehelix.namespaces import HELIX
from triplehelix.reasoning import axioms, rules
from triplehelix.reasoning.closure import closure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from triplehelix.reasoning.axioms import Triple

# Two rounds are usual. A rule that computes new values from its own results would go on for ever.
_ROUNDS = 20
_TYPE, _EVIDENCE = RDF.type, frozenset({HELIX.Claim, HELIX.Passage})


def infer(graph: Graph, ontology: Path = ONTOLOGY) -> Graph:
    """What follows from the graph of an article by OWL 2 RL and by the rules: the new triples only.

    Args:
        graph: what an article asserts.
        ontology: the folder of clusters.ttl and of the rules.

    Raises:
        OntologyError: the ontology or a rule has a fault.
    """
    inferred = Graph()
    inferred += conclusions(graph, ontology)
    return inferred


def conclusions(asserted: Iterable[Triple], ontology: Path = ONTOLOGY) -> frozenset[Triple]:
    """The same for any triples, as a set, which costs less than a graph; see `infer`."""
    loaded = axioms.load(ontology / "clusters.ttl")
    found = facts = statements(asserted)
    everything = set(facts)
    known = rules.Facts(facts)
    for _ in range(_ROUNDS):
        followed = closure(found, loaded) - everything
        known.add(followed)
        everything |= followed
        found = {t for rule in rules.load(ontology / "rules") for t in known.apply(rule)} - everything
        if not found:
            return frozenset(everything - facts)
        known.add(found)
        everything |= found
    raise OntologyError(f"the rules find something new even in round {_ROUNDS}", ontology / "rules")


def statements(asserted: Iterable[Triple]) -> set[Triple]:
    """The triples to reason about: all but those of claims and passages.

    A claim quotes a statement and a passage a text. Reasoning over them would double the graph and say nothing about
    the world; a reader of the vocabularies that they are aligned with finds their classes in the ontology.
    """
    triples = list(asserted)
    evidence = {subject for subject, predicate, value in triples if predicate == _TYPE and value in _EVIDENCE}
    return {triple for triple in triples if triple[0] not in evidence}
