"""A masked sentence -> the groups of parties that it ties, one group an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triplehelix.partnerships.cues import ANY_CUE
from triplehelix.relations.masking import SLOT

_ONE = r"⟦[HO]\d+⟧"
_TAIL = r"(?: ?\([^()]*\))?(?:,? (?:of|in|from|at|near) (?:the )?(?:[\w-]+ ){0,3}⟦L\d+⟧(?:, ⟦L\d+⟧)?)?"
_LEAD = r"(?:the |an? |its |both )?(?:⟦L\d+⟧['’]s |⟦L\d+⟧[- ]based )?(?:[\w&'’./-]+ ){0,6}?"
_JOIN = r"(?:,? and (?:with )?|, (?:with )?|; | & | as well as |,? together with |/)"
_APPOSITION = r"(?:, (?:an?|the|one of) [^⟦⟧.;:!?]{0,60}(?:⟦[LF]\d+⟧[^⟦⟧.;:!?]{0,30})?(?=,| and))?"
#: A list of one or more bodies with what may stand around each: 'the Danish cluster ⟦O1⟧, ⟦L2⟧-based ⟦O3⟧ and ⟦O4⟧ (⟦L5⟧)'.
_LIST = rf"{_LEAD}{_ONE}{_TAIL}{_APPOSITION}(?:{_JOIN}{_LEAD}{_ONE}{_TAIL}{_APPOSITION})*"
_NO_SLOT = r"[^⟦⟧.;:!?]"

_BETWEEN = re.compile(rf"\bbetween {_NO_SLOT}{{0,30}}?(?P<all>{_LIST})")
_CROSS = re.compile(rf"(?P<all>{_LIST}(?:[^⟦⟧×✕⨯]{{0,12}} [×✕⨯] {_LIST})+)")
_SUBJECTS = re.compile(
    rf"(?P<left>{_LIST})(?P<gap>(?:[^.;:!?⟦⟧]|⟦[LFN]\d+⟧){{0,220}}?)\b(?:with|and|to|from|for|by) (?P<right>{_LIST})"
)
_LISTED = re.compile(rf"(?P<all>{_LIST})")
_BY = re.compile(
    rf"\b(?:signed|concluded|formed|founded|run|set up|initialled|constituted|agreed|made|involving|of|comprising|includ\w+|unit\w+|joined|members?:?|are) (?:[\w ]{{0,25}}(?:by|of|such as|like|:) )?(?P<all>{_LIST})"
)
#: Several agreements told in one breath: each party of the list has its own.
_PLURAL = re.compile(
    r"\b(?:agreements|contracts|memoranda|memorandums|MOUs|MoUs|deals|pacts|letters of intent|accords|partnerships|licen[cs]es|ties|leases|conventions|respectively|separate)\b", re.IGNORECASE
)  # fmt: skip
#: Before a mention: the body is only named to place, own or describe somebody else.
_ASIDE = re.compile(
    r"(?:subsidiary of|arm of|unit of|part of|owned by|spin-off (?:of|from)|spun out of|backed by|funded by|financed by|member of|members of|tenants? (?:of|at|in)|residents? (?:of|at|in)|"
    r"based (?:at|in|on)|campus of|the grounds of|premises of|supported by|presence of|visit(?:ed)? to|held at|place at|according to|attended by)(?: the| its)? $",
    re.IGNORECASE,
)  # fmt: skip


_SPEAKER = re.compile(r"(?:['’]s?)? (?:[\w-]+ ){0,3}(?:spokes\w+|said|says|told|believes|added|explained|commented)\b")
_CLAUSE = re.compile(r"; |, while |, whereas |, but |(?<=\.) (?=[A-Z⟦])")
#: The sentence names one side of an agreement; the other is who speaks or who was spoken of.
_ONE_SIDED = re.compile(
    rf"\b(?:with|by|from|to|for) {_LEAD}{_ONE}|^\W*{_LEAD}{_ONE}{_TAIL} ?[–—:-]|\b(?:our|Our|its|their|the) [\w -]{{0,30}}(?:partner|licensee|sponsor|supplier)\b"
)


def slots(stretch: str) -> list[str]:
    """The distinct Hub and Organization slots of a stretch, in order, without those named only in passing."""
    return list(dict.fromkeys(m[1] + m[2] for m in SLOT.finditer(stretch) if _may_be_party(m, stretch)))


def _may_be_party(match: re.Match[str], stretch: str) -> bool:
    aside = _ASIDE.search(stretch[: match.start()]) or _SPEAKER.match(stretch[match.end() :])
    return match[1] in "HO" and not aside


def groups(sentence: str, anchor: str | None = None) -> Iterator[tuple[str, ...]]:
    """The groups of slots that a masked sentence with an agreement word ties, most telling grammar first.

    Args:
        sentence: masked text.
        anchor: the slot that stands for the other side where the sentence names one side only ('our agreement with …').
    """
    for pattern in (_CROSS, _BETWEEN):
        for match in pattern.finditer(sentence):
            all_ = slots(match["all"])
            if len(all_) > 1:
                yield tuple(all_)
                return
    for clause in _clauses(sentence):
        if ANY_CUE.search(SLOT.sub("", clause)):
            yield from _in_clause(clause, anchor)


def _clauses(sentence: str) -> list[str]:
    return _CLAUSE.split(sentence)


def _in_clause(clause: str, anchor: str | None) -> Iterator[tuple[str, ...]]:
    named = slots(clause)
    for match in _SUBJECTS.finditer(clause):
        left = [x for x in slots(clause[: match.end("left")]) if x in slots(match["left"])]
        right = [x for x in slots(match["right"]) if x not in left]
        if left and right:
            yield from _split(clause, left, right)
            return
    if len(named) == 2:
        yield tuple(named)
    elif len(named) > 2:
        lists = [slots(m["all"]) for m in (*_BY.finditer(clause), *_LISTED.finditer(clause))]
        yield from [tuple(x) for x in lists if len(x) > 1][:1]
    elif named and anchor and anchor != named[0] and _ONE_SIDED.search(clause):
        yield anchor, named[0]


def _split(sentence: str, left: list[str], right: list[str]) -> Iterator[tuple[str, ...]]:
    """One agreement of all, or one for each on the right where the sentence speaks of several."""
    if len(right) > 1 and len(left) == 1 and _PLURAL.search(sentence):
        yield from ((left[0], other) for other in right)
    elif len(left) == len(right) > 1 and "respectively" in sentence:
        yield from zip(left, right, strict=True)
    else:
        yield (*left, *right)
