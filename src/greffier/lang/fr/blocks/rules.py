"""What the words of one line tell of its kind. Position and layout are `clean`'s to judge."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from greffier.lang import lexicon
from greffier.lang.fr.spelling import bare
from greffier.lang.fr.timexes.words import time_words
from greffier.model.language import LineRules

PACKAGE = "greffier.lang.fr.blocks"
LONGEST_FURNITURE = 220
"""Code points. Longer lines are paragraphs, whatever they begin with."""
LONGEST_HOLDING = 160
LISTS = (
    "begins",
    "holds",
    "alone",
    "list_heads",
    "genres",
    "byline_begins",
    "credit_words",
    "credit_agencies",
)

_MARKS = re.compile(r"[^\w' -]+|\b\d+\b|(?<= )-(?= )|^[ -]+|[ -]+$")
_SPACES = re.compile(r"\s+")
_NAME = r"(?:[A-ZÀ-Ý][\w’'.-]*|d[eu]s?|la|le|el|al|ben|bin|von|van|di)"
_PERSON_LINE = re.compile(rf"[A-ZÀ-Ý][\w’'.-]*(?: {_NAME}){{1,4}}")
_PUBLISHED = re.compile(r"\b(?:publie|mis a jour|mise en ligne|modifie|paru)\b.{0,12}\d")
_SPECIAL = re.compile(
    r"\b(?:envoyee?s? speciale?s?|correspondante?s?|avec (?:l')?(?:afp|reuters))\b"
)
_DASH = r"[-–—]"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The lexicon compiled: each pattern matches bare text (`spelling.bare`)."""

    begins: re.Pattern[str]
    holds: re.Pattern[str]
    alone: frozenset[str]
    list_heads: frozenset[str]
    genres: frozenset[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    dateline: re.Pattern[str]
    date: re.Pattern[str]


@functools.cache
def patterns() -> Patterns:
    """The lexicon, read and compiled once; LexiconError when a list is missing."""
    table = lexicon.load(PACKAGE, "lexicon.toml")
    words = {key: lexicon.words(table, key, PACKAGE) for key in LISTS}
    credit_word, agency = _either(words["credit_words"]), _either(words["credit_agencies"])
    months = "|".join(sorted({*time_words().months, *time_words().short_months}, key=len)[::-1])
    in_words = rf"(?P<d>\d{{1,2}})(?:er)? (?P<m>{months})\.? (?P<y>\d{{4}})"
    in_digits = r"(?P<nd>\d{1,2})[/.-](?P<nm>\d{1,2})[/.-](?P<ny>(?:\d\d)?\d\d)"
    date = rf"(?:{in_words}|{in_digits})(?!\d)"
    place, region, agency_code = r"[^\d.!?]{2,40}[,(] ?", r", [^.!?]{2,40}", r" ?\([^()]{2,30}\)"
    return Patterns(
        begins=re.compile(rf"(?:{_either(words['begins'])})(?!\w)"),
        holds=re.compile(_either(words["holds"])),
        alone=words["alone"],
        list_heads=words["list_heads"],
        genres=words["genres"],
        byline=re.compile(rf"(?:{_either(words['byline_begins'])})(?!\w)"),
        credit=re.compile(
            rf"\(\s*(?:{credit_word})\b[^()]{{0,60}}\)\s*$"
            rf"|(?:^|[.!?»\"|] ?|, )(?:{credit_word})\b[ :.](?! ?\d)[^.!?]{{2,60}}\.?$"
            rf"|©[^.!?]{{0,60}}$"
            rf"|(?:[.|/(]|{_DASH}) ?(?:{agency})\)?\.?$"
            rf"|\| ?[^|.]{{2,50}}$"
        ),
        dateline=re.compile(
            rf"^(?:{place})?(?:le )?{date}(?:{region})?(?:{agency_code})?\.? ?{_DASH}"
        ),
        date=re.compile(rf"(?<![\d/.-]){date}"),
    )


def _either(words: frozenset[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(bare(word)).replace("\\ ", " +") for word in ordered)


def _core(line: str) -> str:
    """A line's words without its marks and counters: « Commentaires (4) » → « commentaires »."""
    return _SPACES.sub(" ", _MARKS.sub(" ", bare(line))).strip()


def furniture(line: str) -> str | None:
    """The rule by which a line's words make it page furniture, or null."""
    if len(line) > LONGEST_FURNITURE:
        return None
    known, folded = patterns(), _SPACES.sub(" ", bare(line)).lstrip(" -–—•*>»«|\"'")
    begun = known.begins.match(folded)
    if begun and (begun.end() == len(folded) or not _is_sentence(line, begun.end())):
        return "fr.blocks.begins"
    core = _core(line)
    if not core or core in known.alone:
        return "fr.blocks.alone"
    if len(line) <= LONGEST_HOLDING and known.holds.search(folded):
        return "fr.blocks.holds"
    return None


def _is_sentence(line: str, begun: int) -> bool:
    """Whether the line tells something after a furniture word: journalism may begin with
    « Partager le pouvoir… » or « Menu servi au président… », which is longer and full-stopped."""
    return len(line) > 110 and line.rstrip().endswith(".") and begun < 12


def list_head(line: str) -> bool:
    """Whether links to other articles follow the line."""
    return _core(line) in patterns().list_heads


def genre(line: str) -> bool:
    """Whether the line only says what kind of article follows."""
    return _core(line) in patterns().genres


def credit(line: str) -> bool:
    """Whether the line ends with a picture's credit."""
    folded = _SPACES.sub(" ", bare(line)).strip()
    return bool(patterns().credit.search(folded))


def byline(line: str) -> bool:
    """Whether the line only tells who wrote the article, where or when."""
    if len(line) > 140:
        return False
    folded = _SPACES.sub(" ", bare(line)).strip()
    if patterns().dateline.fullmatch(folded):
        return True
    if patterns().byline.match(folded) or _PUBLISHED.search(folded):
        return not folded.endswith((".", "!", "?", ":")) or len(folded) < 60
    return bool(_SPECIAL.search(folded)) and not folded.endswith(".")


def signature(line: str) -> bool:
    """Whether the line is nothing but a person's name."""
    return len(line) < 60 and bool(_PERSON_LINE.fullmatch(line.strip()))


def dateline(line: str) -> str | None:
    """The ISO date that a dateline opening the line tells (« MORONI, 6 fév 2022 (ASO) - »)."""
    return _iso(patterns().dateline.match(_SPACES.sub(" ", bare(line)).strip()))


def dated(line: str) -> str | None:
    """The first whole date of a byline, as ISO."""
    return _iso(patterns().date.search(_SPACES.sub(" ", bare(line))))


def _iso(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    part = found.groupdict()
    if part["m"]:
        known = time_words()
        month = known.months.get(part["m"]) or known.short_months[part["m"]]
        year, day = int(part["y"]), int(part["d"])
    else:
        year, month, day = int(part["ny"]), int(part["nm"]), int(part["nd"])
        year += 2000 if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1600 < year < 2200):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


LINES = LineRules(
    furniture=furniture,
    list_head=list_head,
    genre=genre,
    credit=credit,
    byline=byline,
    signature=signature,
    dateline=dateline,
    dated=dated,
)
"""What `clean` asks of French lines."""
