"""How names relate: folding, legal suffixes, acronyms, short forms. Pure functions over strings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLES = ("the ", "a ", "an ", "its ", "their ", "our ")

#: Suffixes of legal form, folded: they name no other thing, so a name with and without them is one name.
LEGAL_FORMS = frozenset(
    """
    ab ag aps as asa asbl bhd bv bvba co company corp corporation cv d doo e ed eg ehf eirl eood etf ev gk gmbh
    hf inc incorporated jsc k kft kg kgaa kk kommanditgesellschaft lda limited llc llp lp ltd ltda ltee mbh mtu
    nv o ooo ou oy oyj pjsc plc pte pty pvt s sa sab saoc sarl sas sasu scpa sdn se sia sl slu snc spa spzoo sro
    srl teo tmi uab ug vof vzw z zrt zs
    """.split()
)

#: Words that say what kind of body a name is. A name that ends in one is whole: what follows names another body.
HEAD_NOUNS = frozenset(
    """
    academy administration agency alliance association authority bank board bureau campus centre center chamber
    clinic cluster college commission committee consortium corporation corridor council department district
    division forum foundation fund government group holdings hospital hub institute institut institution
    laboratory labs league ministry municipality network office organisation organization park precinct
    prefecture program programme quarter school secretariat society trust union universidad universita
    universitat universite university valley village ventures
    """.split()
)

_LEVELS = (
    ("prefectural", "prefecture"),
    ("provincial", "province"),
    ("city", "city"),
    ("state", "state"),
    ("county", "county"),
)
_RANKS = frozenset({"regional", "national", "federal", "provincial", "city", "county", "state", "central"})
_STOP = frozenset(
    """
    a an and at by de del della der des di do dos du e et for für in la le les of on the to und y & – -
    """.split()
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Case, accents, punctuation, a possessive ending and a leading article folded away."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"'s\b|(?<=s)'(?=\s|$)", "", plain).replace("&", " and ")
    plain = re.sub(r"\b(?:[a-z]\.){2,}[a-z]?\b\.?", lambda m: m.group().replace(".", ""), plain)
    plain = re.sub(r"[\W_]+", " ", plain).strip()
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain


@lru_cache(maxsize=65536)
def core(name: str) -> str:
    """The folded name without its legal form: 'Norvik Cells Inc.' -> 'norvik cells'."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS | {"and", "de"}:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=65536)
def is_acronym(text: str) -> bool:
    """Whether a form is written like an acronym: two to ten characters, no space, mostly capitals."""
    capitals = sum(c.isupper() for c in text)
    return 2 <= len(text) <= 10 and " " not in text and capitals >= 2 and capitals * 2 >= len(text.rstrip("s"))


def abbreviates(short: str, long: str) -> bool:
    """Whether an acronym's letters are the initials of the long form, small words skipped or not.

    One letter a word at least for the first letter; a capital inside a word ('BioTainan') counts as an initial too.
    """
    letters = [c.casefold() for c in short if c.isalnum()]
    if not is_acronym(short) or not letters:
        return False
    words = re.findall(r"[^\W\d_]+|\d+", _plain(long))
    initials = [w[0].casefold() for w in words if w.casefold() not in _STOP]
    every = [w[0].casefold() for w in words]
    inner = [c.casefold() for w in words for c in (w[0], *(x for x in w[1:] if x.isupper()))]
    return any(letters == part[: len(letters)] and len(part) - len(letters) <= 2 for part in (initials, every, inner))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def administration(name: str) -> str:
    """One form for the ways a government is called: 'Kanagawa Prefectural Government' -> 'kanagawa prefecture'."""
    plain = fold(name).removeprefix("government of ")
    for adjective, noun in _LEVELS:
        plain = re.sub(rf"\b{adjective} government$", noun, plain)
    return re.sub(r"^(city|state|province|county) of (.+)$", r"\2 \1", plain)


def has_legal_form(name: str) -> bool:
    """Whether a name ends in a legal form, and so is a registered name of its own."""
    return core(name) != fold(name)


def shortens(short: str, long: str) -> bool:
    """Whether one name is a short form of the other: its words in a row, and what is left names no other body.

    'Norvik' and 'Norvik Cells' shorten 'Norvik Cells Inc.'; 'Sandvær University' does not shorten 'Sandvær University
    Hospital', nor does the bare word 'University'.
    """
    part, whole = core(short).split(), core(long).split()
    if not part or len(part) >= len(whole) or all(w in HEAD_NOUNS or w in _STOP for w in part):
        return False
    start = _find(part, whole)
    if start is None:
        return False
    rest = whole[start + len(part) :]
    return not (part[-1] in HEAD_NOUNS and any(w in HEAD_NOUNS for w in rest)) and not (start and len(part[0]) < 3)


def heads(short: str, long: str) -> bool:
    """Whether a capitalised head noun alone ('the Board', 'the Regional Council') calls the long name by what it is."""
    part, whole = core(short).split(), core(long).split()
    bare = short.removeprefix("the ").removeprefix("The ")
    called = bool(part) and part[-1] in HEAD_NOUNS and all(w in HEAD_NOUNS | _RANKS and w in whole for w in part)
    return bare[:1].isupper() and len(part) < len(whole) and called


def _find(part: list[str], whole: list[str]) -> int | None:
    for start in range(len(whole) - len(part) + 1):
        if whole[start : start + len(part)] == part:
            return start
    return None
