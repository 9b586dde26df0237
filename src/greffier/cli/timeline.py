"""`greffier timeline RECORD`: what happened, by day."""

from __future__ import annotations

from typing import Annotated

import typer

from greffier.cli.records import (
    AsJson,
    Limit,
    Offset,
    Outlet,
    RecordPath,
    Since,
    Until,
    filtered,
    more,
    nothing,
    opened,
    stdout,
    tell_json,
)

NAME = "timeline"
Several = list[str] | None


def command(  # noqa: PLR0913 - a command has as many parameters as options
    record: RecordPath,
    who: Annotated[Several, typer.Option(help="Who takes part (name or id); all of them.")] = None,
    where: Annotated[Several, typer.Option(help="Where (name or id).")] = None,
    type: Annotated[Several, typer.Option(help="PLOVER type: CONSULT, ASSAULT…")] = None,
    mode: Annotated[Several, typer.Option(help="visit, meet, phone…")] = None,
    status: Annotated[Several, typer.Option(help="occurred, planned, denied…")] = None,
    words: Annotated[str | None, typer.Option(help="Words of its sentence.")] = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """Show events by day; those that no article dates come last."""
    from greffier import views
    from greffier.cli import showing
    from greffier.model.questions import Slice

    with opened(record) as store:
        asked = filtered(
            store,
            who=who,
            place=where,
            type=[t.upper() for t in type or ()],
            mode=mode,
            status=status,
            words=words,
            outlet=outlet,
            since=since,
            until=until,
        )
        found = views.timeline(store, asked, Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total)
    console = stdout()
    showing.events(console, found.items)
    more(console, len(found.items), found.total, offset)
