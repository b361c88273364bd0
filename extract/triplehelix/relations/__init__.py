"""Document + entities -> relations."""

from triplehelix.relations.relate import SEEN, Candidate, candidates, relate

__all__ = ["SEEN", "Candidate", "candidates", "relate"]
