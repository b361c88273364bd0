"""Document -> mentions: names known beforehand, and what the trained reader finds beside them, where plausible."""

from triplehelix.recognition.joining import Candidate, Source, candidates, recognize

__all__ = ["Candidate", "Source", "candidates", "recognize"]
