"""Extraction -> why it is as it is: what each stage proposed, kept and refused, as text or as a page."""

from triplehelix.tracing.page import page
from triplehelix.tracing.text import lines
from triplehelix.tracing.trace import Trace, trace

__all__ = ["Trace", "lines", "page", "trace"]
