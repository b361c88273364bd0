"""Gold things and predicted things -> pairs of one and the same.

Names are equal when any form of one equals any form of the other, folded; a Facility, often a described one, also
matches when its noun phrase shares half of its words. A cluster organisation may be taken for a Hub and the other way
round.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from triplehelix.evaluation.annotation import Thing
from triplehelix.vocabulary import EntityClass, OrganizationKind

_Gold = TypeVar("_Gold")
_Predicted = TypeVar("_Predicted")

_EITHER = {EntityClass.HUB, EntityClass.ORGANIZATION}
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "in", "at", "for", "new", "its", "and"})


def folded(name: str) -> str:
    """A name without case, accents, punctuation, possessive and leading article; '' when nothing is left."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().replace("’", "'")
    words = re.sub(r"[\W_]+", " ", re.sub(r"'s\b", "", plain).replace("&", " and ")).strip()
    return re.sub(r"^(?:the|a|an|its|their|new) ", "", words)


def likeness(gold: Thing, predicted: Thing) -> float:
    """How much speaks for the two being one thing; 0 when they are not, more than 1 when a name is equal."""
    if not _comparable(gold, predicted):
        return 0.0
    names, other_names = _forms(gold), _forms(predicted)
    if shared := names & other_names:
        return 1.0 + len(shared) / 100
    if gold.entity_class != EntityClass.FACILITY:
        return 0.0
    best = max((_overlap(name, other) for name in names for other in other_names), default=0.0)
    return best if best >= 0.5 else 0.0


def parties_likeness(gold: frozenset[str], predicted: frozenset[str]) -> float:
    """Jaccard overlap of two sets of parties; 0 below a half, and when they share one party only."""
    shared = gold & predicted
    overlap = len(shared) / len(gold | predicted) if shared else 0.0
    return overlap if overlap >= 0.5 and len(shared) > 1 else 0.0


def paired(
    golds: Sequence[_Gold], predictions: Sequence[_Predicted], credit: Callable[[_Gold, _Predicted], float]
) -> list[tuple[int, int, float]]:
    """One-to-one pairs (index of gold, index of prediction, credit), best credit first; no pair has a credit of 0.

    Of pairs with the same credit the ones listed last come first.
    """
    worths = ((credit(gold, other), i, j) for i, gold in enumerate(golds) for j, other in enumerate(predictions))
    taken, taken_predictions, pairs = set[int](), set[int](), []
    for worth, i, j in sorted((entry for entry in worths if entry[0] > 0), reverse=True):
        if i not in taken and j not in taken_predictions:
            taken.add(i)
            taken_predictions.add(j)
            pairs.append((i, j, worth))
    return pairs


def _comparable(gold: Thing, predicted: Thing) -> bool:
    if gold.entity_class == predicted.entity_class:
        return True
    cluster = (EntityClass.ORGANIZATION, OrganizationKind.CLUSTER_ORGANIZATION)
    has_cluster = cluster in ((gold.entity_class, gold.kind), (predicted.entity_class, predicted.kind))
    return has_cluster and {gold.entity_class, predicted.entity_class} == _EITHER


def _forms(thing: Thing) -> set[str]:
    return {form for form in map(folded, thing.names) if form}


def _overlap(name: str, other: str) -> float:
    """Share of the shorter name's words that the longer one has; names of a single word must be equal."""
    words, others = set(name.split()) - _SMALL_WORDS, set(other.split()) - _SMALL_WORDS
    shorter = min(len(words), len(others))
    return len(words & others) / shorter if shorter > 1 else float(words == others)
