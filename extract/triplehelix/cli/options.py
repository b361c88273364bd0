"""What several commands have in common."""

from __future__ import annotations

from pathlib import Path

import click

#: The folder of the store.
store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="TRIPLEHELIX_STORE",
    default="triplehelix-store",
    show_default=True,
    show_envvar=True,
    metavar="DIR",
    help="The store's folder.",
)

#: Where IRIs begin; the store looks at $TRIPLEHELIX_BASE by itself, for new stores only.
base_option = click.option(
    "--base",
    metavar="IRI",
    help="Where the IRIs of things begin in a new store.  [env var: TRIPLEHELIX_BASE]",
)

#: Articles, as files, folders or `-`.
paths_argument = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(allow_dash=True, path_type=Path))

#: How many processes read articles.
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Read articles on N processes.  [default: one a processor, one in all for a few articles]",
)

#: What reads articles in bulk, and where the shards go; the names are those of shards.ENGINES.
engine_option = click.option(
    "--engine",
    type=click.Choice(("processes", "ray")),
    help="Build in bulk, on processes of this machine or on a Ray cluster ($RAY_ADDRESS).",
)
shards_option = click.option(
    "--shards",
    metavar="URL",
    help="Write shards of N-Quads for any bulk loader to this folder or address, instead of a store.",
)

#: The values of answers.Format, written out so that --help needs no engine.
FORMATS = ("table", "csv", "tsv", "json", "md", "xml", "ttl", "nt", "jsonld", "rdf")

#: How rows are written; triples take ttl, nt, jsonld and rdf.
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="table and md hold names; csv, tsv, json and xml are the W3C's; the rest is for triples.",
)

#: How the rows of a saved question are written.
row_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS[:6]),
    default="table",
    show_default=True,
    help="table and md hold names; csv, tsv, json and xml are the W3C's.",
)

names_option = click.option("--names/--iris", default=None, help="Names or IRIs, whatever the format has by itself.")

#: What a query that says GRAPH may see.
quarantine_option = click.option(
    "--quarantine", is_flag=True, help="Let GRAPH find what the shapes refused of each article, too."
)

#: Where a query of one's own is cut.
timeout_option = click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop the query after that long.",
)
limit_option = click.option(
    "--limit-rows",
    type=click.IntRange(1),
    default=10_000,
    show_default=True,
    metavar="N",
    help="Cut the answer after N rows.",
)
