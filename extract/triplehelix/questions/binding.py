"""Question + terms -> the query text that is run: each blank replaced at token level.

A value never meets the text as text. It is a term, checked and serialised as such, and it takes the place of whole
variable tokens only; strings, comments and IRIs that happen to hold the same letters stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

import pyoxigraph as ox

from triplehelix.errors import QuestionError
from triplehelix.questions.lexer import TokenKind, tokens
from triplehelix.questions.question import Question

Term: TypeAlias = ox.NamedNode | ox.Literal

#: SPARQL's IRIREF, between its angle brackets.
_IRIREF = re.compile(r"[^<>\"{}|^`\\\x00-\x20]*")


def bind(question: Question, terms: Mapping[str, Term]) -> str:
    """The question's text with the parameters that `terms` names (by bare name) replaced by their terms.

    Raises:
        QuestionError: a required parameter has no term, or the question has no such parameter.
    """
    by_variable = {question.parameter(name).variable: serialise(term) for name, term in terms.items()}
    for parameter in question.parameters:
        if parameter.required and parameter.name not in terms:
            raise QuestionError(f"needs a value for {parameter.name!r}", question.name, f"give --{parameter.name}")
    return replace(question.text, by_variable)


def replace(text: str, by_variable: Mapping[str, str]) -> str:
    """The text with each variable token whose name is a key replaced by the value, and nothing else changed."""
    return "".join(
        by_variable.get(token.text[1:], token.text) if token.kind is TokenKind.VARIABLE else token.text
        for token in tokens(text)
    )


def serialise(term: Term) -> str:
    """A term as a SPARQL token.

    Raises:
        QuestionError: an IRI with a character that SPARQL does not allow in one.
    """
    if isinstance(term, ox.NamedNode):
        if not _IRIREF.fullmatch(term.value):
            raise QuestionError(f"not an IRI: {term.value!r}")
        return f"<{term.value}>"
    return str(term)
