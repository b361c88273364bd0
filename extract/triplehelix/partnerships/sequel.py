"""Which sentence goes on about the agreement that the one before it states."""

from __future__ import annotations

import re

from triplehelix.partnerships.cues import PAPER, UNREAL
from triplehelix.partnerships.parties import slots
from triplehelix.relations.masking import SLOT

#: What a sentence about an agreement may begin with: the paper, or what is made of it.
_SUBJECT = (
    rf"(?:{PAPER}|documents?|papers?|charters?|texts?|ventures?|signings?|signatures?|ceremony|sponsorships?"
    r"|programmes?|programs?|projects?|pledges?|protocols?|deeds?)"
)
_DONE = r"(?:signed|concluded|initialled|announced|terminated|completed|renewed|extended|prolonged|dissolved|formed|founded|launched|sealed|inked|agreed)"
_GOES_ON = re.compile(
    rf"\W*(?:(?:The|This|That|Their|Its|Under the|Under this|Under their|A formal) (?:[\w-]+ ){{0,2}}{_SUBJECT}\b|(?:Type: .{{3,40}} )?{_DONE.capitalize()}\b|(?:Signature|Signing|Contract signature|Status|Type|Term|Date of)\b"
    rf"|(?:It|This|That) (?:\w+ ){{0,2}}?(?:{_DONE}|ran|lasted|lapsed|expired|ended|dates?|dated|took effect|runs|applies|valid|still|in force|granted|planned)\b"
    rf"|(?:We|They|Both|The two|The three|The pair|Both sides|All three|The parties|Neither)\b[^.;]{{0,40}}? (?:{_DONE}|signing|sign|renew|extend|dissolve)\b)",
    re.IGNORECASE,
)  # fmt: skip


def goes_on(following: str) -> bool:
    """Whether a masked sentence tells more of the agreement before it, and names no pair of its own."""
    words = SLOT.sub("", following)
    return bool(_GOES_ON.match(words) and len(slots(following)) < 2 and not UNREAL.search(words))
