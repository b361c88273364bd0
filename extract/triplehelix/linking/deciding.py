"""What people decide about things: said by name or IRI, written to the store's folder, obeyed at once; and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.errors import NameNotFound, StoreError
from triplehelix.identifiers import article_iri
from triplehelix.linking import decisions
from triplehelix.linking.clusters import Groups
from triplehelix.linking.decisions import Decision, Decisions, Verdict
from triplehelix.linking.index import predicate
from triplehelix.linking.things import spelled
from triplehelix.linking.view import View
from triplehelix.linking.writing import obey
from triplehelix.store import INDEX, Store
from triplehelix.store.folder import write_whole
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """A thing, an agreement or an article that another one stands for.

    Attributes:
        name: what the one that stands for both is called; its IRI where it has no name.
        other: what the other one is called.
        why: one sentence.
        iri: the one that stands for both.
        other_iri: the other one, as `identifiers` makes it.
    """

    name: str
    other: str
    why: str
    iri: str
    other_iri: str


def same(one: str, other: str, store: str | Path | None = None, *, undo: bool = False) -> Decision:
    """Decide that two things are one; with `undo` take such a decision back. The store obeys at once.

    Args:
        one: a name, or an IRI.
        other: the other one.
        store: the folder; without it the default store.
        undo: forget what was decided of the two.

    Raises:
        NameNotFound: a name fits nothing, or more than one thing.
        StoreError: the two are of two classes, another decision contradicts, or there is nothing to undo.
    """
    return _decide(Verdict.SAME, one, other, store, undo=undo)


def differ(one: str, other: str, store: str | Path | None = None, *, undo: bool = False) -> Decision:
    """Decide that two things are two; where `other` is an article, that what it names so is another thing.

    The arguments and errors are those of `same`.
    """
    return _decide(Verdict.DIFFER, one, other, store, undo=undo)


def merges(store: str | Path | None = None) -> tuple[Merge, ...]:
    """Everything that was linked across articles, by name, and why.

    Raises:
        StoreError: there is no such store.
    """
    with Store.open(store, readonly=True) as opened:
        view = View(opened, {})
        quads = list(opened.raw.quads_for_pattern(None, predicate("is"), None, INDEX))
        pairs = [(str(q.subject.value), str(q.object.value)) for q in quads]  # type: ignore[union-attr]
        found = [
            Merge(_called(iri, opened), _called(other, opened), view.link(other).why, iri, other)
            for other, iri in pairs
        ]
        return tuple(sorted(found))


def _decide(verdict: Verdict, one: str, other: str, store: str | Path | None, *, undo: bool) -> Decision:
    with Store.open(store, create=False) as opened:
        first, second = _thing(one, opened), _thing(other, opened, or_article=verdict is Verdict.DIFFER)
        names = " | ".join(_called(iri, opened) for iri in decisions.ordered(first, second))
        decision = Decision(verdict, *decisions.ordered(first, second), names)
        known = decisions.load(opened.path)
        new = _without(decision, known, opened) if undo else known.with_(_checked(decision, known, opened))
        try:
            write_whole(opened.path / decisions.FILE, decisions.write(new))
        except OSError as error:
            raise StoreError(f"cannot be written ({error.strerror})", opened.path / decisions.FILE) from None
        obey(opened)
        return decision


def _checked(decision: Decision, known: Decisions, store: Store) -> Decision:
    one, other = decision.pair
    if one == other:
        remedy = "to part what one article names so: triplehelix differ THING ARTICLE"
        raise StoreError(f"{_called(one, store)!r} is one thing by its name", store.path, remedy)
    if "/article/" not in other and _class(one, store) != _class(other, store):
        what = f"{_class(one, store)} and {_class(other, store)} are never one"
        raise StoreError(f"{decision.names}: {what}", store.path)
    if clash := _clash(known.with_(decision)):
        remedy = "undo one of them; they stand in the file " + decisions.FILE
        raise StoreError(f"{decision.names}: contradicts what was decided of {clash.names}", store.path, remedy)
    return decision


def _clash(decided: Decisions) -> Decision | None:
    """A pair that was told apart, and that other decisions make one."""
    groups = Groups({iri for d in decided.all for iri in d.pair}, lambda _left, _right: False)
    for decision in sorted(decided.all):
        if decision.verdict is Verdict.SAME:
            groups.join(*decision.pair)
    apart = (d for d in sorted(decided.all) if d.verdict is Verdict.DIFFER)
    return next((d for d in apart if d.other in groups.of(d.one)), None)


def _without(decision: Decision, known: Decisions, store: Store) -> Decisions:
    if not any(d.pair == decision.pair and d.verdict is decision.verdict for d in known.all):
        raise StoreError(f"{decision.names}: no such decision to undo", store.path / decisions.FILE)
    return known.without(*decision.pair)


def _thing(name: str, store: Store, *, or_article: bool = False) -> str:
    """The IRI, before it is linked, of the thing that a name or an IRI means; or of an article."""
    iri = article_iri(name, store.base)
    if or_article and (store.article(name) or name in {article_iri(a.name, store.base) for a in store.articles()}):
        return name if "://" in name else iri
    found = _subjects("class", None, name, store) if "://" in name else _named(name, store)
    if len(found) == 1:
        return found.pop()
    if not found:
        raise NameNotFound(f"nothing is called {name!r}", store.path, "give a name as an article has it, or an IRI")
    listed = "; ".join(f"<{iri}>" for iri in sorted(found))
    raise NameNotFound(f"{name!r} fits more than one thing: {listed}", store.path, "give the IRI of the one meant")


def _named(name: str, store: Store) -> set[str]:
    """The things that a name may mean, by the first comparison with a result."""
    if found := _subjects("label", name, None, store):
        return found
    keys = (f"own|{entity_class}|{spelled(name, entity_class)}" for entity_class in EntityClass)
    own = {iri for key in keys for iri in _subjects("key", key, None, store)}
    return own or _subjects("alias", name, None, store)


def _subjects(what: str, value: str | None, iri: str | None, store: Store) -> set[str]:
    node, literal = ox.NamedNode(iri) if iri else None, ox.Literal(value) if value is not None else None
    quads = store.raw.quads_for_pattern(node, predicate(what), literal, INDEX)
    return {str(quad.subject.value) for quad in quads}  # type: ignore[union-attr]


def _called(iri: str, store: Store) -> str:
    return min(View(store, {}).about(iri).get("label", set()), default="") or _label(iri, store)


def _label(iri: str, store: Store) -> str:
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    quads = store.raw.quads_for_pattern(ox.NamedNode(iri), label, None, None)
    return min((str(q.object.value) for q in quads), default=iri.rpartition("/")[2])  # type: ignore[union-attr]


def _class(iri: str, store: Store) -> str:
    return min(View(store, {}).about(iri).get("class", set()), default="thing")
