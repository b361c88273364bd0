"""How a drawing looks: its colours, its type, and how names are written in a script for which no font is there."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

if TYPE_CHECKING:
    from triplehelix.answers.answer import Answer

#: Okabe and Ito's colours, which people with any colour vision tell apart ("Color Universal Design", 2008), the darker
#: ones first; yellow, which is lost on white paper, is left out.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9")
INK, GREY, PALE = "#222222", "#707070", "#D9D9D9"
#: The same order again for those who print without colours.
MARKERS = ("o", "s", "^", "D", "P", "v")

#: Points.
SIZE, SMALL, LARGE = 8.5, 7.5, 12.0
#: Inches between two lines of type, for one point of its size.
LINE = 1.3 / 72

_LATIN = "DejaVu Sans"  # comes with matplotlib
_OTHERS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans",
    "IPAexGothic",
    "IPAGothic",
    "TakaoPGothic",
    "Hiragino Sans",
    "Yu Gothic",
    "Meiryo",
    "MS Gothic",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Sans Thai",
    "Noto Sans Devanagari",
    "Arial Unicode MS",
)


class Pen:
    """Writes the names of an answer, and knows how wide they are.

    Attributes:
        is_text: whether names stay as they are, because whoever shows the drawing brings the fonts (SVG). Otherwise a
            name in characters that no font here has is written as in its IRI.
    """

    def __init__(self, answer: Answer, *, is_text: bool) -> None:
        self.is_text = is_text
        self._spellings = {} if is_text else _spellings(answer.labels)

    def write(self, text: str) -> str:
        """The text as it can be drawn."""
        if self.is_text or not (text.strip() and _missing(text)):
            return text
        for name, spelling in self._spellings.items():
            text = text.replace(name, spelling)
        return "".join("\N{REPLACEMENT CHARACTER}" if char in _missing(text) else char for char in text)

    def lines(self, text: str, most: float, size: float = SIZE, count: int = 2, weight: str = "normal") -> str:
        """The text in lines of at most so many inches, at most so many lines; what is left out ends in an ellipsis."""
        written = self.write(text)
        letter = width("n", size, weight)
        for letters in range(max(4, int(most / letter * 1.3)), 3, -1):
            wrapped = textwrap.wrap(written, letters, max_lines=count, placeholder=" …")
            if max((width(line, size, weight) for line in wrapped), default=0) <= most:
                return "\n".join(wrapped)
        return written


@lru_cache(maxsize=8192)
def width(text: str, size: float = SIZE, weight: str = "normal") -> float:
    """How wide a line of text is, in inches."""
    properties = FontProperties(family=list(families()), size=size, weight=weight)
    return float(_renderer().get_text_width_height_descent(text, properties, ismath=False)[0]) / 72


def box(text: str, size: float = SIZE) -> tuple[float, float]:
    """Width and height of lines of text, in inches."""
    lines = text.split("\n")
    return max(width(line, size) for line in lines), len(lines) * size * LINE


@cache
def families() -> tuple[str, ...]:
    """The fonts to write with, the first one that has a character for each character."""
    installed = set(font_manager.get_font_names())
    return (_LATIN, *(name for name in _OTHERS if name in installed))


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(10, 10, 72)


@cache
def _faces() -> tuple[FT2Font, ...]:
    return tuple(FT2Font(font_manager.findfont(name)) for name in families())


@lru_cache(maxsize=4096)
def _missing(text: str) -> frozenset[str]:
    """The characters of a text that no font here has."""
    return frozenset(c for c in text if not c.isspace() and not any(face.get_char_index(ord(c)) for face in _faces()))


def _spellings(labels: Mapping[str, str]) -> dict[str, str]:
    """What to write in the place of names that no font here can write, the longest first: the words of their IRIs."""
    found = {" ".join(name.split()): _words(iri) for iri, name in labels.items() if _missing(name)}
    return {name: found[name] for name in sorted(found, key=lambda name: (-len(name), name))}


def _words(iri: str) -> str:
    last = unquote(iri.rstrip("/").rpartition("/")[2])
    if "/place/" in iri:
        last = re.sub("^[a-z]{2}-", "", last)  # the country's code, which tells places apart
    return re.sub(r"[-_]+", " ", last).strip() or last
