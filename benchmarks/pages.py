"""How long pages take while many read and articles are being added.

    python -m benchmarks.pages RECORD [--readers 16] [--seconds 30] [--adding FOLDER]
                               [--most-page 150] [--most-search 60]

Serves a copy of the record in a process of its own, lets so many readers ask for pages drawn at
random (the same draw each time), and prints the 50th and 95th percentile of each kind of page, in
milliseconds. With `--adding`, another process adds the articles of a folder meanwhile. The limits
make it a check: exit 1 above them, or when any answer is an error.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx

LISTS = (
    "/", "/chronology", "/quotations", "/entries", "/stories", "/disagreements", "/map",
    "/review", "/about", "/articles",
)  # fmt: skip
WORDS = ("accord", "ministre", "élection", "victimes", "police", '"chef de l’État"', "œuvre")
THINGS = {
    "/entries": "entries", "/reports": "events", "/articles": "articles", "/stories": "stories",
}  # fmt: skip
STARTING = 60.0
"""Seconds that a server may take to start."""


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of a server of the record, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "greffier", "serve", str(record), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address, until = f"http://127.0.0.1:{port}", time.monotonic() + STARTING
    try:
        while not _answers(address):
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the server did not start")
            time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/static/icon.svg").is_success
    except httpx.TransportError:
        return False


def addresses(home: str) -> dict[str, list[str]]:
    """What readers ask for, by kind of page."""
    found = {path: [path] for path in LISTS}
    found["/search"] = [f"/search?q={words}" for words in WORDS]
    for path, name in THINGS.items():
        items = httpx.get(f"{home}/api/v1/{name}?limit=200", timeout=60).json()["items"]
        ids = (i.get("id") or i.get("document") or i["story"]["id"] for i in items)
        found[f"{path}/…"] = [f"{path}/{id}" for id in ids]
    return {kind: told for kind, told in found.items() if told}


def reader(
    home: str, asked: dict[str, list[str]], seed: int, until: float
) -> list[tuple[str, int, float]]:
    """Kind, status and milliseconds of each page that one reader asked for."""
    draw, found = random.Random(seed), []
    with httpx.Client(base_url=home, timeout=60) as client:
        while time.monotonic() < until:
            kind = draw.choice(sorted(asked))
            path = draw.choice(asked[kind])
            start = time.perf_counter()
            status = client.get(path).status_code
            found.append((kind, status, 1000 * (time.perf_counter() - start)))
    return found


def percentile(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("record", type=Path)
    asked.add_argument("--readers", type=int, default=16)
    asked.add_argument("--seconds", type=float, default=30)
    asked.add_argument("--adding", type=Path)
    asked.add_argument("--most-page", type=float)
    asked.add_argument("--most-search", type=float)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        record = Path(scratch) / "copy.record"
        shutil.copyfile(options.record, record)
        with served(record) as home:
            pages = addresses(home)
            adding = _adding(record, options.adding)
            until = time.monotonic() + options.seconds
            with ThreadPoolExecutor(options.readers) as pool:
                runs = [pool.submit(reader, home, pages, s, until) for s in range(options.readers)]
                told = [one for run in runs for one in run.result()]
            if adding is not None:
                adding.terminate()
                adding.wait()
    return _report(told, options.most_page, options.most_search)


def _adding(record: Path, folder: Path | None) -> subprocess.Popen[bytes] | None:
    if folder is None:
        return None
    command = [sys.executable, "-m", "greffier", "add", str(record), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _report(
    told: list[tuple[str, int, float]], most_page: float | None, most_search: float | None
) -> int:
    times: dict[str, list[float]] = defaultdict(list)
    for kind, _, taken in told:
        times[kind].append(taken)
    errors = sum(status >= 400 for _, status, _ in told)
    table = {
        kind: {"asked": len(t), "p50": percentile(t, 0.5), "p95": percentile(t, 0.95)}
        for kind, t in sorted(times.items())
    }
    print(json.dumps({"asked": len(told), "errors": errors, "milliseconds": table}, indent=1))
    slow = [
        kind
        for kind, row in table.items()
        if (most := most_search if kind == "/search" else most_page) is not None
        and row["p95"] > most
    ]
    if slow or errors:
        print(f"too slow: {', '.join(slow) or 'none'}; errors: {errors}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
