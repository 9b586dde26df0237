"""Lines to labelled blocks: what a line's words tell, and its place and layout on the page.

The judgements come in order, each seeing the labels so far: furniture by words, captions,
bylines, the title, then what stands after the article's end, and headings last.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping

from greffier.clean.lines import (
    BODY_LINE,
    NO_KINDS,
    Line,
    Lines,
    Verdict,
    first_body,
    label,
    last_body,
    split,
)
from greffier.clean.titles import titled
from greffier.model.language import LineRules
from greffier.model.text import Block, BlockKind, Given

LONGEST_CAPTION = 400
SHORTEST_REPEAT = 25
"""A repeated line is a caption from so many code points on; shorter ones are menu items."""
HEADING = "clean.heading"
LONGEST_HEADING = 110
SHORTEST_LIST = 3
"""Lines; two may be a heading and a smaller one below it."""
LONGEST_MENU_ITEM = 24
MOST_LEFT_OVER = 2
LONGEST_LEFT_OVER = 6
"""Lines, and words of each, that may be unknown furniture below the article."""
COMMENTS_AFTER = 0.4
"""Share of the text past which a heading of comments ends the article; before it, it is a count
or a link to them."""

_COLUMNS = re.compile(r"\s{2,}|\s[|·•>»/›]\s|\t")
_DASHES = re.compile(r"\s[-–—]\s")
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPENED = re.compile(r"[–—-]|[«“\"„]")
_TOLD = re.compile(r"[-–—•*«“\"]|[a-zà-ÿ]|[^\W\d_][.)] |.*\d|.*[:;,]$")
"""A quotation, an item of a list, a figure, or what hangs on the line above."""
_CLOSED = re.compile(r"[»”\"]\s*$")
_INNER_END = re.compile(r"[.!…?]\s*[»”\"]$")


def blocks(
    text: str, given: Given, rules: LineRules, known: Mapping[int, BlockKind] = NO_KINDS
) -> tuple[Block, ...]:
    """The blocks of a text, one a line that holds more than white space; none is left out.

    `known` holds the kinds that the page tells, by the offset at which a line starts.
    """
    lines: Lines = tuple(split(text, known))
    lines = label(lines, lambda line: _worded(line, rules))
    lines = _rights(lines)
    lines = _captions(lines, rules)
    lines = _bylines(lines, rules)
    lines = _scenes(lines, rules)
    lines = _linked(lines, rules)
    lines = titled(lines, given, rules)
    lines = _comments(lines, rules)
    lines = _end_matter(lines, rules)
    lines = _unlisted(label(lines, _headed))
    lines = label(lines, lambda line: (BlockKind.PARAGRAPH, "clean.paragraph"))
    return _with_repeats(lines)


def _worded(line: Line, rules: LineRules) -> Verdict:
    """Page furniture by the words of the line, or because it is a row of short items."""
    rule = rules.furniture(line.text)
    if rule:
        return BlockKind.BOILERPLATE, rule
    return (BlockKind.BOILERPLATE, "clean.menu") if _is_menu(line) else None


def _is_menu(line: Line) -> bool:
    """« Politique   Société   Sports »: a row of short items without a sentence."""
    if line.ends_sentence or len(line.text) > BODY_LINE:
        return False
    columns = [item for item in _COLUMNS.split(line.text) if item.strip()]
    if len(columns) >= 2:
        return all(len(item) <= LONGEST_MENU_ITEM for item in columns)
    items = _DASHES.split(line.text)
    return len(items) >= 3 and all(
        len(item) <= LONGEST_MENU_ITEM and ":" not in item for item in items
    )


def _rights(lines: Lines) -> Lines:
    """« © 2021 Le Journal »: whose the page is; above or within the body, and without a year,
    the same mark tells whose a picture is."""
    end = last_body(lines)
    return tuple(
        line.judged(BlockKind.BOILERPLATE, "clean.copyright")
        if line.kind is None
        and len(line.text) < BODY_LINE
        and _COPYRIGHT.match(line.text)
        and (i > end or _YEAR.search(line.text))
        else line
        for i, line in enumerate(lines)
    )


def _captions(lines: Lines, rules: LineRules) -> Lines:
    """Pictures' captions: a credit at the end, or one and the same line printed again."""
    copies = Counter(line.text for line in lines if line.kind is None)
    title = _printed_twice(lines, copies, rules)

    def judge(line: Line) -> Verdict:
        if len(line.text) > LONGEST_CAPTION:
            return None
        rule = rules.caption(line.text)
        if rule and not rules.byline(line.text):
            return BlockKind.CAPTION, rule
        if copies[line.text] > 1 and len(line.text) >= SHORTEST_REPEAT and line.text != title:
            return BlockKind.CAPTION, "clean.caption.repeat"
        return None

    return label(lines, judge)


def _scenes(lines: Lines, rules: LineRules) -> Lines:
    """Captions without credit; the first line that is left is rather the title."""
    first = next((i for i, line in enumerate(lines) if line.kind is None), len(lines)) + 1
    return lines[:first] + label(
        lines[first:], lambda line: _ruled(BlockKind.CAPTION, rules.scene(line.text))
    )


def _printed_twice(lines: Lines, copies: Counter[str], rules: LineRules) -> str | None:
    """A first line that comes again is the title printed twice; when its copies stand around
    another line that can be the title, it is the caption of a lead picture."""
    unknown = [i for i, x in enumerate(lines) if x.kind is None and not rules.byline(x.text)]
    if not unknown or copies[lines[unknown[0]].text] < 2:
        return None
    first, *below = unknown
    text = lines[first].text
    around_title = (
        below[:2] == [first + 1, first + 2]
        and lines[first + 1].text != text == lines[first + 2].text
        and not lines[first + 1].is_body
    )
    return None if around_title or text.endswith(".") else text


def _bylines(lines: Lines, rules: LineRules) -> Lines:
    """Bylines by their words; a bare date is one only above the body (chronologies have dates)."""
    lines = label(lines, lambda line: _ruled(BlockKind.BYLINE, rules.byline(line.text)))
    body = first_body(lines)
    above = label(lines[1:body], lambda line: _ruled(BlockKind.BYLINE, rules.date_line(line.text)))
    return lines[:1] + above + lines[max(body, 1) :]


def _ruled(kind: BlockKind, rule: str | None) -> Verdict:
    return (kind, rule) if rule else None


def _linked(lines: Lines, rules: LineRules) -> Lines:
    """Titles of other articles below « À lire aussi »: short lines that end no sentence."""
    after_head = False
    judged = []
    for line in lines:
        if line.kind is BlockKind.BOILERPLATE:
            after_head = rules.list_head(line.text)
        elif after_head and line.kind is None and not line.is_body:
            line = line.judged(BlockKind.BOILERPLATE, "clean.related")
        else:
            after_head = False
        judged.append(line)
    return tuple(judged)


def _comments(lines: Lines, rules: LineRules) -> Lines:
    """Readers' comments: whatever follows their heading, once most of the article is past."""
    length = lines[-1].end if lines else 0
    for i, line in enumerate(lines):
        late = line.start > COMMENTS_AFTER * length
        if late and line.kind is BlockKind.BOILERPLATE and rules.comments_head(line.text):
            below = label(lines[i:], lambda _: (BlockKind.BOILERPLATE, "clean.comments"))
            return lines[:i] + below
    return lines


def _end_matter(lines: Lines, rules: LineRules) -> Lines:
    """After the last body line: who signed, then whatever follows furniture is furniture; and so
    is a line or two of few words, since no heading ends an article (more are a list)."""
    end = last_body(lines) + 1
    if not end:
        return lines
    in_furniture = False
    few = sum(line.kind is None for line in lines[end:]) <= MOST_LEFT_OVER
    judged = list(lines[:end])
    for line in lines[end:]:
        in_furniture = in_furniture or line.kind is BlockKind.BOILERPLATE
        if line.kind is None:
            signed = None if in_furniture else rules.signature(line.text)
            if signed:
                line = line.judged(BlockKind.BYLINE, signed)
            elif in_furniture or (few and _is_left_over(line)):
                line = line.judged(BlockKind.BOILERPLATE, "clean.end_matter")
        judged.append(line)
    return tuple(judged)


def _is_left_over(line: Line) -> bool:
    """A few words that end no sentence, give no figure and hang on no line above."""
    few = len(line.text.split()) <= LONGEST_LEFT_OVER
    return few and not line.ends_sentence and not _TOLD.match(line.text)


def _headed(line: Line) -> Verdict:
    """A heading inside the article: short, and no sentence of the running text."""
    text = line.text
    if len(text) > LONGEST_HEADING or text.endswith((".", ":", ";", ",")) or text[0].islower():
        return None
    if text.endswith("?") and len(text) > 45:  # an interviewer's question
        return None
    if _OPENED.match(text) and (not _CLOSED.search(text) or _INNER_END.search(text)):
        return None  # a speaker's words: an open quotation, or whole sentences
    return BlockKind.HEADING, HEADING


def _unlisted(lines: Lines) -> Lines:
    """Short lines in a row are a list (names, scores, results), not so many headings."""
    judged: list[Line] = []
    for rule, run in itertools.groupby(lines, key=lambda line: line.rule):
        row = list(run)
        if rule == HEADING and len(row) >= SHORTEST_LIST:
            row = [line.judged(BlockKind.PARAGRAPH, "clean.list") for line in row]
        judged += row
    return tuple(judged)


def _with_repeats(lines: Lines) -> tuple[Block, ...]:
    first: dict[tuple[str, BlockKind], int] = {}
    found = []
    for i, line in enumerate(lines):
        assert line.kind is not None  # the last judgement labels whatever is left
        copy_of = first.setdefault((line.text, line.kind), i)
        repeats = copy_of if copy_of != i else None
        found.append(Block(line.start, line.end, line.kind, line.rule, repeats))
    return tuple(found)
