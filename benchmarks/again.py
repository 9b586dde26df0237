"""How much faster the same articles are read a second time, from the cache.

    python -m benchmarks.again [--articles N] [--least TIMES]

CPU seconds of the work of `greffier read --format jsonl` in one process, the model loaded.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile

from benchmarks.sides import Run, Side, texts
from greffier.engine.cache import FOLDER


def cached_reading() -> Run:
    from greffier import sources
    from greffier.cli.work import Format, Wording, Work
    from greffier.engine import local
    from greffier.model.text import Given

    work = Work(Format.JSONL, Given(published="2019-03-20"), Wording.FRENCH, cached=True)

    def run(articles: list[str]) -> None:
        for group in local.groups(map(sources.of_text, articles)):
            work(group)

    return run


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="a second reading against the first")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--least", type=float, help="fail below this many times")
    options = parser.parse_args(arguments)
    articles = texts(options.articles)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER] = folder
        with Side(cached_reading) as side:
            first, second = side.run(articles).cpu, side.run(articles).cpu
    told = {"first_cpu_seconds": round(first, 2), "second_cpu_seconds": round(second, 3)}
    print(json.dumps({"articles": len(articles), **told, "times_faster": round(first / second)}))
    if options.least is not None and first < options.least * second:
        print(f"not {options.least} times faster", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
