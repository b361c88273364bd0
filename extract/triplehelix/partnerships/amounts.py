"""Text -> the sums of money in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triplehelix.facts import Amount

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₪": "ILS", "₺": "TRY", "₦": "NGN", "฿": "THB", "₫": "VND", "zł": "PLN"}  # fmt: skip
_PREFIXED = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD", "NT$": "TWD", "R$": "BRL", "RM": "MYR",
    "Rs": "INR", "Rs.": "INR", "SFr": "CHF", "Fr.": "CHF", "kr": "SEK",
}  # fmt: skip
_CODES = frozenset(
    """
    AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL GHS HKD HUF IDR ILS INR ISK JOD JPY
    KES KRW KWD KZT LKR MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RWF SAR SEK SGD THB TND TRY TWD
    TZS UAH UGX USD UYU VND XAF XOF ZAR
    """.split()
)
_WORDS = {
    "us dollar": "USD", "american dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD", "singapore dollar": "SGD", "taiwan dollar": "TWD",
    "new zealand dollar": "NZD", "hong kong dollar": "HKD", "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "won": "KRW", "rupee": "INR",
    "yuan": "CNY", "renminbi": "CNY", "swiss franc": "CHF", "franc": "CHF", "ringgit": "MYR", "dirham": "AED", "moroccan dirham": "MAD", "zloty": "PLN", "baht": "THB",
    "rand": "ZAR", "naira": "NGN", "shekel": "ILS", "real": "BRL", "reais": "BRL", "riyal": "SAR", "shilling": "KES", "forint": "HUF", "lira": "TRY",
}  # fmt: skip
_SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
}

_NUMBER = r"(?P<number>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = rf"(?:[\s -]?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?"
_HEAD = "|".join(re.escape(x) for x in sorted([*_PREFIXED, *_SIGNS, *_CODES], key=len, reverse=True))
_TAIL = "|".join(sorted(map(re.escape, [*_WORDS, *_CODES]), key=len, reverse=True))
_BEFORE = re.compile(rf"(?<!\w)(?P<unit>{_HEAD})\s?{_NUMBER}{_SCALE}")
_AFTER = re.compile(rf"(?<![\w.,]){_NUMBER}{_SCALE}[\s -]?(?P<unit>{_TAIL}|[€£])s?(?!\w)", re.IGNORECASE)


def amounts(text: str) -> tuple[Amount, ...]:
    """The sums in a stretch of text, in its order; currencies as ISO 4217 codes, values in whole units of them.

    A bare '$' is read as US dollars, as newspapers outside the dollar countries use it.
    """
    found = [*_found(_BEFORE, text), *_found(_AFTER, text)]
    return tuple(amount for _, amount in sorted(found, key=lambda x: x[0]))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, Amount]]:
    for match in pattern.finditer(text):
        value = float(re.sub(r"[,\s ]", "", match["number"])) * _SCALES.get((match["scale"] or "").lower(), 1)
        currency = _currency(match["unit"])
        if currency and value > 0:
            yield match.start(), Amount(round(value, 2), currency)


def _currency(unit: str) -> str | None:
    if unit in _SIGNS or unit in _PREFIXED:
        return _SIGNS.get(unit) or _PREFIXED[unit]
    return unit.upper() if unit.upper() in _CODES else _WORDS.get(unit.lower())
