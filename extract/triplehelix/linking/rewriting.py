"""The triples of an article as read -> as questions see them: each thing by the one IRI that stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, RDFS, SKOS

from triplehelix.store import Parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_LABEL, _ALSO = ox.NamedNode(str(RDFS.label)), ox.NamedNode(str(SKOS.altLabel))
_PREDICATE, _SUBJECT = ox.NamedNode(str(RDF.predicate)), ox.NamedNode(str(RDF.subject))


def rewrite(parts: Parts, names: Mapping[str, str], *, demote: bool = True) -> Parts:
    """The parts with each IRI that `names` has replaced.

    The label of a thing that another IRI stands for becomes one of its other names, and so it does in the claim of
    that: what a thing is called in answers is then the name of the one that stands for all.

    Args:
        parts: the triples of one article.
        names: {IRI: the IRI that replaces it}.
        demote: False keeps labels labels.
    """
    if not names:
        return parts
    nodes: dict[object, ox.NamedNode] = {ox.NamedNode(old): ox.NamedNode(new) for old, new in names.items()}
    of_labels = {t.subject for t in parts.asserted if t.predicate == _PREDICATE and t.object == _LABEL}
    demoted = {t.subject for t in parts.asserted if t.predicate == _SUBJECT and t.object in nodes} & of_labels
    also = _ALSO if demote else _LABEL
    return Parts(
        *(
            frozenset(_triples(part, nodes, demoted, also))
            for part in (parts.asserted, parts.inferred, parts.quarantine)
        )
    )


def _triples(
    triples: Iterable[ox.Triple], nodes: Mapping[object, ox.NamedNode], demoted: Collection[object], also: ox.NamedNode
) -> Iterator[ox.Triple]:
    for triple in triples:
        subject, value = nodes.get(triple.subject), nodes.get(triple.object)
        if subject and triple.predicate == _LABEL:
            yield ox.Triple(subject, also, triple.object)
        elif triple.predicate == _PREDICATE and triple.subject in demoted:
            yield ox.Triple(triple.subject, _PREDICATE, also)
        elif subject or value:
            yield ox.Triple(subject or triple.subject, triple.predicate, value or triple.object)
        else:
            yield triple
