"""The stored texts of the articles: one file each, named by its SHA-256."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplehelix.errors import StoreError
from triplehelix.store.folder import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def read(path: Path, text_hash: str) -> str:
    """The text whose SHA-256 this was when it was stored.

    Raises:
        StoreError: the file is missing or is not UTF-8.
    """
    try:
        return _file(path, text_hash).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        remedy = "drop the article and add it again"
        raise StoreError("the stored text is missing or damaged", _file(path, text_hash), remedy) from None


def write(path: Path, text_hash: str, text: str) -> None:
    """Store a text, wholly or not at all.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        write_whole(_file(path, text_hash), text)
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", _file(path, text_hash)) from None


def remove(path: Path, text_hash: str) -> None:
    """Take a text away; no matter if it is gone already.

    Raises:
        OSError: the file cannot be removed.
    """
    _file(path, text_hash).unlink(missing_ok=True)


def sweep(path: Path, kept: Collection[str]) -> None:
    """Remove every file that is not the text of one of these hashes.

    Raises:
        OSError: a file cannot be removed.
    """
    names = {_file(path, text_hash).name for text_hash in kept}
    for file in (path / "articles").iterdir():
        if file.name not in names:
            file.unlink()


def _file(path: Path, text_hash: str) -> Path:
    return path / "articles" / f"{text_hash}.txt"
