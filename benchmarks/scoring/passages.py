"""Layers whose items are passages: blocks, timexes, quotations, figures."""

from __future__ import annotations

import re
from typing import Any

from benchmarks.gold import GoldArticle
from benchmarks.scoring.entities import Alignment
from benchmarks.scoring.tally import Tallies, overlap, pair, span_of

LINE = re.compile(r"[^\n]+")
BLOCK_LAYERS = {"boilerplate": "boilerplate", "captions": "caption"}
QUOTATION_OVERLAP = 0.8


def score_blocks(article: GoldArticle, reading: dict[str, Any], tallies: Tallies) -> None:
    lines = {m.span(): m.group() for m in LINE.finditer(article.text) if m.group().strip()}
    for layer, kind in BLOCK_LAYERS.items():
        marked = {line.strip() for line in article.gold.get(layer, [])}
        blocks = [span_of(b) for b in reading["blocks"] if b["kind"] == kind]
        wanted = {(at, line) for at, line in lines.items() if line.strip() in marked}
        found = {(at, line) for at, line in lines.items() if any(_covers(b, at) for b in blocks)}
        tallies.compare(layer, article.name, wanted, found)
    if article.gold.get("title"):
        titles = [
            article.text[b["start"] : b["end"]].strip()
            for b in reading["blocks"]
            if b["kind"] == "title"
        ]
        tallies.compare("title", article.name, {article.gold["title"].strip()}, titles[:1])


def _covers(block: tuple[int, int], line: tuple[int, int]) -> bool:
    return overlap(line, block) > 0.5 or (block[0] <= line[0] and line[1] <= block[1])


def score_timexes(article: GoldArticle, reading: dict[str, Any], tallies: Tallies) -> None:
    wanted, found = article.gold["timexes"], reading["timexes"]
    pairs = pair(wanted, found, lambda w, g: overlap(span_of(w), span_of(g)))
    right = {i for i, j in pairs.items() if wanted[i]["value"] == found[j]["value"]}
    tallies["timex spans"].add(len(pairs), len(found), len(wanted))
    tallies["timex values"].add(len(right), len(found), len(wanted))
    for i, want in enumerate(wanted):
        if i not in right:
            got = found[pairs[i]]["value"] if i in pairs else "nothing"
            tallies["timex values"].misses.append(
                f"{article.name}: {want['text']!r} is {want['value']}, got {got}"
            )


def statement_pairs(article: GoldArticle, reading: dict[str, Any]) -> dict[int, int]:
    """Which quotation of the gold (index) is which of the reading, by its passage."""

    def alike(w: dict[str, Any], g: dict[str, Any]) -> float:
        shared = overlap(span_of(w["content"]), span_of(g))
        return shared if shared >= QUOTATION_OVERLAP else 0.0

    return pair(article.gold["quotations"], reading["quotations"], alike)


def score_quotations(
    article: GoldArticle, reading: dict[str, Any], alignment: Alignment, tallies: Tallies
) -> None:
    wanted, found = article.gold["quotations"], reading["quotations"]
    pairs = statement_pairs(article, reading)
    spoken = {
        i for i, j in pairs.items() if alignment.agrees(wanted[i]["speaker"], found[j]["speaker"])
    }
    tallies["quotations"].add(len(pairs), len(found), len(wanted))
    tallies["quotations + speaker"].add(len(spoken), len(found), len(wanted))
    for i, j in pairs.items():
        tallies["quotation kind"].add(wanted[i]["kind"] == found[j]["kind"], 1, 1)
        for part in ("addressee", "via"):
            want, got = wanted[i].get(part), found[j].get(part)
            hit = want is not None and alignment.agrees(want, got)
            tallies[f"quotation {part}"].add(hit, got is not None, want is not None)
    for i, want in enumerate(wanted):
        line = f"{article.name}: {want['content']['text'][:80]!r}"
        if i not in pairs:
            tallies["quotations"].misses.append(f"{line} missed")
        elif i not in spoken:
            tallies["quotations + speaker"].misses.append(f"{line} is of {want['speaker']}")
    for j, got in enumerate(found):
        if j not in pairs.values():
            passage = article.text[got["start"] : got["end"]][:80]
            tallies["quotations"].misses.append(f"{article.name}: {passage!r} spurious")


def figure_pairs(article: GoldArticle, reading: dict[str, Any]) -> dict[int, int]:
    """Which figure of the gold (index) is which of the reading, by passage and value."""
    wanted, found = article.gold["figures"], reading["figures"]
    pairs = pair(wanted, found, lambda w, g: overlap(span_of(w), span_of(g)))
    return {i: j for i, j in pairs.items() if _equal(wanted[i]["value"], found[j]["value"])}


def score_figures(article: GoldArticle, reading: dict[str, Any], tallies: Tallies) -> None:
    wanted, found = article.gold["figures"], reading["figures"]
    right = figure_pairs(article, reading)
    tallies["figures"].add(len(right), len(found), len(wanted))
    for i, j in right.items():
        tallies["figure comparison"].add(wanted[i]["comparison"] == found[j]["comparison"], 1, 1)
    for i, want in enumerate(wanted):
        if i not in right:
            tallies["figures"].misses.append(f"{article.name}: {want['text']!r} missed")
    for j, got in enumerate(found):
        if j not in right.values():
            passage = article.text[got["start"] : got["end"]]
            tallies["figures"].misses.append(f"{article.name}: {passage!r} spurious")


def _equal(wanted: Any, found: Any) -> bool:
    """Whether two values (a number, a pair, or none) are equal within half a percent."""
    if wanted is None or found is None or isinstance(wanted, list) != isinstance(found, list):
        return wanted is None and found is None
    if isinstance(wanted, list):
        return len(wanted) == len(found) and all(map(_equal, wanted, found))
    return bool(abs(wanted - found) <= 0.005 * max(1e-9, abs(wanted)))
