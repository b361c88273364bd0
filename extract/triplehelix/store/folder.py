"""The folder that a store is: its layout, its format, and who may open it.

DIR/format                  which format the folder has, and where the IRIs of things begin
DIR/graph/                  the embedded Oxigraph
DIR/articles/TEXTHASH.txt   the stored text of each article
DIR/bulk/                   a bulk build that is not finished
DIR/identity.csv            what people decided of which names mean one thing; there when they did
DIR/writing                 there while somebody writes, and after one who was killed
"""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

import pyoxigraph as ox

from triplehelix.errors import StoreError
from triplehelix.prefixes import ID_BASE

#: The name of the default store in the working directory; the variable TRIPLEHELIX_STORE names another one.
DEFAULT_FOLDER = "triplehelix-store"

FORMAT = 1
_MAGIC = "triplehelix-store"
_ATTEMPTS = 5


def default_path() -> Path:
    """The store that is meant where none is named."""
    return Path(os.environ.get("TRIPLEHELIX_STORE") or DEFAULT_FOLDER)


def default_base() -> str:
    """Where the IRIs of things begin in a new store for which no base is named: $TRIPLEHELIX_BASE, or ID_BASE."""
    return os.environ.get("TRIPLEHELIX_BASE") or ID_BASE


def prepare(path: Path, base: str | None) -> str:
    """Make the folder a store, or see that it is one; the base of its IRIs.

    Raises:
        StoreError: the folder holds foreign files, has a newer format or another base, or cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not (path / "format").exists():
            _refuse_foreign(path)
            _write_format(path, _checked_base(base or default_base()))
        (path / "articles").mkdir(exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise StoreError("not a folder", path, "name a folder, or a path where one can be made") from None
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", path, "name a folder that you may write to") from None
    return read_format(path, base)


def _refuse_foreign(path: Path) -> None:
    # A build killed in its first moments leaves an empty folder or a format that is not yet in its place. Decisions
    # may be kept elsewhere, and stand there before the store does.
    own = r"format\..*new|identity\.csv"
    foreign = any(not re.fullmatch(own, entry.name) for entry in path.iterdir())
    if foreign and not (path / "format").exists():  # unless another process has made the store just now
        raise StoreError("not a store, and not empty", path, "name an empty or a new folder")


def _checked_base(base: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#:]", base):
        raise StoreError(f"things cannot begin with {base!r}", None, "give an IRI that ends in / or #")
    return base


def _write_format(path: Path, base: str) -> None:
    for attempt in range(_ATTEMPTS):
        try:
            write_whole(path / "format", f"{_MAGIC} {FORMAT}\n{base}\n")
        except FileNotFoundError:  # another process has made the store, and swept up what stood aside
            if not (path / "format").exists() and attempt == _ATTEMPTS - 1:
                raise
        if (path / "format").exists():
            return


def read_format(path: Path, base: str | None = None) -> str:
    """The base of the IRIs in a store.

    Raises:
        StoreError: there is no such folder, it is no store, or it has a newer format or another base.
    """
    try:
        if not path.exists():
            remedy = "run `triplehelix build` first, or name another folder with --store"
            raise StoreError("no store here", path, remedy)
        magic, _, rest = (path / "format").read_text(encoding="utf-8").partition(" ")
        number, _, stored_base = rest.partition("\n")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        raise StoreError("not a store", path, "name the folder that `triplehelix build` made") from None
    except OSError as error:
        raise StoreError(f"cannot be read ({error.strerror})", path) from None
    if magic != _MAGIC or not number.isdigit():
        raise StoreError("not a store", path, "name the folder that `triplehelix build` made")
    if int(number) > FORMAT:
        raise StoreError(f"made by a newer triplehelix (format {number})", path, "upgrade triplehelix")
    stored_base = stored_base.strip()
    if base and base != stored_base:
        raise StoreError(f"its things begin with {stored_base}, not with {base}", path, "name another folder")
    return stored_base


def open_graph(path: Path, *, readonly: bool) -> ox.Store:
    """The embedded Oxigraph of a store; for writing, one process at a time.

    Raises:
        StoreError: another process is writing, or the folder cannot be read or written.
    """
    graph = path / "graph"
    if not graph.exists():
        if readonly:
            return ox.Store()  # a build was killed before its first article
        _create(graph)
    for attempt in range(_ATTEMPTS):
        try:
            return ox.Store.read_only(str(graph)) if readonly else ox.Store(graph)
        except (OSError, RuntimeError) as error:
            # While a writer moves on to the next log or table, a reader may look for the last one.
            if not readonly or attempt == _ATTEMPTS - 1:
                raise open_error(error, path) from None
            time.sleep(0.02 * 2**attempt)
    raise AssertionError("unreachable")


def _create(graph: Path) -> None:
    # A process killed while Oxigraph makes its files leaves some that Oxigraph then refuses; so they are made aside, by
    # each process its own: the first to finish has made the store, and the others find it there.
    new = _aside(graph)
    try:
        ox.Store(new).flush()
        new.replace(graph)
    except (OSError, RuntimeError) as error:
        shutil.rmtree(new, ignore_errors=True)
        if not graph.exists():
            raise open_error(error, graph.parent) from None


def tidy(path: Path) -> None:
    """Remove what killed processes made aside in a store's folder; for the one process that may write."""
    for left in path.glob("*.new"):
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)


def _aside(path: Path) -> Path:
    """Where this process makes a file or folder before it moves it into its place."""
    return path.with_name(f"{path.name}.{os.getpid()}.new")


def open_error(error: Exception, path: Path) -> StoreError:
    """What Oxigraph says of a folder that it cannot open, as an error of ours."""
    message = str(error)
    if "LOCK" in message and "Permission" not in message:
        return StoreError("another process is writing to this store", path, "wait until it has finished")
    if "Permission denied" in message or "Read-only file system" in message:
        return StoreError("you may not write here", path, "name another folder with --store")
    if "No space left" in message:
        return StoreError("no space is left on the disk", path, "make room, or name another folder with --store")
    return StoreError(f"damaged ({message})", path, "delete the folder and run `triplehelix build` again")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there wholly or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """As `write_whole`, for bytes."""
    new = _aside(path)
    new.write_bytes(data)
    new.replace(path)
