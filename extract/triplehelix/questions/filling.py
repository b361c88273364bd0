"""A question + the values in a sentence -> which parameter takes which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import Queryable, select, value
from triplehelix.questions.mentions import Mention
from triplehelix.questions.question import Parameter, ParameterType, Question
from triplehelix.questions.values import kinds_of
from triplehelix.questions.words import words

_FIRST, _LAST = "0001", "9999"
#: Too often the verb of the sentence to be what it asks for.
_VERBS = frozenset({"announced", "signed"})
_KIND_NAMES = {"mou": ("memorandum of understanding", "memoranda of understanding")}


@dataclass(frozen=True, slots=True)
class Filling:
    """What a sentence says for the parameters of a question.

    Attributes:
        values: by name.
        missing: things and dates that must be said, and are not.
        unused: the mentions that found no place.
        guessed: whether a word that nobody knows was taken for the name of a thing.
    """

    values: Mapping[str, str]
    missing: tuple[str, ...]
    unused: tuple[Mention, ...]
    guessed: bool


@dataclass(slots=True)
class _Rest:
    """The mentions that no parameter has taken yet."""

    mentions: list[Mention]
    values: dict[str, str] = field(default_factory=dict)
    unit: str = ""

    def take(self, *types: ParameterType, classes: tuple[str, ...] = ()) -> Mention | None:
        """The first mention of the first type that is there; a thing must be of one of the classes."""
        for type_ in types:
            for mention in self.mentions:
                fits = not mention.classes or not classes or mention.classes & set(classes)
                if mention.type is type_ and fits:
                    self.mentions.remove(mention)
                    return mention
        return None

    def take_longest(self) -> Mention | None:
        """What is most likely the subject: the longest run of unknown words, or a name where there is none."""
        unknown = [mention for mention in self.mentions if mention.type is ParameterType.TEXT]
        for mention in sorted(unknown, key=lambda m: (m.start - m.end, m.start))[:1]:
            self.mentions.remove(mention)
            return mention
        return self.take(ParameterType.THING)


def fill(graph: Queryable, question: Question, sentence: str, found: tuple[Mention, ...]) -> Filling:
    """The values that a sentence gives to a question's parameters, each mention to one parameter.

    Things are given in the order of the sentence. A single date stands for both ends of a period, and 'since' and
    'until' leave the other end open.
    """
    rest = _Rest(list(found))
    _dates(question, sentence, rest)
    for parameter in question.parameters:
        if (said := _said(graph, parameter, sentence, rest)) is not None:
            rest.values[parameter.name] = said
    missing = tuple(p.name for p in question.parameters if _must_be_said(p) and p.name not in rest.values)
    order = [p.name for p in question.parameters if p.name in rest.values]
    values = {name: rest.values[name] for name in order}
    return Filling(values, missing, tuple(rest.mentions), _has_guess(question, values, found))


def _has_guess(question: Question, values: Mapping[str, str], found: tuple[Mention, ...]) -> bool:
    things = {values[p.name] for p in question.parameters if p.type is ParameterType.THING and p.name in values}
    return any(mention.type is ParameterType.TEXT and mention.value in things for mention in found)


def _must_be_said(parameter: Parameter) -> bool:
    named = {ParameterType.THING, ParameterType.DATE, ParameterType.TEXT}
    return parameter.required and bool(parameter.default) and parameter.type in named


def _said(graph: Queryable, parameter: Parameter, sentence: str, rest: _Rest) -> str | None:
    mention: Mention | None = None
    match parameter.type:
        case ParameterType.THING:
            return _thing(graph, parameter, rest)
        case ParameterType.KIND:
            return _kind(parameter, sentence)
        case ParameterType.TEXT if not parameter.default:
            return rest.unit or None  # the text beside a number that may be left out is its currency
        case ParameterType.TEXT:
            mention = rest.take_longest()
        case ParameterType.COUNTRY:
            mention = rest.take(ParameterType.COUNTRY, ParameterType.THING, classes=("Place",))
        case ParameterType.NUMBER:
            mention = rest.take(ParameterType.NUMBER)
            rest.unit = mention.unit if mention else ""
        case ParameterType.DATE:
            pass  # _dates has seen to it
    return mention.value if mention else None


def _thing(graph: Queryable, parameter: Parameter, rest: _Rest) -> str | None:
    """A name of the graph, or else a country, or else what may be a name with a slip in it."""
    guesses = (ParameterType.COUNTRY, ParameterType.TEXT) if parameter.required else ()
    mention = rest.take(ParameterType.THING, *guesses, classes=parameter.classes)
    if mention and mention.type is ParameterType.COUNTRY:
        return _country_node(graph, mention)
    return mention.value if mention else None


def _country_node(graph: Queryable, mention: Mention) -> str:
    """The country's own IRI in the graph, or its name for the message that says that there is none."""
    pattern = f"?country helix:kind helix:country ; helix:country {serialise(ox.Literal(mention.value))}"
    nodes = sorted(value(row[0]) for row in select(graph, f"SELECT ?country WHERE {{ {pattern} }}"))
    if nodes:
        return nodes[0]
    from triplehelix.places.capitals import country_name  # noqa: PLC0415 - the gazetteer takes time to load

    return country_name(mention.value)


def _dates(question: Question, sentence: str, rest: _Rest) -> None:
    names = [p.name for p in question.parameters if p.type is ParameterType.DATE]
    dates: list[Mention] = []
    while len(dates) < len(names) and (mention := rest.take(ParameterType.DATE)):
        dates.append(mention)
    if len(names) == 2 and len(dates) == 1:
        before = sentence[max(0, dates[0].start - 12) : dates[0].end].casefold()
        value = dates[0].value
        opened = re.search(r"\b(?:since|after|from)\b", before)
        closed = re.search(r"\b(?:until|till|before|by|up to)\b", before)
        ends = (value, _LAST) if opened else (_FIRST, value) if closed else (value, value)
        rest.values |= dict(zip(names, ends, strict=True))
    else:
        rest.values |= {name: date.value for name, date in zip(names, dates, strict=False)}


def _kind(parameter: Parameter, sentence: str) -> str | None:
    """The one kind of the parameter's lists that the sentence names; None where it names none, or several."""
    told = _spaced(sentence)
    kinds = [kind for kind in kinds_of(parameter) if kind not in _VERBS]
    named = {kind for kind in kinds if any(_spaced(name) in told for name in (kind, *_KIND_NAMES.get(kind, ())))}
    return named.pop() if len(named) == 1 else None


def _spaced(text: str) -> str:
    """A text in stems that keep their meaning apart, between spaces: ' joint ventur '."""
    return f" {' '.join(word.root for word in words(text.replace('_', ' ')))} "
