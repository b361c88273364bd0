"""Gold articles -> the figures of an extractor.

Precision, recall and F1 are micro-averaged over the articles; intervals are bootstrapped over articles.
"""

from triplehelix.evaluation.annotation import Annotation, from_facts, from_json
from triplehelix.evaluation.bootstrap import Interval
from triplehelix.evaluation.counts import Count, Fault
from triplehelix.evaluation.result import Change, Evaluation
from triplehelix.evaluation.scoring import evaluate, held_out, read_gold, score

__all__ = [
    "Annotation",
    "Change",
    "Count",
    "Evaluation",
    "Fault",
    "Interval",
    "evaluate",
    "from_facts",
    "from_json",
    "held_out",
    "read_gold",
    "score",
]
