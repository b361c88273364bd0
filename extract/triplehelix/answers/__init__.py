"""Question + store -> Answer -> text."""

from triplehelix.answers.answer import Answer, Claim, Evidence, Triples, Verdict
from triplehelix.answers.asking import ask, labels, resolved
from triplehelix.answers.formats import Format, render

__all__ = ["Answer", "Claim", "Evidence", "Format", "Triples", "Verdict", "ask", "labels", "render", "resolved"]
