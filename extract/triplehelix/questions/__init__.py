"""queries/*.rq -> Questions; Question + values -> a query text that may be run."""

from triplehelix.questions.catalogue import all_questions, load, names, read, read_own
from triplehelix.questions.question import Column, EvidencePattern, Parameter, ParameterType, Question

__all__ = [
    "Column",
    "EvidencePattern",
    "Parameter",
    "ParameterType",
    "Question",
    "all_questions",
    "load",
    "names",
    "read",
    "read_own",
]
