"""Are two names one person's? A ladder, exact first; each rung is a named feature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from greffier.model.record import Likeness, Reason
from greffier.record.compare.names import Name, lexicon, parse
from greffier.record.compare.romanise import keys, near_vowels

EXACT, SOUND, VOWEL, SHORT, INITIAL, TYPO = 1.0, 0.97, 0.93, 0.9, 0.86, 0.84
"""What a word scores by the rung it is matched on."""
SHORTEST_TYPO = 4
"""Letters. Shorter words differ in one letter without being slips: Ali, Adi."""
SURNAME_ALONE = 0.5
"""A surname against a full name: never enough without the article's context."""


@dataclass(frozen=True, slots=True)
class Match:
    score: float
    feature: str


Rung = Callable[[str, str, bool], Match | None]


def _exact(a: str, b: str, last: bool) -> Match | None:
    return Match(EXACT, "same word") if a == b else None


def _initial(a: str, b: str, last: bool) -> Match | None:
    if last or min(len(a), len(b)) != 1 or a[0] != b[0]:
        return None
    return Match(INITIAL, "initial")


def _gendered(a: str, b: str, last: bool) -> Match | None:
    """Two given names that only their gender's ending tells apart are two: Paul, Paule."""
    if last or a[-1] == b[-1] or not {a[-1], b[-1]} & set("aeo"):
        return None
    stems = {a, a[:-1]} & {b, b[:-1]}
    return Match(0.0, "other gender") if stems and a[-1:] + b[-1:] not in ("ei", "ie") else None


def _sound(a: str, b: str, last: bool) -> Match | None:
    return Match(SOUND, "same sound") if keys(a) & keys(b) else None


def _vowels(a: str, b: str, last: bool) -> Match | None:
    return (
        Match(VOWEL, "romanised vowels") if min(len(a), len(b)) > 2 and near_vowels(a, b) else None
    )


def _variant(a: str, b: str, last: bool) -> Match | None:
    known = not last and f"{a} {b}" in lexicon()["variants"]
    return Match(VOWEL, "variant") if known else None


def _short_form(a: str, b: str, last: bool) -> Match | None:
    short = lexicon()["short_forms"]
    if last or (f"{a} {b}" not in short and f"{b} {a}" not in short):
        return None
    return Match(SHORT, "short form")


def _slip(a: str, b: str, last: bool) -> Match | None:
    """One slip of the pen (a letter more, less, other, two exchanged), two in a long word."""
    if min(len(a), len(b)) < SHORTEST_TYPO or a[0] != b[0]:
        return None
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1 and (last or len(a) != len(b) or not _other_vowel(a, b)):
        return Match(TYPO, "one letter")
    if distance == 2 and last and min(len(a), len(b)) >= 8 and a[-3:] == b[-3:]:
        return Match(TYPO, "two letters")
    return None


def _other_vowel(a: str, b: str) -> bool:
    """A given name whose only difference is a vowel is another name: Bachir, Bachar."""
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(differing) == 1 and set(differing[0]) <= set("aeiouy")


LADDER: tuple[Rung, ...] = (
    _exact,
    _initial,
    _gendered,
    _sound,
    _vowels,
    _variant,
    _short_form,
    _slip,
)


def word(a: str, b: str, last: bool) -> Match:
    """The first rung that two words reach."""
    for rung in LADDER:
        found = rung(a, b, last)
        if found is not None:
            return found
    return Match(0.0, "other word")


def compare(one: str, other: str) -> Likeness:
    """How alike two persons' names are; 0 where something tells them apart."""
    a, b = sorted((parse(one), parse(other)), key=lambda name: (len(name.words), name.words))
    if not a.words:
        return Likeness(0.0, (Reason("no name", one or other),))
    if "".join(a.words) == "".join(b.words):
        return Likeness(EXACT, (Reason("same letters", " ".join(b.words)),))
    if not a.is_full and b.is_full:
        return _surname_alone(a, b)
    found = _aligned(a, b)
    if found is None and (a.led or b.led):
        found = _turned(a, b)
    return found or Likeness(0.0, (Reason("other name", f"{one} / {other}"),))


def _surname_alone(a: Name, b: Name) -> Likeness:
    glued = word(a.words[0], "".join(b.words), True)
    if len(b.words) > 1 and glued.score >= SOUND:
        return Likeness(glued.score, (Reason("words run together", a.words[0]),))
    best = max((word(a.words[0], w, True) for w in b.words[1:]), key=lambda m: m.score)
    if best.score < VOWEL:
        return Likeness(0.0, (Reason("other surname", f"{a.words[0]} / {b.surname}"),))
    return Likeness(SURNAME_ALONE * best.score, (Reason("surname alone", a.words[0]),))


def _aligned(a: Name, b: Name) -> Likeness | None:
    """Each word of the shorter name, in order, on a word of the longer; both begin alike or the
    longer one adds names before, and both end alike."""
    reasons, scores, at = [], [], 0
    for i, w in enumerate(a.words):
        last = i == len(a.words) - 1
        reach = range(at, len(b.words))
        matched = next(((j, m) for j in reach if (m := word(w, b.words[j], last)).score > 0), None)
        if matched is None:
            return None
        at = matched[0] + 1
        scores.append(matched[1].score)
        reasons.append(Reason(matched[1].feature, f"{w} / {b.words[matched[0]]}"))
    left = len(b.words) - len(a.words)
    if left:
        reasons.append(Reason("words left out", str(left)))
    if _too_weak(scores):
        return None
    return Likeness(min(scores), tuple(reasons))


def _too_weak(scores: list[float]) -> bool:
    """Two words that both slipped are two other words."""
    return sum(score <= TYPO for score in scores) > 1 or max(scores) <= INITIAL


def _turned(a: Name, b: Name) -> Likeness | None:
    """A surname written first, known by its particle: « ben Salmane Mohammed »."""
    led, plain = (a, b) if a.led else (b, a)
    if len(led.words) < 2:
        return None
    turned = Name((*led.words[1:], led.words[0]))
    x, y = sorted((turned, plain), key=lambda name: len(name.words))
    return _aligned(x, y)
