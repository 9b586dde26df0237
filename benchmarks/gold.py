"""Gold articles: a text and what a perfect reading of it records.

Each `NAME.txt` is an article as a scraper leaves it, `NAME.json` its gold: spans are quoted
passages with the number of the occurrence meant (`nth`, from 0). `benchmarks/gold` holds our own
articles (original text, invented persons); other people's texts stay outside the tree, in
`../shared`, and are scored from there where that folder exists.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "benchmarks" / "gold"
SHARED = ROOT.parent / "shared"


class GoldError(ValueError):
    """A gold file contradicts its article."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article and its gold; every span has `start` and `end`."""

    name: str
    text: str
    gold: dict[str, Any]


def articles(folder: Path) -> Iterator[GoldArticle]:
    """The gold articles below a folder, in order of their paths."""
    for path in sorted(folder.rglob("*.json")):
        text_path = path.with_suffix(".txt")
        if text_path.exists():
            text = text_path.read_text(encoding="utf-8")
            gold = json.loads(path.read_text(encoding="utf-8"))
            for span in _spans(gold):
                _locate(text, span, path.name)
            yield GoldArticle(path.stem, text, gold)


def digest(folder: Path) -> str:
    """What identifies the gold that a floor was measured on."""
    content = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".json") and path.with_suffix(".txt").exists():
            content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:16]


def _spans(gold: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from gold["timexes"]
    yield from gold["figures"]
    for quotation in gold["quotations"]:
        yield quotation["content"]
    for event in gold["events"]:
        yield from event["mentions"]


def _locate(text: str, span: dict[str, Any], where: str) -> None:
    start = -1
    for _ in range(span.get("nth", 0) + 1):
        start = text.find(span["text"], start + 1)
        if start < 0:
            raise GoldError(f"{where}: not in the article: {span['text']!r}")
    span["start"], span["end"] = start, start + len(span["text"])
