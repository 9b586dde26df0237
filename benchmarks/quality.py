"""`make quality`: every layer against the gold, held to the floors of `floors.json`.

    python -m benchmarks.quality [SET…] [--misses N] [--layer NAME] [--raise]

Exits 1 when a layer is under its floor, or when the gold is not the one that the floors were
measured on. `--raise` writes the figures reached as the new floors, never lower than the old.
Gold that is not ours (../shared) is scored where it exists; where it does not, that is said.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import corpora, disagreements, floors, record
from benchmarks.floors import Result
from benchmarks.gold import OURS, SHARED, GoldArticle, articles, digest
from benchmarks.reader import read_line
from benchmarks.scoring import Tallies, score

GOLD_SETS = {"dev": OURS, "seeds": SHARED / "seeds", "wikinews": SHARED / "wikinews"}


def tally(gold: Iterable[GoldArticle]) -> Tallies:
    """The tallies of all layers over gold articles, each read anew."""
    tallies = Tallies()
    for article in gold:
        given = article.gold.get("published"), article.gold.get("outlet")
        line = read_line(article.text, f"gold:{article.name}", *given)
        score(article, json.loads(line), tallies)
    return tallies


def table(name: str, tallies: Tallies, layer: str, misses: int) -> Iterator[str]:
    """The lines that a person reads: a row a layer, then its misses."""
    yield f"\n{name:30}{'P':>8}{'R':>8}{'F1':>8}   hits/found/wanted"
    for key, t in tallies.items():
        if key.startswith(layer):
            counts = f"{t.hits}/{t.found}/{t.wanted}"
            yield f"{key:30}{t.precision:8.3f}{t.recall:8.3f}{t.f1:8.3f}   {counts}"
            yield from (f"    {miss}" for miss in t.misses[:misses])


def gold_results(layer: str, misses: int) -> Iterator[Result]:
    """Scores each gold set that is there, printing as it goes."""
    pooled = Tallies()
    for name, folder in GOLD_SETS.items():
        if not folder.exists():
            print(f"\n{name}: not scored, {_shown(folder)} is not there (other people's text)")
            continue
        tallies = tally(articles(folder))
        print(*table(name, tallies, layer, misses), sep="\n")
        pooled.take(tallies)
        yield Result(name, digest(folder), {key: round(t.f1, 4) for key, t in tallies.items()})
    print(*table("all sets together", pooled, layer, 0), sep="\n")


def _shown(folder: Path) -> str:
    return f"../{folder.relative_to(SHARED.parent)}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="every layer against the gold")
    parser.add_argument("--misses", type=int, default=0, help="print so many errors a layer")
    parser.add_argument("--layer", default="", help="only layers whose name begins so")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors")
    options = parser.parse_args(arguments)
    held = floors.load()
    results = [
        *gold_results(options.layer, options.misses),
        *corpora.results(options.misses),
        record.results(options.misses),
        disagreements.results(options.misses > 0),
    ]
    if options.lift:
        floors.save(held | {result.name: floors.raised(result, held) for result in results})
        return 0
    failed = [line for result in results for line in floors.failures(result, held)]
    print("\n" + "\n".join(failed or ["every layer is at its floor or above"]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
