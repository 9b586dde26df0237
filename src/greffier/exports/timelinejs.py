"""Dated events as the JSON that TimelineJS shows."""

from __future__ import annotations

import json
from html import escape
from typing import Any, BinaryIO

from greffier.exports.form import Form
from greffier.exports.proof import credit
from greffier.views import Contents
from greffier.views.shown import Reported


def write(contents: Contents, out: BinaryIO) -> None:
    before = b'{"events": [\n'
    for one in contents.events():
        if one.first:
            out.write(before + json.dumps(_slide(one), ensure_ascii=False).encode())
            before = b",\n"
    out.write(b"\n]}\n" if before == b",\n" else b'{"events": []}\n')


def _slide(one: Reported) -> dict[str, Any]:
    """An event; its text is every article's sentence, as HTML."""
    told = (
        f"<p>« {escape(a.passages[0].context)} » — {escape(credit(a.article))}</p>"
        for a in one.attestations
        if not a.copied
    )
    slide: dict[str, Any] = {
        "unique_id": one.id,
        "group": one.kind,
        "start_date": _date(one.first or ""),
        "text": {"headline": escape(one.label), "text": "".join(told)},
    }
    if one.last and one.last != one.first:
        slide["end_date"] = _date(one.last)
    return slide


def _date(day: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=False))


FORM = Form("timelinejs", "dated events for TimelineJS", ".json", write)
