"""A small triple store over HTTP that takes what the documents of Fuseki, GraphDB and QLever say, and no more.

It answers at their paths, with their ways to name the default graph and to prove who asks; those servers themselves
cannot be had as packages, so that this stands in for them.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox


@dataclass
class Behaviour:
    """What a store takes, and how.

    Attributes:
        data: the path of the Graph Store Protocol.
        update: the path of SPARQL UPDATE.
        query: the path of queries.
        union: whether a plain query asks all graphs at once.
        plain: the graph that a query then names to ask the default graph alone.
        authorization: the header that is asked for, or ''.
        refuse: methods that the Graph Store Protocol is refused for, with the status.
        fail: how many requests to answer with 503 first.
        cut_at: how many triples a GET gives at most.
        lose: what is left out of everything that is written.
    """

    data: str
    update: str
    query: str
    union: bool = False
    plain: str = ""
    authorization: str = ""
    refuse: dict[str, int] = field(default_factory=dict)
    fail: int = 0
    cut_at: int = 1_000_000
    lose: str = ""
    store: ox.Store = field(default_factory=ox.Store)
    requests: list[str] = field(default_factory=list)


def basic(user: str, password: str) -> str:
    """The header of a name and password."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@contextmanager
def fake_store(behaviour: Behaviour) -> Iterator[str]:
    """A running store; its address."""

    class Handler(_Handler):
        like = behaviour

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    like: Behaviour
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = urlsplit(self.path)
        given = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        form = self.headers.get("Content-Type", "").partition(";")[0]
        self.like.requests.append(f"{self.command} {parts.path}")
        if self.like.fail:
            self.like.fail -= 1
            self._send(503)
        elif self.like.authorization not in {"", self.headers.get("Authorization", "")}:
            self._send(401)
        elif "default" in given or "graph" in given:
            self._graph(parts.path, given, body)
        elif form == "application/sparql-update" and parts.path == self.like.update:
            self._update(body.decode())
        elif form == "application/x-www-form-urlencoded" and parts.path == self.like.query:
            asked = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            self._query(asked["query"], alone=asked.get("default-graph-uri") == self.like.plain or not self.like.union)
        else:
            self._send(404)

    def _graph(self, path: str, given: dict[str, str], body: bytes) -> None:
        if path != self.like.data:
            self._send(404)
            return
        if self.command in self.like.refuse:
            self._send(self.like.refuse[self.command])
            return
        store = self.like.store
        graph = ox.NamedNode(given["graph"]) if "graph" in given else ox.DefaultGraph()
        if self.command == "GET":
            triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, graph)]
            self._send(200, "".join(f"{t} .\n" for t in triples[: self.like.cut_at]).encode(), "application/n-triples")
            return
        store.clear_graph(graph)
        if self.command == "PUT":
            kept = b"\n".join(line for line in body.splitlines() if not self._loses(line.decode()))
            store.load(kept, format=ox.RdfFormat.TURTLE, to_graph=graph)
        self._send(204)

    def _loses(self, text: str) -> bool:
        return bool(self.like.lose) and self.like.lose in text

    def _update(self, text: str) -> None:
        if text.count(" .\n") > 1_000:
            self._send(500, b"too many lines")
            return
        try:
            self.like.store.update(text)
        except SyntaxError as fault:
            self._send(400, str(fault).encode())
        else:
            self._send(204)

    def _query(self, text: str, *, alone: bool) -> None:
        found: Any = self.like.store.query(text, use_default_graph_as_union=not alone)
        if isinstance(found, ox.QueryTriples):
            self._send(200, found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"", "application/n-triples")
        else:
            results = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
            self._send(200, results, "application/sparql-results+json")

    def _send(self, status: int, body: bytes = b"", form: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", form)
        self.send_header("Content-Length", str(len(body)))
        if status == 401:
            self.send_header("WWW-Authenticate", self.like.authorization.partition(" ")[0] + ' realm="store"')
        self.end_headers()
        self.wfile.write(body)
