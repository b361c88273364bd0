"""Asserted graph of one article -> what follows from it.

Reasoning works on one article at a time: a conclusion stands or falls with its article, so that one can be dropped.
Each axiom of the ontology has a single premise, so the closures of the articles are together the closure of all.
"""

from __future__ import annotations

from triplehelix.reasoning.infer import conclusions, infer

__all__ = ["conclusions", "infer"]
