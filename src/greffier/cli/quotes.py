"""`greffier quotes RECORD`: who said what to whom."""

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

NAME = "quotes"
Several = list[str] | None


def command(  # noqa: PLR0913 - a command has as many parameters as options
    record: RecordPath,
    speaker: Annotated[Several, typer.Option(help="Who said it (name or id).")] = None,
    addressee: Annotated[Several, typer.Option("--to-whom", help="To whom (name or id).")] = None,
    about: Annotated[Several, typer.Option(help="Who or what it names (name or id).")] = None,
    kind: Annotated[Several, typer.Option(help="direct, indirect or mixed.")] = None,
    words: Annotated[str | None, typer.Option(help="Words of what was said.")] = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """Show statements, the newest first, each with its wordings counted once."""
    from greffier import views
    from greffier.cli import showing
    from greffier.model.questions import Slice

    with opened(record) as store:
        asked = filtered(
            store,
            speaker=speaker,
            addressee=addressee,
            about=about,
            kind=kind,
            words=words,
            outlet=outlet,
            since=since,
            until=until,
        )
        found = views.quotes(store, asked, Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total)
    console = stdout()
    showing.quotes(console, found.items)
    more(console, len(found.items), found.total, offset)
