"""Everything that can go wrong, as one tree.

    TriplehelixError
    ├── ArticleError        an article cannot be read
    ├── StoreError          the store cannot be opened, read or written
    ├── OntologyError       a file in ontology/ is not what it must be
    ├── QuestionError       a saved question or one of its parameters is wrong
    │   └── NameNotFound    a name given for a parameter fits nothing, or more than one thing
    ├── QueryError          a SPARQL text is wrong or asks for what is not allowed
    ├── RemoteError         a triple store elsewhere cannot be reached, or refuses
    └── MissingExtra        an optional dependency is not installed

Each error is one line that says what is wrong, where, and what to do; it keeps its data as attributes.
"""

from __future__ import annotations


class TriplehelixError(Exception):
    """Base of every error that the package raises on purpose.

    Attributes:
        what: what is wrong.
        where: the file, IRI or parameter concerned, or None.
        remedy: what to do about it, or None.
    """

    def __init__(self, what: str, where: object = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        parts = [f"{where}: {what}" if where is not None else what]
        super().__init__("; ".join([*parts, remedy] if remedy else parts))

    def __reduce__(self) -> tuple[object, ...]:
        """Its class and its data: an error may come from another process, whatever its constructor takes."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[TriplehelixError], arguments: tuple[object, ...], data: dict[str, object]) -> TriplehelixError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(data)
    return error


class ArticleError(TriplehelixError):
    """An article cannot be read."""


class StoreError(TriplehelixError):
    """The store cannot be opened, read or written."""


class OntologyError(TriplehelixError):
    """A file in ontology/ is not what it must be."""


class QuestionError(TriplehelixError):
    """A saved question or one of its parameters is wrong."""


class NameNotFound(QuestionError):
    """A name given for a parameter fits nothing in the graph, or more than one thing."""


class QueryError(TriplehelixError):
    """A SPARQL text has a fault, or asks for something that is not allowed."""


class RemoteError(TriplehelixError):
    """A triple store elsewhere cannot be reached, or refuses what it is asked.

    Attributes:
        status: the HTTP status of its answer, or None.
        report: where a load broke off, what is in and what is not; else None.
    """

    def __init__(self, what: str, where: object = None, remedy: str | None = None, status: int | None = None) -> None:
        self.status = status
        self.report: object = None
        super().__init__(what, where, remedy)


class MissingExtra(TriplehelixError):
    """An optional dependency is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(what, None, f"install it with: pip install 'triplehelix[{extra}]'")
