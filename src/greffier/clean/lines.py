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
LONGEST_BLOCK = 20_000
"""Code points; the model's memory grows with a block. A longer line is cut at a space."""

NO_KINDS: Mapping[int, BlockKind] = MappingProxyType({})
"""Nothing is known of the lines of a plain text."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = re.compile(r"[.!?…]\s*[»”\"')\]]*$")
_CHUNK = re.compile(rf"\S(?:.{{0,{LONGEST_BLOCK - 2}}}\S)?(?=\s|$)|\S{{1,{LONGEST_BLOCK}}}", re.S)

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
        for chunk in _CHUNK.finditer(match.group()):
            start = match.start() + chunk.start()
            kind = known.get(start)
            rule = f"clean.page.{kind}" if kind else ""
            yield Line(start, start + len(chunk.group()), chunk.group(), kind, rule)


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
