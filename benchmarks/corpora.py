"""Real press with gold of other projects: French TimeBank, WiNER-fr and PLOVER's records.

The corpora stand outside the tree, in ../shared, the first two with their scorers. WiNER-fr is
scored on the articles that the name finder was not trained on.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import plover
from benchmarks.floors import Result
from benchmarks.gold import SHARED
from benchmarks.reader import read_line
from training.names import split

SCORERS = SHARED / "bench"
TIMEBANK = SHARED / "data" / "fr-timebank"
WINER = SHARED / "data" / "winer-fr"
ROW = re.compile(r"^(\w[\w ]*?) +P [\d.]+ R [\d.]+ F1 ([\d.]+)", re.MULTILINE)


def results(misses: int) -> Iterator[Result]:
    """Scores each corpus that is there, printing as it goes."""
    winer = [p for p in sorted(WINER.rglob("*.ann")) if _is_measured(p.stem)]
    corpora = {"timebank": sorted(TIMEBANK.rglob("*.tml")), "winer": winer}
    for name, files in corpora.items():
        if not files:
            print(f"\n{name}: not scored, ../shared/data is not there (other people's text)")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            yield _score(name, files, Path(scratch), misses)
    coded = plover.result(misses)
    if coded is not None:
        yield coded


def _is_measured(article: str) -> bool:
    return split.is_held_back(article) and article not in split.KEPT_OUT


def _score(name: str, files: list[Path], scratch: Path, misses: int) -> Result:
    links = scratch / "corpus"
    links.mkdir()
    for path in files:
        for companion in path.parent.glob(f"{path.stem}.*"):
            (links / companion.name).symlink_to(companion)
    listed = _run(name, "articles", str(links))
    readings = scratch / "readings.jsonl"
    with readings.open("w", encoding="utf-8") as out:
        for line in listed.splitlines():
            article = json.loads(line)
            given = article["uri"], article.get("published"), article.get("outlet")
            out.write(read_line(article["text"], *given) + "\n")
    table = _run(name, "score", str(links), str(readings), "--misses", str(misses))
    print(f"\n{name} ({len(files)} articles)\n{table}")
    return Result(name, str(len(files)), {row: float(f1) for row, f1 in ROW.findall(table)})


def _run(name: str, *arguments: str) -> str:
    command = [sys.executable, str(SCORERS / f"{name}.py"), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=SCORERS)
    return done.stdout
