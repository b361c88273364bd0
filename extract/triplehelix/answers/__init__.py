"""Question + store -> Answer -> text."""

from triplehelix.answers.answer import Answer, Claim, Evidence, Spot, Triples, Verdict
from triplehelix.answers.asking import ask
from triplehelix.answers.formats import Format, render
from triplehelix.answers.labels import labels
from triplehelix.answers.own import ask_own
from triplehelix.answers.taking import resolved

__all__ = [
    "Answer",
    "Claim",
    "Evidence",
    "Format",
    "Spot",
    "Triples",
    "Verdict",
    "ask",
    "ask_own",
    "labels",
    "render",
    "resolved",
]
