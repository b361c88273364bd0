"""The process that runs one query from outside: a job on stdin, the answer on stdout, a JSON object a line.

{"columns": [...]} | {"triples": true} | {"boolean": true}
{"row": {...}}                                                a binding, or a line of N-Triples
{"end": true, "cut": null, "error": "..."}
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from triplehelix.answers.formats import binding_json
from triplehelix.errors import TriplehelixError
from triplehelix.questions.graph import Results
from triplehelix.store import Store

#: Bytes of address space: a query that would take more is stopped before the machine is.
_MEMORY = 6 << 30


def main() -> None:
    """Run the job on stdin."""
    _limit_memory()
    job = json.loads(sys.stdin.buffer.read())
    try:
        with Store.open(job["store"], readonly=True) as store:
            cut = _send(_lines(store.query(job["query"], quarantine=job["quarantine"])), job["rows"], job["bytes"])
        _say({"end": True, "cut": cut})
    except TriplehelixError as fault:
        _say({"end": True, "error": str(fault)})
    except (OSError, ValueError, RuntimeError) as fault:  # what pyoxigraph raises while it evaluates
        _say({"end": True, "error": f"the query failed: {' '.join(str(fault).split())}"})


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - only Unix has it

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        return


def _lines(results: Results) -> Iterator[dict[str, Any]]:
    if isinstance(results, ox.QuerySolutions):
        columns = tuple(variable.value for variable in results.variables)
        yield {"columns": columns}
        yield from ({"row": binding_json(columns, tuple(solution))} for solution in results)
    elif isinstance(results, ox.QueryTriples):
        yield {"triples": True}
        yield from ({"row": f"{triple} .\n"} for triple in results)
    else:
        yield {"boolean": bool(results)}


def _send(lines: Iterator[dict[str, Any]], most_rows: int, most_bytes: int) -> str | None:
    """Say the lines as they come; why it stopped before the last, or None."""
    said = 0
    for count, line in enumerate(lines):
        if count > most_rows:
            return f"cut after {most_rows} rows"
        said += _say(line)
        if said > most_bytes:
            return f"cut after {most_bytes} bytes"
    return None


def _say(line: dict[str, Any]) -> int:
    text = json.dumps(line, ensure_ascii=False) + "\n"
    sys.stdout.write(text)
    sys.stdout.flush()
    return len(text.encode())


if __name__ == "__main__":
    main()
