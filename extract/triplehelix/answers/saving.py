"""Answer -> a file in the format of its suffix."""

from __future__ import annotations

from pathlib import Path

from triplehelix.answers.answer import Answer, Triples, Verdict
from triplehelix.answers.formats import Format, readable, render
from triplehelix.errors import MissingExtra, QueryError

_TEXTS = {f".{form}": form for form in (Format.CSV, Format.TSV, Format.JSON, Format.XML, Format.MD)}
#: What each kind of spreadsheet needs beside pandas.
_FRAMES = {".parquet": "pyarrow", ".xlsx": "openpyxl"}

_RDF = {f".{form}": form for form in (Format.TTL, Format.NT, Format.JSONLD, Format.RDF)}

#: The suffixes that rows can be saved under, and those for triples.
SUFFIXES = (*_TEXTS, *_FRAMES)
RDF_SUFFIXES = tuple(_RDF)

#: What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def check_suffix(path: Path, suffixes: tuple[str, ...] = SUFFIXES) -> None:
    """Refuse a file whose suffix names no format, before anything is asked.

    Raises:
        QueryError: it is none of the suffixes.
    """
    if path.suffix.lower() not in suffixes:
        raise QueryError("no format for an answer has this suffix", path, f"end it in one of {' '.join(suffixes)}")


def save(answer: Answer | Triples | Verdict, path: str | Path, *, names: bool | None = None) -> None:
    """Write an answer to a file: .csv .tsv .json .xml .md as `render` does, .xlsx and .parquet by way of pandas.

    Args:
        answer: what to write; triples to .ttl .nt .jsonld .rdf.
        path: the file; one that is there is replaced.
        names: labels in place of IRIs; None means in .md and .xlsx only.

    Raises:
        QueryError: the suffix names no format, or the file cannot be written.
        MissingExtra: pandas, or what it needs for the format, is not installed.
    """
    target = Path(path)
    check_suffix(target, SUFFIXES if isinstance(answer, Answer) else (*SUFFIXES, *RDF_SUFFIXES))
    suffix = target.suffix.lower()
    try:
        if suffix in _FRAMES:
            if not isinstance(answer, Answer):
                raise QueryError("only rows go into a table", target, "save as .json or .ttl")
            _save_frame(answer, target, suffix, names=names is not False if suffix == ".xlsx" else bool(names))
        else:
            target.write_bytes(render(answer, (_TEXTS | _RDF)[suffix], names=names).encode())  # CSV keeps its line ends
    except OSError as fault:
        raise QueryError(f"cannot be written ({fault.strerror or fault})", target) from None


def _save_frame(answer: Answer, path: Path, suffix: str, *, names: bool) -> None:
    if suffix == ".parquet":
        frame = answer.to_pandas(names=names)
        write = frame.to_parquet
    else:
        shown, _ = readable(answer, names=names)
        frame = answer.to_pandas(names=names)
        kept = [column for column in frame.columns if column in shown or column not in answer.columns]
        write = frame[kept].map(_harmless).to_excel
    try:
        write(path, index=False, engine=_FRAMES[suffix])
    except ImportError:
        raise MissingExtra(f"{suffix} needs pandas and {_FRAMES[suffix]}", "pandas") from None


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
