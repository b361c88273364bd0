"""The verbs of the command line as functions, with frozen values and rdflib graphs for answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from triplehelix.answers import Answer, Triples, Verdict, ask_own
from triplehelix.answers import ask as _ask
from triplehelix.answers.sandbox import Limits
from triplehelix.answers.sandbox import run as _run
from triplehelix.answers.why import Account
from triplehelix.answers.why import why as _why
from triplehelix.questions import Question, all_questions, read_own
from triplehelix.store import Store

if TYPE_CHECKING:
    import rdflib

    from triplehelix.articles import Article
    from triplehelix.facts import Facts
    from triplehelix.loading import LoadReport


class Graphbook:
    """A store, open for reading; use it in a `with` block, or close it.

    It sees the store as it was when opened. Attributes: `store`, the open Store.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the store free."""
        self.close()

    def close(self) -> None:
        """Give the store free; a second time it does nothing."""
        self.store.close()

    def ask(
        self,
        question: Question | str,
        values: Mapping[str, object] | None = None,
        /,
        *,
        with_evidence: bool = True,
        **more: object,
    ) -> Answer:
        """The answer to a saved question: `book.ask("foreign_partners", hub="Osaka")`; see `answers.ask`.

        Raises:
            QuestionError: no such question or parameter, or a value of the wrong type.
            NameNotFound: a name that fits nothing in the graph, or more than one thing.
        """
        return _ask(self.store, question, {**(values or {}), **more}, with_evidence=with_evidence)

    def ask_file(
        self, path: str | Path, /, *, timeout: float = 30, limit_rows: int = 10_000, **values: object
    ) -> Answer | Triples | Verdict:
        """The answer to a question in a file of one's own, cut after so many seconds or rows.

        Rows for a SELECT, triples for a CONSTRUCT or DESCRIBE, a verdict for an ASK.

        Raises:
            QuestionError: the file has a fault; an unknown parameter, or a value of the wrong type.
            QueryError: something that it may not ask for.
        """
        return ask_own(self.store, read_own(Path(path)), values, Limits(timeout, limit_rows))

    def sparql(
        self, query: str, *, timeout: float = 30, limit_rows: int = 10_000, quarantine: bool = False
    ) -> Answer | Triples | Verdict:
        """The answer to any SPARQL read query, cut after so many seconds or rows.

        GRAPH finds the graphs of each article; with `quarantine` those of what the shapes refused, too.

        Raises:
            QueryError: a fault in the query, or something that it may not ask for.
        """
        limits = Limits(timeout, limit_rows, quarantine=quarantine)
        return _run(self.store.path, query, limits, self.store)

    def why(self, thing: str) -> Account:
        """The sentences behind a thing, a partnership, a claim or an article, given as an IRI or by name.

        Raises:
            NameNotFound: the name fits nothing in the graph, or more than one thing.
        """
        return _why(self.store, thing)

    def graph(self) -> rdflib.Graph:
        """All facts as an rdflib graph over the store itself, for reading only."""
        return self.store.graph()


def open_graphbook(store: str | Path | None = None) -> Graphbook:
    """Open a store for asking; without a folder, $TRIPLEHELIX_STORE or `triplehelix-store`.

    Raises:
        StoreError: there is no store, or it cannot be read.
    """
    return Graphbook(Store.open(store, readonly=True))


def ask(question: Question | str, /, *, store: str | Path | None = None, **values: object) -> Answer:
    """The answer to a saved question, with its evidence; see `Graphbook.ask`."""
    with open_graphbook(store) as book:
        return book.ask(question, values)


def sparql(
    query: str,
    *,
    store: str | Path | None = None,
    timeout: float = 30,
    limit_rows: int = 10_000,
    quarantine: bool = False,
) -> Answer | Triples | Verdict:
    """The answer to any SPARQL read query; see `Graphbook.sparql`."""
    with open_graphbook(store) as book:
        return book.sparql(query, timeout=timeout, limit_rows=limit_rows, quarantine=quarantine)


def why(thing: str, *, store: str | Path | None = None) -> Account:
    """The sentences behind a thing; see `Graphbook.why`."""
    with open_graphbook(store) as book:
        return book.why(thing)


def queries() -> tuple[Question, ...]:
    """The saved questions, by name.

    Raises:
        QuestionError: a file in queries/ has a fault.
    """
    return all_questions()


def export(file: str | Path, *, store: str | Path | None = None) -> int:
    """Write the graph to a file in the format of its suffix: .ttl .trig .nq .nt .jsonld .rdf; how many statements.

    Raises:
        StoreError: no store, an unknown suffix, or a place where no file can be written.
    """
    from triplehelix.exports import export as write  # noqa: PLC0415 - asking needs no exports

    with Store.open(store, readonly=True) as opened:
        return write(opened, file)


def load(  # noqa: PLR0913 - one argument an option of the command
    url: str,
    profile: str,
    *,
    store: str | Path | None = None,
    data: str | None = None,
    update: str | None = None,
    facts: str | None = None,
    facts_only: bool = False,
    prune: bool = False,
    replace: bool = False,
    auth: str | None = None,
) -> LoadReport:
    """Load the graph into a running triple store, and read it back; the arguments are those of `loading.Target`.

    A name and password, or a token, come from the environment or a netrc; see `loading.credentials`.

    Returns:
        what is in and how it came back; `ok` is False where the store holds something else than was sent.

    Raises:
        RemoteError: the store cannot be reached, or refuses; its `report` says which graphs are in.
        StoreError: the store here cannot be read.
        MissingExtra: requests is not installed.
    """
    from triplehelix.loading import Target  # noqa: PLC0415 - asking needs no loading
    from triplehelix.loading import load as send  # noqa: PLC0415

    return send(Target(url, profile, data, update, facts, facts_only, prune, replace, auth), store)


def extract(paths: Iterable[str | Path], *, jobs: int | None = 1) -> Iterator[tuple[Article, Facts]]:
    """The articles in files and folders, each with what it states; nothing is stored.

    Args:
        paths: files, folders, or - for stdin.
        jobs: how many processes read articles; None for as many as there are processors, where there are articles
            enough.

    Raises:
        ArticleError: one cannot be read.
    """
    from triplehelix.articles import collect  # noqa: PLC0415 - reading brings the model along
    from triplehelix.reading import read_facts  # noqa: PLC0415
    from triplehelix.workers import spread  # noqa: PLC0415

    found = collect(paths)
    for fault in found.failed:
        raise fault
    return zip(found.articles, spread(read_facts, found.articles, jobs), strict=True)
