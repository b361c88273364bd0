"""What a load has done, graph by graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplehelix.loading.comparing import Change


class State(StrEnum):
    """What became of a graph."""

    SENT = "sent"
    KEPT = "there already"
    UNSURE = "old or new, but whole"
    MISSING = "not sent"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One graph.

    Attributes:
        name: its IRI in the other store, or 'default graph'.
        state: what became of it.
        sent: how many triples it has here.
        counted: how many the other store counts, or None where it was not asked.
        hash_sent: its canonical hash here.
        hash_held: that of what came back, or None where nothing did.
        changes: how the two differ.
    """

    name: str
    state: State
    sent: int = 0
    counted: int | None = None
    hash_sent: str = ""
    hash_held: str | None = None
    changes: tuple[Change, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it is in, and says what was sent."""
        is_in = self.state in {State.SENT, State.KEPT} and self.counted == self.sent
        return is_in and all(change.kind.documented for change in self.changes)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load has done.

    Attributes:
        url: the store's address.
        graphs: every graph that was to be sent, in order.
        left: graphs of articles in the other store that this one does not hold.
        pruned: those of them that were dropped.
        broken_by: why it broke off, or None.
    """

    url: str
    graphs: tuple[Loaded, ...]
    left: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    broken_by: str | None = None

    @property
    def ok(self) -> bool:
        """Whether all graphs are in and say what was sent, documented changes aside."""
        return self.broken_by is None and all(graph.ok for graph in self.graphs)

    @property
    def equal(self) -> bool:
        """Whether all came back to the letter."""
        return self.ok and all(graph.hash_sent == graph.hash_held for graph in self.graphs)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the store changed, in all graphs."""
        return tuple(change for graph in self.graphs for change in graph.changes)

    def lines(self) -> Iterator[str]:
        """The report for a person: what is not in, what was changed, what is left over, and the sum."""
        for graph in self.graphs:
            if not graph.ok:
                yield f"{graph.name}: {_fault(graph)}"
        for kind, number in sorted(Counter(change.kind for change in self.changes).items()):
            first = next(change for change in self.changes if change.kind == kind)
            yield f"changed by the store: {_many(number, 'triple')}; {first}"
        if self.pruned:
            yield f"dropped {_many(len(self.pruned), 'graph')} of articles that are no longer here"
        if rest := set(self.left) - set(self.pruned):
            yield f"{_many(len(rest), 'graph')} of articles that are not here; --prune drops such graphs"
        yield self._sum()

    def _sum(self) -> str:
        is_in = [graph for graph in self.graphs if graph.state in {State.SENT, State.KEPT}]
        kept = sum(graph.state is State.KEPT for graph in is_in)
        triples = sum(graph.sent for graph in is_in)
        parts = [f"{len(is_in)} of {_many(len(self.graphs), 'graph')} in ({kept} there already)"]
        parts.append(_many(triples, "triple"))
        if self.broken_by is None:
            parts.append("read back, " + ("equal" if self.equal else "equal but for those" if self.ok else "not equal"))
        return f"{self.url}: {', '.join(parts)}"


def _fault(graph: Loaded) -> str:
    if graph.state in {State.UNSURE, State.MISSING}:
        return graph.state.value
    lost = sum(not change.kind.documented for change in graph.changes)
    return f"{graph.counted} triples of {graph.sent}" if graph.counted != graph.sent else f"{lost} triples differ"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
