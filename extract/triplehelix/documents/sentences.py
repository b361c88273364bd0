"""A block's text -> where its sentences end.

A full stop ends a sentence unless the word before it is an abbreviation or the words after it carry the sentence on.
What cannot be known from the two neighbours ("Acme Inc. Tokyo") is decided by lists of words that open a sentence or
follow a company's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplehelix.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = "\"'”’»)\\]›」』"
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSING}]*+(?=\s)|[。！？]++[{_CLOSING}]*+|(?<![.!?…])[?!][{_CLOSING}]*+(?=[A-Z][a-z])"
)
_NEXT = re.compile(r"\s*[\"'“‘«(\[„‚‹「『*_]*(?P<word>\w+(?:[.&][A-Za-z]\b)*)?")
_TOKEN = re.compile(r"[^\s\"'“‘«(\[]*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[a-z]\.[A-Z]|S\.p\.A|S\.r\.l")
_ENUMERATOR = re.compile(r"[\[(]?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,4})[\])]?")
_ATTRIBUTION = re.compile(
    r"\s*(?:[A-ZÀ-Þ][\w'’.-]+\s+){1,4}(?:said|says|added|adds|noted|notes|explained|told|tells|pointed|recalled|joked|"
    r"laughed|laughs|begged|commented|comments|stressed|warned|argued|replied|wrote|insisted|emphasi[sz]ed)\b"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Never the end of a sentence: a name, a number or an example follows.
_TITLES = _words(
    "Dr Mr Mrs Ms Mx Prof Gov Sen Rep Gen Col Capt Lt Sgt Hon Rev Mt Ft vs v cf Fig Figs fig figs Vol vol pp Art "
    "Sec approx ca Messrs Mme Mlle Ing Dipl Cllr Eng Univ Dept Pte Pvt Pty Sdn e.g i.e Hr Fr Sr Sra incl resp em"
)
#: The end of a sentence only where the next word opens one.
_SHORTENED = _words(
    "St Ave Jr Mass Calif Conn Ill Mich Minn Wash Fla Ariz Ont Que Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov "
    "Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun est Est max min tel Tel ext Ext al"
)
#: Abbreviations before a figure only: "No. 7", but "Is it? No. It was not."
_BEFORE_FIGURES = _words("No no Nos nos Nr nr p para Para art")
_COMPANY_FORMS = _words(
    "Inc Ltd Corp Co LLC Bhd Bros plc PLC K.K G.K S.A N.V B.V S.p.A S.r.l e.V S.L L.P L.L.C A.G A.C a.s d.o.o Cia "
    "Cie Ltda"
)
_AFTER_COMPANY_FORM = _words(
    "Inc Ltd Ltda Corp Co LLC Bhd Group Holdings Chairman Chairwoman Chair Chief CEO CTO CFO COO President Vice "
    "Director Managing Executive Founder Co-founder General Senior KG"
)
_TIMES = _words("a.m p.m A.M P.M")
_AFTER_TIME = _words("ET EST EDT CET CEST GMT UTC JST PT PST Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_OPENERS = _words(
    "A About According After All Already Also Although Among An And Another Any As At Because Before Besides "
    "Between Both But By Construction Despite During Each Earlier Either Every Few Financial First Following For "
    "Founded From Further Given Going He Her Here His How However I If In Instead It Its Last Later Many More "
    "Most Neither Next No Nobody None Nor Not Nothing Now Of On Once One Only Or Other Others Our Over Several "
    "She Shares Should Since So Some Such Talks Terms That The Their Then There These They This Those Three "
    "Through Thus To Today Together Two Under Until We What When Where Whether Which While Who Why Will With "
    "Within Without Work Yesterday Yet You Your"
)


def sentence_spans(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block in order, trimmed; together they hold every character of it but white space."""
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if _ends_sentence(text, start, stop, block.end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield Span(start + left, start + len(piece.rstrip()))


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    mark = stop[0].rstrip("\"'”’»)]›」』")
    following = _NEXT.match(text, stop.end(), end)
    word = (following and following["word"]) or ""
    if mark[-1] in "。！？":
        return True
    if _goes_on(word) or (mark != stop[0] and _ATTRIBUTION.match(text, stop.end(), end)):
        return False
    if mark in {"...", "…", "....", "…."}:
        return word in _OPENERS
    bracket = following is not None and following[0].lstrip().startswith(("(", "["))
    return mark != "." or _full_stop_ends(text, start, stop.start(), word, bracket=bracket)


def _goes_on(word: str) -> bool:
    """A word in small letters carries the sentence on; one like "iPS" or "micro3" may open the next."""
    return word.islower() and word.isalpha()


def _full_stop_ends(text: str, start: int, dot: int, word: str, *, bracket: bool) -> bool:
    token_match = _TOKEN.search(text[max(start, dot - 30) : dot])
    token = token_match[0] if token_match else ""
    if not text[start : dot - len(token)].strip("\"'“‘«([*_ \t\n") and _ENUMERATOR.fullmatch(token):
        return False
    if token in _TITLES or (token in _BEFORE_FIGURES and word[:1].isdigit()):
        return False
    if token in _COMPANY_FORMS:
        return word not in _AFTER_COMPANY_FORM and not bracket
    if token in _TIMES:
        return word not in _AFTER_TIME
    if token in _SHORTENED or _DOTTED.fullmatch(token) or (len(token) == 1 and token.isalpha()):
        return word in _OPENERS
    return True
