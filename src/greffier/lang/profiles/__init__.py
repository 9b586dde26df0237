"""Which language a text is written in: its script, then its commonest words.

Shared by the language packs: each hands `recognise` on, so that `clean` can refuse what the pack
cannot read. It abstains rather than refuse a text that it is not sure of.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter

from greffier.lang import lexicon

PACKAGE = "greffier.lang.profiles"
SAMPLE = 20_000
"""Code points looked at: the start tells enough."""
ENOUGH_LETTERS = 20
ENOUGH_WORDS = 5
"""Words of a language alone that must be seen before it is named."""
LEAD = 2.0
"""How many times more of its words the best language shows than each other: French articles
quote English, and pages end with English forms."""

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile(r"[^\W\d_\u0000-\u024f]")
SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "am",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "TIFINAGH": "ber",
}
"""The script, as Unicode names begin, and its language of most speakers."""


@functools.cache
def profiles() -> dict[str, frozenset[str]]:
    """The common words of each language that no other has, by its code: related languages
    share many (« la », « de », « que »)."""
    table = lexicon.load(PACKAGE, "profiles.toml")
    common = {code: lexicon.words(table, code, PACKAGE) for code in table}
    languages = Counter(word for listed in common.values() for word in listed)
    return {
        code: frozenset(word for word in listed if languages[word] == 1)
        for code, listed in common.items()
    }


def recognise(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text; null when that is not clear."""
    sample = text[:SAMPLE]
    foreign = _by_script(sample)
    if foreign:
        return foreign
    words = _WORD.findall(sample.lower())
    counts = {code: sum(map(common.__contains__, words)) for code, common in profiles().items()}
    best = max(counts, key=lambda code: (counts[code], code))
    others = max(count for code, count in counts.items() if code != best)
    return best if counts[best] >= max(ENOUGH_WORDS, LEAD * others) else None


def _by_script(sample: str) -> str | None:
    """The language of a text of which most letters are of another script than Latin."""
    beyond = [c for c in _BEYOND_LATIN.findall(sample) if c.isalpha()]
    if not beyond:
        return None
    letters = sum(map(str.isalpha, sample))
    if letters < ENOUGH_LETTERS or len(beyond) * 2 < letters:
        return None
    seen: dict[str, int] = {}
    for c in beyond:
        script = unicodedata.name(c, "").partition(" ")[0]
        seen[script] = seen.get(script, 0) + 1
    return SCRIPTS.get(max(seen, key=lambda script: (seen[script], script)), "und")
