"""A name -> the form in which it is compared: what is only a way of writing taken off. Pure functions, no look-ups."""

from __future__ import annotations

import re
from functools import lru_cache

from triplehelix.vocabulary import EntityClass

#: Legal forms that end a registered name, folded; they name no other thing.
_LEGAL = frozenset(
    """
    ab ag aps as asa asbl bhd bv bvba co company corp corporation cv doo dooel ehf eirl eood ev gk gmbh hf inc
    incorporated jsc kft kgaa kk lda limited llc llp lp ltd ltda ltee mbh nv oo ood ooo ou oy oyj pc pjsc plc
    pllc pte pty pvt sa sab saoc sarl sas sasu sc scpa sdn se sia sl slu snc spa spzoo srl sro uab ug vof vzw
    zoo zrt
    """.split()
)
#: Words that stand between two parts of a legal form: 'S.A. de C.V.', 'GmbH & Co. KG'.
_LINKS = frozenset({"and", "de", "kg"})
_TITLES = frozenset(
    """
    capt captain cllr col commander councillor dame dato datuk dr eng gov governor hon ing ir lady lcdo lord madam
    maitre mayor minister mr mrs ms mx prof professor rector rev sir
    """.split()
)
_ARTICLES = frozenset({"the"})
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?\.?")
#: 'sp. z o.o.' and 's. r. o.' are written with blanks between their letters.
_SPACED = re.compile(r"(?i)\b(?:sp\.? ?z ?o\.? ?o\.?|s\.? r\.? ?o\.?|a\. ?s\.|d\. ?o\. ?o\.)\s*$")
_BRACKETED = re.compile(r"\s*\([^()]*\b(?:Foundation|Incorporated|Ltd|Limited|Inc|Co|Corp|Pty|Pvt)\b[^()]*\)\.?\s*$")

#: Words that say what sort of thing something is, not which: a name of these alone is borne by many.
GENERIC = frozenset(
    """
    a academy administration advanced affairs agency agriculture air alliance alpha and applied area arts
    association at athenaeum authority bank bay beta bio bioscience biotech biotechnology block board body
    branch building bureau business campus canteen cell center central centre chamber cities city clean clinic
    cluster college commerce commission committee community company complex consortium cooperation corporation
    corridor council county creative culture data defence department design development diputacion direction
    directorate district division east economic economy education energy engineering enterprise environment
    europe export facility faculty federal federation finance first fiscal food for forum foundation fund
    fundacion gate gateway general government green greenhouse group growth hall headquarters health heart
    higher hospital house hub industrial industries industry information infrastructure innovation institut
    institute institution instituto international invest investment kitchen lab labor laboratories laboratory
    labs landing learning life line living machine main manufacturing maritime market medical medicine mill
    ministere ministerio ministry municipality museum national new north of office oil on one organisation
    organization park parliament parque part phase pilot planning plant platform police port precinct prefecture
    production program programme promotion province public quarter regional research rivers room school science
    sciences scientific secretariat sector services ship shop site society south southern space stage state
    station strategic street studio tech technical technologies technology the tower town trade training
    transport treasury trust two unit universidad universitat universite university valley ventures village
    water west wing wood works workshop yard zone
    """.split()
)
_PORTFOLIO = re.compile(
    r"(?:the )?(?:(?:federal|national|state|royal|central) )?"
    r"(?:(?:ministry|department|secretariat|ministere|ministerio) "
    r"|(?:academy|agency|association|authority|board|chamber|commission|council|directorate|federation|foundation|institute"
    r"|office|society) (?:of|for) )"
)


@lru_cache(maxsize=65536)
def normal(name: str, entity_class: EntityClass) -> str:
    """A name without what is only a way of writing it: dots, '&', a leading article, a legal form, a person's title.

    'The Norvik Cells Co., Ltd.' -> 'Norvik Cells'; the case and the accents stay, since an IRI folds them anyway.
    """
    words = _undotted(name).split()
    if entity_class is EntityClass.PERSON:
        return " ".join(_without_titles(words))
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return " ".join(_without_legal_form(words) if entity_class is EntityClass.ORGANIZATION else words)


def _undotted(name: str) -> str:
    bare = _SPACED.sub(lambda m: re.sub(r"[. ]", "", m.group()), _BRACKETED.sub("", name))
    bare = _DOTTED.sub(lambda m: m.group().replace(".", ""), bare or name)
    return re.sub(r"\s*[&＆+]\s*", " and ", bare) if re.search(r"\w\s*[&＆+]\s*\w", bare) else bare


def _without_titles(words: list[str]) -> list[str]:
    start = 0
    while len(words) - start > 2 and words[start].rstrip(".").casefold() in _TITLES:
        start += 1
    return words[start:]


def _without_legal_form(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and _bare(words[end - 1]) in _LEGAL | _LINKS:
        end -= 1
    kept = words[:end]
    if end < len(words) and all(_bare(w) in GENERIC for w in kept):
        return words  # 'Energy Corporation', 'The Company': what is left would be the word, not the name
    kept[-1] = kept[-1].rstrip(",")
    return kept


def _bare(word: str) -> str:
    return word.strip(".,()").casefold().translate(_FOLDED)


_FOLDED = str.maketrans("éèáóöüú", "eeaoouu")


def is_generic(name: str) -> bool:
    """Whether many things may bear the name: 'Ministry of Health', 'Institute of Oncology', 'Building A'."""
    words = re.findall(r"\w+", name.casefold().translate(_FOLDED))
    return bool(_PORTFOLIO.match(name.casefold())) or all(w in GENERIC or len(w) == 1 or w.isdecimal() for w in words)
