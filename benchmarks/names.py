"""How well persons' names are told alike or apart, on a public list of pairs.

    python -m benchmarks.names NAME_BENCH.csv [--misses]

The list (OpenSanctions' name benchmark, MIT) stays where it is; pairs in Latin script are used.
"""

from __future__ import annotations

import argparse
import csv
import unicodedata
from pathlib import Path

from greffier.record.compare import persons
from greffier.record.policy import SAME_NAME


def is_latin(text: str) -> bool:
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def pairs(path: Path) -> list[tuple[str, str, bool]]:
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            (row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(rows)
            if row["schema"] == "Person" and is_latin(row["name1"] + row["name2"])
        ]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("path", type=Path)
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    wrong: list[str] = []
    hits = found = wanted = 0
    for one, other, same in pairs(options.path):
        likeness = persons.compare(one, other)
        told = likeness.score >= SAME_NAME
        hits, found, wanted = hits + (told and same), found + told, wanted + same
        if told != same:
            kind = "false" if told else "missed"
            wrong.append(f"{kind:7} {one} | {other}: {likeness.score:.2f}")
    precision, recall = hits / found, hits / wanted
    f1 = 2 * precision * recall / (precision + recall)
    told_of = f"({hits}/{found}/{wanted})"
    print(f"persons, Latin script: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} {told_of}")
    if options.misses:
        print(*sorted(wrong), sep="\n")


if __name__ == "__main__":
    main()
