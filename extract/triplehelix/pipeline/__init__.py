"""Articles -> a validated graph in a store: the verbs that change it, and those that hold it against its sources."""

from __future__ import annotations

from triplehelix.pipeline.checking import CheckReport, Finding, check
from triplehelix.pipeline.flow import Progress, add, build, drop
from triplehelix.pipeline.outcomes import ArticleOutcome, BuildReport, Outcome
from triplehelix.pipeline.stages import STAGES
from triplehelix.pipeline.verifying import Fault, VerifyReport, verify
from triplehelix.shards import Extractor

__all__ = [
    "STAGES",
    "ArticleOutcome",
    "BuildReport",
    "CheckReport",
    "Extractor",
    "Fault",
    "Finding",
    "Outcome",
    "Progress",
    "VerifyReport",
    "add",
    "build",
    "check",
    "drop",
    "verify",
]
