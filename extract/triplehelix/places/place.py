"""A place, and how two spellings of its name are told to be one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triplehelix.vocabulary import PlaceKind

# Letters that Unicode does not decompose into a base letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
    | {"ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "’": "'", "‘": "'", "ʻ": "'", "‐": "-", "‑": "-", "–": "-"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city.

    Attributes:
        name: its usual English name; the name as given where only its country is known ('northern Italy').
        country: ISO 3166-1 alpha-2 code.
        code: ISO 3166-2 code of a region, or None.
        geonames: GeoNames id, or None.
        lat: latitude in degrees north (WGS 84), or None.
        long: longitude in degrees east (WGS 84), or None.
    """

    name: str
    kind: PlaceKind
    country: str
    code: str | None = None
    geonames: int | None = None
    lat: float | None = None
    long: float | None = None


def plain(name: str) -> str:
    """The name in ASCII letters as far as Latin letters go: 'Łódź' -> 'Lodz'."""
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name.translate(_WHOLE_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def folded(name: str) -> str:
    """The name without accents, case and hyphens: 'Île-de-France' -> 'ile de france'."""
    return " ".join(plain(name).casefold().replace("-", " ").split())
