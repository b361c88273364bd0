"""Asserted graph -> (valid graph, quarantine with the reason of each refusal)."""

from __future__ import annotations

from triplehelix.gate.admission import Admission, admit
from triplehelix.gate.report import Violation, conforms, validate, violations_in

__all__ = ["Admission", "Violation", "admit", "conforms", "validate", "violations_in"]
