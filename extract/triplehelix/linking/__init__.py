"""Articles in a store -> one node for one thing, one agreement and one text, whoever tells of it.

`put` and `remove` change one article, `obey` follows what people decided; all else here is pure.
"""

from triplehelix.linking.writing import obey, put, remove

__all__ = ["obey", "put", "remove"]
