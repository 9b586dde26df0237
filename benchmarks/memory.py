"""The memory of one process that reads on and on: how much, and whether it stays flat.

    python -m benchmarks.memory [--articles N] [--most MIB] [--growth MIB]

The articles are cut and put together anew, so that texts do not repeat though words do. `--most`
and `--growth` make it a check: of the peak, and of what it rises by after the first hundred.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator

from benchmarks.sides import Side, texts, whole_reading

FIRST = 100
STEP = 100


def mixed(count: int) -> Iterator[str]:
    """So many articles, each of paragraphs of several."""
    chance = random.Random(1)
    paragraphs = [p for text in texts(1000) for p in text.split("\n") if p.strip()]
    for _ in range(count):
        yield "\n\n".join(chance.choices(paragraphs, k=6))


def peaks(count: int) -> list[int]:
    """The peak in MiB after each `STEP` articles."""
    articles = list(mixed(count))
    with Side(whole_reading) as side:
        return [side.run(articles[i : i + STEP]).peak for i in range(0, count, STEP)]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="memory of a process that reads on")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--most", type=int, help="fail above this peak (MiB)")
    parser.add_argument("--growth", type=int, help="fail when it rises by more (MiB)")
    options = parser.parse_args(arguments)
    found = peaks(options.articles)
    growth = found[-1] - found[FIRST // STEP - 1]
    told = {"articles": options.articles, "peak_mib": found[-1], "growth_mib": growth}
    print(json.dumps(told))
    failures = [
        f"{name}: {reached} MiB, more than {allowed}"
        for name, reached, allowed in (
            ("peak", found[-1], options.most),
            ("growth", growth, options.growth),
        )
        if allowed is not None and reached > allowed
    ]
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
