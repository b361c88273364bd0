"""The commands that load a big graph by a store's own bulk loader, from a file that `triplehelix export` writes."""

from __future__ import annotations

import shlex
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triplehelix.loading.loading import Target

_COMMANDS = {
    "oxigraph": """
        # the server must not run meanwhile
        oxigraph load --location /path/to/oxigraph --file graph.nq
        """,
    "virtuoso": """
        # the folder of graph.nq must be in DirsAllowed of virtuoso.ini; triples without a graph go into $facts
        isql 1111 dba "$$DBA_PASSWORD" exec="
          ld_dir('/path/to', 'graph.nq', '$facts');
          rdf_loader_run();
          checkpoint;"
        """,
    "fuseki": """
        # the server must not run meanwhile
        tdb2.tdbloader --loc /path/to/tdb2 graph.nq
        """,
    "graphdb": """
        # the server must not run meanwhile
        importrdf preload --force --id $last graph.nq
        """,
    "qlever": """
        qlever index --name triplehelix --format nq --input-files graph.nq --cat-input-files 'cat graph.nq' \\
          --overwrite-existing
        """,
    "generic": """
        # the store's own bulk loader is faster than this; nothing is removed first
        curl --fail --data-binary @graph.nq --header 'Content-Type: application/n-quads' $data
        """,
}


def bulk_commands(target: Target, store: str, base: str) -> str:
    """Shell commands for a store of the target's profile, to be edited where they say /path/to.

    Args:
        target: where to.
        store: this store's folder.
        base: where its IRIs begin.
    """
    where = target.endpoints()
    commands = "\n".join(line.removeprefix(" " * 8) for line in _COMMANDS[target.profile].strip("\n").splitlines())
    values = {
        "facts": target.facts_graph(base) or "",
        "last": shlex.quote(target.url.rstrip("/").rpartition("/")[2]),
        "data": shlex.quote(where.data or target.url),
    }
    export = f"triplehelix export graph.nq --store {shlex.quote(store)}"
    check = f"triplehelix load {shlex.quote(target.url)} --profile {target.profile} --store {shlex.quote(store)}"
    last = f"# afterwards, with the server running: sends what is missing, reads back and compares\n{check}"
    return f"{export}\n{Template(commands.rstrip()).substitute(values)}\n{last}\n"
