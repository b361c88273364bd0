"""A piece of the input -> one shard: the function that every engine runs, as often as it likes."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from triplehelix.articles import Article
from triplehelix.errors import TriplehelixError
from triplehelix.identifiers import graph_iri, inferred_iri
from triplehelix.linking import indexed
from triplehelix.prefixes import ID_BASE
from triplehelix.shards import urls
from triplehelix.shards.article import ArticleGraphs, Extractor, read_facts, read_safely
from triplehelix.shards.pieces import Piece
from triplehelix.store import StoredArticle
from triplehelix.terms import to_oxigraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

_LEVEL = 1  # of gzip: N-Quads shrink to a fourteenth, higher levels take longer and gain 5%


@dataclass(frozen=True, slots=True)
class Task:
    """What a shard is made of, and where it goes; a plain value that can be sent to another machine.

    Attributes:
        name: the name of its files.
        pieces: the articles.
        folder: the folder or address of the shard.
        mark: the fingerprint of the reader; a shard that another reader made is made anew.
        base: where the IRIs of things begin.
        without: the names of articles to leave out, because an earlier shard has them.
    """

    name: str
    pieces: tuple[Piece, ...]
    folder: str
    mark: str = ""
    base: str = ID_BASE
    without: frozenset[str] = frozenset()

    def url(self, suffix: str) -> str:
        """The address of one of its files."""
        return urls.join(self.folder, self.name + suffix)


@dataclass(frozen=True, slots=True)
class Made:
    """A shard that is there: the key of what it was made of, and what it holds."""

    key: str
    articles: int
    failed: int
    quads: int


def make(task: Task, extractor: Extractor = read_facts) -> Made:
    """Make a shard, unless it is there; the same input gives the same bytes.

    Raises:
        StoreError: the shard cannot be written.
        MissingExtra: the input needs a library that is not installed.
    """
    found = [found for piece in task.pieces for found in piece.articles()]
    key = _key(task, found)
    made = _made(task)
    if made and made.key == key:
        return made
    lines, entries = _read_all(task, found, extractor)
    urls.write(task.url(".nq.gz"), gzip.compress("".join(sorted(lines)).encode(), _LEVEL, mtime=0))
    told = "".join(f"{json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
    urls.write(task.url(".jsonl.gz"), gzip.compress(told.encode(), _LEVEL, mtime=0))
    failed = sum("failed" in entry for entry in entries)
    made = Made(key, len(entries) - failed, failed, len(lines))
    urls.write(task.url(".json"), json.dumps(asdict(made)).encode())
    return made


def _read_all(
    task: Task, found: Iterable[Article | TriplehelixError], extractor: Extractor
) -> tuple[set[str], list[dict[str, object]]]:
    """The quads of a shard, and what is known of each article."""
    lines: set[str] = set()
    entries: list[dict[str, object]] = []
    names = set(task.without)
    for article in found:
        if isinstance(article, Article) and article.name not in names:
            names.add(article.name)
            entries.append(_enter(article, read_safely(article, extractor, task.base), task, lines))
        else:
            entries.append(_failed(article))
    return lines, entries


def _key(task: Task, found: Iterable[Article | TriplehelixError]) -> str:
    """What a shard is made of, as a hash."""
    parts = [
        (one.name, one.content_hash, one.source) if isinstance(one, Article) else ("", str(one), "") for one in found
    ]
    whole = json.dumps([task.mark, task.base, sorted(task.without), parts])
    return hashlib.sha256(whole.encode()).hexdigest()


def _made(task: Task) -> Made | None:
    if not urls.exists(task.url(".json")):
        return None
    try:
        return Made(**json.loads(urls.read(task.url(".json"))))
    except (ValueError, TypeError):
        return None  # another program's file, or a damaged one


def _enter(
    article: Article, graphs: ArticleGraphs | TriplehelixError, task: Task, lines: set[str]
) -> dict[str, object]:
    """Add the quads of an article; what is known of it."""
    if isinstance(graphs, TriplehelixError):
        return {"failed": article.name, "message": f"{article.name}: {graphs}"}
    statements = frozenset(to_oxigraph(graphs.asserted))
    asserted = _write(statements, graph_iri(article.name, task.base), lines)
    inferred = _write(to_oxigraph(graphs.inferred), inferred_iri(article.name, task.base), lines)
    refused = sorted(map(str, to_oxigraph(graphs.quarantined)))
    index = sorted(map(str, indexed(article, statements, task.base)))
    title, hashes = article.title or article.name, (article.text_hash, article.content_hash)
    stored = StoredArticle(article.name, title, article.source, *hashes, task.mark, asserted, inferred, len(refused))
    return {"article": asdict(stored), "text": article.text, "quarantine": refused, "index": index}


def _failed(found: Article | TriplehelixError) -> dict[str, object]:
    if isinstance(found, Article):
        what, remedy = f'has the same name "{found.name}" as an earlier one', "rename one of the two, or give it an id"
        return {"failed": found.name, "message": f"{found.source}: {what}; {remedy}"}
    return {"failed": str(found.where), "message": str(found)}


def _write(triples: Iterable[ox.Triple], graph: str, lines: set[str]) -> int:
    terms = {str(triple) for triple in triples}
    lines.update(f"{text} .\n" for text in terms)
    lines.update(f"{text} <{graph}> .\n" for text in terms)
    return len(terms)
