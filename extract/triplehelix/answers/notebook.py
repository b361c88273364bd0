"""Answer -> HTML, as a notebook shows it."""

from __future__ import annotations

from html import escape

from triplehelix.answers.answer import Answer, Evidence
from triplehelix.answers.formats import readable

#: How many rows a notebook shows; the others are counted.
_MOST = 100


def html(answer: Answer) -> str:
    """The answer as a table, its question over it; the sentences behind a row can be folded out in its last cell.

    Nothing of it is markup but what this function writes: names and sentences are escaped.
    """
    head, body = readable(answer)
    titles = [escape(column.replace("_", " ")) for column in head] + (["evidence"] if answer.passages else [])
    rows = [[escape(cell) for cell in row] for row in body[:_MOST]]
    if answer.passages:
        rows = [[*row, _folded(found)] for row, found in zip(rows, answer.passages, strict=False)]
    lines = [f"<p><strong>{escape(answer.title)}</strong></p>"] if answer.title else []
    lines.append(f"<table><thead>{_row(titles, 'th')}</thead><tbody>")
    lines += [_row(row, "td") for row in rows]
    lines.append(f"</tbody></table><p>{escape(_size(answer))}</p>")
    return "\n".join(lines)


def _row(cells: list[str], tag: str) -> str:
    return "".join(["<tr>", *(f'<{tag} style="text-align:left">{cell}</{tag}>' for cell in cells), "</tr>"])


def _folded(found: tuple[Evidence, ...]) -> str:
    if not found:
        return ""
    said = "".join(f"<p>“{escape(' '.join(one.quote.split()))}” ({escape(one.title)})</p>" for one in found)
    count = f"{len(found)} sentence{'' if len(found) == 1 else 's'}"
    return f"<details><summary>{count}</summary>{said}</details>"


def _size(answer: Answer) -> str:
    size = f"{len(answer)} row{'' if len(answer) == 1 else 's'}"
    hidden = f", the first {_MOST} shown" if len(answer) > _MOST else ""
    reason = f": {answer.reason}" if answer.reason else ""
    return f"{size}{hidden}{reason}" + (f" (not the whole answer: {answer.cut})" if answer.cut else "")
