"""Document + entities -> partnerships."""

from triplehelix.partnerships.assemble import assemble

__all__ = ["assemble"]
