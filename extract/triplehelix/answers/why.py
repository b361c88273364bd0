"""A thing, a partnership or a claim -> the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from triplehelix.answers.answer import Claim, Evidence, short
from triplehelix.answers.evidence import matching
from triplehelix.answers.labels import labels
from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import HELIX, PREFIXES, Queryable, value
from triplehelix.questions.naming import THINGS, resolve

_CLASSES = (*THINGS, "Partnership", "Article")

#: What a predicate is called before its objects, in the order in which they are told.
_WORDS = {
    PREFIXES["rdf"] + "type": "class",
    PREFIXES["rdfs"] + "label": "called",
    PREFIXES["skos"] + "altLabel": "also called",
    HELIX + "kind": "kind",
    HELIX + "country": "country",
    HELIX + "locatedIn": "located in",
    HELIX + "namedForPlace": "named for",
    HELIX + "operates": "operates",
    HELIX + "manages": "manages",
    HELIX + "memberOf": "member of",
    HELIX + "partOf": "part of",
    HELIX + "holdsRole": "holds a role at",
    HELIX + "invests": "invests in",
    HELIX + "party": "parties",
    HELIX + "partnershipKind": "kind",
    HELIX + "status": "status",
    HELIX + "date": "date",
    HELIX + "topic": "about",
    HELIX + "amountValue": "amount",
    HELIX + "amountCurrency": "currency",
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
        """One line a subject, the thing itself first: its name, and what the passage says of it."""
        said: dict[str, dict[str, set[str]]] = {}
        for claim in claims:
            subject, predicate = value(claim.statement.subject), value(claim.statement.predicate)
            said.setdefault(subject, {}).setdefault(predicate, set()).add(self._name(claim.statement.object))
        for subject in sorted(said, key=lambda iri: (iri != self.iri, self._title(iri), iri)):
            title = self._title(subject)
            told = sorted(said[subject].items(), key=lambda item: (_place(item[0]), item[0]))
            words = (f"{_word(predicate)} {', '.join(sorted(objects))}" for predicate, objects in told)
            yield f"{title}: {'; '.join(word for word in words if word != f'called {title}')}"

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


def _word(predicate: str) -> str:
    return _WORDS.get(predicate) or short(predicate)


def _place(predicate: str) -> int:
    return list(_WORDS).index(predicate) if predicate in _WORDS else len(_WORDS)
