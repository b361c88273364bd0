"""The whole flow on one screen: article -> facts -> graph -> gate -> reasoning -> linking -> store."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from triplehelix import linking
from triplehelix.articles import Article, Collection, collect
from triplehelix.articles.origin import origin_of
from triplehelix.errors import StoreError, TriplehelixError
from triplehelix.folders import SEEDS
from triplehelix.identifiers import article_iri, article_name
from triplehelix.pipeline.bulk import Workers, build_in_bulk, is_bulk
from triplehelix.pipeline.outcomes import ArticleOutcome, BuildReport, Outcome
from triplehelix.shards.article import Extractor, read_facts, read_safely
from triplehelix.shards.fingerprint import fingerprint
from triplehelix.store import Store, StoredArticle, default_path
from triplehelix.workers import spread

#: Called when another article is done: how many are, of how many, and the name of that one.
Progress = Callable[[int, int, str], None]


def build(  # noqa: PLR0913 -- names, all with defaults
    paths: Iterable[str | Path] = (),
    store: str | Path | None = None,
    *,
    extractor: Extractor | None = None,
    progress: Progress | None = None,
    jobs: int | None = 1,
    base: str | None = None,
    engine: str | None = None,
) -> BuildReport:
    """Make the store hold these articles and no others; those that have not changed are not read again.

    A new store of very many articles is made in bulk: in parallel, in little memory, and nobody sees it before it is
    whole. A killed build goes on where it was.

    An article that cannot be read stays in the store as it was, and stops nothing. Where a path is missing or holds no
    article, none is dropped, because nobody knows what it would have held.

    Args:
        paths: files, folders, or - for stdin; without any, the seeds.
        store: the folder; without it $TRIPLEHELIX_STORE, or triplehelix-store in the working directory.
        extractor: reads an article; without it, `reading.read_facts`.
        progress: called after each article.
        jobs: how many processes read articles; None for as many as there are processors, where there are articles
            enough. A script that asks for more than one must keep its own work under `if __name__ == "__main__"`.
        base: where the IRIs of things begin in a new store; without it $TRIPLEHELIX_BASE, or prefixes.ID_BASE.
        engine: what reads articles in bulk, "processes" or "ray"; the store must be new then.

    Raises:
        ArticleError: an article of a bulk build is missing.
        StoreError: the store cannot be opened or written.
        MissingExtra: a format needs a library that is not installed.
    """
    sources = list(paths) or [SEEDS / "articles"]
    where = Path(store) if store is not None else default_path()
    if engine or is_bulk(sources, where):
        workers = Workers(engine or "processes", jobs)
        return build_in_bulk(sources, where, extractor or read_facts, progress, workers, base)
    taking = partial(_outcomes, extractor=extractor or read_facts, jobs=jobs)
    return _take_in(collect(sources), store, taking, progress, base, alone=True)


def add(  # noqa: PLR0913 -- names, all with defaults
    paths: Iterable[str | Path],
    store: str | Path | None = None,
    *,
    extractor: Extractor | None = None,
    progress: Progress | None = None,
    jobs: int | None = 1,
    base: str | None = None,
) -> BuildReport:
    """Take more articles into the store, or read changed ones again; the arguments and errors are those of `build`."""
    taking = partial(_outcomes, extractor=extractor or read_facts, jobs=jobs)
    return _take_in(collect(paths), store, taking, progress, base)


def drop(article: str, store: str | Path | None = None) -> BuildReport:
    """Take an article out of the store, with all that it alone supports.

    Args:
        article: its name, its IRI, or the name of the file that it was read from (then all articles of that file).
        store: the folder, as for `build`.

    Raises:
        StoreError: there is no such article; the message names those that are spelt alike.
    """
    with Store.open(store, create=False) as opened:
        found = _find(article, opened)
        return BuildReport(opened.path, tuple(_drop(stored, opened) for stored in found))


def _take_in(  # noqa: PLR0913 -- one caller more, and the two would repeat each other
    collection: Collection,
    store: str | Path | None,
    taking: Callable[[Sequence[Article], Store], Iterator[ArticleOutcome]],
    progress: Progress | None,
    base: str | None,
    *,
    alone: bool = False,
) -> BuildReport:
    """Take the articles in, and where they shall stand alone the others out, while nobody else can write."""
    failed = [ArticleOutcome(str(e.where), Outcome.FAILED, message=str(e)) for e in collection.failed]
    path = Path(store) if store is not None else default_path()
    if not collection.articles:
        return BuildReport(path, tuple(failed), collection.skipped)  # no empty store for a misspelt path
    done: list[ArticleOutcome] = []
    with Store.open(path, base=base) as opened:
        linking.obey(opened)
        for outcome in taking(collection.articles, opened):
            done.append(outcome)
            if progress:
                progress(len(done), len(collection.articles), outcome.name)
        others = _others(collection, opened) if alone else []
        dropped = [_drop(article, opened) for article in others]
    return BuildReport(path, (*done, *failed, *dropped), collection.skipped)


def _others(collection: Collection, store: Store) -> list[StoredArticle]:
    """The articles of the store that are not in the collection, unless nobody knows what else that would have held."""
    if not all(path.is_file() for path in collection.unread):
        return []
    kept = {article.name for article in collection.articles}
    unread = {origin_of(path).source for path in collection.unread}
    return [a for a in store.articles() if a.name not in kept and a.source not in unread]


def _outcomes(
    articles: Sequence[Article], store: Store, extractor: Extractor, jobs: int | None
) -> Iterator[ArticleOutcome]:
    """Articles are read on several processes, and written by this one in their order, each in one transaction."""
    mark = fingerprint(extractor)
    before = {article.name: store.article(article.name) for article in articles}
    changed = [article for article in articles if not _is_unchanged(article, before[article.name], mark)]
    graphs = spread(partial(read_safely, extractor=extractor, base=store.base), changed, jobs)
    names = {article.name for article in changed}
    for article in articles:
        known = before[article.name]
        if known and article.name not in names:
            yield _outcome(known, Outcome.UNCHANGED)
        elif isinstance(found := next(graphs), TriplehelixError):
            yield ArticleOutcome(article.name, Outcome.FAILED, message=f"{article.name}: {found}")
        else:
            stored = linking.put(store, article, found.parts(), fingerprint=mark)
            yield _outcome(stored, Outcome.CHANGED if known else Outcome.ADDED)


def _is_unchanged(article: Article, before: StoredArticle | None, mark: str) -> bool:
    same = (article.content_hash, article.source, mark)
    return before is not None and (before.content_hash, before.source, before.fingerprint) == same


def _drop(stored: StoredArticle, store: Store) -> ArticleOutcome:
    linking.remove(store, stored.name)
    return ArticleOutcome(stored.name, Outcome.DROPPED)


def _outcome(stored: StoredArticle, outcome: Outcome) -> ArticleOutcome:
    return ArticleOutcome(stored.name, outcome, stored.statements, stored.inferred, stored.quarantined)


def _find(wanted: str, store: Store) -> list[StoredArticle]:
    is_iri = wanted.startswith(article_iri("", store.base))
    if named := store.article(article_name(wanted) if is_iri else wanted):
        return [named]  # without a look at the other articles, of which there may be very many
    articles = store.articles()
    if fits := [a for a in articles if a.source and a.source == Path(wanted).name]:
        return fits
    close = difflib.get_close_matches(wanted, [name for a in articles for name in (a.name, a.source)])
    remedy = f"did you mean {' or '.join(dict.fromkeys(close))}?" if close else f"it holds {len(articles)} articles"
    raise StoreError(f"no article {wanted!r}", store.path, remedy)
