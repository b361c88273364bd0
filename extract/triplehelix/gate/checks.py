"""What a compiled shape consists of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rdflib.term import Node

from triplehelix.gate.index import Index

#: Whether a node holds to something.
Check = Callable[[Node, Index], bool]
#: Whether the values of a property do, with the node that has them.
SetCheck = Callable[[Node, list[Node], Index], bool]
#: Whether all focus nodes of a shape do.
AllCheck = Callable[[Sequence[Node], Index], bool]


class UncoveredError(Exception):
    """A shape says something that is not compiled."""
