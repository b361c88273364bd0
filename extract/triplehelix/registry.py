"""Names known beforehand -> where they stand in a text.

The registry (seeds/organizations.csv, seeds/hubs.csv) says what a well-known name stands for: its class, kind, country
and place. It holds no relations: what joins two names is for the article to say. A registry file may be taken away; its
names are then found, or not, like any others.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from triplehelix.facts import Span
from triplehelix.folders import SEEDS
from triplehelix.places import demonym_country
from triplehelix.vocabulary import EntityClass

FILES = ("organizations.csv", "hubs.csv")


@dataclass(frozen=True, slots=True)
class Entry:
    """A well-known organisation or hub.

    Attributes:
        kind: a value of the vocabulary's kinds of its class.
        country: ISO 3166-1 alpha-2 code, or None for international bodies.
        aliases: other names and acronyms that mean this one thing.
        wikidata: Wikidata id ('Q…'), or None where it is not certain.
        place: the city or region of its seat, or None.
    """

    name: str
    entity_class: EntityClass
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    wikidata: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class RegistryMention:
    """A registered name where it stands in a text."""

    span: Span
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Form:
    """One written form of an entry.

    Attributes:
        folded: as it is searched for.
        exact: the form must stand in the text letter by letter: an acronym, or a single word.
    """

    written: str
    folded: str
    exact: bool
    entry: Entry


class _Folding(dict[int, str]):
    """A translation table that makes letters small and plain, one for one, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        letter = {"’": "'", "‘": "'", "–": "-", "‑": "-", "\xa0": " "}.get(chr(code), chr(code))
        small = unicodedata.normalize("NFD", letter)[0].lower()
        self[code] = small if len(small) == 1 else letter
        return self[code]


_FOLDING = _Folding()
_WORD = re.compile(r"\w+")
# Another capitalised word on the line, or a hyphen, makes a name a part of a longer one, which is another thing: were
# Brack registered, it would stand so in 'Bank of Brack', 'Brack of the Arts', 'Brack Bay Lab' and 'Ines Brack-Fell'.
_BEFORE = re.compile(r"(?P<word>[\w.]+) \Z")
_AFTER = re.compile(r" (?P<word>[\w./-]+)")
_JOINED_BEFORE = re.compile(r"(?:\w[-–]|\b(?:Bank|City|House|School|Town|University) of )\Z")
_JOINED_AFTER = re.compile(r"(?:[-–]| (?:of|du|de|des|della|di|do|da) (?:the |la |las |los )?)(?P<letter>[^\W\d_])")
# Capitalised words that may stand before and after a name that is whole: the first word of a sentence, a role.
_OPENS = re.compile(
    r"(?i)(?:the|an?|and|or|but|of|at|with|in|for|from|by|as|to|both|like|since|after|before|when|while|where|if|then|that"
    r"|this|between|among|including|only|even|meanwhile|today|yesterday)"
)
_CLOSES = re.compile(
    r"(?i)(?:president|chair(?:man|woman|person)?|chief|director|vice|executive|professor|senior|head|managing"
    r"|(?:co-)?founder|governor|mayor|secretary|spokes(?:person|man|woman))"
)
_LEGAL_FORM = re.compile(
    r",? (?:Inc|Corp|Co|Ltd|Corporation|Company|Limited|LLC|[Pp]lc|PLC|AG|SA|S\.A|SE|NV|N\.V|B\.?V|GmbH|AB|Oy|S\.p\.A"
    r"|K\.K)(?![^\W_])(?:\.(?= [a-z]|[,;)]))?"
)


def find(text: str) -> tuple[RegistryMention, ...]:
    """The registered names in a text, in its order, each with the legal form behind it.

    Names of several words are found with any accents, and with more capitals than usual; acronyms and single words only
    as they are written, or wholly in capitals when they are long. Of names that overlap the first stands, then the
    longest. A part of a longer name is not found, nor a name that two entries share.
    """
    folded = text.translate(_FOLDING)
    mentions: list[RegistryMention] = []
    end = 0
    for word in _WORD.finditer(folded):
        if word.start() >= end and (mention := _mention(text, folded, word)):
            mentions.append(mention)
            end = mention.span.end
    return tuple(mentions)


def known(name: str) -> Entry | None:
    """The entry that bears the whole name, or None."""
    found = find(name)
    return found[0].entry if len(found) == 1 and found[0].span == Span(0, len(name)) else None


def entries() -> tuple[Entry, ...]:
    """All entries, in the order of the files."""
    return _entries(SEEDS)


def _mention(text: str, folded: str, word: re.Match[str]) -> RegistryMention | None:
    """The longest registered name that begins with this word."""
    for form in _forms().get(word[0], ()):
        span = Span(word.start(), word.start() + len(form.folded))
        if folded.startswith(form.folded, word.start()) and _same(form, text, span):
            legal = _LEGAL_FORM.match(text, span.end)
            whole = Span(span.start, legal.end()) if legal else span
            if _is_whole(text, whole):
                return RegistryMention(whole, form.entry)
    return None


def _same(form: _Form, text: str, span: Span) -> bool:
    written, following = span.of(text), text[span.end : span.end + 1]
    if following.isalnum() or following == "_":
        return False
    if form.exact:
        return written == form.written or (len(written) > 5 and written == form.written.upper())
    return all(there.isupper() for there, here in zip(written, form.written, strict=True) if here.isupper())


def _is_whole(text: str, span: Span) -> bool:
    """Whether the name is not a part of a longer one."""
    lead = text[max(0, span.start - 40) : span.start]
    joined = _JOINED_AFTER.match(text, span.end)
    if _JOINED_BEFORE.search(lead) or (joined and joined["letter"].isupper()):
        return False
    return not _goes_back(_BEFORE.search(lead)) and not _goes_on(_AFTER.match(text, span.end))


def _goes_back(before: re.Match[str] | None) -> bool:
    word = before["word"] if before else ""
    return _capital(word) and not _OPENS.fullmatch(word) and not demonym_country(word)


def _goes_on(after: re.Match[str] | None) -> bool:
    word = after["word"] if after else ""
    return _capital(word) and not word.isupper() and not _CLOSES.fullmatch(word)


def _capital(word: str) -> bool:
    return any(letter.isupper() for letter in word)


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """{first word, folded: forms that begin with it, the longest first}."""
    by_name: dict[str, list[_Form]] = {}
    for entry in entries():
        for written in (entry.name, *entry.aliases):
            folded = written.translate(_FOLDING)
            by_name.setdefault(folded, []).append(_Form(written, folded, _is_exact(written), entry))
    by_word: dict[str, list[_Form]] = {}
    for folded, forms in by_name.items():
        word = _WORD.match(folded)
        if word and len(folded) > 2 and len({form.entry for form in forms}) == 1:
            by_word.setdefault(word[0], []).extend(forms)
    return {word: tuple(sorted(forms, key=lambda form: -len(form.folded))) for word, forms in by_word.items()}


def _is_exact(written: str) -> bool:
    return " " not in written or written.isupper() or written[0].islower()


@cache
def _entries(folder: Path) -> tuple[Entry, ...]:
    return tuple(_entry(row) for name in FILES for row in _rows(folder / name))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        name=row["name"],
        entity_class=EntityClass(row["class"]),
        kind=row["kind"],
        country=row["country"] or None,
        aliases=tuple(row["aliases"].split("|")) if row["aliases"] else (),
        wikidata=row["wikidata"] or None,
        place=row["place"] or None,
    )
