"""What a saved question is, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from triplehelix.errors import QuestionError

#: A term of an evidence pattern: a column's name ('?cluster' without its sign is `cluster`), or an IRI.
PatternTerm: TypeAlias = "Column | str"


class ParameterType(StrEnum):
    """What a parameter takes."""

    THING = "thing"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    COUNTRY = "country"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One blank in a question.

    Attributes:
        name: the bare name, as on the command line (`hub`).
        variable: the variable in the text, without its sign (`_hub_iri`).
        required: whether the question makes no sense without a value; an optional one that is left out means "any".
        classes: for a thing, the classes it may have, the preferred one first; for a kind, the kind lists.
        allowed: the only values accepted, or empty for all.
        default: the value taken when none is given, as a person would write it, or None.
    """

    name: str
    variable: str
    type: ParameterType
    required: bool
    description: str
    classes: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer, in an evidence pattern."""

    name: str


@dataclass(frozen=True, slots=True)
class EvidencePattern:
    """A triple over the columns of a row; the claims that state it are the row's evidence."""

    subject: PatternTerm
    predicate: PatternTerm
    object: PatternTerm

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it uses."""
        terms = (self.subject, self.predicate, self.object)
        return tuple(term.name for term in terms if isinstance(term, Column))


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question: a SPARQL text with blanks, and what its header says about it.

    Attributes:
        name: the file's name without `.rq`, the answer's noun phrase.
        summary: the question in one sentence, with its question mark.
        hidden: columns that only lead to the evidence; tables for reading leave them out.
        view: how the answer would rather be drawn (`network`, `map`, `timeline`, `bars`), or None.
        text: the whole file, header included; valid SPARQL as it stands.
        phrasings: other sentences that ask the same, with the defaults as their values.
    """

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    evidence: tuple[EvidencePattern, ...]
    hidden: tuple[str, ...]
    view: str | None
    text: str
    path: Path
    phrasings: tuple[str, ...] = ()

    def parameter(self, name: str) -> Parameter:
        """The parameter with this name.

        Raises:
            QuestionError: there is none; the message names those that there are.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(parameter.name for parameter in self.parameters) or "none"
        raise QuestionError(f"there is no parameter {name!r}", self.name, f"known parameters: {known}")
