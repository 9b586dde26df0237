"""The title of an article, among the lines that stand above its body."""

from __future__ import annotations

import re
from dataclasses import replace

from greffier.clean.lines import BODY_LINE, Lines, first_body
from greffier.model.language import LineRules
from greffier.model.text import BlockKind, Given

LONGEST_TITLE = 280
LONGEST_SENTENCE = 60
"""Code points of a title that ends with a full stop; a longer line is the first paragraph."""
LONGEST_MASTHEAD_WORDS = 6
LONGEST_KICKER = 2
"""Words of a line above a longer one: a rubric or a theme (« Mali », « Crise sanitaire »)."""
RULE = "clean.title"


def titled(lines: Lines, given: Given, rules: LineRules) -> Lines:
    """Lines with the title, and with what stands above it: an outlet's name, a rubric."""
    place = title_place(lines, given, rules)
    if place is None:
        return lines
    text = lines[place].text
    judged = list(lines)
    for i, line in enumerate(lines):
        if i == place or (line.text == text and line.kind in (None, BlockKind.CAPTION)):
            judged[i] = line.judged(BlockKind.TITLE, line.rule if line.kind else RULE)
        elif i < place and line.kind is None:
            judged[i] = line.judged(BlockKind.BOILERPLATE, "clean.above_title")
    if lines[place].kind is BlockKind.TITLE:
        judged[place] = lines[place]
    return _signed(tuple(judged), place, rules)


def _signed(lines: Lines, title: int, rules: LineRules) -> Lines:
    """A person's name that stands between the title and the body is who wrote the article."""
    judged = list(lines)
    for i in range(title + 1, min(first_body(lines), len(lines))):
        rule = rules.signature(lines[i].text) if lines[i].kind is None else None
        if rule:
            judged[i] = replace(lines[i], kind=BlockKind.BYLINE, rule=rule)
            break
    return tuple(judged)


def title_place(lines: Lines, given: Given, rules: LineRules) -> int | None:
    """Where the title stands: the line known or given as title, else the first that can be one."""
    for i, line in enumerate(lines):
        if line.kind is BlockKind.TITLE or (given.title and line.text == given.title.strip()):
            return i
    candidates = [i for i in range(_top(lines, rules)) if _can_be(lines, i, rules)]
    for i in candidates[1:]:
        if _SITE.split(_folded(lines[candidates[0]].text))[0] == _folded(lines[i].text):
            return i  # below the page's own title, which adds the outlet's name
    while len(candidates) > 1 and _is_masthead(lines, candidates, given, rules):
        candidates.pop(0)
    return candidates[0] if candidates else None


def _top(lines: Lines, rules: LineRules) -> int:
    """How many lines stand before the body, or before a byline that follows a possible title."""
    for i, line in enumerate(lines):
        if line.kind is BlockKind.BYLINE and any(_can_be(lines, j, rules) for j in range(i)):
            return i
        if line.kind in (None, BlockKind.PARAGRAPH) and _is_running(lines, i):
            return i
    return len(lines)


def _is_running(lines: Lines, i: int) -> bool:
    """Whether a line is the running text: too long for a title, or a sentence and not a short
    one, or the only line."""
    line = lines[i]
    if line.kind is BlockKind.PARAGRAPH or len(line.text) > LONGEST_TITLE:
        return True
    if not line.text.endswith("."):
        return False
    return len(line.text) > LONGEST_SENTENCE or len(lines) == 1


def _can_be(lines: Lines, i: int, rules: LineRules) -> bool:
    return lines[i].kind is None and not rules.genre(lines[i].text)


def _is_masthead(lines: Lines, candidates: list[int], given: Given, rules: LineRules) -> bool:
    """Whether the first candidate is the outlet's name: as given, or short and set off by a menu
    or such a name, above another line that can be the title."""
    place, following = candidates[0], candidates[1]
    text = _folded(lines[place].text)
    outlet = _folded(given.outlet or "")
    if outlet and text.startswith(outlet) and len(text) < BODY_LINE:
        return True
    as_printed = lines[place].text
    told = rules.masthead(as_printed), _is_name(as_printed)
    if len(_WORD.findall(text)) <= LONGEST_KICKER < len(_WORD.findall(lines[following].text)):
        return True
    if ":" in text or (len(text.split()) > LONGEST_MASTHEAD_WORDS and not told[0]):
        return False
    set_off = any(line.kind is BlockKind.BOILERPLATE for line in lines[place + 1 : following])
    if set_off:
        return any(told)
    return all(told) and not lines[following].is_body


def _is_name(text: str) -> bool:
    """Whether every long word has a capital, as in names, or all letters before a motto."""
    name = _MOTTO.split(text)[0]
    if name != text and name.isupper():
        return True
    return all(word[:1].isupper() for word in _WORD.findall(text) if len(word) > SHORT_WORD)


SHORT_WORD = 3
"""Letters of the words that names leave in lower case: « des », « sur », « du »."""
_WORD = re.compile(r"[^\W\d_]+")
_MOTTO = re.compile(r"(?<!\s)\s++[|–—·•-]\s+|,\s")
_SITE = re.compile(r"(?<!\s)\s++[|–—·•-]\s+")


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'").strip()
