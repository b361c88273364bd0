"""The words of a statement -> how far the agreement has come."""

from __future__ import annotations

import re

from triplehelix.partnerships.cues import PAPER
from triplehelix.vocabulary import Status

_SIGN = (
    r"(?:signed|sign|conclude[ds]?|initial(?:led)?|form(?:ed)?|found(?:ed)?|establish(?:ed)?|set up|enter|create[ds]?|seal(?:ed)?"
    r"|launch(?:ed)?|constituted|ink(?:ed)?|put (?:on |to |into )?(?:\w+ )?(?:names?|paper|signature|pen|writing)|licen[cs]e|take place|follow)"
)
_AHEAD = (
    r"(?:will|shall|would|is to|are to|to be|yet to|plans? to|planned to|planning to|intends? to|means? to|wants? to|due to|(?:is|are) going to"
    r"|expected to|expects? to|agreed to|set to|about to|hopes? to)"
)
_RENEW = r"(?:renew(?:ed|s|al|ing)?|extend(?:ed|s|ing)?|extension|prolong(?:ed|s|ing|ation)?|rolled over|revived|taken up again)"
_END = r"(?:expired?|laps(?:ed?|ing)|ended?|terminated?|cease[ds]?|run out|ran out|stop(?:ped)?)"
_NOT = r"(?:not|never|n['’]t|without)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


#: What did not happen, or not yet, so that the verb in it tells nothing: 'would have expired', 'due to lapse'.
_UNHAPPENED = _words(
    rf"(?:would|could|might|should) have (?:been )?{_END}|(?:due|set|was|were) to (?:have )?(?:be )?{_END}|to have {_END}"
    rf"|(?:nothing|none)[\w ]{{1,20}}(?:cancelled|ended|terminated)|had (?:\w+ )?{_END}(?=[^.]*\b{_RENEW}\b)"
)
#: A renewal that is denied, or that lies ahead.
_UNRENEWED = _words(
    rf"(?:{_NOT}|will|would|to|may|can) (?:be |been |being |\w+ly )?{_RENEW}|extended (?:to|family|team|network)"
)
_NO_MORE = _words(
    rf"(?:was|were|been|is|has|had|did) (?:\w+ )?{_NOT} (?:be |been |being )?(?:renew|extend|prolong|replac)\w*"
    rf"|(?:was|were|did|has|had)n['’]t (?:be |been )?(?:renew|extend|prolong|replac)\w*|and {_NOT} (?:renewed|replaced|prolonged|extended)"
)
_ENDED = _words(
    r"expired|terminat(?:ed|es|ion)|lapsed|wound up|dissolved|liquidated|rescinded|ran out|came to an end|(?:has|have|had) (?:\w+ )?come to an end|ended"
    r"|cancel(?:l)?ed|discontinued|called off|walked away|pulled out|withdr(?:ew|awn)|broken? (?:off|up)|broke (?:off|up)|(?:is|are|was) over|fell apart|shut down"
    r"|(?:was|were|been) (?:\w+ )?(?:completed|stopped|abandoned|folded)|completed\.|(?:ran|lasted|worked together|supplied|sponsored)(?: [\w-]+){0,8}? (?:until|till|from \d{4} to)"
    r"|from \d{4} (?:to|until|till) \d{4}|until \d{4}, when|former partner|part(?:ed|s)? (?:company|ways)"
    r"|scrapped|dropped out"
)
_RENEWED = _words(rf"{_RENEW}|another (?:two|three|four|five|six|ten) years|for the (?:second|third|fourth) time")
_UNSIGNED = _words(
    rf"{_AHEAD} (?:[\w-]+ ){{0,2}}?{_SIGN}|{_NOT} (?:been |be |yet )*(?:sign(?:ed)?|concluded|executed|initialled)(?: yet)?|(?:neither|nobody|none)[\w ]{{0,20}} signed(?: it)?"
    r"|(?:signing|signature|ink|ceremony)(?: \w+){0,3}? (?:expected|planned|due|scheduled|set|follows?|pending|outstanding|to (?:come|follow|take)|is in|in (?:spring|summer|autumn|winter))"
    rf"|no signature|(?:signature|signing) (?:is|are|will|has yet)|without (?:a )?signature|planned(?: for)?|in (?:the making|preparation)|being (?:drafted|prepared|drawn up)"
    rf"|draft {PAPER}|draft (?:\w+ ){{1,2}}{PAPER}|(?:is|are) drafted|at (?:the|a) draft stage|signing (?:\w+ ){{0,3}}for \d+ {_MONTH}|await(?:s|ing) (?:the )?(?:approval|signature|clearance)|has yet to be \w+"
)
_STILL = _words(
    r"still (?:in force|valid|runs?|running|applies|going|holds|alive|stands|there)|in force(?= since|[,.;) ]|$)|to this day|until today|remains? (?:in (?:force|place)|valid)|is (?:still )?valid|being implemented"
    r"|continues?|goes on|go on|governs?|is (?:running|alive)|in (?:its|the|their) \w+ year"
)
_SIGNED = _words(
    r"(?:counter)?sign(?:ed|s|ing|ature|atures|atories)|sign (?:a|an|the|their|its|third|second|new|deal|pact|agreement|\w+ (?:agreement|deal|pact|contract|accord|memorandum))|initial(?:led|ed)|ink(?:ed|s)?|seal(?:ed|s)?"
    r"|conclud(?:ed|es|ing)|conclusion|executed|exchanged|(?:put|hold|held|took) (?:his |her |their |its |the )?(?:names?|signatures?|pen)|(?:put|set|committed) (?:\w+ )?(?:to|on|into) (?:paper|writing|force)|put to paper|putting pen"
    r"|enter(?:ed|s|ing)? into|entered (?:a|an)|c[ao]me into (?:force|effect)|took effect|has closed|closed (?:a|an|on)|struck|took (?:out )?a licen[cs]e|granted|grants|awarded|put pen to paper|constituted|(?:was|were) agreed|formali[sz]ed"
    r"|has(?: now)? given|(?:has|have) (?:formed|founded|set up|incorporated|established|created|licen[cs]ed|entered)|bears? (?:the )?(?:date|signature)|sealing|notari[sz]ed|deed of|finali[sz]ed|placed (?:a|an)[\w -]{0,20}order"
    rf"|(?:dated|of|agreement|memorandum|understanding|contract|licence|pact),? (?:the )?\d{{1,2}} {_MONTH}|{PAPER}(?: of understanding)?[,;] (?:{_MONTH} )?\d{{4}}(?=[;,.)]|$)"
)
_FOUNDED = _words(
    r"(?:formed?|founded|found|sets? up|incorporated|established|created|licensed|agreed?|agreed (?:with|to|on)|made it official|are forming)"
)
_JUST = _words(
    rf"today|yesterday|this (?:morning|week|month)|last (?:week|month|\w+day)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:two|three) (?:days|weeks) ago|{_MONTH}"
)
_ANNOUNCED = _words(
    r"announc\w+|unveil\w*|(?:made|make|makes) (?:it )?(?:public|known)|gone public|disclosed|revealed|agreed (?:with|on|to)|teamed up|teams? up|join(?:ed|s)? (?:forces|hands)|joining forces|presented|in principle"
)
_WILL = _words(
    r"(?:will|is to|are to|(?:is|are) (?:going|set|planning) to|plans? to|intends? to|means? to|wants? to|expects? to|hopes? to) (?!not|no)\w+"
    r"|plans?|in the (?:coming|new) (?:month|year)"
)
#: An agreement that only frames what is being done: 'buys its steel under a contract signed in 2020'.
_FRAME = re.compile(
    rf"(?<![\w-])(?:under|by virtue of|on the basis of|thanks to) (?:an?|the|their|its|this|that)\b[^.;:,]{{0,60}}?\b{PAPER}(?:[^.;:,]{{0,50}}\b(?:signed|concluded|granted|struck|took effect|agreed)\b(?= in (?:the )?(?:\d{{4}}|\w+ \d{{4}})))?", re.IGNORECASE
)  # fmt: skip
_WORKS_LATER = re.compile(r"\b(?:will|shall|would|has given|have given|is to|are to)\b", re.IGNORECASE)


def status_of(text: str) -> Status:
    """How far the agreement has come by the words of the stretch; active where none of them says."""
    text = _UNHAPPENED.sub(" ", text)
    if ended := _ending(text):
        return ended
    said = _UNSIGNED.sub(" ", text)
    framed = _FRAME.sub(" ", said)
    works = framed != said and not _WORKS_LATER.search(said)
    if framed != said and not works:
        return Status.SIGNED
    if _SIGNED.search(framed if works else said) or (_FOUNDED.search(said) and _JUST.search(said)):
        return Status.ACTIVE if _STILL.search(said) else Status.SIGNED
    if _ANNOUNCED.search(said):
        return Status.ANNOUNCED
    ahead = said != text or (_WILL.search(said) and not _STILL.search(said) and not re.search(r"\bsince\b", said))
    return Status.PLANNED if ahead else Status.ACTIVE


def _ending(text: str) -> Status | None:
    """Renewed or ended, whichever is told last."""
    if _NO_MORE.search(text):
        return Status.ENDED
    text = _UNRENEWED.sub(lambda m: " " * len(m[0]), text)
    renewed = [m.end() for m in _RENEWED.finditer(text)]
    ended = [m.end() for m in _ENDED.finditer(text)]
    if renewed or ended:
        return Status.RENEWED if max(renewed, default=-1) > max(ended, default=-1) else Status.ENDED
    return None
