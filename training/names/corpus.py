"""WiNER-fr as training examples: line by line as in use, in the corpus's spacing and in natural
spacing (WiNER sets links and punctuation apart, the press does not)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from greffier.annotate.sentences import straight

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Marked = tuple[int, int, str]
"""Start, end, label."""

LABELS = {"Person": "PER", "Location": "LOC", "Organization": "ORG"}
_APART = re.compile(
    r" +(?=[,.)\]…])|(?<=[(\[]) +|(?<= ) +"
    r"|(?<=\b[cdjlmnst]['’]) +|(?<=\bqu['’]) +|(?<=\baujourd['’]) +|(?<=\bjusqu['’]) +"
    r"|(?<=\w) (?=- \w)|(?<=\w -) (?=\w)",
    re.IGNORECASE,
)


def marked(path: Path) -> tuple[str, list[Marked]]:
    """The text of a BRAT pair and its outermost names, in order."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    spans: set[Marked] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1 and ";" not in parts[1]:
            label, start, end = parts[1].split()
            spans.add((int(start), int(end), label))
    outer = [
        s for s in spans if not any(o[:2] != s[:2] and o[0] <= s[0] and s[1] <= o[1] for o in spans)
    ]
    return text, sorted((a, b, LABELS[label]) for a, b, label in outer if label in LABELS)


def natural(text: str, names: list[Marked]) -> tuple[str, list[Marked]]:
    """The text without the corpus's extra spaces, its names moved along."""
    shift, moved, pieces, last = 0, {}, [], 0
    for gap in _APART.finditer(text):
        moved[gap.end()] = shift = shift + gap.end() - gap.start()
        pieces.append(text[last : gap.start()])
        last = gap.end()
    pieces.append(text[last:])
    ends = sorted(moved)

    def to(offset: int) -> int:
        return offset - max((moved[e] for e in ends if e <= offset), default=0)

    return "".join(pieces), [(to(a), to(b), label) for a, b, label in names]


def examples(path: Path, pipeline: Language) -> Iterator[Doc]:
    """The lines of one article as documents with their names, in both spacings."""
    text, names = marked(path)
    yield from _lines(text, names, pipeline)
    yield from _lines(*natural(text, names), pipeline)


def _lines(text: str, names: list[Marked], pipeline: Language) -> Iterator[Doc]:
    from spacy.util import filter_spans

    for line in re.finditer(r"[^\n]*\S", text):
        start = line.end() - len(line.group().lstrip())
        doc = pipeline.make_doc(straight(text[start : line.end()]))
        inside = [
            doc.char_span(a - start, b - start, label=label, alignment_mode="expand")
            for a, b, label in names
            if start <= a and b <= line.end()
        ]
        doc.ents = filter_spans([span for span in inside if span is not None])
        yield doc
