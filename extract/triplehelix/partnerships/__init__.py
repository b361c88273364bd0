"""Document + entities -> partnerships."""

from triplehelix.partnerships.assemble import assemble
from triplehelix.partnerships.seen import SEEN
from triplehelix.partnerships.weighing import Candidate, candidates

__all__ = ["SEEN", "Candidate", "assemble", "candidates"]
