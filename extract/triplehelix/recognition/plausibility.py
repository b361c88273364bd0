"""What cannot be a name, by the way it is written: the last word over what the trained reader finds.

The rules speak of English spelling, not of names: a name shows a capital where a plain word would have none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from triplehelix import places
from triplehelix.documents import Document
from triplehelix.facts import Mention, Span
from triplehelix.recognition.mending import BODIES, in_title_case, mend
from triplehelix.vocabulary import EntityClass

#: Abbreviations of common nouns; none of them names a body.
_GENERIC = frozenset(
    """
    ai ar vr ict it iot r&d m&a ipo mou loi nda ppp jv gmp glp cgmp sme smes ceo cto cfo coo cso hr pr ip kpi esg roi gdp vc b2b b2c
    dna rna mrna ips car-t cdmo cro cmo idmo api usd eur gbp jpy chf sek nok dkk pln inr krw cny twd aud cad nzd sgd myr thb vnd
    brl mxn aed sar zar ngn kes mad tnd ils try czk huf ron clp ars cop pen uyu egp qar kwd bhd isk uah kzt gel ghs mw gw kwh co2 h2 lng ev evs uav q1 q2 q3 q4 faq pdf tv phd msc mba
    """.split()
)
_ABSTRACT = re.compile(r"^[A-Z][a-z]+(?:tion|sion|ment|ness|ing|ancy|ency|ity|ism|ology|ceuticals?|ics|ance|ence)s?$")
#: Events and instruments have names too, but are no organisations.
_EVENT = re.compile(
    r"\b(?:Conference|Congress|Summit|Expo|Exposition|Exhibition|Fair|Festival|Symposium|Workshop|Hackathon|Olympics|Games|Awards?|Prize|Challenge"
    r"|Project|Programme|Program|Initiative|Scheme|Strategy|Plan|Roadmap|Act|Law|Bill|Decree|Agreement|Memorandum|Treaty|Policy|Directive)(?: (?:19|20)\d\d)?$"
)  # fmt: skip
#: 'a California-based Design Organization engaged in …': who is introduced with 'a' is described, not named.
_A = re.compile(r"\b(?:[Aa]n?|[Aa]nother)\s+(?:[\w-]+-based\s+|[a-z]+\s+)?$")
_STOPS = re.compile(r"[,.;:()]|$|\s+(?:\(|that|which|who|engaged|specialis|specializ|with|for|in|of)\b")
_THEME = re.compile(r"\b(?:theme|slogan|motto|titled|entitled|headline)\W{1,4}$")
#: What a facility that has no name is called by.
_SITE = re.compile(
    r"\b(?:academy|arena|bank|base|bay|bed|bench|biobank|block|building|cabin|campus|canteen|cent(?:er|re)|chamber|circuit|classroom|clean-?rooms?|clinic|complex|depot|dock|dry-dock|dome"
    r"|electroly[sz]er|fab|facility|facilities|factory|farm|floor|foundry|furnace|garage|garden|greenhouse|ground|halls?|hangar|hatchery|hospital|house|hub|incubator|jetty|kiln|kitchen"
    r"|lab|laborator(?:y|ies)|labs|library|lines?|loft|mill|mine|museum|nursery|office|park|pavilion|pier|plants?|platform|plot|pool|port|quay|range|reactor|refinery|biorefinery|room|school|shed|shop"
    r"|showroom|simulator|sites?|space|stack|stages?|stand|station|storage|store|studios?|substation|suite|tank|terminal|test-?bed|theatre|tower|track|tunnel|turbine|units?|vault|ward|warehouse|wharf"
    r"|wind farm|wing|workshops?|works|yard)\b"
)  # fmt: skip


def plausible(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The mentions that may be names (or described facilities), mended where a preposition was taken along."""
    return (mention for mention, objection in judged(mentions, document) if objection is None)


def judged(
    mentions: Sequence[Mention], document: Document, known: Sequence[Mention] = ()
) -> Iterator[tuple[Mention, str | None]]:
    """Each mention, mended, with what speaks against its being a name; None where nothing does.

    Args:
        mentions: what the reader found.
        document: where.
        known: names that are sure, to read the others by.
    """
    spelling = _Spelling(document)
    for mended in mend(mentions, document, known):
        yield mended, _objection(mended, spelling, document.article.text)


def _is_described(mention: Mention, text: str) -> bool:
    before, after = text[max(0, mention.span.start - 40) : mention.span.start], text[mention.span.end :][:20]
    return bool(_A.search(before) and _STOPS.match(after))


def _objection(mention: Mention, spelling: _Spelling, text: str) -> str | None:
    if not _is_word(mention.text):
        return "no word, or the abbreviation of a common noun"
    if mention.entity_class is EntityClass.FACILITY and not any(c.isupper() for c in mention.text):
        return None if _SITE.search(mention.text) else "a description without a word for a site"
    if _is_nationality(mention):
        return "a nationality, not a place"
    if not spelling.shows_name(mention):
        return "written like plain words"
    return _no_body(mention, text) if mention.entity_class in BODIES else None


def _no_body(mention: Mention, text: str) -> str | None:
    """What speaks against a name's being that of a body."""
    if _EVENT.search(mention.text):
        return "an event or an instrument, not a body"
    if _THEME.search(text[max(0, mention.span.start - 30) : mention.span.start]):
        return "the words of a theme, in quotation marks"
    return "introduced with 'a', so described and not named" if _is_described(mention, text) else None


def _is_nationality(mention: Mention) -> bool:
    is_place = mention.entity_class is EntityClass.PLACE
    return is_place and bool(places.demonym_country(mention.text)) and not places.country_of(mention.text)


def _is_word(text: str) -> bool:
    """Whether there are letters, brackets in pairs, and more than the abbreviation of a common noun."""
    generic = text.lower() in _GENERIC or text.lower().rstrip("s") in _GENERIC
    letters = sum(c.isalnum() for c in text) > 1 and any(c.isalpha() for c in text)
    return letters and not generic and text.count("(") == text.count(")")


def _openings(sentence: Span, text: str) -> Iterator[int]:
    """Where a sentence begins, and where its first word does: behind a quotation mark or a bracket."""
    yield sentence.start
    word = re.search(r"\w", sentence.of(text))
    yield sentence.start + (word.start() if word else 0)


class _Spelling:
    """How words are written across one article."""

    def __init__(self, document: Document) -> None:
        text = document.article.text
        self._text = text
        self._plain = frozenset(re.findall(r"\b[a-z][a-z]+\b", text))
        self._starts = frozenset(start for s in document.sentences for start in _openings(s.span, text))
        self._blocks = [b.span.start for b in document.blocks]
        self._capitalised = [in_title_case(b.role, b.span.of(text)) for b in document.blocks]

    def shows_name(self, mention: Mention) -> bool:
        """Whether a word of the mention has a capital that neither a heading nor the start of a sentence explains.

        Where nothing but those explains its capitals, it is still a name unless each of its words is a plain word
        elsewhere in the article (most of them, for what stands in one heading only), or a lone abstract noun.
        """
        words = list(re.finditer(r"[^\W\d_][\w'’&.-]*|\w*[A-Z]\w*", mention.text))
        capitals = [w for w in words if any(c.isupper() for c in w.group())]
        if not capitals:
            return not mention.text.isascii() and not mention.text.islower()
        if not self._in_heading(mention) and any(self._free(mention, w) for w in capitals):
            return True
        only_here = self._in_heading(mention) and self._text.count(mention.text) < 2
        parts = [part for w in words for part in re.findall(r"[^\W\d_]{3,}", w.group().lower())]
        plain = sum(part in self._plain for part in parts) >= len(parts) * (0.6 if only_here else 1.0)
        return not plain and not (len(words) == 1 and _ABSTRACT.match(mention.text))

    def _free(self, mention: Mention, word: re.Match[str]) -> bool:
        inner = any(c.isupper() for c in word.group()[1:])
        return inner or mention.span.start + word.start() not in self._starts

    def _in_heading(self, mention: Mention) -> bool:
        block = bisect_right(self._blocks, mention.span.start) - 1
        return block >= 0 and self._capitalised[block]
