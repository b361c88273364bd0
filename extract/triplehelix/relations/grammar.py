"""The grammar of relations: patterns over masked text.

A pattern is a regular expression in which `<s:HO>` stands for the subject's mention (here a Hub or an Organization), `<o:L>`
for the object's, `<s*:O>` for a list of mentions, `<h:O>` for a subject that is no part of
another's phrase, `~` for a short gap inside a phrase and `^^` for any one mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from triplehelix.relations.tables import FACILITIES, HUBS, OWNERS, PEOPLE, PLACES, ROLE
from triplehelix.vocabulary import RelationType


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and the relation that it states."""

    type: RelationType
    pattern: re.Pattern[str]


#: What makes the mention behind it a part of another's phrase: 'a unit of O', 'in which O'.
_INNER = ("of", "by", "from", "with", "for", "between", "under", "which", "off")
_HEAD = "".join(rf"(?<!\b{word} )(?<!\b{word} the )" for word in _INNER)


def _compile(pattern: str) -> re.Pattern[str]:
    pattern = re.sub(r"<h(\*?:\w+)>", lambda m: f"{_HEAD}<s{m[1]}>", pattern)
    expanded = re.sub(
        r"<([so])\*:(\w+)>",
        r"(?P<\1>⟦[\2]\\d+⟧(?:(?:[^⟦⟧.;:]{0,50}?(?:,|;| and| or| &|, and))[^⟦⟧.;:]{0,60}?⟦[\2]\\d+⟧(?:\\s*\\((?:[^()]*)\\))?)*)",
        pattern,
    )
    expanded = re.sub(r"<([so]):(\w+)>", r"⟦(?P<\1>[\2]\\d+)⟧", expanded)
    expanded = expanded.replace("~", r"(?:[^⟦⟧.;:!?()]{0,45}?)").replace("^^", r"⟦\w+⟧")
    return re.compile(expanded)


#: A person with a role beside the name and no organisation: 'said chief executive N'.
ROLE_ALONE = re.compile(
    rf"\b{ROLE}(?: [^⟦⟧.;:!?()]{{0,20}}?)?,? ⟦(?P<s>N\d+)⟧|⟦(?P<s2>N\d+)⟧,? \(?(?:the |an? |its |our |their )?(?:[\w-]+ ){{0,2}}{ROLE}\b"
)

_TENANT = r"(?:tenants?|residents?|newcomers?|occupants?|occupiers?)"
_MEMBER = r"(?:members?|member companies|founding members?|founders)"
_AS = r",? (?:(?:is|was|has been|itself|now|also|already|an?|the|another|our|its|merely|only) )*(?:[\w-]+ ){0,2}"


@dataclass(frozen=True, slots=True)
class Implied:
    """A pattern that names the subject only: the object is what the article speaks of, a Hub ('H') or a cluster body ('O')."""

    type: RelationType
    letter: str
    pattern: re.Pattern[str]


def _belonging(letter: str, who: str) -> tuple[Implied, ...]:
    sources = (
        rf"<s:O>{_AS}{who}\b(?! of | at | in | on | to )",
        rf"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Oo]ur|[Tt]he|[Aa]nother|[Aa]|[Oo]ther|[Nn]ew) (?:[\w-]+ ){{0,2}}{who}(?:,|:| is| are| were| include| came)[^⟦⟧.;!?]{{0,30}}?<s*:O>",
        rf"^\W*(?:[\w()]+ ){{0,3}}{who}(?: \([^)]*\))?(?: include| are| were|:|,)[^⟦⟧.;!?]{{0,40}}?<s*:O>",
        rf"\b{who} are:? ~<s*:O>",
    )
    return tuple(Implied(RelationType.MEMBER_OF, letter, _compile(source)) for source in sources)


_IMPLIED_SOURCES: tuple[tuple[RelationType, str, str], ...] = (
    (RelationType.MEMBER_OF, "H", r"(?:firms|companies|start-ups|institutes|addresses|names)\b[^⟦⟧.;:!?]{0,50}?(?:,|:) (?:among them|including)[^⟦⟧.;!?]{0,30}?<s*:O>"),
    (RelationType.MEMBER_OF, "H", r"<h:O>[^⟦⟧.;:!?]{0,40}? (?:arrived|came|joined|settled|followed|set up shop|has been here|has been there|took up residence|was the first)\b(?: (?:in|here|there|last|this|to|since|two|three|\d)|[,.;]|$)"),
    (RelationType.MEMBER_OF, "H", r"<h:O>[^⟦⟧.;:!?]{0,40}? (?:fills?|occupies|shares?|has|took) [^⟦⟧.;:!?]{0,30}(?:\bfloors?|storeys?|wing|square (?:metres|meters|feet)|m²|sq ft|next door|downstairs|upstairs)\b"),
    (RelationType.MEMBER_OF, "H", r"\b(?:ground|first|second|third|top|upper) floor:? [^⟦⟧.;:!?]{0,30}?<s:O>"),
    (RelationType.MEMBER_OF, "H", r"<s*:O>[^⟦⟧.;:!?]{0,30}? (?:has |have |already |also )*(?:moved|moves|move|moving) in\b(?!to)"),
    (RelationType.MEMBER_OF, "H", r"<s*:O>[^⟦⟧.;:!?]{0,30}? (?:rents?|leases?|sublets?|booked|took|has taken|have taken) (?:[\w-]+ ){0,4}?(?:space|floors?|desks?|rooms?|lofts?|units?|hall|offices?)\b(?! (?:of|at|in|on|to) ⟦)"),
    (RelationType.MEMBER_OF, "O", r"\b(?:[Aa]dmitted|[Jj]oined)(?: were| was)?:? ~<s*:O>"),
    (RelationType.MANAGES, "H", r"\b[Ii]t (?:is|has been|was) (?:now )?(?:managed|run|operated|looked after|administered) (?:[\w ]{0,15} )?by (?:the )?(?:[\w-]+ ){0,3}?<s:O>"),
    (RelationType.MANAGES, "H", r"\b(?:[Mm]anager|[Oo]perator|[Mm]anagement|[Mm]anaging (?:body|company))(?: is|:| lies with) (?:the )?(?:[\w-]+ ){0,2}?<s:O>"),
    (RelationType.MANAGES, "H", r"<s:O>(?:, [^⟦⟧.;:!?]{0,40},)? (?:manages|runs|looks after|administers) it\b"),
    (RelationType.MANAGES, "H", r"\b[Ww]ho (?:runs|manages|looks after) (?:it|the (?:park|campus|cluster|district|hub))\??\W+(?:The )?<s:O>"),
)  # fmt: skip

IMPLIED: tuple[Implied, ...] = (
    *_belonging("H", _TENANT),
    *_belonging("O", _MEMBER),
    *(Implied(kind, letter, _compile(source)) for kind, letter, source in _IMPLIED_SOURCES),
)

RULES: tuple[Rule, ...] = tuple(
    Rule(kind, _compile(source)) for kind, source in (*PLACES, *PEOPLE, *HUBS, *FACILITIES, *OWNERS)
)
