"""triplehelix: news about innovation clusters in, a knowledge graph that can be trusted and queried out.

    import triplehelix

    triplehelix.build(store="clusters")
    with triplehelix.open("clusters") as book:
        print(book.ask("foreign_clusters", hub="Osaka").to_pandas())

Each verb of the command line is a function of the same name. They are imported when first used, since some bring large
libraries along.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triplehelix.api import Graphbook, ask, export, extract, load, queries, sparql, why
    from triplehelix.api import open_graphbook as open  # noqa: A004 - read as triplehelix.open
    from triplehelix.linking import differ, merges, same
    from triplehelix.pipeline import add, build, check, drop, verify

_MODULES = {
    "api": ("Graphbook", "ask", "export", "extract", "load", "open", "queries", "sparql", "why"),
    "linking": ("differ", "merges", "same"),
    "pipeline": ("add", "build", "check", "drop", "verify"),
}

__all__ = [
    "Graphbook",
    "add",
    "ask",
    "build",
    "check",
    "differ",
    "drop",
    "export",
    "extract",
    "load",
    "merges",
    "open",
    "queries",
    "same",
    "sparql",
    "verify",
    "why",
]


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names:
            found = import_module(f"{__name__}.{module}")
            return getattr(found, "open_graphbook" if name == "open" else name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
