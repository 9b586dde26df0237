"""`make bench`: the time of a whole reading against plain spaCy, on the same text, in one run.

    python -m benchmarks.speed [--articles N] [--most RATIO]

CPU seconds of one process and one thread a side (benchmarks/sides.py), in turns over short
stretches of text, best of the rounds of each stretch. Both sides keep what they learn of words;
the first round, when most words are new to both, is told apart. Only the ratios mean anything.
`--most` makes it a check: exit 1 when either ratio is above.
"""

from __future__ import annotations

import argparse
import json
import sys

from benchmarks.sides import Lap, Side, plain_spacy, texts, whole_reading

ROUNDS = 3
STRETCH = 50
"""Articles timed at once: about a second, so that both sides meet the same disturbances."""


def laps(articles: list[str]) -> tuple[list[list[Lap]], list[list[Lap]]]:
    """For plain spaCy and for whole readings, the laps of every round by stretch."""
    stretches = [articles[i : i + STRETCH] for i in range(0, len(articles), STRETCH)]
    with Side(plain_spacy) as plain, Side(whole_reading) as whole:
        rounds = [[(plain.run(s), whole.run(s)) for s in stretches] for _ in range(ROUNDS)]
    by_stretch = list(zip(*rounds, strict=True))
    return (
        [[lap for lap, _ in laps] for laps in by_stretch],
        [[lap for _, lap in laps] for laps in by_stretch],
    )


def first(laps: list[list[Lap]]) -> float:
    return sum(rounds[0].cpu for rounds in laps)


def best(laps: list[list[Lap]]) -> float:
    return sum(min(lap.cpu for lap in rounds) for rounds in laps)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="a whole reading against plain spaCy")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--most", type=float, help="fail above this ratio")
    options = parser.parse_args(arguments)
    articles = texts(options.articles)
    plain, whole = laps(articles)
    ratios = best(whole) / best(plain), first(whole) / first(plain)
    told = {
        "articles": len(articles),
        "characters": sum(map(len, articles)),
        "plain_spacy_cpu_seconds": round(best(plain), 2),
        "whole_reading_cpu_seconds": round(best(whole), 2),
        "ratio": round(ratios[0], 3),
        "ratio_of_first_round": round(ratios[1], 3),
        "plain_spacy_peak_mib": plain[-1][-1].peak,
        "whole_reading_peak_mib": whole[-1][-1].peak,
    }
    print(json.dumps(told))
    if options.most is not None and max(ratios) > options.most:
        print(f"slower than allowed: {max(ratios):.3f} > {options.most}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
