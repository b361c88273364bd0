"""The store: an embedded Oxigraph on disk, beside it the text of each article.

Each article has three named graphs (asserted, inferred, quarantine). The default graph holds what any article asserts
and what follows from it, each triple once, so that no question needs GRAPH. A catalog graph has an entry an article;
an index graph what things can be found by, which linking looks up.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import pyoxigraph as ox

from triplehelix.errors import QueryError, StoreError
from triplehelix.identifiers import article_iri, graph_iri, inferred_iri, quarantine_iri
from triplehelix.store import catalog, changes, folder, texts
from triplehelix.store.catalog import StoredArticle
from triplehelix.store.changes import Content, Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import rdflib

    from triplehelix.articles import Article
    from triplehelix.terms import RdflibTriple

_DEFAULT = ox.DefaultGraph()
# What is not flushed is replayed from the log by every reader: forty articles take 1.3 s, once flushed 0.03 s.
_CHANGES_A_FLUSH = 100


class Store:
    """A store that is open; close it, or use it in a `with` block.

    Attributes:
        path: its folder.
        base: where the IRIs of its things begin.
        readonly: whether it was opened for reading only.
    """

    def __init__(self, path: Path, base: str, raw: ox.Store, *, readonly: bool) -> None:
        self.path, self.base, self.readonly = path, base, readonly
        self._raw: ox.Store | None = raw
        self._unflushed = 0

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        *,
        readonly: bool = False,
        create: bool = True,
        base: str | None = None,
    ) -> Store:
        """Open a store, for writing (and make it where there is none) or for reading.

        One process may write while several read; a reader sees the store as it was when opened.

        Args:
            path: the folder; without it $TRIPLEHELIX_STORE, or triplehelix-store in the working directory.
            readonly: change nothing, and need no right to.
            create: when writing, make a store where there is none.
            base: where IRIs begin in a new store; an old one keeps its own.

        Raises:
            StoreError: no such store, no store at all, locked by another writer, not permitted, or a newer format.
        """
        where = Path(path) if path is not None else folder.default_path()
        make = create and not readonly
        base = folder.prepare(where, base) if make else folder.read_format(where, base)
        store = cls(where, base, folder.open_graph(where, readonly=readonly), readonly=readonly)
        if not readonly:
            try:
                store._begin_writing()
            except StoreError:
                store._raw = None  # whoever keeps the error keeps no lock
                raise
        return store

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let other processes write; a second time it does nothing."""
        raw, self._raw = self._raw, None  # dropping the last reference is how pyoxigraph closes a store
        if raw is None or self.readonly:
            return
        try:
            if self._unflushed:
                raw.flush()
            (self.path / "writing").unlink(missing_ok=True)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"cannot be written ({error})", self.path) from None

    @property
    def raw(self) -> ox.Store:
        """The pyoxigraph store itself; whoever writes to it by-passes every promise of this class.

        Raises:
            StoreError: the store is closed.
        """
        if self._raw is None:
            raise StoreError("closed", self.path, "open it again")
        return self._raw

    def articles(self) -> tuple[StoredArticle, ...]:
        """Every article in the store, by name."""
        return catalog.all_articles(self.raw)

    def article(self, name: str) -> StoredArticle | None:
        """The article with this name, or None."""
        return catalog.find(self.raw, self._node(name))

    def put(
        self,
        article: Article,
        asserted: Iterable[RdflibTriple],
        inferred: Iterable[RdflibTriple] = (),
        quarantined: Iterable[RdflibTriple] = (),
        *,
        fingerprint: str = "",
    ) -> StoredArticle:
        """Take an article in as it is, or replace what the store holds of it: all of it in one transaction.

        Raises:
            StoreError: the store cannot be written.
            TypeError: a graph holds a blank node.
        """
        from triplehelix.terms import to_oxigraph  # noqa: PLC0415 -- readers need no rdflib

        self._check_writable()
        parts = Parts(*(frozenset(to_oxigraph(part)) for part in (asserted, inferred, quarantined)))
        stored = StoredArticle.of(article, parts, fingerprint)
        self.keep_text(article.text_hash, article.text)
        self.replace({article.name: Content(parts, entry=self.entry(stored))})
        return stored

    def remove(self, name: str) -> None:
        """Take an article out, with all that it alone supports, in one transaction.

        Raises:
            StoreError: the store has no such article, or cannot be written.
        """
        self._check_writable()
        if self.article(name) is None:
            raise StoreError(f"no article {name!r}", self.path)
        self.replace({name: Content()})

    def content(self, name: str) -> Content:
        """All that the store holds of an article; nothing where there is no such article."""
        return changes.read(self.raw, self._graphs(name), catalog.entry(self.raw, self._node(name)))

    def entry(self, stored: StoredArticle) -> frozenset[ox.Quad]:
        """What the catalog holds of an article that is so described."""
        return catalog.quads(self._node(stored.name), stored)

    @property
    def obeyed(self) -> str:
        """The decisions about identity that the content of the store follows, as they were given to `replace`."""
        return catalog.obeyed(self.raw)

    def keep_text(self, text_hash: str, text: str) -> None:
        """Store a text that an article is about to have.

        Raises:
            StoreError: it cannot be written.
        """
        texts.write(self.path, text_hash, text)

    def replace(self, contents: Mapping[str, Content], obeyed: str | None = None) -> None:
        """Make the store hold this of some articles, by name: all of it in one transaction.

        Args:
            contents: {article: what the store shall hold of it}; nothing takes it out.
            obeyed: what the store shall say from now on of the decisions that its content follows.

        Raises:
            StoreError: the store cannot be written, and has not changed then.
        """
        self._check_writable()
        before = [self.article(name) for name in contents]
        found = [changes.Change(self._graphs(name), self.content(name), new) for name, new in contents.items()]
        try:
            told = (catalog.decisions(self.raw), catalog.with_decisions(self.raw, obeyed))
            changes.replace(self.raw, found, self.fact_graphs, told[0] - told[1], told[1] - told[0])
            self._count_change()
            for known in before:
                if known and not catalog.has_text(self.raw, known.text_hash):
                    texts.remove(self.path, known.text_hash)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"cannot be written ({error})", self.path) from None

    def add_to_indexes(self, triples: Mapping[str, frozenset[ox.Triple]]) -> None:
        """Add triples to the indexes of some articles, by name: all of it in one transaction.

        Raises:
            StoreError: the store cannot be written, and has not changed then.
        """
        self._check_writable()
        try:
            self.raw.extend(q for name, new in triples.items() for q in changes.index_quads(self._graphs(name), new))
            self._count_change()
        except (OSError, RuntimeError) as error:
            raise StoreError(f"cannot be written ({error})", self.path) from None

    def query(self, text: str, *, quarantine: bool = False) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer to a SPARQL query; the default graph holds every fact, and no question needs GRAPH.

        GRAPH finds what each article asserts and what follows from it, and not what only this package needs.

        Args:
            text: the query.
            quarantine: whether GRAPH finds what the shapes refused of each article, too.

        Raises:
            QueryError: the query has a syntax error.
        """
        try:
            if not re.search(r"\bgraph\b", text, re.IGNORECASE):
                return self.raw.query(text)
            return self.raw.query(text, named_graphs=self._named_graphs(quarantine=quarantine))
        except SyntaxError as error:
            raise QueryError(f"not SPARQL: {' '.join(str(error).split())}") from None

    def graph(self) -> rdflib.Graph:
        """The default graph as an rdflib graph over the store itself (nothing is copied); for reading only."""
        from oxrdflib import OxigraphStore  # noqa: PLC0415 -- slow to import
        from rdflib import Graph  # noqa: PLC0415
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415

        return Graph(store=OxigraphStore(store=self.raw), identifier=DATASET_DEFAULT_GRAPH_ID)

    def asserted(self, name: str) -> rdflib.Graph:
        """A copy of what an article asserts; empty where there is no such article."""
        return self._copy(self._graphs(name).asserted)

    def inferred(self, name: str) -> rdflib.Graph:
        """A copy of what follows from an article; empty where there is no such article."""
        return self._copy(self._graphs(name).inferred)

    def quarantined(self, name: str) -> rdflib.Graph:
        """A copy of what the shapes refused of an article, with the results of the validation."""
        return self._copy(self._graphs(name).quarantine)

    def facts(self) -> Iterator[ox.Quad]:
        """Every asserted or inferred triple: in the default graph and in the graphs of its articles; unordered."""
        graphs = self.fact_graphs
        for quad in self.raw.quads_for_pattern(None, None, None, None):
            if quad.graph_name == _DEFAULT or changes.is_within(quad, graphs):
                yield quad

    def as_read(self, name: str) -> rdflib.Graph:
        """A copy of what an article asserts, with the things as they were before they were linked across articles."""
        from triplehelix.terms import to_rdflib  # noqa: PLC0415 -- readers need no rdflib

        content = self.content(name)
        return to_rdflib((content.read or content.parts).asserted)

    def text(self, text_hash: str) -> str:
        """The stored text of the article with this hash of its text.

        Raises:
            StoreError: the file is missing or is not UTF-8.
        """
        return texts.read(self.path, text_hash)

    def _begin_writing(self) -> None:
        marker = self.path / "writing"
        try:
            if marker.exists():  # a writer was killed, and only that leaves texts which no article has
                texts.sweep(self.path, {article.text_hash for article in self.articles()})
            folder.tidy(self.path)
            marker.touch()
        except OSError as error:
            raise StoreError(f"cannot be written ({error.strerror})", self.path) from None

    def _check_writable(self) -> None:
        if self.readonly:
            raise StoreError("opened for reading only", self.path)

    def _count_change(self) -> None:
        self._unflushed += 1
        if self._unflushed >= _CHANGES_A_FLUSH:
            self.raw.flush()
            self._unflushed = 0

    def _node(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(article_iri(name, self.base))

    def _graphs(self, name: str) -> changes.Graphs:
        asserted, inferred, quarantine = (iri(name, self.base) for iri in (graph_iri, inferred_iri, quarantine_iri))
        quoted = quote(name, safe="")
        names = ("asserted", "inferred", "quarantine")
        read = [ox.NamedNode(f"urn:triplehelix:read/{part}/{quoted}") for part in names]
        graphs = ox.NamedNode(asserted), ox.NamedNode(inferred), ox.NamedNode(quarantine)
        return changes.Graphs(*graphs, changes.index_graph(name), (read[0], read[1], read[2]))

    def _named_graphs(self, *, quarantine: bool) -> list[ox.NamedNode | ox.BlankNode]:
        kinds = (graph_iri, inferred_iri, quarantine_iri) if quarantine else (graph_iri, inferred_iri)
        return [ox.NamedNode(iri(article.name, self.base)) for article in self.articles() for iri in kinds]

    @property
    def fact_graphs(self) -> tuple[str, str]:
        """How the IRIs of the graphs begin whose triples stand in the default graph, too."""
        return graph_iri("", self.base), inferred_iri("", self.base)

    def _copy(self, graph: ox.NamedNode) -> rdflib.Graph:
        from triplehelix.terms import to_rdflib  # noqa: PLC0415 -- readers need no rdflib

        return to_rdflib(self.raw.quads_for_pattern(None, None, None, graph))
