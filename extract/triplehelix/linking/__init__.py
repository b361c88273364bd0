"""Articles in a store -> one node for one thing, one agreement and one text, whoever tells of it.

`put` and `remove` change one article; `link_all` links those of a bulk build, of each of which it needs what `indexed`
gives. `same` and `differ` decide about a pair, and `obey` follows what was decided; `merges` lists what was linked, and
why.
"""

from triplehelix.linking.deciding import Merge, differ, merges, same
from triplehelix.linking.whole import indexed, link_all
from triplehelix.linking.writing import obey, put, remove

__all__ = ["Merge", "differ", "indexed", "link_all", "merges", "obey", "put", "remove", "same"]
