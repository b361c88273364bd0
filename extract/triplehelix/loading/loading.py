"""Store -> another triple store over HTTP, graph by graph, each read back and compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triplehelix.errors import RemoteError
from triplehelix.identifiers import digest as short_digest
from triplehelix.identifiers import graph_iri, inferred_iri
from triplehelix.loading.comparing import compare
from triplehelix.loading.credentials import credentials
from triplehelix.loading.parts import Part, digest, parts
from triplehelix.loading.profiles import PROFILES, Endpoints, endpoints
from triplehelix.loading.report import Loaded, LoadReport, State
from triplehelix.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from triplehelix.loading.remote import Remote

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]+")
#: What is called after each graph: how many are done, how many there are, and the one just done.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a load goes, and what it may do there.

    Attributes:
        url: the store's address; with the generic profile the one that takes queries.
        profile: which kind of store it is, one of PROFILES.
        data: where it takes the Graph Store Protocol, if not where the profile says; '' for nowhere.
        update: where it takes SPARQL UPDATE, if not where the profile says; '' for nowhere.
        facts: the IRI of a named graph for the facts, instead of the default graph.
        facts_only: leave out the graphs of the articles.
        prune: drop graphs of articles that are no longer here.
        replace: replace a default graph although it holds what is not triplehelix's.
        auth: basic, digest or bearer, if not as the profile says.
    """

    url: str
    profile: str
    data: str | None = None
    update: str | None = None
    facts: str | None = None
    facts_only: bool = False
    prune: bool = False
    replace: bool = False
    auth: str | None = None

    def endpoints(self) -> Endpoints:
        """Its addresses.

        Raises:
            RemoteError: an unknown profile, or an address or an IRI that is none.
        """
        if self.facts is not None and not _ABSOLUTE.fullmatch(self.facts):
            raise RemoteError("not an IRI", self.facts, "write one like https://example.org/facts")
        if self.profile not in PROFILES:
            raise RemoteError("no such profile", self.profile, f"there is: {', '.join(PROFILES)}")
        return endpoints(self.url, PROFILES[self.profile], self.data, self.update)

    def facts_graph(self, base: str) -> str | None:
        """The IRI of the graph that takes the facts; None for the default graph, where the store has one."""
        return self.facts or (None if PROFILES[self.profile].has_default else f"{base}facts")


def load(target: Target, store: str | Path | None = None, progress: Progress | None = None) -> LoadReport:
    """Load a store into another one over HTTP, and read it back.

    Each graph is replaced whole or not at all, the facts last: until then questions are answered from the old ones.
    What is there already and equal is not sent again, so that a load which broke off goes on where it was.

    Args:
        target: where to.
        store: the folder; without it $TRIPLEHELIX_STORE or `triplehelix-store`.
        progress: called after each graph.

    Raises:
        RemoteError: the other store cannot be reached, or refuses; its `report` says which graphs are in.
        StoreError: this store cannot be read.
    """
    where = target.endpoints()
    known = credentials(target.url, target.auth or where.profile.auth, told=target.auth is not None)
    from triplehelix.loading.connection import Connection  # noqa: PLC0415 - brings requests along
    from triplehelix.loading.remote import Remote  # noqa: PLC0415

    line = Connection(known)
    try:
        with Store.open(store, readonly=True) as opened:
            return _Load(opened, Remote(line, where), target).run(progress or _nothing)
    finally:
        line.close()


class _Load:
    """One load under way."""

    def __init__(self, store: Store, remote: Remote, target: Target) -> None:
        self._store, self._remote, self._target = store, remote, target
        self._parts = parts(store, target.facts_graph(store.base), facts_only=target.facts_only)
        self._done: list[Loaded] = []
        self._under_way = False

    def run(self, progress: Progress) -> LoadReport:
        try:
            there = self._remote.counts(self._store.base)
            self._sweep(there)
            self._refuse_foreign()
            for number, part in enumerate(self._parts, 1):
                self._done.append(self._send(part, there))
                progress(number, len(self._parts), part.name)
            left = self._left(there)
            pruned = tuple(self._pruned(left))
        except RemoteError as fault:
            fault.report = LoadReport(self._target.url, (*self._done, *self._rest()), broken_by=str(fault))
            raise
        return LoadReport(self._target.url, tuple(self._done), left, pruned)

    def _send(self, part: Part, there: dict[str, int]) -> Loaded:
        lines = part.lines(self._store)
        found = self._compared(part, lines, State.KEPT) if self._held(part, there) == lines.count(b"\n") else None
        if found is None or not found.ok:
            self._under_way = True
            self._remote.replace(part.graph, lines, self._aside(part))
            found = self._compared(part, lines, State.SENT)
            self._under_way = False
        return found

    def _held(self, part: Part, there: dict[str, int]) -> int | None:
        """How many triples the graph has in the other store; None where there is no such graph."""
        if part.graph and part.graph.startswith(self._store.base):
            return there.get(part.graph)
        return self._remote.count(part.graph)

    def _compared(self, part: Part, lines: bytes, state: State) -> Loaded:
        number = lines.count(b"\n")
        back = self._remote.read(part.graph, number)
        changes = compare(lines, back)
        counted = self._remote.count(part.graph)
        return Loaded(part.name, state, number, counted, digest(lines), digest(back), changes)

    def _rest(self) -> Iterator[Loaded]:
        """The graphs that are not known to be in; the first of them may have been under way."""
        for number, part in enumerate(self._parts[len(self._done) :]):
            yield Loaded(part.name, State.UNSURE if self._under_way and not number else State.MISSING)

    def _refuse_foreign(self) -> None:
        if self._target.facts_graph(self._store.base) is None and not self._target.replace:
            foreign = self._remote.foreign_subject(self._store.base)
            if foreign is not None:
                what = f"its default graph holds what is not triplehelix's, such as <{foreign}>"
                remedy = "name a graph for the facts with --facts IRI, or replace what is there with --replace"
                raise RemoteError(what, self._target.url, remedy)

    def _aside(self, part: Part) -> str:
        return f"{self._store.base}loading/{short_digest(part.name)}"

    def _sweep(self, there: dict[str, int]) -> None:
        """Drop what a load that broke off has left aside."""
        for graph in sorted(there):
            if graph.startswith(f"{self._store.base}loading/"):
                self._remote.drop(graph)

    def _left(self, there: dict[str, int]) -> tuple[str, ...]:
        ours = {part.graph for part in self._parts}
        article_graphs = graph_iri("", self._store.base), inferred_iri("", self._store.base)
        gone = (graph for graph in there if graph.startswith(article_graphs) and graph not in ours)
        return () if self._target.facts_only and not self._target.prune else tuple(sorted(gone))

    def _pruned(self, left: tuple[str, ...]) -> Iterator[str]:
        for graph in left if self._target.prune else ():
            self._remote.drop(graph)
            yield graph


def _nothing(_done: int, _total: int, _name: str) -> None:
    """Tells nobody."""
