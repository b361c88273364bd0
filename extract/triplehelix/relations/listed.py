"""Masked sentences -> what a heading says of the items under it: 'Who is in' over a line for each tenant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from triplehelix.facts import Entity, Relation
from triplehelix.relations.masking import Masked
from triplehelix.vocabulary import RelationType

_TENANTS = re.compile(
    r"\b(?:tenants|residents|occupants|occupiers|newcomers|neighbours|(?:other )?companies (?:in|on|at)"
    r"|who(?: is|['’]s| are)? (?:here|in|there|inside|where|lives|moves)|moves in)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\b(?:members|member companies|founding members)\b", re.IGNORECASE)
#: An item: what marks it, a few common words, then the name.
_ITEM = re.compile(r"^(?:\W|\(?\w{1,2}[).])*(?:(?:the|The|an?|An?) )?(?:[a-z][\w-]* ){0,5}?⟦(?P<s>O\d+)⟧")
_LONGEST_HEADING = 70


def listed(sentences: Sequence[Masked], hub: Entity | None, body: Entity | None) -> Iterator[Relation]:
    """The members of the Hub or the cluster body that the article speaks of, from the lines under a heading.

    A heading is a short line without a name of an organization and without a full stop.
    """
    whole: Entity | None = None
    for sentence in sentences:
        if _is_heading(sentence.text):
            whole = hub if _TENANTS.search(sentence.text) else body if _MEMBERS.search(sentence.text) else None
            continue
        item = _ITEM.match(sentence.text) if whole else None
        if item is None:
            whole = None
        elif whole:
            member = sentence.entity(item["s"])
            if member.id != whole.id:
                yield Relation(RelationType.MEMBER_OF, member.id, whole.id, sentence.span)


def _is_heading(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and "⟦O" not in text and not text.endswith(".")
