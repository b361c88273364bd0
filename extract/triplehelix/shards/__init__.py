"""Many articles -> shards of N-Quads: the part of a build that needs no store, on any number of processes or machines.

A shard is made of a piece of the input by one function, `make`. It gives the same bytes whoever runs it and however
often, so it may be tried again at any time; what is there already is not made again. Input and output are folders, or
addresses that fsspec knows (s3://, gs://, memory://, …). The files of a shard:

    NAME.nq.gz       the facts, in the default graph and in the named graphs of their articles: for any bulk loader
    NAME.jsonl.gz    the articles with their texts and sizes, what was refused of them and what they can be found by,
                     and what could not be read
    NAME.json        how many of each, and a hash of what they were made of; written last, it stands for a whole shard
"""

from __future__ import annotations

from triplehelix.shards.article import ArticleGraphs, Extractor, read
from triplehelix.shards.pieces import Piece, pieces
from triplehelix.shards.running import ENGINES, Engine, Plan, make_all
from triplehelix.shards.shard import Made, Task, make

__all__ = [
    "ENGINES",
    "ArticleGraphs",
    "Engine",
    "Extractor",
    "Made",
    "Piece",
    "Plan",
    "Task",
    "make",
    "make_all",
    "pieces",
    "read",
]
