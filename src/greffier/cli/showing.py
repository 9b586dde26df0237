"""Answers of views as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from greffier.views.shown import Attestation, Reported

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 160
"""Code points of a passage shown on one line."""


def day(first: str | None, last: str | None) -> str:
    """The days that a date covers: `2019-03-18`, `2019-03`, `2019`, `2019-03-04…10`, `?`."""
    if not first and not last:
        return "?"
    if not first or not last:
        return f"{first or ''}…{last or ''}"
    if first == last:
        return first
    if first[:4] == last[:4] and first[5:] == "01-01" and last[5:] == "12-31":
        return first[:4]
    if first[:7] == last[:7] and first.endswith("-01") and last[8:] >= "28":
        return first[:7]
    return f"{first}…{last[8:] if first[:7] == last[:7] else last}"


def names(one: Reported, *roles: str) -> str:
    """Who plays these parts."""
    shown = (part.entry.label if part.entry else part.name for part in one.played(*roles))
    return ", ".join(dict.fromkeys(shown))


def witnesses(one: Reported) -> str:
    """The outlets that tell it, and how many only copy."""
    outlets = dict.fromkeys(a.article.outlet or a.article.uri for a in one.attestations)
    copies = f" ({one.copies} copied)" if one.copies else ""
    return ", ".join(outlets) + copies


def passage(attestation: Attestation) -> str:
    """The sentence that tells it, on one line."""
    return short(attestation.passages[0].context)


def short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def events(console: Console, found: Sequence[Reported]) -> None:
    """Day, what, status, who, whom and where; below, the sentence and who tells it."""
    for one in found:
        what = f"{one.kind}/{one.mode}" if one.mode else one.kind
        sides = " → ".join(filter(None, (names(one, "actor"), names(one, "recipient"))))
        place = names(one, "place")
        who = f"{sides} [{place}]" if place else sides
        head = f"{day(one.first, one.last)}  {what} ({one.status})  {who}"
        _told(console, one, head.rstrip(), short(one.attestations[0].passages[0].context))


def quotes(console: Console, found: Sequence[Reported]) -> None:
    """Day of printing and speaker; below, the words and who prints them."""
    for one in found:
        first = one.attestations[0]
        words = " ".join(first.passages[0].text.split())
        told = f"« {words} »" if first.type == "direct" else words
        sides = " → ".join(filter(None, (names(one, "speaker") or "?", names(one, "addressee"))))
        _told(console, one, f"{one.published or '?'}  {sides}", told)


def _told(console: Console, one: Reported, head: str, words: str) -> None:
    console.print(head, style="bold", markup=False)
    console.print(f"  {words}", markup=False)
    console.print(f"  — {witnesses(one)} · {one.id}", style="dim", markup=False)


def joined(values: Iterable[str | None]) -> str:
    """What is known of several values, with commas."""
    return ", ".join(value for value in values if value)
