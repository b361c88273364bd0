"""What reads an article, as a hash: an article is read again when this changes."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from triplehelix.folders import ONTOLOGY, SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PACKAGE = Path(__file__).resolve().parent.parent


def fingerprint(extractor: Callable[..., object]) -> str:
    """Sixteen digits for the extractor's name, the package with its models, the ontology and the registries."""
    name = f"{getattr(extractor, '__module__', '')}.{getattr(extractor, '__qualname__', repr(type(extractor)))}"
    return hashlib.sha256(f"{name} {_installation()}".encode()).hexdigest()[:16]


@cache
def _installation() -> str:
    whole = hashlib.sha256()
    for name, file in _files():
        whole.update(f"{name}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as content:
            whole.update(hashlib.file_digest(content, "sha256").digest())
    return whole.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """The files that an article's graph depends on, with names that are the same in a checkout and when installed."""
    data = {ONTOLOGY, SEEDS, _PACKAGE / "queries"}
    for file in sorted(_PACKAGE.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and not any(folder in file.parents for folder in data):
            yield file.relative_to(_PACKAGE).as_posix(), file
    for folder in (ONTOLOGY, SEEDS):
        for file in sorted([*folder.glob("*.ttl"), *folder.glob("rules/*.rq"), *folder.glob("*.csv")]):
            yield f"{folder.name}/{file.relative_to(folder).as_posix()}", file
