"""A .rq file -> Question: the `#+` header is one YAML document, as in grlc; the rest is SPARQL.

Keys: `summary`, `description`, `tags`, `defaults` and `enumerate` as grlc reads them; `x-params` (a list of maps with
name, type, classes, description, default), `x-evidence` (triple patterns over the columns), `x-hidden`, `x-view` and
`x-ask` (the question in other words) are ours, and grlc leaves them alone. Where both give a default, the one in
`x-params` is what a person would type, and the one in `defaults` is what grlc pastes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from triplehelix.errors import QuestionError
from triplehelix.questions.lexer import TokenKind, prefixes, tokens, variables
from triplehelix.questions.question import (
    Column,
    EvidencePattern,
    Parameter,
    ParameterType,
    PatternTerm,
    Question,
)

#: The variables that grlc takes for parameters: one underscore required, two optional, then a bare name, then a type.
_PARAMETER = re.compile(r"(?P<marks>_{1,2})(?P<name>[a-zA-Z0-9]+)(?:_(?P<type>[a-zA-Z]+(?:_[a-zA-Z]+)?))?")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KEYS = frozenset(
    {"summary", "description", "tags", "defaults", "enumerate", "x-params", "x-ask", "x-evidence", "x-hidden", "x-view"}
)
_PARAMETER_KEYS = frozenset({"name", "type", "classes", "description", "default"})


@dataclass(frozen=True, slots=True)
class _Header:
    """The header's YAML, with what it takes to point at a fault in it."""

    path: Path
    text: str
    lines: tuple[int, ...]  # the 1-based line in the file of each line of the YAML
    values: Mapping[str, Any]

    def fail(self, what: str, key: str, remedy: str | None = None) -> NoReturn:
        fits = (n for n, line in enumerate(self.text.splitlines(), 1) if line.startswith(f"#+ {key}:"))
        raise QuestionError(what, f"{self.path}:{next(fits, 1)}", remedy)

    def words(self, key: str) -> tuple[str, ...]:
        """The values of a key that holds a list, each as text."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or any(isinstance(item, dict | list) for item in value):
            self.fail(f"{key} must be a list of words", key)
        return tuple(str(item) for item in value)

    def maps(self, key: str) -> tuple[Mapping[str, Any], ...]:
        """The maps in the list under a key; grlc's bare words are left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.fail(f"{key} must be a list", key)
        return tuple(item for item in value if isinstance(item, dict))

    def sentence(self, key: str) -> str:
        """The text of a key, on one line."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self.fail(f"{key} must be a sentence", key)
        return " ".join(value.split())


def parse(path: Path, text: str) -> Question:
    """The text of a .rq file -> the question it asks.

    Raises:
        QuestionError: the header is not YAML, a key is wrong or missing, or the parameters that the header describes
            are not those that the query uses; the message begins with file and line.
    """
    header = _header(path, text)
    if not header.sentence("summary"):
        header.fail("has no summary", "summary", "open the file with `#+ summary: …?`")
    return Question(
        name=path.stem,
        summary=header.sentence("summary"),
        description=header.sentence("description"),
        tags=header.words("tags"),
        parameters=_parameters(header),
        evidence=tuple(_pattern(header, pattern) for pattern in header.words("x-evidence")),
        hidden=header.words("x-hidden"),
        view=header.sentence("x-view") or None,
        phrasings=header.words("x-ask"),
        text=text,
        path=path,
    )


def _header(path: Path, text: str) -> _Header:
    numbered = [(n, line[2:]) for n, line in enumerate(text.splitlines(), 1) if line.startswith("#+")]
    lines = tuple(n for n, _ in numbered)
    source = "\n".join(line.removeprefix(" ") for _, line in numbered)
    try:
        values = yaml.safe_load(source) or {}
    except yaml.MarkedYAMLError as fault:
        row = fault.problem_mark.line if fault.problem_mark else 0
        where = f"{path}:{lines[min(row, len(lines) - 1)]}"
        raise QuestionError(f"the header is not YAML: {fault.problem}", where) from None
    if not isinstance(values, dict):
        raise QuestionError("the header must be `key: value` lines", f"{path}:{lines[0]}")
    header = _Header(path, text, lines, values)
    for key in values.keys() - _KEYS:
        if not str(key).startswith("x-"):
            header.fail(f"unknown key {key!r} in the header", str(key), f"known keys: {', '.join(sorted(_KEYS))}")
    return header


def _parameters(header: _Header) -> tuple[Parameter, ...]:
    """The parameters in the order of the header; each is used in the text, and each that is used is described."""
    used = {m["name"]: m for v in sorted(variables(header.text)) if (m := _PARAMETER.fullmatch(v))}
    described = header.maps("x-params")
    names = [str(item.get("name")) for item in described]
    for name in used.keys() - set(names):
        header.fail(f"the parameter ?{used[name][0]} is not described in x-params", "x-params")
    for name in names:
        if name not in used:
            header.fail(f"x-params describes {name!r}, which the query does not use", "x-params")
    return tuple(_parameter(header, item, used[str(item["name"])]) for item in described)


def _parameter(header: _Header, item: Mapping[str, Any], used: re.Match[str]) -> Parameter:
    name = str(item["name"])
    for key in item.keys() - _PARAMETER_KEYS:
        header.fail(f"unknown key {key!r} for the parameter {name!r}", "x-params")
    if item.get("type") not in list(ParameterType):
        header.fail(f"the parameter {name!r} has no known type", "x-params", f"types: {', '.join(ParameterType)}")
    default = item.get("default", _by_name(header, "defaults").get(name))
    return Parameter(
        name=name,
        variable=used[0],
        type=ParameterType(item["type"]),
        required=used["marks"] == "_",
        description=" ".join(str(item.get("description", "")).split()),
        classes=tuple(str(word) for word in item.get("classes", ())),
        allowed=tuple(str(value) for value in _by_name(header, "enumerate").get(name, ())),
        default=None if default is None else str(default),
    )


def _by_name(header: _Header, key: str) -> Mapping[str, Any]:
    return {str(name): value for item in header.maps(key) for name, value in item.items()}


def _pattern(header: _Header, text: str) -> EvidencePattern:
    """'?partnership helix:party ?cluster' -> EvidencePattern, with the file's prefixes."""
    said = [token for token in tokens(text) if not token.is_blank]
    known = prefixes(header.text)
    terms: list[PatternTerm] = []
    for token in said:
        prefix, _, local = token.text.partition(":")
        if token.kind is TokenKind.VARIABLE:
            terms.append(Column(token.text[1:]))
        elif token.kind is TokenKind.IRI:
            terms.append(token.text[1:-1])
        elif token.text == "a":
            terms.append(_TYPE)
        elif token.kind is TokenKind.NAME and prefix in known:
            terms.append(known[prefix] + local)
    if len(said) != 3 or len(terms) != 3:
        header.fail(f"not a triple pattern of columns and names: {text!r}", "x-evidence")
    return EvidencePattern(*terms)
