"""Many inputs -> one collection of articles: the good ones, those that failed, and the files passed over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from triplehelix.articles.reading import SUFFIXES, read_each
from triplehelix.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triplehelix.articles.article import Article


@dataclass(frozen=True, slots=True)
class Collection:
    """What a number of paths hold; no two of the articles share a name.

    Attributes:
        articles: in the order of the paths; those of a folder in the order of their sorted paths.
        failed: one error for each file or record that cannot be read, or whose name is already taken.
        skipped: the files inside folders that have no known suffix.
        unread: the files that `failed` is about, and the folders without any article.
    """

    articles: tuple[Article, ...]
    failed: tuple[ArticleError, ...]
    skipped: tuple[Path, ...]
    unread: frozenset[Path] = frozenset()


def collect(paths: Iterable[str | Path]) -> Collection:
    """Files, folders (with all folders in them) and "-" for stdin -> Collection; a bad file does not lose the others.

    A file reached twice is read once. Hidden files and folders (".git") inside a folder are passed over silently.

    Raises:
        MissingExtra: a format needs a library that is not installed.
    """
    files, empty, skipped = expand(paths)
    failed = [(path, _no_articles(path)) for path in empty]
    articles: dict[str, tuple[Article, str]] = {}
    for path in files:
        for found in _read_safely(path):
            if isinstance(found, ArticleError):
                failed.append((path, found))
            elif found.name in articles:
                failed.append((path, _same_name(found, str(path), articles[found.name][1])))
            else:
                articles[found.name] = (found, str(path))
    return Collection(
        articles=tuple(article for article, _ in articles.values()),
        failed=tuple(error for _, error in failed),
        skipped=tuple(skipped),
        unread=frozenset(path for path, _ in failed),
    )


def expand(paths: Iterable[str | Path]) -> tuple[list[Path], list[Path], list[Path]]:
    """The files to read, the folders without any, and the files of unknown suffix in folders."""
    files: dict[Path, Path] = {}
    empty: list[Path] = []
    skipped: dict[Path, None] = {}
    for path in map(Path, paths):
        inside = _files_in(path) if path.is_dir() else [path]
        known = [file for file in inside if not path.is_dir() or file.suffix.lower() in SUFFIXES]
        skipped.update(dict.fromkeys(file for file in inside if path.is_dir() and file.suffix.lower() not in SUFFIXES))
        if not known:
            empty.append(path)
        for file in known:
            files.setdefault(_identity(file), file)
    return list(files.values()), empty, list(skipped)


def _files_in(folder: Path) -> list[Path]:
    def visible(file: Path) -> bool:
        return not any(part.startswith(".") for part in file.relative_to(folder).parts)

    return sorted(file for file in folder.rglob("*") if visible(file) and file.is_file())


def _identity(file: Path) -> Path:
    return file if str(file) == "-" else file.resolve()


def _read_safely(path: Path) -> Iterator[Article | ArticleError]:
    try:
        yield from read_each(path)
    except ArticleError as error:
        yield error


def _no_articles(folder: Path) -> ArticleError:
    return ArticleError("holds no articles", folder, f"the known suffixes are {' '.join(SUFFIXES)}")


def _same_name(article: Article, path: str, other: str) -> ArticleError:
    first = f"one in {other}" if other != path else "an earlier record"
    return ArticleError(
        f'has the same name "{article.name}" as {first}', path, "rename one of the two, or give it an id"
    )
