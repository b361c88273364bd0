"""An article's triples -> its index: what its things, agreements and text can be found and told apart by; and back.

    THING       class label alias kind country at key
    AGREEMENT   article party sort day            and, once linked, together: a hash of its parties
    ARTICLE     sketch text published
    anything    is why                            once linked: what stands for it in the graph, and the reason

Predicates begin with urn:triplehelix:index:, and none of this is ever exported.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, RDFS, SDO, SKOS

from triplehelix.linking.agreements import Agreement
from triplehelix.linking.reprints import sketch
from triplehelix.linking.things import Thing, keys, spelled
from triplehelix.namespaces import HELIX
from triplehelix.store import INDEX
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: {subject: {predicate: objects}}
Described = dict[str, dict[str, set[str]]]


def predicate(name: str) -> ox.NamedNode:
    """The predicate of the index with this name."""
    return ox.NamedNode(f"{INDEX.value}:{name}")


#: What is known only once things have been linked.
LINKS = frozenset({predicate("is"), predicate("why"), predicate("together")})


def index(
    asserted: Iterable[ox.Triple], node: ox.NamedNode, name: str, text: str, text_hash: str
) -> frozenset[ox.Triple]:
    """The index of one article, as a pure function of what it asserts (before anything is linked) and of its text."""
    described = describe(asserted)
    facts: list[tuple[str, str, str]] = []
    for iri, about in described.items():
        classes = {value.rpartition("#")[2] for value in about[str(RDF.type)]}
        if str(HELIX.Partnership) in about[str(RDF.type)]:
            facts += _agreement_facts(iri, about, name)
        elif found := classes & set(EntityClass):
            thing = _thing(iri, EntityClass(min(found)), about, described)
            facts += _thing_facts(thing)
    facts += [(node.value, "sketch", piece) for piece in sketch(text)]
    facts.append((node.value, "text", text_hash))
    facts += [(node.value, "published", day) for day in described.get(node.value, {}).get(str(SDO.datePublished), ())]
    return frozenset(ox.Triple(ox.NamedNode(s), predicate(p), ox.Literal(o)) for s, p, o in facts)


def describe(triples: Iterable[ox.Triple]) -> Described:
    """What some triples say of each thing, partnership and article; claims and passages are left out."""
    found: Described = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        found[triple.subject.value][triple.predicate.value].add(_text(triple.object))  # type: ignore[union-attr]
    wanted = {str(HELIX[c.value]) for c in EntityClass} | {str(HELIX.Partnership), str(HELIX.Article)}
    return {iri: about for iri, about in found.items() if about[str(RDF.type)] & wanted}


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _thing(iri: str, entity_class: EntityClass, about: Mapping[str, set[str]], described: Described) -> Thing:
    roles = (described.get(place, {}).get(str(RDFS.label), set()) for place in about.get(str(HELIX.holdsRole), ()))
    return Thing(
        iri,
        entity_class,
        frozenset(about.get(str(RDFS.label), ())),
        frozenset(about.get(str(SKOS.altLabel), ())),
        frozenset(kind.rpartition("#")[2] for kind in about.get(str(HELIX.kind), ())),
        frozenset(about.get(str(HELIX.country), ())),
        frozenset(spelled(name, EntityClass.ORGANIZATION) for names in roles for name in names),
    )


def _thing_facts(thing: Thing) -> Iterator[tuple[str, str, str]]:
    yield thing.iri, "class", thing.entity_class.value
    for name, values in (
        ("label", thing.labels),
        ("alias", thing.aliases),
        ("kind", thing.kinds),
        ("country", thing.countries),
        ("at", thing.at),
        ("key", keys(thing)),
    ):
        yield from ((thing.iri, name, value) for value in values)


def _agreement_facts(iri: str, about: Mapping[str, set[str]], article: str) -> Iterator[tuple[str, str, str]]:
    yield iri, "article", article
    for name, values in (
        ("party", about.get(str(HELIX.party), ())),
        ("sort", {kind.rpartition("#")[2] for kind in about.get(str(HELIX.partnershipKind), ())}),
        ("day", about.get(str(HELIX.date), ())),
    ):
        yield from ((iri, name, value) for value in values)


def as_thing(iri: str, about: Mapping[str, set[str]]) -> Thing:
    """The thing that some of the index's triples describe: {name of the predicate: values}."""
    texts = (frozenset(about.get(name, ())) for name in ("label", "alias", "kind", "country", "at"))
    return Thing(iri, EntityClass(min(about["class"])), *texts)


def as_agreement(iri: str, about: Mapping[str, set[str]]) -> Agreement:
    """The agreement that some of the index's triples describe."""
    kind, day = min(about.get("sort", {""})), min(about.get("day", {""}))
    return Agreement(iri, min(about["article"]), frozenset(about["party"]), kind, day)
