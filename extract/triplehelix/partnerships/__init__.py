"""Document + entities -> partnerships."""

from triplehelix.partnerships.assemble import assemble
from triplehelix.partnerships.statements import Refusal, Statement, judged

__all__ = ["Refusal", "Statement", "assemble", "judged"]
