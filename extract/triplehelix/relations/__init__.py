"""Document + entities -> relations."""

from triplehelix.relations.relate import relate

__all__ = ["relate"]
