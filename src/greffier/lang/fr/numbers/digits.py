"""Numbers written in digits: « 1 200 », « 1.000 », « 3,5 », « 1er », « XIXe »."""

from __future__ import annotations

import re

from greffier.lang.fr.numbers.number import Form, Number

_SPACE = "[ \u00a0\u202f\u2009]"
_SPACES = f"(?:[\u2009\u202f\u00a0] |{_SPACE})"
"""Between groups of digits; a scraper may leave a narrow space and a plain one."""
_CARDINAL = re.compile(
    rf"(?:[1-9]\d{{0,2}}(?:{_SPACES}\d{{3}})+|[1-9]\d{{0,2}}(?:[.'’]\d{{3}})+|\d+)(?!\d)"
    r"(?:[,.]\d+)?"
)
_ORDINAL = re.compile(rf"(\d+){_SPACE}?(?:i?[eè]mes?|[eè]res?|ers?|res?|es?|ᵉ|nde?s?)(?!\w)")
_ROMAN = re.compile(r"([IVX]+|[IVXLCM]{2,}) ?(?:i?[eè]me|ère|ere|er|re|e|ᵉ)(?!\w)")
_GROUPING = re.compile(r"[ \u00a0\u202f\u2009'’.]")

_WORTHS = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40}
_WORTHS |= {"X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}


def digits_at(text: str, start: int) -> Number | None:
    """The number in digits that begins at `start`: an ordinal (« 3e »), else a cardinal."""
    match = _ORDINAL.match(text, start)
    if match is not None:
        return Number(start, match.end(), float(match[1]), Form.ORDINAL)
    match = _CARDINAL.match(text, start)
    if match is None:
        return None
    return Number(start, match.end(), _value(match.group()), Form.DIGITS)


def _value(written: str) -> float:
    """A point before three digits groups thousands, any other one is decimal, as the comma is."""
    whole, comma, decimals = written.partition(",")
    if not comma and re.search(r"\.(?!\d{3}(?:\D|$))\d+$", whole):
        whole, _, decimals = whole.rpartition(".")
    return float(_GROUPING.sub("", whole) + "." + (decimals or "0"))


def roman_at(text: str, start: int) -> Number | None:
    """The Roman ordinal (« XIXe ») that begins at `start`."""
    match = _ROMAN.match(text, start)
    value = roman(match[1]) if match else None
    return Number(start, match.end(), float(value), Form.ROMAN) if match and value else None


def roman(letters: str) -> int | None:
    """The value of a Roman numeral in capitals; null when it is not well formed."""
    value = 0
    rest = letters
    for token, worth in _WORTHS.items():
        while rest.startswith(token):
            value += worth
            rest = rest[len(token) :]
    return value if value and not rest and _as_roman(value) == letters else None


def _as_roman(value: int) -> str:
    written = ""
    for token, worth in _WORTHS.items():
        times, value = divmod(value, worth)
        written += token * times
    return written
