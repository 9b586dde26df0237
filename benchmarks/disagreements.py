"""Disagreements found between gold articles against those that a reader of them finds.

    python -m benchmarks.disagreements [--misses]

`benchmarks/gold/disagreements.jsonl` holds every contradiction between articles of one story:
its kind and, for each side, the passages that say so. One is found when a disagreement of its
kind has, on two sides, nodes in the sentences of passages of two sides.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from benchmarks.floors import Result
from benchmarks.gold import OURS, articles
from benchmarks.record import readings
from benchmarks.scoring.tally import Tally
from greffier import pipeline
from greffier.model.reading import Reading
from greffier.model.record import Disagreement
from greffier.model.text import Span
from greffier.record.memory import Memory, disagreements

GOLD = OURS / "disagreements.jsonl"

Place = tuple[str, int, int]


def wanted(path: Path, texts: dict[str, str]) -> list[dict[str, Any]]:
    """The gold, each passage located: `places` of a side are articles with offsets."""
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    for item in told:
        for side in item["sides"]:
            side["places"] = [
                (p["article"], start, start + len(p["text"]))
                for p in side["passages"]
                for start in _all(texts[p["article"]], p["text"])
            ]
    return told


def _all(text: str, passage: str) -> list[int]:
    found, at = [], text.find(passage)
    while at >= 0:
        found.append(at)
        at = text.find(passage, at + 1)
    return found


def _places(told: Disagreement, memory: Memory, names: dict[str, str]) -> list[list[Place]]:
    nodes = [[memory.nodes[i] for i in ids] for _, ids in told.sides]
    return [
        [(names[node.anchor.document], *span) for node in side for span in node.evidence]
        for side in nodes
    ]


def _meet(found: list[Place], gold: list[Place], texts: dict[str, str]) -> bool:
    """Whether one of the nodes stands in the sentence of one of the passages."""
    return any(
        f[0] == g[0] and _sentence(texts[g[0]], g).overlaps(Span(f[1], f[2]))
        for f in found
        for g in gold
    )


def _sentence(text: str, place: Place) -> Span:
    _, start, end = place
    begins = max(text.rfind(mark, 0, start) for mark in (". ", "\n")) + 1
    ends = [at for mark in (". ", ".\n", "\n") if (at := text.find(mark, end)) >= 0]
    return Span(begins, min(ends, default=len(text)))


def _matches(
    item: dict[str, Any], kind: str, sides: list[list[Place]], texts: dict[str, str]
) -> bool:
    if item["kind"] != kind:
        return False
    met = [
        {i for i, side in enumerate(sides) if _meet(side, gold["places"], texts)}
        for gold in item["sides"]
    ]
    return any(i != j for i in met[0] for j in met[1])


def score(read: dict[str, Reading], misses: bool) -> tuple[Tally, int]:
    """Gold disagreements that were found, and how many of those found are in the gold."""
    texts = {name: reading.document.text for name, reading in read.items()}
    names = {reading.document.id: name for name, reading in read.items()}
    memory = pipeline.merged(read.values())
    gold = wanted(GOLD, texts)
    seen: set[int] = set()
    tally = Tally()
    right = 0
    found = disagreements(memory)
    for told in found:
        sides = _places(told, memory, names)
        hits = {i for i, item in enumerate(gold) if _matches(item, told.kind, sides, texts)}
        seen |= hits
        right += bool(hits)
        if not hits and misses:
            print(f"  false: {told.kind} {[value for value, _ in told.sides]} {sides}")
    for i, item in enumerate(gold):
        if i not in seen and misses:
            print(f"  missed: {item['story']} {item['kind']}: {item['differs']}")
    tally.add(len(seen), len(found), len(gold))
    print(
        f"\ndisagreements: found {len(seen)}/{len(gold)}, false {len(found) - right}/{len(found)}"
    )
    return tally, right


def results(misses: bool) -> Result:
    """Scores our stories; recall is of the gold's, precision of all that was found."""
    read = readings(articles(OURS))
    tally, right = score(read, misses)
    figures = {"found": tally.recall, "right": right / tally.found if tally.found else 1.0}
    gold = hashlib.sha256(GOLD.read_bytes()).hexdigest()[:16]
    return Result("disagreements", gold, {key: round(f, 4) for key, f in figures.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description="disagreements against the gold")
    parser.add_argument("--misses", action="store_true")
    results(parser.parse_args().misses)


if __name__ == "__main__":
    main()
