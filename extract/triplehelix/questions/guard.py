"""What a query from outside may do: read this graph, and nothing else.

A query is refused when it asks for another server (SERVICE), for a file or an address (FROM, FROM NAMED, LOAD) or for a
change. That is decided twice, from the tokens and from rdflib's parse, sub-selects and EXISTS included, because the
text that one parser reads is not always the text that another one runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from triplehelix.errors import QueryError
from triplehelix.questions.lexer import Token, TokenKind, position, prefixes, tokens, used_prefixes

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_REFUSED = {
    "SERVICE": "SERVICE asks another server",
    "FROM": "FROM reads a file or an address",
    "LOAD": "LOAD reads a file or an address",
}
_REMEDY = "a query may read this graph only"
#: What the parsers are given at most.
_LONGEST, _TOKENS, _DEPTH = 100_000, 4_000, 60
_ESCAPE = re.compile(r"\\[uU][0-9A-Fa-f]{4}")
_NOWHERE, _NOTHING = ox.Variable("a_variable_that_no_query_has"), ox.NamedNode("urn:nothing")
_ENGINE_FAULT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a text stops being SPARQL, and why."""

    text: str
    offset: int
    message: str

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return self.text.count("\n", 0, self.offset) + 1

    def __str__(self) -> str:
        """The fault in one line."""
        return f"{position(self.text, self.offset)}: {self.message}"


def check(text: str, known: Mapping[str, str] | None = None, where: object = None) -> None:
    """Refuse a query text that has a fault or asks for what it may not.

    Args:
        text: the query.
        known: prefixes that need no declaration, {prefix: namespace}.
        where: what to name in the message, such as a file.

    Raises:
        QueryError: in one line, with line, column and the token concerned where the fault is one of syntax.
    """
    if escape := _ESCAPE.search(text):
        # rdflib and Oxigraph expand these at different moments, so that what is checked would not be what is run
        raise QueryError(f"{position(text, escape.start())}: write the character itself instead of {escape[0]}", where)
    _check_size(text, where)
    check_form(text, where)
    if fault := syntax_fault(text, known):
        raise QueryError(f"not SPARQL: {fault}", where)
    _check_parse(text, where)


def _check_size(text: str, where: object) -> None:
    """Refuse what would overflow the stack of a parser, before any parser sees it."""
    depth, deepest, count = 0, 0, 0
    for token in tokens(text[: _LONGEST + 1]):
        count += not token.is_blank
        depth += (token.text in "([{") - (token.text in ")]}")
        deepest = max(deepest, depth)
    if len(text) > _LONGEST or count > _TOKENS or deepest > _DEPTH:
        message = f"too long or too deep: at most {_LONGEST} characters, {_TOKENS} tokens and {_DEPTH} open brackets"
        raise QueryError(message, where, "ask for less")


def check_form(text: str, where: object = None) -> str:
    """Refuse what the tokens alone show to be no read query; give back its form: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises:
        QueryError: another form, or SERVICE, FROM or LOAD anywhere in it.
    """
    words = [token for token in tokens(text) if token.kind is TokenKind.WORD]
    for token in words:
        if token.text.upper() in _REFUSED:
            message = f"{position(text, token.start)}: {_REFUSED[token.text.upper()]}"
            raise QueryError(message, where, _REMEDY)
    form = next((token.text.upper() for token in words if token.text.upper() not in {"PREFIX", "BASE"}), "nothing")
    if form not in _FORMS:
        raise QueryError(f"a query is one of SELECT, ASK, CONSTRUCT and DESCRIBE, not {form}", where)
    return form


def syntax_fault(text: str, known: Mapping[str, str] | None = None) -> Fault | None:
    """Where a text that `check_form` let through stops being SPARQL, or None.

    The engine parses it and then refuses to run it, because it is asked to replace a variable that is not there; should
    a later engine run it all the same, it runs over an empty store.
    """
    missing = used_prefixes(text) - prefixes(text).keys() - (known or {}).keys()
    if missing:
        first = _first_use(text, missing)
        return Fault(text, first.start, f"the prefix of {first.text!r} is not declared")
    try:
        ox.Store().query(text, prefixes=dict(known or {}), substitutions={_NOWHERE: _NOTHING})
    except SyntaxError as fault:
        # the engine names the end of the query for most faults; rdflib names where the faulty pattern begins
        return _rdflib_fault(text) or _engine_fault(text, str(fault))
    except RuntimeError:
        return None
    return None


def _first_use(text: str, missing: frozenset[str]) -> Token:
    names = (token for token in tokens(text) if token.kind is TokenKind.NAME)
    return next(token for token in names if token.text.split(":", 1)[0] in missing)


def _engine_fault(text: str, message: str) -> Fault:
    """Oxigraph's 'error at 1:16: expected …' as a Fault."""
    found = _ENGINE_FAULT.match(message)
    if found is None:
        return Fault(text, 0, message)
    before = text.splitlines(keepends=True)[: int(found[1]) - 1]
    return _near(text, sum(map(len, before)) + int(found[2]) - 1)


def _rdflib_fault(text: str) -> Fault | None:
    import pyparsing  # noqa: PLC0415 - as in _parse

    try:
        _parse(text)
    except pyparsing.ParseBaseException as fault:
        return _near(fault.pstr, fault.loc)
    return None


def _near(text: str, offset: int) -> Fault:
    token = _token_at(text, offset)
    return Fault(text, offset, f"cannot be understood from {token!r} on" if token else "the query ends too early")


def _token_at(text: str, offset: int) -> str:
    """The token at an offset or after it; '' at the end."""
    rest = (token.text for token in tokens(text) if token.start + len(token.text) > offset and not token.is_blank)
    return next(rest, "")


def _check_parse(text: str, where: object) -> None:
    if fault := _rdflib_fault(text):
        raise QueryError(f"not SPARQL 1.1: {fault}", where)
    for node in _nodes(_parse(text)):
        name = getattr(node, "name", "")
        if name == "ServiceGraphPattern":
            raise QueryError(_REFUSED["SERVICE"], where, _REMEDY)
        if name == "DatasetClause":
            raise QueryError(_REFUSED["FROM"], where, _REMEDY)


def _parse(text: str) -> object:
    from rdflib.plugins import sparql  # noqa: PLC0415 - it takes a sixth of a second, and saved questions do without
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415

    sparql.SPARQL_LOAD_GRAPHS = False
    try:
        return parseQuery(text)
    except RecursionError:
        raise QueryError("the query is nested too deeply") from None


def _nodes(tree: object) -> Iterator[object]:
    """Every node of rdflib's parse, however deep: its nodes are dicts, in lists, tuples and ParseResults."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping):
            yield node
            stack.extend(node.values())
        elif isinstance(node, Iterable) and not isinstance(node, str):
            stack.extend(node)
