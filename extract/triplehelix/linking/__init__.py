"""Articles in a store -> one node for one thing, one agreement and one text, whoever tells of it.

`put` and `remove` change one article; `same` and `differ` decide about a pair, and `obey` follows what was decided;
`merges` lists what was linked, and why.
"""

from triplehelix.linking.deciding import Merge, differ, merges, same
from triplehelix.linking.writing import obey, put, remove

__all__ = ["Merge", "differ", "merges", "obey", "put", "remove", "same"]
