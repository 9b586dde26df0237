"""What adding one article to a record costs, as the record grows.

    python -m benchmarks.growth [SIZE…]

Fills a record (a file in a temporary folder) with the articles of `benchmarks.corpus`, and at each
size prints the median processor time of adding one more, and the size of the file.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import articles
from greffier import pipeline
from greffier.store import open_store

SIZES = (1_000, 3_000, 10_000)
MEASURED = 100


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="cost of adding one article")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    sizes = sorted(parser.parse_args(arguments).sizes)
    made = (one.reading for one in articles(sizes[-1] + MEASURED))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growth.record"
        store, held = open_store(path), 0
        for size in sizes:
            for _ in pipeline.add(store, itertools.islice(made, size - held)):
                pass
            times = []
            for one in itertools.islice(made, MEASURED):
                start = time.process_time()
                list(pipeline.add(store, [one]))
                times.append(time.process_time() - start)
            held = size + MEASURED
            late = sorted(times)[int(0.95 * MEASURED)]
            print(
                f"{size:>8} articles: {statistics.median(times) * 1e3:7.1f} ms for one more"
                f" (p95 {late * 1e3:.1f} ms), {path.stat().st_size / 1e6:.1f} MB",
                flush=True,
            )
        store.close()


if __name__ == "__main__":
    main()
