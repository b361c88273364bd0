"""The rules of ontology/rules: CONSTRUCT queries that say what follows beyond OWL."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.errors import OntologyError
from triplehelix.terms import to_oxigraph, to_rdflib

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from triplehelix.reasoning.axioms import Triple


@dataclass(frozen=True, slots=True)
class Rule:
    """One CONSTRUCT query, and the file that it stands in."""

    file: Path
    text: str


@cache
def load(folder: Path) -> tuple[Rule, ...]:
    """The rules in a folder, by file name."""
    return tuple(Rule(file, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.rq")))


class Facts:
    """Facts that rules can be asked about; they are held in memory by an Oxigraph, which is fast at it."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._store = ox.Store()
        self.add(triples)

    def add(self, triples: Iterable[Triple]) -> None:
        """Let the rules see more facts."""
        self._store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in to_oxigraph(triples))

    def apply(self, rule: Rule) -> set[Triple]:
        """What one rule makes of the facts, whether new or not.

        Raises:
            OntologyError: the rule is no CONSTRUCT query, or makes a blank node.
        """
        try:
            answer = self._store.query(rule.text)
        except SyntaxError as error:
            raise OntologyError(f"not SPARQL: {' '.join(str(error).split())}", rule.file) from None
        if not isinstance(answer, ox.QueryTriples):
            raise OntologyError("a rule must be a CONSTRUCT query", rule.file)
        made = list(answer)
        if any(isinstance(term, ox.BlankNode) for triple in made for term in (triple.subject, triple.object)):
            raise OntologyError("a rule must not make blank nodes, which would be new ones at every build", rule.file)
        return set(to_rdflib(made))
