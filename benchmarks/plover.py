"""PLOVER's gold standard records, in French: one event coded by others in each sentence.

    python -m benchmarks.plover [PATH] [--misses N]

Each record's sentence is read as an article that nobody dated. What counts:

- type: the reading has an event of the record's type. It has its trigger in the sentence, since
  the sentence is all that is read; where several have the type, the one whose trigger meets the
  record's own is taken, then the one that shares most participants with it.
- status and mode: the same, among records whose type is found. Mode only of CONSULT, whose mode
  alone a reading tells; `meet`, which PLOVER has not, counts as none.
- who, whom: actors and recipients both right, among all records, and among those found. An entity
  is one of the record's when a mention of it overlaps the record's words, wherever they stand in
  the sentence. A side is right when one of its own is there, or when the record leaves it empty;
  events that all sides share (CONSULT, AGREE, COOPERATE) take two of them on either side. No more
  than one stranger is let in, or half as many as the record names. The rule is the one of the
  gold's « events + who, whom ».
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.floors import Result
from benchmarks.gold import SHARED
from benchmarks.reader import read_line
from benchmarks.scoring.events import SYMMETRIC
from benchmarks.scoring.tally import Tallies

RECORDS = SHARED / "bench" / "plover-fr-dev.jsonl"
OURS = "meet"
"""A mode that PLOVER has not."""
Span = tuple[int, int]


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a file, one a line, in its order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def score(record: dict[str, Any], reading: dict[str, Any], tallies: Tallies) -> None:
    """Add one record to the tallies; the reading must be of its sentence."""
    event = _told(record, reading)
    tallies["type"].add(event is not None, 1, 1)
    right = event is not None and _participants(record, event, reading)
    tallies["who, whom"].add(right, 1, 1)
    if event is None:
        found = sorted({e["type"] for e in reading["events"]})
        _tell(tallies, "type", record, f"found {', '.join(found) or 'nothing'}")
        return
    tallies["who, whom of found"].add(right, 1, 1)
    if not right:
        _tell(tallies, "who, whom", record, _shown(event, reading))
    _compare(tallies, "status", record, event["status"])
    if record["type"] == "CONSULT":
        _compare(tallies, "mode", record, event["mode"] if event["mode"] != OURS else None)


def _compare(tallies: Tallies, attribute: str, record: dict[str, Any], found: str | None) -> None:
    same = record[attribute] == found
    tallies[attribute].add(same, 1, 1)
    if not same:
        _tell(tallies, attribute, record, f"{found}, wanted {record[attribute]}")


def _told(record: dict[str, Any], reading: dict[str, Any]) -> dict[str, Any] | None:
    """The event that tells what the record tells, or null."""
    typed = [e for e in reading["events"] if e["type"] == record["type"]]
    triggers = list(_occurrences(record["text"], record["trigger"]))
    named = _words(record, "actors", "recipients")

    def likeness(event: dict[str, Any]) -> tuple[bool, int]:
        meets = any(_meets((m["start"], m["end"]), triggers) for m in event["mentions"])
        return meets, len(_among(event["actors"] + event["recipients"], named, reading))

    return max(typed, key=likeness, default=None)


def _participants(record: dict[str, Any], event: dict[str, Any], reading: dict[str, Any]) -> bool:
    everyone = event["actors"] + event["recipients"]
    wanted = record["actors"] + record["recipients"]
    strangers = len(everyone) - len(
        _among(everyone, _words(record, "actors", "recipients"), reading)
    )
    if strangers > max(1, len(wanted) // 2):
        return False
    if record["type"] in SYMMETRIC:
        present = [w for w in wanted if _among(everyone, _spans(record, w), reading)]
        return len(present) >= min(2, len(wanted))
    return all(
        not record[side] or _among(event[side], _words(record, side), reading)
        for side in ("actors", "recipients")
    )


def _among(ids: Iterable[str], spans: Sequence[Span], reading: dict[str, Any]) -> list[str]:
    """Those entities that the spans name."""
    mentions = {e["id"]: e["mentions"] for e in reading["entities"]}
    return [i for i in ids if any(_meets((m["start"], m["end"]), spans) for m in mentions[i])]


def _words(record: dict[str, Any], *sides: str) -> list[Span]:
    return [span for side in sides for who in record[side] for span in _spans(record, who)]


def _spans(record: dict[str, Any], who: dict[str, Any]) -> list[Span]:
    return list(_occurrences(record["text"], who["text"]))


def _occurrences(text: str, words: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _tell(tallies: Tallies, row: str, record: dict[str, Any], what: str) -> None:
    told = f"{record['type']} « {record['trigger']} »: {what}\n        {record['text']}"
    tallies[row].misses.append(told)


def _shown(event: dict[str, Any], reading: dict[str, Any]) -> str:
    names = {e["id"]: e["name"] for e in reading["entities"]}
    sides = (", ".join(names[i] for i in event[side]) for side in ("actors", "recipients"))
    return " > ".join(side or "?" for side in sides)


def tally(wanted: Iterable[dict[str, Any]]) -> Tallies:
    """The tallies of records, each sentence read anew."""
    tallies = Tallies()
    for record in wanted:
        score(record, json.loads(read_line(record["text"], record["id"])), tallies)
    return tallies


def table(tallies: Tallies, misses: int) -> Iterator[str]:
    """A row a measure, then its misses."""
    for key, counted in tallies.items():
        yield f"{key:30}{counted.precision:8.3f}   {counted.hits}/{counted.found}"
        yield from (f"    {miss}" for miss in counted.misses[:misses])


def result(misses: int, path: Path = RECORDS) -> Result | None:
    """Scores the records, printing; null, with a word why, where they are not at hand."""
    if not path.exists():
        print(f"\nplover: not scored, {path.name} is not there (../shared/bench; CC BY-SA)")
        return None
    wanted = records(path)
    tallies = tally(wanted)
    print(f"\nplover ({len(wanted)} records)", *table(tallies, misses), sep="\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return Result("plover", digest, {key: round(t.precision, 4) for key, t in tallies.items()})


def main(arguments: list[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description="PLOVER's gold standard records, in French")
    asked.add_argument("path", type=Path, nargs="?", default=RECORDS)
    asked.add_argument("--misses", type=int, default=0, help="print so many errors a row")
    options = asked.parse_args(arguments)
    result(options.misses, options.path)


if __name__ == "__main__":
    main()
