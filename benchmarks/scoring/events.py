"""Events: the type and the sentence, then who, whom, when, where, whether and on whose word."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from typing import Any

from benchmarks.gold import GoldArticle
from benchmarks.scoring.entities import Alignment
from benchmarks.scoring.tally import Tallies, pair

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}


def score_events(
    article: GoldArticle, reading: dict[str, Any], alignment: Alignment, tallies: Tallies
) -> None:
    wanted, found = article.gold["events"], reading["events"]
    pairs = event_pairs(article, reading, alignment)
    tallies["events"].add(len(pairs), len(found), len(wanted))
    tallies["encounters (CONSULT)"].add(
        sum(wanted[i]["type"] == "CONSULT" for i in pairs), _consults(found), _consults(wanted)
    )
    whole = 0
    for i, j in pairs.items():
        whole += _participants(wanted[i], found[j], alignment)
        for attribute in ("date", "status", "mode"):
            same = wanted[i].get(attribute) == found[j].get(attribute)
            tallies[f"event {attribute}"].add(same, 1, 1)
        for attribute in ("place", "source"):
            same = alignment.agrees(wanted[i].get(attribute), found[j].get(attribute))
            tallies[f"event {attribute}"].add(same, 1, 1)
    tallies["events + who, whom"].add(whole, len(found), len(wanted))
    _tell_misses(article, wanted, found, pairs, tallies)


def event_pairs(
    article: GoldArticle, reading: dict[str, Any], alignment: Alignment
) -> dict[int, int]:
    """Which event of the gold (index) is which of the reading: same type, a sentence in common."""
    sentence = _sentence_of(article.text)
    wanted, found = article.gold["events"], reading["events"]
    return pair(wanted, found, lambda w, g: _told(w, g, sentence, alignment))


def _sentence_of(text: str) -> Callable[[int], int]:
    ends = [m.start() for m in SENTENCE_END.finditer(text)]
    return lambda offset: bisect.bisect_left(ends, offset + 1)


def _told(
    w: dict[str, Any], g: dict[str, Any], sentence: Callable[[int], int], alignment: Alignment
) -> float:
    """How well two events match: same type, told in a sentence in common."""
    if w["type"] != g["type"]:
        return 0.0
    want = {sentence(m["start"]) for m in w["mentions"]}
    got = {sentence(m["start"]) for m in g["mentions"]}
    people = {alignment.same.get(a) for a in w["actors"] + w["recipients"]}
    who = people & set(g["actors"] + g["recipients"])
    return 1 + len(want & got) / len(want | got) + len(who) if want & got else 0.0


def _consults(events: list[dict[str, Any]]) -> int:
    return sum(e["type"] == "CONSULT" for e in events)


def _participants(w: dict[str, Any], g: dict[str, Any], alignment: Alignment) -> bool:
    """Whether who and whom are right, with few strangers; symmetric events take either side."""
    actors = {alignment.same.get(a, a) for a in w["actors"]}
    recipients = {alignment.same.get(a, a) for a in w["recipients"]}
    everyone, found = actors | recipients, set(g["actors"] + g["recipients"])
    if w["type"] in SYMMETRIC:
        right = len(everyone & found) >= min(2, len(everyone))
    else:
        right = bool(actors & set(g["actors"]) or not actors) and bool(
            recipients & set(g["recipients"]) or not recipients
        )
    return right and len(found - everyone) <= max(1, len(everyone) // 2)


def _tell_misses(
    article: GoldArticle,
    wanted: list[dict[str, Any]],
    found: list[dict[str, Any]],
    pairs: dict[int, int],
    tallies: Tallies,
) -> None:
    misses = tallies["events"].misses
    for i, want in enumerate(wanted):
        if i not in pairs:
            told = [m["text"] for m in want["mentions"]][:3]
            misses.append(f"{article.name}: missed {want['type']} {told}")
    for j, got in enumerate(found):
        if j not in pairs.values():
            told = [article.text[m["start"] : m["end"]] for m in got["mentions"]][:3]
            misses.append(f"{article.name}: spurious {got['type']} {told}")
