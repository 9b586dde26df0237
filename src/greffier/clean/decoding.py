"""Bytes to text: the encoding found, and said; what is no text is refused."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CONTROLS = 0.01
"""Share of control characters from which bytes are no text; stray ones are kept as they are."""
STRAY_CONTROLS = 2
SAMPLE = 65536
"""Bytes or code points looked at to judge the whole."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""Byte order marks; UTF-32 first, since its little-endian mark begins as that of UTF-16."""

_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image or a recording"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_HALF = re.compile("[\ud800-\udfff]")
"""Halves of a character, which JSON may hold and no output can."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(rb"<[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_EURO_LATIN = re.compile(rb"(?<=[a-z])\xbd|\xbd(?=[a-z])|\xbc(?=[a-zA-Z])|\xa4", re.I)
"""Bytes that are œ, Œ and € in ISO-8859-15, and ½, ¼ and ¤ (which no word holds) in the other."""
_WINDOWS = re.compile(rb"[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and its encoding; `damaged` counts the characters that could not be decoded."""

    text: str
    encoding: str
    damaged: int = 0


class NoText(ValueError):
    """The bytes hold no text; the message says what they are."""


def decode(data: bytes, known: str | None = None, markup: bool = False) -> Decoded:
    """The text of bytes in a known encoding, or in the one they show; raises `NoText`.

    `markup` also believes the encoding that a page declares, where its bytes fit it.
    """
    if known:
        text, halves = _HALF.subn("\ufffd", data.decode(known, "surrogatepass"))
        return Decoded(text, known, halves)
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise NoText(name)
    found = next(filter(None, _candidates(data, markup)))
    sample = found.text[:SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(STRAY_CONTROLS, MOST_CONTROLS * len(sample)):
        raise NoText("binary data")
    return found


def _candidates(data: bytes, markup: bool) -> Iterator[Decoded | None]:
    """Ways to decode, surest first; null where the bytes do not fit."""
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            yield _damaged(data, codec, name)
    yield _strict(data, _wide(data))
    yield _strict(data, "utf-8")
    if markup:
        yield _strict(data, _declared(data))
    yield _cut_utf_8(data)
    yield _strict(data, _legacy(data))
    yield _guessed(data)
    yield _damaged(data, "windows-1252", "windows-1252")


def _strict(data: bytes, codec: str | None) -> Decoded | None:
    if codec is None:
        return None
    try:
        return Decoded(data.decode(codec), codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, name, text.count("\ufffd"))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is then zero."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    """The encoding that a page names, as browsers take it: Latin-1 means Windows-1252."""
    told = _DECLARED.search(data[:HEAD])
    if told is None:
        return None
    try:
        name = codecs.lookup(told.group(1).decode("ascii")).name
    except LookupError:
        return None
    return "windows-1252" if name in ("iso8859-1", "ascii", "cp1252") else name


HEAD = 4096
"""Bytes in which a page declares its encoding (browsers look at 1,024)."""


def _cut_utf_8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken characters, as cutting a file leaves it: text in another encoding
    has more broken characters than whole ones beyond ASCII."""
    found = _damaged(data, "utf-8", "utf-8")
    whole = sum(c > "\x7f" for c in found.text[:SAMPLE]) - found.text[:SAMPLE].count("\ufffd")
    broken = found.text[:SAMPLE].count("\ufffd")
    return found if whole > 2 * broken else None


def _legacy(data: bytes) -> str:
    """Windows-1252 or ISO-8859-15: the two that French used before UTF-8 differ in few bytes."""
    if _WINDOWS.search(data) or not _EURO_LATIN.search(data):
        return "windows-1252"
    return "iso-8859-15"


def _guessed(data: bytes) -> Decoded | None:
    """Older encodings (Mac OS Roman, DOS), by their statistics."""
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data[:SAMPLE]).best()
    return _strict(data, best.encoding) if best else None
