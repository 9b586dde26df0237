"""The lines of a page while they are being judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from greffier.model.text import BlockKind

BODY_LINE = 140
"""Code points. A line so long, or one that ends as a sentence and is not short, is body text."""
SHORT_SENTENCE = 40
LONGEST_BLOCK = 5_000
"""Code points; the model's memory grows with a block. A longer line is cut, at the end
of a sentence where there is one."""

NO_KINDS: Mapping[int, BlockKind] = MappingProxyType({})
"""Nothing is known of the lines of a plain text."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = re.compile(r"[.!?…]\s*[»”\"')\]]*$")
_WHOLE = re.compile(rf"\S(?:.{{0,{LONGEST_BLOCK - 2}}}\S)?(?=\s*\Z)", re.DOTALL)
_SENTENCES = re.compile(rf"\S.{{0,{LONGEST_BLOCK - 2}}}[.!?…»”](?=\s)", re.DOTALL)
_WORDS = re.compile(rf"\S(?:.{{0,{LONGEST_BLOCK - 2}}}\S)?(?=\s)", re.DOTALL)
_LETTERS = re.compile(rf"\S{{1,{LONGEST_BLOCK}}}")
_SPACE = re.compile(r"\s*")

Verdict = tuple[BlockKind, str] | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without the space around it; `kind` is null until something tells."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    rule: str = ""

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_body(self) -> bool:
        if self.kind is not None:
            return self.kind is BlockKind.PARAGRAPH
        return len(self.text) >= BODY_LINE or (
            self.ends_sentence and len(self.text) > SHORT_SENTENCE
        )

    def judged(self, kind: BlockKind, rule: str) -> Line:
        return replace(self, kind=kind, rule=rule)


Lines = tuple[Line, ...]


def split(text: str, known: Mapping[int, BlockKind] = NO_KINDS) -> Iterator[Line]:
    """Every line that holds more than white space, with its kind where that is known."""
    for match in _LINE.finditer(text):
        for begin, end in _chunks(match.group()):
            start = match.start() + begin
            kind = known.get(start)
            rule = f"clean.page.{kind}" if kind else ""
            yield Line(start, match.start() + end, match.group()[begin:end], kind, rule)


def _chunks(line: str) -> Iterator[tuple[int, int]]:
    """The line without the space around it, or its parts when it is too long for a block."""
    place = _SPACE.match(line).end()  # type: ignore[union-attr]  # it matches nothing too
    while place < len(line):
        ways = (pattern.match(line, place) for pattern in (_WHOLE, _SENTENCES, _WORDS, _LETTERS))
        end = next(found.end() for found in ways if found)
        yield place, end
        place = _SPACE.match(line, end).end()  # type: ignore[union-attr]


def label(lines: Lines, judge: Callable[[Line], Verdict]) -> Lines:
    """Lines with the verdict on each that has no kind yet."""
    return tuple(
        line.judged(*verdict) if line.kind is None and (verdict := judge(line)) else line
        for line in lines
    )


def last_body(lines: Lines) -> int:
    """The place of the last line that can only be body text; -1 when there is none."""
    return max((i for i, line in enumerate(lines) if line.is_body), default=-1)


def first_body(lines: Lines) -> int:
    """The place of the first line that can only be body text; their number when there is none."""
    return next((i for i, line in enumerate(lines) if line.is_body), len(lines))
