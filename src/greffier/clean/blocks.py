"""Lines to labelled blocks: what a line's words tell, and its place and layout on the page.

The judgements come in order, each seeing the labels so far: furniture by words, captions,
bylines, the title, then what stands above the title or after the article's end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from greffier.model.language import LineRules
from greffier.model.text import Block, BlockKind, Given

LONGEST_CAPTION = 400
SHORTEST_REPEAT = 25
"""A repeated line is a caption from so many code points on; shorter ones are menu items."""
LONGEST_HEADING = 110
LONGEST_MENU_ITEM = 24
BODY_LINE = 140
"""A line so long, or one that ends as a sentence and is not very short, is body text."""

NO_KINDS: Mapping[int, BlockKind] = MappingProxyType({})
"""Nothing is known of the lines of a plain text."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_COLUMNS = re.compile(r"\s{2,}|\s[|·•>»/]\s|\t")
_DASHES = re.compile(r"\s[-–—]\s")
_SENTENCE_END = re.compile(r"[.!?…]\s*[»”\"')]*$")
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)", re.IGNORECASE)
_LISTED = re.compile(r"^\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page while it is being judged; `kind` is null until something tells."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    rule: str = ""

    @property
    def is_body(self) -> bool:
        if self.kind is not None:
            return self.kind is BlockKind.PARAGRAPH
        ended = bool(_SENTENCE_END.search(self.text))
        return len(self.text) >= BODY_LINE or (ended and len(self.text) > 40)


Lines = tuple[Line, ...]


def blocks(
    text: str, given: Given, rules: LineRules, known: Mapping[int, BlockKind] = NO_KINDS
) -> tuple[Block, ...]:
    """The blocks of a text, one a line that holds more than white space; none is left out.

    `known` holds the kinds that the page tells, by the offset at which a line starts.
    """
    lines: Lines = tuple(_lines(text, known))
    lines = _label(lines, lambda line: _worded(line, rules))
    lines = _captions(lines, rules)
    lines = _label(lines, lambda line: _bylined(line, rules))
    lines = _linked(lines, rules)
    lines = _titled(lines, given, rules)
    lines = _end_matter(lines)
    lines = _label(lines, _headed)
    lines = _label(lines, lambda line: (BlockKind.PARAGRAPH, "clean.paragraph"))
    return _with_repeats(lines)


def _lines(text: str, known: Mapping[int, BlockKind]) -> list[Line]:
    found = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            kind = known.get(start)
            rule = f"clean.page.{kind}" if kind else ""
            found.append(Line(start, start + len(stripped), stripped, kind, rule))
    return found


Verdict = tuple[BlockKind, str] | None


def _label(lines: Lines, judge: Callable[[Line], Verdict]) -> Lines:
    """Lines with the verdict on each that has no kind yet."""
    judged = []
    for line in lines:
        verdict = judge(line) if line.kind is None else None
        judged.append(replace(line, kind=verdict[0], rule=verdict[1]) if verdict else line)
    return tuple(judged)


def _worded(line: Line, rules: LineRules) -> Verdict:
    """Page furniture by the words of the line, or because it is a row of short items."""
    rule = rules.furniture(line.text)
    if rule:
        return BlockKind.BOILERPLATE, rule
    if _COPYRIGHT.match(line.text) and len(line.text) < BODY_LINE:
        return BlockKind.BOILERPLATE, "clean.copyright"
    return (BlockKind.BOILERPLATE, "clean.menu") if _is_menu(line.text) else None


def _is_menu(text: str) -> bool:
    """« Politique   Société   Sports »: a row of short items without a sentence."""
    if _SENTENCE_END.search(text) or len(text) > BODY_LINE:
        return False
    columns = [item for item in _COLUMNS.split(text) if item.strip()]
    if len(columns) >= 2:
        return all(len(item) <= LONGEST_MENU_ITEM for item in columns)
    items = _DASHES.split(text)
    return len(items) >= 3 and all(
        len(item) <= LONGEST_MENU_ITEM and ":" not in item for item in items
    )


def _captions(lines: Lines, rules: LineRules) -> Lines:
    """Pictures' captions: a credit at the end, or one and the same line printed again."""
    copies = Counter(line.text for line in lines if line.kind is None)

    def judge(line: Line) -> Verdict:
        if len(line.text) > LONGEST_CAPTION:
            return None
        if rules.credit(line.text) and not rules.byline(line.text):
            return BlockKind.CAPTION, "clean.caption.credit"
        if copies[line.text] > 1 and len(line.text) >= SHORTEST_REPEAT:
            return BlockKind.CAPTION, "clean.caption.repeat"
        return None

    return _label(lines, judge)


def _bylined(line: Line, rules: LineRules) -> Verdict:
    return (BlockKind.BYLINE, "clean.byline") if rules.byline(line.text) else None


def _linked(lines: Lines, rules: LineRules) -> Lines:
    """Titles of other articles below « À lire aussi »: short lines that end no sentence."""
    after_head = False
    judged = []
    for line in lines:
        if line.kind is BlockKind.BOILERPLATE:
            after_head = rules.list_head(line.text)
        elif after_head and line.kind is None and not line.is_body:
            line = replace(line, kind=BlockKind.BOILERPLATE, rule="clean.related")
        else:
            after_head = False
        judged.append(line)
    return tuple(judged)


def _titled(lines: Lines, given: Given, rules: LineRules) -> Lines:
    """The title, and what stands above it: the outlet's name, a rubric, page furniture."""
    place = _title_place(lines, given, rules)
    if place is None:
        return lines
    judged = list(lines)
    judged[place] = replace(lines[place], kind=BlockKind.TITLE, rule="clean.title")
    for i in range(place):
        if lines[i].kind is None:
            judged[i] = replace(lines[i], kind=BlockKind.BOILERPLATE, rule="clean.above_title")
    following = place + 1
    while following < len(lines) and lines[following].kind in (
        BlockKind.CAPTION,
        BlockKind.BOILERPLATE,
    ):
        following += 1
    if (
        following < len(lines)
        and lines[following].kind is None
        and rules.signature(lines[following].text)
    ):
        judged[following] = replace(lines[following], kind=BlockKind.BYLINE, rule="clean.signature")
    return tuple(judged)


def _title_place(lines: Lines, given: Given, rules: LineRules) -> int | None:
    """Where the title stands: the line given as title, else the first line that can be one."""
    for i, line in enumerate(lines):
        if line.kind is BlockKind.TITLE:
            return i
        if given.title and line.text == given.title.strip():
            return i
    for i, line in enumerate(lines):
        if (
            line.kind is BlockKind.BYLINE
            and i > 0
            and lines[i - 1].kind is not BlockKind.BOILERPLATE
        ):
            return None
        if line.kind is not None or rules.genre(line.text):
            continue
        if _is_masthead(i, lines, given):
            continue
        return i if len(line.text) < 2 * BODY_LINE else None
    return None


def _is_masthead(i: int, lines: Lines, given: Given) -> bool:
    """The outlet's name, with its motto: as given, or a short line just above a menu."""
    text = lines[i].text.casefold().replace("’", "'")
    outlet = (given.outlet or "").casefold().replace("’", "'")
    if outlet and (text == outlet or (text.startswith(outlet) and len(text) < BODY_LINE)):
        return True
    below = lines[i + 1] if i + 1 < len(lines) else None
    return (
        len(text) <= LONGEST_HEADING
        and not _SENTENCE_END.search(text)
        and below is not None
        and below.rule in ("clean.menu", "fr.blocks.alone", "fr.blocks.begins")
        and any(line.kind is None and not line.is_body for line in lines[i + 2 : i + 6])
    )


def _end_matter(lines: Lines) -> Lines:
    """After the last body line, a short line that follows furniture is furniture."""
    last_body = max(
        (i for i, line in enumerate(lines) if line.kind is None and line.is_body), default=-1
    )
    in_furniture = False
    judged = []
    for i, line in enumerate(lines):
        if i > last_body:
            in_furniture = in_furniture or line.kind is BlockKind.BOILERPLATE
            if line.kind is None and in_furniture:
                line = replace(line, kind=BlockKind.BOILERPLATE, rule="clean.end_matter")
        judged.append(line)
    return tuple(judged)


def _headed(line: Line) -> Verdict:
    """A heading inside the article: short, and no sentence of the running text."""
    text = line.text
    short = len(text) <= LONGEST_HEADING and not text.endswith((".", ":", ";", ","))
    questioned = text.endswith("?") and len(text) > 45
    opened = text[0] in "–—-" or (text[0] in '«“"' and text[-1] not in '»”"')
    if short and not questioned and not opened and not text[0].islower():
        return BlockKind.HEADING, "clean.heading"
    return None


def _with_repeats(lines: Lines) -> tuple[Block, ...]:
    first: dict[tuple[str, BlockKind], int] = {}
    found = []
    for i, line in enumerate(lines):
        assert line.kind is not None  # the last judgement labels whatever is left
        copy_of = first.setdefault((line.text, line.kind), i)
        repeats = copy_of if copy_of != i else None
        found.append(Block(line.start, line.end, line.kind, line.rule, repeats))
    return tuple(found)
