"""Store -> another triple store, whole or not at all, read back and compared."""

from triplehelix.loading.bulk import bulk_commands
from triplehelix.loading.loading import Target, load
from triplehelix.loading.profiles import PROFILES
from triplehelix.loading.report import LoadReport

__all__ = ["PROFILES", "LoadReport", "Target", "bulk_commands", "load"]
