"""`greffier disagreements RECORD`: where articles contradict each other."""

from __future__ import annotations

from typing import Annotated

import typer

from greffier.cli.records import (
    AsJson,
    Limit,
    Offset,
    RecordPath,
    filtered,
    more,
    nothing,
    opened,
    stdout,
    tell_json,
)

NAME = "disagreements"


def command(
    record: RecordPath,
    kind: Annotated[
        list[str] | None, typer.Option(help="figure, date, place, status, attribution…")
    ] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """Show what articles cannot all be right about, the weightiest first, with both passages."""
    from greffier import views
    from greffier.cli.showing import passage
    from greffier.model.questions import Slice

    with opened(record) as store:
        asked = filtered(store, kind=kind)
        found = views.disagreements(store, asked, Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total)
    console = stdout()
    for one in found.items:
        head = f"{one.kind} · {one.entry.label} · {one.weight:.2f} · {one.entry.id}"
        console.print(head, markup=False, style="bold")
        for side in one.sides:
            for told in side.attestations:
                where = f"{told.article.outlet or told.article.uri}, {told.article.published}"
                console.print(f"  {side.value}: {passage(told)} — {where}", markup=False)
        console.print()
    more(console, len(found.items), found.total, offset)
