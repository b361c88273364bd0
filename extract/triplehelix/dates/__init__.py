"""Text -> the dates in it."""

from triplehelix.dates.finding import find_dates
from triplehelix.dates.mention import DateMention

__all__ = ["DateMention", "find_dates"]
