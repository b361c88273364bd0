"""What a sentence asks -> how well each saved question fits it: weighted overlap of words, and no language model.

A question stands for its summary and for each of its other phrasings, with a slot in the place of each default that
they name. A word or a slot counts the more, the fewer questions have it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from triplehelix.questions.question import Parameter, ParameterType, Question
from triplehelix.questions.values import kinds_of
from triplehelix.questions.words import words

#: How much the words count that stand only in a question's description, name and tags.
_BESIDE = 0.2
#: What a slot counts, and a word that no question has.
_LITTLE = 1.0
#: What is left of a score where the sentence lacks a word that all phrasings have, such as 'foreign'.
_CORELESS = 0.7


@dataclass(frozen=True, slots=True)
class _Profile:
    """The words of a question: those of each phrasing, and those of all that its header says."""

    phrasings: tuple[frozenset[str], ...]
    beside: frozenset[str]


def scores(asked: Sequence[frozenset[str]], questions: Sequence[Question]) -> list[float]:
    """How well each question fits a sentence: 0 for not at all, to a little over 1.

    Args:
        asked: the stems and slots of the sentence, as each of the questions takes it.
        questions: in the same order.
    """
    profiles = [_profile(question) for question in questions]
    weights = Counter(stem for profile in profiles for stem in frozenset().union(*profile.phrasings))
    pairs = zip(asked, profiles, strict=True)
    return [_score(said, profile, weights, len(profiles)) for said, profile in pairs]


def vocabulary(questions: Sequence[Question]) -> frozenset[str]:
    """The stems of all that the questions' phrasings and descriptions say, without their defaults, and of the kinds."""
    kinds = " ".join(kind for parameter in _parameters(questions) for kind in kinds_of(parameter)).replace("_", " ")
    said = [one for profile in map(_profile, questions) for one in (profile.beside, *profile.phrasings)]
    return stems(kinds).union(*said)


def _parameters(questions: Sequence[Question]) -> Iterator[Parameter]:
    return (parameter for question in questions for parameter in question.parameters)


def _score(asked: frozenset[str], profile: _Profile, weights: Counter[str], count: int) -> float:
    def weight(stems: Collection[str]) -> float:
        known = [stem for stem in stems if weights[stem] and not stem.startswith("<")]
        return sum(math.log(1 + count / weights[stem]) for stem in known) + _LITTLE * (len(stems) - len(known))

    total = weight(asked)
    if not any(stem in weights and not stem.startswith("<") for stem in asked):
        return 0
    overlaps = (2 * weight(asked & words) / (total + weight(words)) for words in profile.phrasings)
    known = profile.beside.union(*profile.phrasings)
    core = frozenset.intersection(*profile.phrasings)
    whole = 1 if core <= asked else _CORELESS
    return whole * (max(overlaps) + _BESIDE * weight(asked & known) / total)


@lru_cache(maxsize=256)
def _profile(question: Question) -> _Profile:
    beside = " ".join((question.description, question.name.replace("_", " "), *question.tags))
    return _Profile(tuple(_stems(question, one) for one in (question.summary, *question.phrasings)), stems(beside))


def _stems(question: Question, sentence: str) -> frozenset[str]:
    slots = set()
    for parameter in question.parameters:
        if parameter.default and parameter.default in sentence:
            sentence = sentence.replace(parameter.default, " ")
            slots.add(slot(parameter.type))
    return stems(sentence) | slots


def slot(type_: ParameterType) -> str:
    """What stands in a sentence for a value of this type: the same for a thing and for a country."""
    return f"<{ParameterType.THING if type_ is ParameterType.COUNTRY else type_}>"


def stems(sentence: str) -> frozenset[str]:
    """The stems of a sentence."""
    return frozenset(word.stem for word in words(sentence) if word.stem)
