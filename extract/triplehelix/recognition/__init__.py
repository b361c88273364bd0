"""Document -> mentions: names known beforehand, and what the trained reader finds beside them, where plausible."""

from triplehelix.recognition.joining import recognize

__all__ = ["recognize"]
