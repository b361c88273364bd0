"""Question + what a person typed for its parameters -> terms, each checked by the parameter's type."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from triplehelix.errors import QuestionError
from triplehelix.questions.binding import Term, serialise
from triplehelix.questions.graph import HELIX, PREFIXES, Queryable, select, value
from triplehelix.questions.naming import resolve
from triplehelix.questions.question import Parameter, ParameterType, Question
from triplehelix.vocabulary import HubKind, OrganizationKind, PartnershipKind, PlaceKind, Status

_XSD = PREFIXES["xsd"]
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LISTS = {kinds.__name__: tuple(kinds) for kinds in (HubKind, OrganizationKind, PlaceKind, PartnershipKind, Status)}
#: Codes in common use that ISO 3166 writes otherwise.
_CODES = {"UK": "GB", "EL": "GR"}


def terms(graph: Queryable, question: Question, given: Mapping[str, object]) -> dict[str, Term]:
    """The terms to bind, by the parameters' bare names.

    Args:
        graph: where names are looked up.
        question: whose parameters they are.
        given: values by name, as text or as numbers and dates; one that is None or left out takes its default, and an
            optional parameter without one is not bound.

    Raises:
        QuestionError: an unknown parameter, a required one without a value, or a value of the wrong type.
        NameNotFound: a name that fits nothing in the graph, or more than one thing.
    """
    for name in given:
        check_known(question, name)
    chosen = ((parameter, _chosen(question, parameter, given)) for parameter in question.parameters)
    return {parameter.name: term(graph, parameter, text) for parameter, text in chosen if text is not None}


def term(graph: Queryable, parameter: Parameter, text: str) -> Term:
    """One value as the term that stands for it.

    Raises:
        QuestionError: the value is not of the parameter's type, or not among those allowed.
        NameNotFound: a name that fits nothing in the graph, or more than one thing.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):  # what the shell passes on for bytes that are not UTF-8
        raise QuestionError("the value is not Unicode text", f"--{parameter.name}")
    if parameter.allowed and text not in parameter.allowed:
        raise QuestionError(f"not an allowed value: {text!r}", f"--{parameter.name}", _either(parameter.allowed))
    match parameter.type:
        case ParameterType.THING:
            return resolve(graph, text, parameter.classes, f"--{parameter.name}")
        case ParameterType.TEXT:
            return ox.Literal(text)
        case ParameterType.DATE:
            return _date(parameter, text)
        case ParameterType.NUMBER:
            return _number(parameter, text)
        case ParameterType.COUNTRY:
            return _country(graph, parameter, text)
        case ParameterType.KIND:
            return _kind(parameter, text)


def kinds_of(parameter: Parameter) -> tuple[str, ...]:
    """The values that a parameter of type `kind` takes; none for the other types."""
    return tuple(kind for name in parameter.classes for kind in _LISTS.get(name, ()))


def check_known(question: Question, name: str) -> None:
    """Refuse a parameter that a question does not have.

    Raises:
        QuestionError: it has none of that name; the message names those that it has.
    """
    known = [parameter.name for parameter in question.parameters]
    if name not in known:
        close = difflib.get_close_matches(name, known, 1)
        hint = f"did you mean --{close[0]}? " if close else ""
        listed = ", ".join(f"--{name}" for name in known) or "none"
        raise QuestionError(f"there is no parameter --{name}", question.name, f"{hint}it takes: {listed}")


def _chosen(question: Question, parameter: Parameter, given: Mapping[str, object]) -> str | None:
    text = given.get(parameter.name)
    if text is None:
        text = parameter.default
    if text is None and parameter.required:
        raise QuestionError(f"needs a value for --{parameter.name}", question.name, parameter.description or None)
    return None if text is None else str(text)


def _date(parameter: Parameter, text: str) -> ox.Literal:
    """A date as precise as given: plain text to compare with STR(?date), or xsd:date where the variable asks for it."""
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(f"{text}-01-01"[:10] if len(text) != 7 else f"{text}-01")
    except ValueError:
        remedy = "write it 2025, 2025-10 or 2025-10-31"
        raise QuestionError(f"not a date: {text!r}", f"--{parameter.name}", remedy) from None
    if not parameter.variable.endswith("_xsd_date"):
        return ox.Literal(text)
    if len(text) != 10:
        raise QuestionError(f"not a day: {text!r}", f"--{parameter.name}", "write it 2025-10-31")
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + "date"))


def _number(parameter: Parameter, text: str) -> ox.Literal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise QuestionError(f"not a number: {text!r}", f"--{parameter.name}")
    if number == number.to_integral_value():
        return ox.Literal(str(int(number)), datatype=ox.NamedNode(_XSD + "integer"))
    if parameter.variable.endswith("_integer"):
        raise QuestionError(f"not a whole number: {text!r}", f"--{parameter.name}")
    return ox.Literal(f"{number.normalize():f}", datatype=ox.NamedNode(_XSD + "decimal"))


def _country(graph: Queryable, parameter: Parameter, text: str) -> ox.Literal:
    """An ISO 3166-1 alpha-2 code, given as such or as the name of a place in the graph; '' stays '' and means any."""
    code = text.upper()
    if not text or re.fullmatch("[A-Z]{2}", code):
        return ox.Literal(_CODES.get(code, code))
    place = serialise(resolve(graph, text, ("Place",), f"--{parameter.name}"))
    codes = {value(row[0]) for row in select(graph, f"SELECT ?code WHERE {{ {place} helix:country ?code }}")}
    if len(codes) != 1:
        remedy = "give the two letters of ISO 3166, such as JP"
        raise QuestionError(f"no one country is known for {text!r}", f"--{parameter.name}", remedy)
    return ox.Literal(codes.pop())


def _kind(parameter: Parameter, text: str) -> ox.NamedNode:
    local = re.sub(r"[\s-]+", "_", text.strip().removeprefix(HELIX).removeprefix("helix:")).casefold()
    allowed = kinds_of(parameter)
    if local not in allowed:
        raise QuestionError(f"not a known kind: {text!r}", f"--{parameter.name}", _either(allowed))
    return ox.NamedNode(HELIX + local)


def _either(allowed: tuple[str, ...]) -> str:
    return f"one of: {', '.join(allowed)}"
