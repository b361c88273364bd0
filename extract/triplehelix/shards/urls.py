"""Files at a path or at any address that fsspec knows; fsspec is needed for addresses only."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from triplehelix.errors import MissingExtra, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator


def is_url(path: str) -> bool:
    """Whether this is an address, and not a path on this machine."""
    return "://" in path


def join(folder: str, name: str) -> str:
    """The address of a file in a folder."""
    return f"{folder.rstrip('/')}/{name}"


@contextmanager
def opened(url: str) -> Iterator[BinaryIO]:
    """A file, open for reading bytes; it can be sought in.

    Raises:
        OSError: it cannot be read.
        MissingExtra: it is an address, and fsspec is not installed.
    """
    if is_url(url):
        filesystem, path = _filesystem(url)
        with filesystem.open(path, "rb") as file:
            yield cast("BinaryIO", file)
    else:
        with Path(url).open("rb") as file:
            yield file


def read(url: str, start: int = 0, stop: int | None = None) -> bytes:
    """The bytes of a file from one offset to another; the errors are those of `opened`."""
    with opened(url) as file:
        file.seek(start)
        return file.read() if stop is None else file.read(stop - start)


def write(url: str, data: bytes) -> None:
    """Write a file, wholly or not at all.

    Raises:
        StoreError: it cannot be written.
        MissingExtra: it is an address, and fsspec is not installed.
    """
    from triplehelix.store.folder import write_bytes  # noqa: PLC0415 -- pieces can be read without a store

    try:
        if is_url(url):
            filesystem, path = _filesystem(url)
            filesystem.makedirs(path.rpartition("/")[0], exist_ok=True)
            filesystem.pipe_file(path, data)
        else:
            Path(url).parent.mkdir(parents=True, exist_ok=True)
            write_bytes(Path(url), data)
    except OSError as error:
        raise StoreError(f"cannot be written ({error})", url, "name a folder that you may write to") from None


def exists(url: str) -> bool:
    """Whether there is such a file."""
    if not is_url(url):
        return Path(url).exists()
    filesystem, path = _filesystem(url)
    return bool(filesystem.exists(path))


def files_in(url: str) -> list[str]:
    """The addresses of the files in a folder and in all folders in it, sorted; of a file, itself."""
    filesystem, path = _filesystem(url)
    return sorted(map(filesystem.unstrip_protocol, filesystem.find(path)))


def _filesystem(url: str) -> tuple[Any, str]:
    try:
        import fsspec  # noqa: PLC0415 -- an extra
    except ImportError:
        raise MissingExtra(f"reading from or writing to {url} needs fsspec", "remote") from None
    try:
        filesystem, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise StoreError(
            f"no such kind of address here ({error})", url, "install the library that fsspec asks for"
        ) from None
    return filesystem, str(path)
