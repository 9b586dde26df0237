"""Spellings of one name: what survives when Arabic, Cyrillic or Khmer is written in Latin letters.

`fold` keeps what a reader would call the same letters; `keys` gives the sounds that the usual
French, English and German romanisations share, so that two spellings match when a key is common.
"""

from __future__ import annotations

import functools
import re
import unicodedata

LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
        "ð": "d",        "’": "", "'": "", "‘": "", "ʿ": "", "ʾ": "", "`": "", "´": "", "ə": "a",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, and signs that no two outlets write alike."""

SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(.)\1+", r"\1\1"),  # Basharr
        (r"ou|oo|(?<=[^aeiou])w(?=[aeiou])", "u"),  # Rouhani, Rohani; Lwal, Lual
        (r"ee", "i"),
        (r"sch|sh|(?<!t)ch", "S"),  # Bachar, Bashar
        (r"tch|tS", "C"),
        (r"dj|dzh", "j"),  # Djamel, Jamel
        (r"ph", "f"),
        (r"kh|gh(?=[aeiou])|q|ck|x(?=[aeiou])", "k"),  # Khodja, Qodja
        (r"gu(?=[ei])|gh", "g"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"dh", "d"),
        (r"w", "v"),
        (r"(?<=[aeiou])[yj](?![aeiou])|y", "i"),  # Sergej, Sergey, Sergeï
        (r"ii+", "i"),
        (r"(?<!^)h", ""),
        (r"(.)\1+", r"\1"),  # Assad, Asad
    )
)
"""From spelling to sound, in this order."""

TH = ("t", "s")
"""« th » is written t or s: Othman, Otman, Osman."""


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents or apostrophes, hyphens and stops as spaces."""
    lowered = text.translate(LETTERS).lower().translate(LETTERS)
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
    )
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())


@functools.lru_cache(maxsize=65536)
def keys(word: str) -> frozenset[str]:
    """The sounds of a folded word; two words sound alike when they share one."""
    return frozenset(_sound(word.replace("th", th)) for th in TH)


def _sound(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


@functools.lru_cache(maxsize=65536)
def skeleton(word: str) -> frozenset[str]:
    """The consonants of each key, in order, with a mark where the word begins by a vowel."""
    return frozenset(
        re.sub(r"(?<!^)[aeiou]", "", re.sub(r"^[aeiou]", "A", key)) for key in keys(word)
    )


NEAR = frozenset({("a", "e"), ("e", "i"), ("o", "u")})
"""Vowels that romanisations exchange: Ahmad, Ahmed; Laden, Ladin; Osama, Usama. Never a with i:
Bachar is not Bachir."""


def near_vowels(one: str, other: str) -> bool:
    """Whether two folded words have the same consonants and vowels that romanisations exchange,
    each in the same place."""
    return any(
        len(a) == len(b)
        and all(x == y or tuple(sorted((x, y))) in NEAR for x, y in zip(a, b, strict=True))
        for a in keys(one)
        for b in keys(other)
    )
