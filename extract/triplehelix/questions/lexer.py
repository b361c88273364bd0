"""SPARQL text -> tokens: enough of the grammar to tell a variable or a keyword from the same letters elsewhere.

The rules are the terminals of SPARQL 1.1, section 19.8, tried in an order that gives the longest match. Joined, the
tokens are the text again, so that replacing one token touches nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is; the values are the group names of the lexer's pattern."""

    SPACE = "space"
    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    LANGUAGE = "language"
    VARIABLE = "variable"
    BLANK = "blank"
    NAME = "name"
    WORD = "word"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query text, `query[start:start + len(text)]`."""

    kind: TokenKind
    text: str
    start: int

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing: white space or a comment."""
        return self.kind in {TokenKind.SPACE, TokenKind.COMMENT}


_BASE = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_LETTER = rf"{_BASE}_"
_VARNAME = rf"[{_LETTER}0-9][{_LETTER}0-9\u00B7\u0300-\u036F\u203F-\u2040]*"
_CHAR = rf"{_LETTER}\-0-9\u00B7\u0300-\u036F\u203F-\u2040"
_PREFIX = rf"[{_BASE}](?:[{_CHAR}.]*[{_CHAR}])?"
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"
_LOCAL = rf"(?:[{_LETTER}:0-9]|{_PLX})(?:(?:[{_CHAR}.:]|{_PLX})*(?:[{_CHAR}:]|{_PLX}))?"

_TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
               | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<language>@[A-Za-z]+(?:-+[A-Za-z0-9]+)*)
    | (?P<variable>[?$]{_VARNAME})
    | (?P<blank>_:[{_LETTER}0-9](?:[{_CHAR}.]*[{_CHAR}])?)
    | (?P<name>(?:{_PREFIX})?:(?:{_LOCAL})?)
    | (?P<word>[A-Za-z][A-Za-z0-9_]*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[Token]:
    """Every token of the text, in order; joined they are the text. Never fails: a stray character is OTHER."""
    for match in _TOKEN.finditer(text):
        yield Token(TokenKind(str(match.lastgroup)), match.group(), match.start())


def variables(text: str) -> frozenset[str]:
    """The names of the variables that the text uses, without their sign."""
    return frozenset(token.text[1:] for token in tokens(text) if token.kind is TokenKind.VARIABLE)


def prefixes(text: str) -> dict[str, str]:
    """The prefixes that the text declares, in order: {prefix: namespace}."""
    said = [token for token in tokens(text) if not token.is_blank]
    return {
        name.text[:-1]: iri.text[1:-1]
        for word, name, iri in zip(said, said[1:], said[2:], strict=False)
        if word.text.upper() == "PREFIX" and name.kind is TokenKind.NAME and iri.kind is TokenKind.IRI
    }


def used_prefixes(text: str) -> frozenset[str]:
    """The prefixes of the prefixed names that stand in the text outside its declarations."""
    said = [token for token in tokens(text) if not token.is_blank]
    used = (now for before, now in zip([None, *said], said, strict=False) if not _declares(before))
    return frozenset(token.text.split(":", 1)[0] for token in used if token.kind is TokenKind.NAME)


def _declares(token: Token | None) -> bool:
    return token is not None and token.kind is TokenKind.WORD and token.text.upper() == "PREFIX"


def position(text: str, offset: int) -> str:
    """Where an offset lies, as a person says it: 'line 3, column 18'."""
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - (before.rfind(chr(10)) + 1) + 1}"
