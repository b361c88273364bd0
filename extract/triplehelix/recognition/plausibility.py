"""What cannot be a name, by the way it is written: the last word over what the trained reader finds.

The rules speak of English spelling, not of names: a name shows a capital where a plain word would have none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from triplehelix import places
from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Mention, Span
from triplehelix.vocabulary import EntityClass, PlaceKind

#: Abbreviations of common nouns; none of them names a body.
_GENERIC = frozenset(
    """
    ai ar vr ict it iot r&d m&a ipo mou loi nda ppp jv gmp glp cgmp sme smes ceo cto cfo coo cso hr pr ip kpi esg roi gdp vc b2b b2c
    dna rna mrna ips car-t cdmo cro cmo idmo api usd eur gbp jpy chf sek nok dkk pln inr krw cny twd aud cad nzd sgd myr thb vnd
    brl mxn aed sar zar ngn kes mad tnd ils try czk huf ron clp ars cop pen uyu egp qar kwd bhd isk uah kzt gel ghs mw gw kwh co2 h2 lng ev evs uav q1 q2 q3 q4 faq pdf tv phd msc mba
    """.split()
)
_EDGE = re.compile(r"^(?:of|at|in|on|for|and|or|with|by|from|to|&)\s+|\s+(?:of|at|in|on|for|and|or|with|by|from|to|&)$")
_ABSTRACT = re.compile(r"^[A-Z][a-z]+(?:tion|sion|ment|ness|ing|ancy|ency|ity|ism|ology|ceuticals?|ics|ance|ence)s?$")
_AND_CITY = re.compile(r"\b(Prefecture|Province|County|State) (?:&|and) City$")
#: Events and instruments have names too, but are no organisations.
_EVENT = re.compile(
    r"\b(?:Conference|Congress|Summit|Expo|Exposition|Exhibition|Fair|Festival|Symposium|Workshop|Hackathon|Olympics|Games|Awards?|Prize|Challenge"
    r"|Project|Programme|Program|Initiative|Scheme|Strategy|Plan|Roadmap|Act|Law|Bill|Decree|Agreement|Memorandum|Treaty|Policy|Directive)(?: (?:19|20)\d\d)?$"
)  # fmt: skip
#: Heads of names that are buildings, whatever else the reader takes them for.
_BUILDING = re.compile(r"\b(?:Pavilion|Airport|Factory|Warehouse|Terminal|Tower|Skyscraper)$")
#: 'a California-based Design Organization engaged in …': who is introduced with 'a' is described, not named.
_A = re.compile(r"\b(?:[Aa]n?|[Aa]nother)\s+(?:[\w-]+-based\s+|[a-z]+\s+)?$")
_STOPS = re.compile(r"[,.;:()]|$|\s+(?:\(|that|which|who|engaged|specialis|specializ|with|for|in|of)\b")
#: What a facility that has no name is called by.
_SITE = re.compile(
    r"\b(?:academy|arena|bank|base|bay|bed|bench|biobank|block|building|cabin|campus|canteen|cent(?:er|re)|chamber|circuit|classroom|clean-?rooms?|clinic|complex|depot|dock|dry-dock|dome"
    r"|electroly[sz]er|fab|facility|facilities|factory|farm|floor|foundry|furnace|garage|garden|greenhouse|ground|halls?|hangar|hatchery|hospital|house|hub|incubator|jetty|kiln|kitchen"
    r"|lab|laborator(?:y|ies)|labs|library|lines?|loft|mill|mine|museum|nursery|office|park|pavilion|pier|plants?|platform|plot|pool|port|quay|range|reactor|refinery|biorefinery|room|school|shed|shop"
    r"|showroom|simulator|sites?|space|stack|stages?|stand|station|storage|store|studios?|substation|suite|tank|terminal|test-?bed|theatre|tower|track|tunnel|turbine|units?|vault|ward|warehouse|wharf"
    r"|wind farm|wing|workshops?|works|yard)\b"
)  # fmt: skip


#: From this score on the reader is believed that a body bears a town's name.
_SURE = 0.97
_BODIES = frozenset({EntityClass.ORGANIZATION, EntityClass.HUB})


def plausible(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The mentions that may be names (or described facilities), mended where a preposition was taken along."""
    return (mention for mention, objection in judged(mentions, document) if objection is None)


def judged(mentions: Sequence[Mention], document: Document) -> Iterator[tuple[Mention, str | None]]:
    """Each mention, mended, with what speaks against its being a name; None where nothing does."""
    spelling = _Spelling(document)
    words = frozenset(w for m in mentions if m.entity_class in _BODIES and " " in m.text for w in m.text.split())
    for mention in (part for m in mentions for part in _parts(m)):
        mended = _reclassed(_without_edges(mention), words)
        yield mended, _objection(mended, spelling, document.article.text)


def _parts(mention: Mention) -> Iterator[Mention]:
    """A heading 'A × B' is two names; 'Rav Prefecture & City' is the prefecture, and a city without a name."""
    at = mention.span.start
    for part in mention.text.split(" × "):
        name = _AND_CITY.sub(r"\1", part)
        yield replace(mention, span=Span(at, at + len(name)), text=name)
        at += len(part) + len(" × ")


def _without_edges(mention: Mention) -> Mention:
    span, text = mention.span, mention.text
    while match := _EDGE.search(text):
        start = span.start + (match.end() if match.start() == 0 else 0)
        end = span.end if match.start() == 0 else span.start + match.start()
        span = replace(span, start=start, end=end)
        text = text[match.end() :] if match.start() == 0 else text[: match.start()]
    return replace(mention, span=span, text=text)


def _reclassed(mention: Mention, words: frozenset[str]) -> Mention:
    """Countries and towns are places and pavilions are buildings, whatever the reader takes them for.

    A town's name that is a word of some body's name in the article may be short for that body.
    """
    place = places.lookup(mention.text) if mention.entity_class is not EntityClass.PERSON else None
    if place and (
        place.kind is PlaceKind.COUNTRY or (mention.score < _SURE and words.isdisjoint(mention.text.split()))
    ):
        return replace(mention, entity_class=EntityClass.PLACE, kind=place.kind.value)
    if mention.entity_class in _BODIES and _BUILDING.search(mention.text):
        return replace(mention, entity_class=EntityClass.FACILITY, kind=None)
    return mention


def _is_described(mention: Mention, text: str) -> bool:
    before, after = text[max(0, mention.span.start - 40) : mention.span.start], text[mention.span.end :][:20]
    return bool(_A.search(before) and _STOPS.match(after))


def _objection(mention: Mention, spelling: _Spelling, text: str) -> str | None:
    name, body = mention.text, mention.entity_class in _BODIES
    if not _is_word(name):
        return "no word, or the abbreviation of a common noun"
    if body and _EVENT.search(name):
        return "an event or an instrument, not a body"
    if mention.entity_class is EntityClass.FACILITY and not any(c.isupper() for c in name):
        return None if _SITE.search(name) else "a description without a word for a site"
    if mention.entity_class is EntityClass.PLACE and places.demonym_country(name) and not places.country_of(name):
        return "a nationality, not a place"
    if not spelling.shows_name(mention):
        return "written like plain words"
    return "introduced with 'a', so described and not named" if body and _is_described(mention, text) else None


def _is_word(text: str) -> bool:
    """Whether there are letters, brackets in pairs, and more than the abbreviation of a common noun."""
    generic = text.lower() in _GENERIC or text.lower().rstrip("s") in _GENERIC
    letters = sum(c.isalnum() for c in text) > 1 and any(c.isalpha() for c in text)
    return letters and not generic and text.count("(") == text.count(")")


class _Spelling:
    """How words are written across one article."""

    def __init__(self, document: Document) -> None:
        text = document.article.text
        self._plain = frozenset(re.findall(r"\b[a-z][a-z-]+\b", text))
        self._starts = frozenset(s.span.start for s in document.sentences)
        self._blocks = [b.span.start for b in document.blocks]
        self._capitalised = [_in_title_case(b.role, b.span.of(text)) for b in document.blocks]

    def shows_name(self, mention: Mention) -> bool:
        """Whether a word of the mention has a capital that neither a heading nor the start of a sentence explains.

        Where nothing but those explains its capitals, it is still a name unless each of its words is a plain word
        elsewhere in the article, or a lone abstract noun.
        """
        words = list(re.finditer(r"[^\W\d_][\w'’&.-]*|\w*[A-Z]\w*", mention.text))
        capitals = [w for w in words if any(c.isupper() for c in w.group())]
        if not capitals:
            return not mention.text.isascii() and not mention.text.islower()
        if not self._in_heading(mention) and any(self._free(mention, w) for w in capitals):
            return True
        plain = all(w.group().lower() in self._plain for w in words)
        return not plain and not (len(words) == 1 and _ABSTRACT.match(mention.text))

    def _free(self, mention: Mention, word: re.Match[str]) -> bool:
        inner = any(c.isupper() for c in word.group()[1:])
        return inner or mention.span.start + word.start() not in self._starts

    def _in_heading(self, mention: Mention) -> bool:
        block = bisect_right(self._blocks, mention.span.start) - 1
        return block >= 0 and self._capitalised[block]


def _in_title_case(role: BlockRole, text: str) -> bool:
    """Whether a heading writes its plain words with capitals, so that capitals tell nothing."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return role in {BlockRole.TITLE, BlockRole.HEADING} and sum(w[0].isupper() for w in words) > 0.7 * len(words)
