"""The modules of the package in the order in which data flows through them."""

from __future__ import annotations

#: A module imports earlier ones only; a folder of modules counts as one.
STAGES = (
    "errors",
    "folders",
    "vocabulary",
    "facts",
    "identifiers",
    "articles",
    "documents",
    "dates",
    "places",
    "mentions",
    "entities",
    "countries",
    "relations",
    "partnerships",
    "reading",
    "evaluation",
    "training",
    "namespaces",
    "terms",
    "triples",
    "reasoning",
    "gate",
    "store",
    "exports",
    "questions",
    "answers",
    "pipeline",
    "api",
    "cli",
    "__init__",
    "__main__",
)
