"""A thing, a partnership or a claim -> the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from triplehelix.answers.answer import Claim, Evidence, short
from triplehelix.answers.asking import labels
from triplehelix.answers.evidence import matching
from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import HELIX, PREFIXES, Queryable, value
from triplehelix.questions.names import THINGS, resolve

_CLASSES = (*THINGS, "Partnership", "Article")

#: How a predicate reads between its subject and its object.
_WORDS = {
    PREFIXES["rdf"] + "type": "is a",
    PREFIXES["rdfs"] + "label": "is called",
    PREFIXES["skos"] + "altLabel": "is also called",
    HELIX + "kind": "is of the kind",
    HELIX + "country": "has the country",
    HELIX + "locatedIn": "is located in",
    HELIX + "namedForPlace": "is named for",
    HELIX + "operates": "operates",
    HELIX + "manages": "manages",
    HELIX + "memberOf": "is a member of",
    HELIX + "partOf": "is part of",
    HELIX + "holdsRole": "holds a role at",
    HELIX + "invests": "invests in",
    HELIX + "party": "has the party",
    HELIX + "partnershipKind": "is of the kind",
    HELIX + "status": "has the status",
    HELIX + "date": "has the date",
    HELIX + "endDate": "ends on",
    HELIX + "topic": "is about",
    HELIX + "amountValue": "has the amount",
    HELIX + "amountCurrency": "has the currency",
}


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of a thing and which sentences say so.

    Attributes:
        iri: the thing.
        name: its label.
        passages: the sentences, by article and offset; none where no article states anything of it.
        labels: what the IRIs in the claims are called, by IRI.
    """

    iri: str
    name: str
    passages: tuple[Evidence, ...]
    labels: Mapping[str, str]

    def lines(self) -> Iterator[str]:
        """The account for reading: the articles one by one, each quote with the statements that rest on it."""
        yield f"{self.name} <{self.iri}>"
        if not self.passages:
            yield "no article states anything about it"
        title = None
        for passage in self.passages:
            if title != passage.article:
                title = passage.article
                yield ""
                yield f"{passage.title} ({passage.article})"
            yield ""
            yield f"  “{' '.join(passage.quote.split())}” ({passage.start}-{passage.end})"
            yield from (f"    {line}" for line in self._statements(passage.claims))

    def _statements(self, claims: Iterable[Claim]) -> Iterator[str]:
        """One line a subject and predicate, with all objects of the passage."""
        grouped: dict[tuple[str, str], list[str]] = {}
        for claim in claims:
            statement = claim.statement
            grouped.setdefault((value(statement.subject), value(statement.predicate)), []).append(
                self._name(statement.object)
            )
        for (subject, predicate), objects in sorted(grouped.items(), key=lambda item: self._order(*item[0])):
            yield f"{self._title(subject)} {_WORDS.get(predicate, short(predicate))} {', '.join(sorted(set(objects)))}"

    def _order(self, subject: str, predicate: str) -> tuple[bool, str, str, int]:
        place = list(_WORDS).index(predicate) if predicate in _WORDS else len(_WORDS)
        return subject != self.iri, self._title(subject), subject, place

    def _title(self, iri: str) -> str:
        return self.labels.get(iri) or short(iri)

    def _name(self, term: object) -> str:
        return self._title(term.value) if isinstance(term, ox.NamedNode) else getattr(term, "value", str(term))


def why(graph: Queryable, thing: str) -> Account:
    """The sentences behind a thing, a partnership, a claim or an article, given as an IRI or by name.

    For a thing they are those of all statements with it as subject or object, and of the partnerships it is party to.

    Raises:
        NameNotFound: the name fits nothing in the graph, or more than one thing.
    """
    node = resolve(graph, thing, _CLASSES)
    passages = matching(graph, _pattern(serialise(node)))
    terms = (
        term
        for passage in passages
        for claim in passage.claims
        for term in (claim.statement.subject, claim.statement.object)
    )
    named = labels(graph, [node, *(term for term in terms if isinstance(term, ox.NamedNode))])
    return Account(node.value, named.get(node.value) or short(node.value), passages, named)


def _pattern(node: str) -> str:
    return f"""
        {{ ?claim rdf:subject {node} }}
        UNION {{ ?claim rdf:object {node} }}
        UNION {{ ?partnership helix:party {node} . ?claim rdf:subject ?partnership }}
        UNION {{ ?claim prov:wasDerivedFrom {node} }}
        UNION {{ {node} rdf:subject ?subject . BIND({node} AS ?claim) }}
    """
