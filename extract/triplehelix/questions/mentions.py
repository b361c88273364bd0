"""A sentence that asks -> the values in it: names of the graph, countries, dates, numbers, and what may be a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from triplehelix.questions.graph import Queryable
from triplehelix.questions.naming import THINGS, Named, all_names, fold, in_gazetteer
from triplehelix.questions.question import ParameterType
from triplehelix.questions.words import Word, is_common, words

_LETTERS = re.compile(r"[^\W_]+")
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[$€£])?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?:\s?(?P<scale>thousand|million|billion|mn|bn|m))?(?:\s(?P<unit>[A-Z]{3}|dollars?|euros?|pounds?|yen))?(?![\w-])"
)
#: What the words for money mean where nothing is said of the country.
_UNITS = {"$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR", "£": "GBP", "pound": "GBP", "yen": "JPY"}
_DAY = re.compile(r"(?<![\w-])(?:19|20)\d\d(?:-\d\d){0,2}(?![\w-])")
_QUOTED = re.compile(r"[\"“„«「]([^\"“”„«»「」]+)[\"”“»」]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A value in a sentence.

    Attributes:
        type: what it can be a value of; text for what nobody knows, which may be a name with a slip in it.
        value: as the parameter takes it.
        start: its offset in the sentence.
        end: the offset of its end.
        classes: for a thing, the classes of those that bear the name.
        unit: for a number, the ISO 4217 code of the currency that stands beside it, or ''.
    """

    type: ParameterType
    value: str
    start: int
    end: int
    classes: frozenset[str] = frozenset()
    unit: str = ""

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with a span."""
        return self.start < end and start < self.end


def mentions(graph: Queryable, sentence: str, vocabulary: Collection[str]) -> tuple[Mention, ...]:
    """Every value in a sentence, in its order and without overlap.

    Args:
        graph: whose names count.
        sentence: what a person asks.
        vocabulary: the stems that the saved questions are told in, none of which is a name by itself.
    """
    found: list[Mention] = []
    for find in (_quoted, _dates, _numbers):
        found += _free(find(sentence), found)
    names = all_names(graph, THINGS)
    found += _free(_names(sentence, names, vocabulary), found)
    found += _free(_countries(sentence), found)
    unknown = _unknown(words(sentence), vocabulary, found)
    found += _free((_translated(mention, names) for mention in unknown), found)
    return tuple(_joined(sentence, sorted(found, key=lambda mention: mention.start)))


def _free(found: Iterable[Mention], taken: list[Mention]) -> list[Mention]:
    """Those that overlap with nothing taken, and of each other the longer one."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if not any(other.overlaps(mention.start, mention.end) for other in (*taken, *kept)):
            kept.append(mention)
    return kept


def _quoted(sentence: str) -> Iterator[Mention]:
    return (Mention(ParameterType.TEXT, m[1], m.start(), m.end()) for m in _QUOTED.finditer(sentence))


def _dates(sentence: str) -> Iterator[Mention]:
    from triplehelix.dates import find_dates  # noqa: PLC0415 - a tenth of a second for one kind of value

    for match in _DAY.finditer(sentence):
        yield Mention(ParameterType.DATE, match.group(), *match.span())
    for found in find_dates(sentence, None) if re.search(r"\d{4}", sentence) else ():
        yield Mention(ParameterType.DATE, found.value, found.span.start, found.span.end)


def _numbers(sentence: str) -> Iterator[Mention]:
    for match in _NUMBER.finditer(sentence):
        number = Decimal(match["whole"].replace(",", "") + (match["part"] or "")) * _SCALES[match["scale"] or ""]
        word = match["unit"] or match["sign"] or ""
        unit = _UNITS.get(word.removesuffix("s"), word)
        yield Mention(ParameterType.NUMBER, f"{number.normalize():f}", *match.span(), unit=unit)


def _names(sentence: str, names: Iterable[Named], vocabulary: Collection[str]) -> Iterator[Mention]:
    """Runs of whole words that are a name; one of common words needs a capital that it does not owe to its place."""
    classes: dict[str, set[str]] = {}
    for named in names:
        classes.setdefault(fold(named.name), set()).add(named.class_)
    for start, end in _runs(sentence):
        key = fold(sentence[start:end])
        if key in classes and ((start and sentence[start].isupper()) or not _is_plain(sentence[start:end], vocabulary)):
            yield Mention(ParameterType.THING, sentence[start:end], start, end, frozenset(classes[key]))


def _runs(sentence: str) -> Iterator[tuple[int, int]]:
    """The spans of one to twelve words in a row, and of each piece of a script that knows no spaces."""
    spans = [match.span() for match in _LETTERS.finditer(sentence)]
    for first, (start, _) in enumerate(spans):
        yield from ((start, end) for _, end in spans[first : first + 12])
    yield from ((word.start, word.end) for word in words(sentence))


def _is_plain(name: str, vocabulary: Collection[str]) -> bool:
    return all(is_common(word.text) or word.stem in vocabulary for word in words(name))


def _countries(sentence: str) -> Iterator[Mention]:
    """Countries and demonyms that the graph need not have, as ISO codes."""
    from triplehelix.places import demonym_country  # noqa: PLC0415 - the gazetteer takes time to load
    from triplehelix.places.regions import country_named  # noqa: PLC0415

    for start, end in _runs(sentence):
        name = sentence[start:end]
        if name[0].isupper() and len(name.split()) < 5:
            place = country_named(name)
            if code := place.country if place else demonym_country(name):
                yield Mention(ParameterType.COUNTRY, code, start, end)


def _unknown(said: tuple[Word, ...], vocabulary: Collection[str], taken: list[Mention]) -> Iterator[Mention]:
    """Runs of words that neither the questions nor the closed lists have."""
    run: list[Word] = []
    for word in (*said, None):
        known = word is None or is_common(word.text) or word.stem in vocabulary
        if word and not known and not any(mention.overlaps(word.start, word.end) for mention in taken):
            run.append(word)
        elif run:
            yield Mention(ParameterType.TEXT, " ".join(one.text for one in run), run[0].start, run[-1].end)
            run = []


def _translated(unknown: Mention, names: list[Named]) -> Mention:
    """A place of the graph that the gazetteer knows by these words, or the words as they are."""
    foreign = unknown.value[0].isupper() or not unknown.value.isascii()
    places = [named for named in names if named.class_ == "Place"] if foreign else []
    for place in in_gazetteer(unknown.value, places) if places else ():
        return replace(unknown, type=ParameterType.THING, value=place.name, classes=frozenset({"Place"}))
    return unknown


def _joined(sentence: str, found: list[Mention]) -> Iterator[Mention]:
    """'Osaka' and the unknown 'Bio Headquaters' after it are one name, with a slip in it."""
    last: Mention | None = None
    for mention in found:
        if last and _belong(sentence, last, mention):
            value = sentence[last.start : mention.end]
            last = replace(last, type=ParameterType.TEXT, value=value, end=mention.end, classes=frozenset())
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


def _belong(sentence: str, one: Mention, other: Mention) -> bool:
    types = {one.type, other.type}
    capitals = sentence[one.start].isupper() and sentence[other.start].isupper()
    return types == {ParameterType.THING, ParameterType.TEXT} and capitals and sentence[one.end : other.start] == " "
