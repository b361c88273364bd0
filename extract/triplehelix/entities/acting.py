"""A prefecture, state or city that acts is an organisation, where it only says where something is it is a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from triplehelix.facts import Mention
from triplehelix.vocabulary import EntityClass, OrganizationKind

_ADMINISTRATION = re.compile(
    r"\b(?:Prefecture|Province|County|Municipality|Canton|State|Region|Governorate|Department|Emirate|Voivodeship)$"
    r"|^(?:City|State|Province|Region|County|Municipality|Canton|Republic|Free State|Commonwealth|Town|Borough) of "
)
_ACTS = re.compile(
    r"(?:['’]s (?:governor|mayor|minister|premier|president))|(?:[–-]funded)|,? (?:(?:also|today|itself|jointly) )?(?:has|have|had|will|is to|signed|signs|agreed|agrees|announced|said|says|decided"
    r"|plans|funded|funds|granted|grants|invested|runs|owns|continues its|launched|set up|contributes?)\b"
)  # fmt: skip
_LED = re.compile(
    r"\b(?:[Gg]overnor|[Mm]ayor|[Mm]inister|[Pp]resident|[Pp]remier|[Gg]overnment|[Cc]ouncil|[Aa]ssembly) of (?:the )?$"
)
_WITH = re.compile(r"\b(?:with|between|and|by|from) (?:the )?$")
#: In a heading 'A × B' each side is a party.
_CROSS = re.compile(r"^[ \w&]*×|× $")
_AGREEMENT = re.compile(
    r"\b(?:agree\w*|memorand\w+|MOUs?|MoUs?|sign\w*|partner\w*|cooperat\w+|collaborat\w+|granted|funded|contract)\b"
)


def with_acting(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, those of administrations that act turned from places into governments."""
    return tuple(_government(m) if _acts(m, text) else m for m in mentions)


def _government(mention: Mention) -> Mention:
    return replace(mention, entity_class=EntityClass.ORGANIZATION, kind=OrganizationKind.GOVERNMENT.value)


def _acts(mention: Mention, text: str) -> bool:
    if mention.entity_class is not EntityClass.PLACE or not _ADMINISTRATION.search(mention.text):
        return False
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    sentence = " ".join(_around(mention, text))
    if _CROSS.search(before) or _CROSS.match(text[mention.span.end : mention.span.end + 15]):
        return True
    if _LED.search(before) or _ACTS.match(text[mention.span.end : mention.span.end + 40]):
        return True
    return bool(_WITH.search(before) and _AGREEMENT.search(sentence))


def _around(mention: Mention, text: str) -> Iterator[str]:
    """What stands in the mention's sentence, roughly: up to a full stop or a line's end on either side."""
    yield re.split(r"[.;!?\n]", text[: mention.span.start])[-1]
    yield re.split(r"[.;!?\n]", text[mention.span.end :])[0]
