"""A question in plain words -> the saved question that it is, and the values of its parameters."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from triplehelix.errors import QuestionError
from triplehelix.questions.catalogue import all_questions
from triplehelix.questions.filling import Filling, fill
from triplehelix.questions.graph import Queryable
from triplehelix.questions.matching import scores, slot, vocabulary
from triplehelix.questions.mentions import Mention, mentions
from triplehelix.questions.question import ParameterType, Question
from triplehelix.questions.words import words

#: What a question must score to be taken, and how far it must be ahead of the next: tried on several phrasings of each.
_ENOUGH, _AHEAD = 0.45, 0.06
_CANDIDATES = 4
#: What is left of a score when a name that must be there is missing, and where an unknown word is taken for one.
_MISSING, _GUESSED = 0.8, 0.75
#: And for each value of the sentence that finds no place: to leave a name aside would answer another question.
_UNUSED = {ParameterType.TEXT: 0.9, ParameterType.THING: 0.5, ParameterType.COUNTRY: 0.5}
_UNUSED_OTHER = 0.5


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question in plain words was taken for.

    Attributes:
        question: the saved question.
        values: what the sentence says for its parameters, by name; the others take their defaults.
        unused: what was not understood, as it stands in the sentence.
        others: the names of the questions that fit next best, the best first.
    """

    question: Question
    values: Mapping[str, str]
    unused: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def command(self) -> str:
        """The question as one would ask it by its name: 'foreign_clusters --hub Osaka'."""
        said = (f"--{name} {_quoted(value)}" for name, value in self.values.items())
        return " ".join((self.question.name, *said))


@dataclass(frozen=True, slots=True)
class _Candidate:
    question: Question
    filling: Filling
    score: float


def understand(graph: Queryable, sentence: str, questions: Sequence[Question] | None = None) -> Understood:
    """The saved question that a sentence asks, by the words that both have; names and dates become its values.

    Args:
        graph: where names are looked up.
        sentence: what a person asks, in English or with the Japanese words of `words`.
        questions: those to choose from; None means all saved ones.

    Raises:
        QuestionError: no question fits, or several do about as well (the message lists them), or the one that fits
            needs a name or a date that the sentence does not say.
    """
    known = tuple(questions) if questions is not None else all_questions()
    found = mentions(graph, sentence, vocabulary(known))
    ranked = _ranked(graph, sentence, known, found)
    best, others = ranked[0], ranked[1:]
    if best.score < _ENOUGH or (others and best.score - others[0].score < _AHEAD):
        raise _unsure(sentence, ranked)
    if best.filling.missing:
        raise _incomplete(best)
    names = tuple(other.question.name for other in others[: _CANDIDATES - 1])
    aside = tuple(sentence[mention.start : mention.end] for mention in best.filling.unused)
    return Understood(best.question, best.filling.values, aside, names)


def is_plain(text: str) -> bool:
    """Whether a text is a question in plain words: neither the name of one nor that of a file."""
    return not re.fullmatch(r"[\w./\\-]+(?:\.rq)?", text, re.ASCII) and not text.endswith(".rq")


def _ranked(
    graph: Queryable, sentence: str, questions: Sequence[Question], found: tuple[Mention, ...]
) -> list[_Candidate]:
    """The questions, the one that fits best first."""
    said = [word for word in words(sentence) if not any(m.overlaps(word.start, word.end) for m in found)]
    stems = frozenset(word.stem for word in said if word.stem)
    fillings = [fill(graph, question, sentence, found) for question in questions]
    fits = scores([stems | _slots(found, filling) for filling in fillings], questions)
    candidates = [
        _Candidate(question, filling, fit * _factor(filling))
        for question, filling, fit in zip(questions, fillings, fits, strict=True)
    ]
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.question.name))


def _slots(found: tuple[Mention, ...], filling: Filling) -> frozenset[str]:
    """What stands in the sentence for the values: the slot of a thing for a word that was taken for a name."""
    guess = {ParameterType.TEXT: ParameterType.THING} if filling.guessed else {}
    return frozenset(slot(guess.get(mention.type, mention.type)) for mention in found)


def _factor(filling: Filling) -> float:
    """What is left of a score for what a question's parameters do not take of the sentence, or miss in it."""
    left = math.prod(_UNUSED.get(mention.type, _UNUSED_OTHER) for mention in filling.unused)
    return left * (_MISSING if filling.missing else 1) * (_GUESSED if filling.guessed else 1)


def _unsure(sentence: str, ranked: list[_Candidate]) -> QuestionError:
    likely = [one for one in ranked[:_CANDIDATES] if one.score > ranked[0].score / 2]
    if not likely or ranked[0].score < _ENOUGH / 2:
        remedy = "`triplehelix queries` lists what can be asked"
        return QuestionError("no saved question asks this", repr(sentence), remedy)
    listed = "; ".join(f"{one.question.name} ({one.question.summary})" for one in likely)
    return QuestionError("this may mean more than one question", repr(sentence), f"ask for one by its name: {listed}")


def _incomplete(best: _Candidate) -> QuestionError:
    question = best.question
    parameter = question.parameter(best.filling.missing[0])
    wanted = (
        f"name {parameter.description}" if parameter.type is ParameterType.THING else f"say {parameter.description}"
    )
    example = f", as in: {question.summary}" if parameter.default and parameter.default in question.summary else ""
    return QuestionError(f"the question needs a value for --{parameter.name}", question.name, f"{wanted}{example}")


def _quoted(value: str) -> str:
    return value if re.fullmatch(r"[\w./:#-]+", value) else '"' + value.replace('"', '\\"') + '"'
