"""Asserted graph -> (valid graph, quarantine with the reason of each refusal)."""

from __future__ import annotations

from triplehelix.gate.admission import Admission, admit
from triplehelix.gate.report import Violation, validate, violations_in

__all__ = ["Admission", "Violation", "admit", "validate", "violations_in"]
