"""queries/*.rq -> Questions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from triplehelix.errors import QuestionError
from triplehelix.folders import QUERIES
from triplehelix.questions.guard import check_form, syntax_fault
from triplehelix.questions.header import parse
from triplehelix.questions.question import Question


def names(folder: Path = QUERIES) -> tuple[str, ...]:
    """The names of the saved questions, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.rq")))


def load(name: str, folder: Path = QUERIES) -> Question:
    """The saved question with this name.

    Raises:
        QuestionError: there is none with the name, or its file has a fault (file, line and fault in the message).
    """
    path = folder / f"{name}.rq"
    if name not in names(folder):
        close = difflib.get_close_matches(name, names(folder), 3, 0.5) or names(folder)
        raise QuestionError(f"there is no saved question {name!r}", None, f"there is: {', '.join(close)}")
    return read(path)


def is_saved(question: Question, folder: Path = QUERIES) -> bool:
    """Whether it is one of the package's own questions, and not somebody else's."""
    return question.path.parent.resolve() == folder.resolve()


def read(path: Path, forms: Iterable[str] = ("SELECT",)) -> Question:
    """The question in a .rq file: a saved one, or one's own.

    Args:
        path: the file.
        forms: what it may be; one of one's own may also be a CONSTRUCT, an ASK or a DESCRIBE.

    Raises:
        QuestionError: the file cannot be read, or its header or its SPARQL has a fault.
        QueryError: it asks for what a question may not: another server, a file, a change.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise QuestionError("cannot be read as UTF-8 text", path, str(getattr(fault, "strerror", fault))) from None
    return _parsed(path, text, tuple(forms))


@lru_cache(maxsize=256)  # plain words are held against all questions, and reading a header takes 15 ms
def _parsed(path: Path, text: str, forms: tuple[str, ...]) -> Question:
    question = parse(path, text)
    if (form := check_form(text, path)) not in forms:
        raise QuestionError(f"a saved question is a SELECT, not {form}", path)
    if found := syntax_fault(text):
        raise QuestionError(f"not SPARQL: {found}", f"{path}:{found.line}")
    return question


def read_own(path: Path) -> Question:
    """The question in a .rq file of one's own, in any form that reads: SELECT, CONSTRUCT, ASK or DESCRIBE.

    Raises:
        QuestionError: as `read`.
        QueryError: as `read`.
    """
    return read(path, ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE"))


def all_questions(folder: Path = QUERIES) -> tuple[Question, ...]:
    """Every saved question, sorted by name.

    Raises:
        QuestionError: a file has a fault.
    """
    return tuple(read(folder / f"{name}.rq") for name in names(folder))
