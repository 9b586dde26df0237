"""Merging against the gold identities and stories: who is the same, what is one story.

    python -m benchmarks.record [FOLDER] [--misses N] [--readings OUT.jsonl]

Reads the gold articles of a folder (ours without one), merges them in memory and scores pairs:
of all pairs of entities (articles) put together, how many belong together. `--readings` writes
the readings with `record_id` and `story`, for other scorers.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.floors import Result
from benchmarks.gold import OURS, GoldArticle, articles, digest
from benchmarks.scoring.entities import FAMILY, normal
from benchmarks.scoring.tally import Tallies, pair
from greffier import pipeline
from greffier.clean.document import document
from greffier.exports.readings import to_dict
from greffier.lang.fr import FRENCH
from greffier.model.reading import Reading
from greffier.model.record import Layer
from greffier.model.text import Given
from greffier.record.memory import Memory

Member = tuple[str, str]
Pairs = set[frozenset[Any]]


def readings(gold: Iterable[GoldArticle]) -> dict[str, Reading]:
    """Gold articles read, by name."""
    found = {}
    for article in gold:
        given = Given(published=article.gold.get("published"), outlet=article.gold.get("outlet"))
        made = document(article.text, f"gold:{article.name}", given, FRENCH)
        found[article.name] = pipeline.annotate(made, pipeline.french_parser())
    return found


def placed(reading: Reading, memory: Memory) -> dict[str, Any]:
    """A reading as JSON, with the record's id of each entity and of its story."""
    told = to_dict(reading)
    nodes = pipeline.nodes_of(reading)
    entry_of = {n.anchor: memory.entry_of(n) for n in nodes}
    by_span = {
        span: entry_of[n.anchor]
        for n in nodes
        if n.anchor.layer == Layer.ENTITY
        for span in n.evidence
    }
    for entity in told["entities"]:
        spans = ((m["start"], m["end"]) for m in entity["mentions"])
        entity["record_id"] = next((by_span[s] for s in spans if s in by_span), None)
    stories = (e for a, e in entry_of.items() if a.layer == Layer.ARTICLE)
    told["document"]["story"] = next(stories, None)
    return told


def _names(reading: dict[str, Any], entity: dict[str, Any]) -> set[str]:
    text = reading["text"]
    named = (m for m in entity["mentions"] if m["kind"] == "name")
    return {normal(text[m["start"] : m["end"]]) for m in named} | {normal(entity["name"])}


def _aligned(gold: GoldArticle, reading: dict[str, Any]) -> Iterator[tuple[Member, str | None]]:
    """Each gold entity that was read, with its id in the record."""

    def alike(wanted: dict[str, Any], found: dict[str, Any]) -> float:
        told = {normal(a) for a in wanted["aliases"]} | {normal(wanted["name"])}
        return len(told & _names(reading, found))

    pairs = pair(gold.gold["entities"], reading["entities"], alike)
    for i, j in pairs.items():
        wanted = gold.gold["entities"][i]["id"]
        yield (gold.name, wanted), reading["entities"][j]["record_id"]


def _pairs(groups: Iterable[Iterable[Any]]) -> Pairs:
    return {frozenset(p) for group in groups for p in combinations(sorted(set(group)), 2)}


def _grouped(ids: Iterable[tuple[Any, str | None]]) -> list[list[Any]]:
    groups: dict[str, list[Any]] = {}
    for member, group in ids:
        if group is not None:
            groups.setdefault(group, []).append(member)
    return list(groups.values())


def score(gold: list[GoldArticle], told: dict[str, dict[str, Any]], folder: Path) -> Tallies:
    """Pairs of entities across articles, and pairs of articles."""
    tallies = Tallies()
    kind_of = {
        (article.name, entity["id"]): FAMILY[entity["kind"]]
        for article in gold
        for entity in article.gold["entities"]
    }
    identities = folder / "identities.jsonl"
    lines = identities.read_text(encoding="utf-8").splitlines() if identities.exists() else ()
    wanted = _pairs([tuple(m) for m in json.loads(line)["members"]] for line in lines if line)
    found = _pairs(_grouped(a for g in gold for a in _aligned(g, told[g.name])))
    for layer, family in (("persons", "person"), ("actors", "actor"), ("places", "place")):

        def across(pairs: Pairs, family: str = family) -> Pairs:
            return {
                p
                for p in pairs
                if len({member[0] for member in p}) == 2
                and any(kind_of.get(member) == family for member in p)
            }

        _tally(tallies, f"same {layer}", across(wanted), across(found))
    stories = _pairs(_grouped((g.name, told[g.name]["document"]["story"]) for g in gold))
    _tally(
        tallies, "same story", _pairs(_grouped((g.name, g.gold["story"]) for g in gold)), stories
    )
    return tallies


def _tally(tallies: Tallies, layer: str, wanted: Pairs, found: Pairs) -> None:
    tallies[layer].add(len(wanted & found), len(found), len(wanted))
    tallies[layer].misses += [f"missed: {sorted(p)}" for p in sorted(wanted - found, key=sorted)]
    tallies[layer].misses += [f"wrong: {sorted(p)}" for p in sorted(found - wanted, key=sorted)]


def results(misses: int, folder: Path = OURS) -> Result:
    """Scores a folder's identities and stories, printing as it goes."""
    gold = list(articles(folder))
    read = readings(gold)
    memory = pipeline.merged(read.values())
    told = {name: placed(reading, memory) for name, reading in read.items()}
    tallies = score(gold, told, folder)
    print(f"\n{'record':30}{'P':>8}{'R':>8}{'F1':>8}   hits/found/wanted (pairs)")
    for layer, t in tallies.items():
        counts = f"{t.hits}/{t.found}/{t.wanted}"
        print(f"{layer:30}{t.precision:8.3f}{t.recall:8.3f}{t.f1:8.3f}   {counts}")
        print(*(f"    {miss}" for miss in t.misses[:misses]), sep="\n", end="\n" if misses else "")
    return Result("record", digest(folder), {key: round(t.f1, 4) for key, t in tallies.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description="merging against gold identities")
    parser.add_argument("folder", type=Path, nargs="?", default=OURS)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--readings", type=Path)
    options = parser.parse_args()
    if options.readings:
        read = readings(articles(options.folder))
        memory = pipeline.merged(read.values())
        with options.readings.open("w", encoding="utf-8") as out:
            for reading in read.values():
                out.write(json.dumps(placed(reading, memory), ensure_ascii=False) + "\n")
    else:
        results(options.misses, options.folder)


if __name__ == "__main__":
    main()
