"""Which store it is, and so: where it takes graphs, updates and queries, and how it proves who asks.

Oxigraph and Virtuoso were tried (0.5.13 and 7.2.5); Fuseki, GraphDB and QLever follow their documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from triplehelix.errors import RemoteError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Profile:
    """How a kind of store is spoken to.

    Attributes:
        name: as on the command line.
        data: the path of the Graph Store Protocol under the store's address, or None.
        update: the path that takes SPARQL UPDATE, or None.
        query: the path that takes queries.
        parameter: what the Graph Store Protocol calls the IRI of a graph.
        has_default: whether there is a default graph of its own; without one the facts get a named graph.
        plain: the IRI that a query names to ask the default graph alone, where otherwise it asks all graphs at once.
        auth: how a name and password are sent, unless told otherwise.
        example: an address of such a store.
    """

    name: str
    data: str | None
    update: str | None
    query: str
    parameter: str = "graph"
    has_default: bool = True
    plain: str | None = None
    auth: str = "basic"
    example: str = ""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where one store takes what; `data` or `update` is None where it does not take it, never both."""

    profile: Profile
    data: str | None
    update: str | None
    query: str


_ALL = (
    Profile("oxigraph", "/store", "/update", "/query", example="http://localhost:7878"),
    Profile(
        "virtuoso",
        "/sparql-graph-crud-auth",
        "/sparql-auth",
        "/sparql-auth",
        parameter="graph-uri",
        has_default=False,
        auth="digest",
        example="http://localhost:8890",
    ),
    Profile("fuseki", "/data", "/update", "/query", example="http://localhost:3030/DATASET"),
    Profile(
        "graphdb",
        "/rdf-graphs/service",
        "/statements",
        "",
        plain="http://www.openrdf.org/schema/sesame#nil",
        example="http://localhost:7200/repositories/REPOSITORY",
    ),
    Profile(
        "qlever",
        "",
        "",
        "",
        plain="http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph",
        auth="bearer",
        example="http://localhost:7001",
    ),
    Profile("generic", None, None, "", example="http://localhost:8080/sparql"),
)
#: The profiles by name.
PROFILES: Mapping[str, Profile] = MappingProxyType({profile.name: profile for profile in _ALL})


def endpoints(url: str, profile: Profile, data: str | None = None, update: str | None = None) -> Endpoints:
    """The addresses of a store.

    Args:
        url: the store's own address; with the generic profile the one that takes queries.
        profile: what stands where under it.
        data: where it takes the Graph Store Protocol, if not where the profile says; '' for nowhere.
        update: where it takes SPARQL UPDATE, if not where the profile says; '' for nowhere.

    Raises:
        RemoteError: an address that is none, or that has a password in it; nothing to write to.
    """
    root = _checked(url).rstrip("/")
    data = _place(root, profile.data, data)
    update = _place(root, profile.update, update)
    if data is None and update is None:
        remedy = "name where it takes graphs with --data URL, or where it takes updates with --update URL"
        raise RemoteError(f"the profile {profile.name} does not know where to write", url, remedy)
    return Endpoints(profile, data, update, root + profile.query if profile.name != "generic" else url)


def _place(root: str, path: str | None, given: str | None) -> str | None:
    if given is not None:
        return _checked(given) if given else None
    return None if path is None else root + path


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        valid = False
    if not valid:
        raise RemoteError("not an address of a store", url, f"write it like {PROFILES['oxigraph'].example}")
    if parts.username or parts.password:
        where = f"{parts.scheme}://{parts.hostname}"
        raise RemoteError("no password belongs into an address", where, "set TRIPLEHELIX_USER and TRIPLEHELIX_PASSWORD")
    return url
