"""PDF with a text layer: one article a file, its lines rejoined into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import LARGEST_FILE, Found, Kind, UnreadableError, all_of
from greffier.sources.parts import wrapping
from greffier.sources.parts.articles import article

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 300
"""Pages of one file; a newspaper's whole issue has 20 to 100, and is no single article."""
LEAST_TEXT = 20
"""Code points on all pages, below which a PDF is a scan: its pages are pictures of text."""
EDGE = 0.1
"""Share of a page's height, above and below, where running heads stand."""
REPEATED = 3
"""Pages on which an edge line stands before it is taken for a running head."""
OTHER_SIZE = 1.45
"""How many times a line is higher than another of another size of type; lines of one size differ
by a third, since some have neither accents nor letters that go below the line."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^(?:page\s++)?[-–—]?\s*+\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?\s*[-–—]?$", re.I
)
_ENDS = re.compile(r"[.!?…:;»”\")]\s*$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Page(NamedTuple):
    """The lines of a page in order, and its height in points."""

    lines: list[Line]
    height: float

    def at_edge(self, line: Line) -> bool:
        return line.bottom > (1 - EDGE) * self.height or line.top < EDGE * self.height


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    import pypdfium2

    data = all_of(stream, LARGEST_FILE)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "locked with a password" if locked else f"a broken PDF ({error})"
        yield Refusal(uri, reason, "Open it in a reader and print it to a new PDF.")
        return
    try:
        yield _read(document, uri)
    except pypdfium2.PdfiumError as error:
        told = f"a broken PDF ({error})"
        raise UnreadableError(told, "Open it in a reader and print it to a new PDF.") from error
    finally:
        document.close()


def _read(document: PdfDocument, uri: str) -> Found:
    if len(document) > MOST_PAGES:
        reason = f"{len(document)} pages, more than {MOST_PAGES}: no single article"
        return Refusal(uri, reason, "Cut the article out of it, as a PDF of its own.")
    pages = [Page(list(_lines(page)), page.get_height()) for page in document]
    if sum(len(line.text) for page in pages for line in page.lines) < LEAST_TEXT:
        reason = "a PDF without a text layer: a scan"
        return Refusal(uri, reason, "Recognise its text first, for instance with ocrmypdf.")
    return article(uri, paragraphs(pages), Given())


def _lines(page: PdfPage) -> Iterator[Line]:
    """The lines of a page in the order of the file, which is that of reading in press PDFs; pieces
    of one line are joined."""
    text = page.get_textpage()
    held: Line | None = None
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        told = _SPACE.sub(" ", text.get_text_bounded(left, bottom, right, top)).strip(" ")
        if not told:
            continue
        piece = Line(told, left, right, bottom, top)
        if held and _same_line(held, piece):
            held = _with(held, piece)
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _same_line(line: Line, piece: Line) -> bool:
    shared = min(line.top, piece.top) - max(line.bottom, piece.bottom)
    near = -0.5 * line.height <= piece.left - line.right <= 1.5 * line.height
    return near and shared > 0.5 * min(line.height, piece.height)


def _with(line: Line, piece: Line) -> Line:
    apart = " " if piece.left - line.right > 0.1 * line.height else ""
    return Line(
        line.text + apart + piece.text,
        line.left,
        piece.right,
        min(line.bottom, piece.bottom),
        max(line.top, piece.top),
    )


def paragraphs(pages: list[Page]) -> list[str]:
    """The lines of all pages as paragraphs, without running heads and page numbers."""
    heads = _running(pages)
    lines = [
        line
        for page in pages
        for line in page.lines
        if not (page.at_edge(line) and (_key(line) in heads or _PAGE_NUMBER.match(line.text)))
    ]
    join = wrapping.joiner(line.text for line in lines)
    found: list[list[str]] = []
    for before, line in zip(chain([None], lines), lines, strict=False):
        if before is None or _begins(before, line, lines):
            found.append([line.text])
        else:
            found[-1].append(line.text)
    return [wrapping.with_hyphens(join(held)) for held in found]


def _running(pages: list[Page]) -> frozenset[str]:
    """What stands at the head or foot of several pages, whatever its numbers."""
    edges = ({_key(line) for line in page.lines if page.at_edge(line)} for page in pages)
    counts = Counter(chain.from_iterable(edges))
    return frozenset(key for key, count in counts.items() if count >= REPEATED)


def _key(line: Line) -> str:
    return _DIGITS.sub("0", line.text.casefold())


def _begins(before: Line, line: Line, lines: list[Line]) -> bool:
    """Whether a line begins a paragraph, by where it stands below the one before."""
    if before.text.endswith(wrapping.HYPHENS) and line.text[:1].islower():
        return False  # a word goes on
    size = before.height
    if max(line.height, size) > OTHER_SIZE * min(line.height, size):
        return True  # a title, a caption
    moved = line.top > before.bottom + 0.5 * size or line.left > before.right
    if moved:  # to the next column or page: a sentence may go on there
        return bool(_ENDS.search(before.text)) or line.text[:1].isupper()
    if before.bottom - line.top > 0.75 * size:
        return True  # a gap
    if line.left - before.left > 0.7 * size and line.left - before.left < 6 * size:
        return bool(_ENDS.search(before.text)) or line.text[:1].isupper()  # indented
    width = _width(before, lines)
    return bool(_ENDS.search(before.text)) and before.right < before.left + 0.8 * width


def _width(line: Line, lines: list[Line]) -> float:
    """How wide the column of a line is: the width of full lines that begin where it does."""
    widths = sorted(o.right - o.left for o in lines if abs(o.left - line.left) < line.height)
    return median(widths[len(widths) // 2 :])


KIND = Kind(
    "PDF",
    (".pdf",),
    lambda head: head.startswith(b"%PDF"),
    captures,
    "one article with a text layer; lines are rejoined, hyphenation is mended",
    extra="pdf",
    needs=("pypdfium2",),
)
