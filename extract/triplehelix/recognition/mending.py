"""Where the trained reader cuts a name short, runs two into one, or takes it for the wrong thing, by the way it is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from triplehelix import places
from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Mention, Span
from triplehelix.vocabulary import EntityClass, PlaceKind

BODIES = frozenset({EntityClass.ORGANIZATION, EntityClass.HUB})
_EDGE = re.compile(r"^(?:of|at|in|on|for|and|or|with|by|from|to|&)\s+|\s+(?:of|at|in|on|for|and|or|with|by|from|to|&)$")
_AND_CITY = re.compile(r"\b(Prefecture|Province|County|State) (?:&|and) City$")
#: Heads of names that are buildings, whatever else the reader takes them for.
_BUILDING = re.compile(r"\b(?:Pavilion|Airport|Factory|Warehouse|Terminal|Tower|Skyscraper)$")
#: From this score on the reader is believed that a body bears a town's name.
_SURE = 0.97
#: Capitalised words after a name that end in what says what it is: they belong to the name.
_GOES_ON = re.compile(
    r"(?: [A-Z][a-z][\w-]*)*? (?:Conference|Congress|Summit|Expo|Exhibition|Fair|Festival|Symposium|Awards?|Prize|Challenge|Project|Programme|Program"
    r"|Initiative|Airport|Pavilion|Factory|Terminal|Tower|Institute|University|Hospital|Foundation|Agency|Council|Association|Authority)\b"
)  # fmt: skip
#: What ends in the initial of a given name.
_INITIAL = re.compile(r"\b[A-Z]$")
_TOWN = re.compile(r"\b(?:City|Town|Prefecture|Province|County)$")


@dataclass(frozen=True, slots=True)
class _Names:
    """What the mentions of one article say of each other.

    Attributes:
        body: the words in the names of bodies that have several.
        person: the words in the names of persons that have several.
        beginning: the first words of hubs' and facilities' names, where no organisation's begins so, with the class.
    """

    body: frozenset[str]
    person: frozenset[str]
    beginning: dict[str, EntityClass]


def mend(mentions: Sequence[Mention], document: Document, known: Sequence[Mention] = ()) -> Iterator[Mention]:
    """The mentions with their ends and classes put right, in the order of the text; `known` names are read with them."""
    mentions = _rejoined(mentions, document.article.text)
    whole = [_extended(_without_edges(part), document, mentions) for m in mentions for part in _parts(m)]
    every = [*known, *(m for m in whole if not any(k.span.overlaps(m.span) for k in known))]
    names = _Names(_words(every, BODIES), _words(every, {EntityClass.PERSON}), _beginnings(every))
    yield from (_reclassed(mention, names) for mention in whole)


def _rejoined(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Names that were taken for two: 'K' and 'Immental' of one person, 'San' and 'Carlos' of one town."""
    found: list[Mention] = []
    for mention in mentions:
        whole = _as_one(found[-1], mention, text) if found else None
        found[-1:] = [whole] if whole else [*found[-1:], mention]
    return tuple(found)


def _as_one(left: Mention, right: Mention, text: str) -> Mention | None:
    """The one name that two mentions of a class make with nothing but a space, or an initial's full stop, between them."""
    span = Span(left.span.start, right.span.end)
    gap = text[left.span.end : right.span.start]
    if left.entity_class is not right.entity_class or left.span.end >= right.span.start:
        return None
    if left.entity_class is EntityClass.PERSON:
        one = gap == " " or (gap == ". " and _INITIAL.search(left.text))
    else:
        apart = places.lookup(left.text) and places.lookup(right.text) and not places.lookup(span.of(text))
        one = left.entity_class is EntityClass.PLACE and gap == " " and not apart
    return replace(left, span=span, text=span.of(text), score=max(left.score, right.score)) if one else None


def _words(mentions: Sequence[Mention], classes: frozenset[EntityClass] | set[EntityClass]) -> frozenset[str]:
    return frozenset(w for m in mentions if m.entity_class in classes and " " in m.text for w in m.text.split())


def _beginnings(mentions: Sequence[Mention]) -> dict[str, EntityClass]:
    named = [(m.text.split()[0], m.entity_class) for m in mentions if " " in m.text]
    organizations = {word for word, entity_class in named if entity_class is EntityClass.ORGANIZATION}
    sites = {EntityClass.HUB, EntityClass.FACILITY}
    return {w: c for w, c in named if c in sites and w not in organizations and w[0].isupper() and not places.lookup(w)}


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


def _extended(mention: Mention, document: Document, mentions: Sequence[Mention]) -> Mention:
    """'Rav Partnering' before ' Conference 2025' is cut short: the capitalised words that follow belong to it."""
    text = document.article.text
    match = _GOES_ON.match(text, mention.span.end)
    if not match or mention.entity_class is EntityClass.FACILITY or _in_heading(mention.span, document):
        return mention
    longer = Span(mention.span.start, match.end())
    if not document.sentence_of(mention.span).covers(longer) or any(
        m.span.end > mention.span.end and longer.overlaps(m.span) for m in mentions
    ):
        return mention
    return replace(mention, span=longer, text=longer.of(text))


def _in_heading(span: Span, document: Document) -> bool:
    starts = [b.span.start for b in document.blocks]
    block = document.blocks[max(0, bisect_right(starts, span.start) - 1)]
    return in_title_case(block.role, block.span.of(document.article.text))


def in_title_case(role: BlockRole, text: str) -> bool:
    """Whether a heading writes its plain words with capitals, so that capitals tell nothing."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return role in {BlockRole.TITLE, BlockRole.HEADING} and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _reclassed(mention: Mention, names: _Names) -> Mention:
    """Countries and towns are places, pavilions are buildings, and a person's family name is the person.

    A town's name that is a word of some body's name in the article may be short for that body.
    """
    if mention.entity_class is EntityClass.PERSON:
        return mention
    if " " not in mention.text and mention.text in names.person - names.body:
        return replace(mention, entity_class=EntityClass.PERSON, kind=None)
    longer = names.beginning.get(mention.text)
    if longer and mention.entity_class in BODIES:
        return replace(mention, entity_class=longer, kind=None)
    place = places.lookup(mention.text)
    if place and (place.kind is PlaceKind.COUNTRY or _TOWN.search(mention.text) or _is_town(mention, names)):
        return (
            mention
            if _is_government(mention)
            else replace(mention, entity_class=EntityClass.PLACE, kind=place.kind.value)
        )
    if mention.entity_class in BODIES and _BUILDING.search(mention.text):
        return replace(mention, entity_class=EntityClass.FACILITY, kind=None)
    return mention


def _is_town(mention: Mention, names: _Names) -> bool:
    return mention.score < _SURE and names.body.isdisjoint(mention.text.split())


def _is_government(mention: Mention) -> bool:
    return mention.kind == "government" and " " in mention.text
