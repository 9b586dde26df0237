"""`greffier story RECORD [ID]`: articles on one event."""

from __future__ import annotations

from typing import Annotated

import typer

from greffier.cli.records import (
    AsJson,
    Limit,
    Offset,
    RecordPath,
    more,
    nothing,
    opened,
    stdout,
    table,
    tell_json,
)

NAME = "story"


def command(
    record: RecordPath,
    id: Annotated[
        str | None, typer.Argument(help="A story, or one of its articles; all without.")
    ] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """Show the stories, those of most articles first; or one, with its articles and events."""
    if id is None:
        _list(record, limit, offset, json)
    else:
        _one(record, id, json)


def _list(record: str, limit: int, offset: int, json: bool) -> None:
    from greffier import views
    from greffier.cli.showing import day
    from greffier.model.questions import EVERYTHING, Slice

    with opened(record) as store:
        found = views.stories(store, EVERYTHING, Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total)
    rows = [
        (
            day(s.first, s.last),
            str(len(s.articles)),
            f"{s.story.label}\n— {', '.join(s.outlets)} · {s.story.id}",
        )
        for s in found.items
    ]
    console = stdout()
    table(console, ("days", "articles", "story"), rows)
    more(console, len(found.items), found.total, offset)


def _one(record: str, id: str, json: bool) -> None:
    from greffier import views
    from greffier.cli import showing

    with opened(record) as store:
        found = views.story(store, id)
    if found is None:
        nothing(0)
        return
    if json:
        tell_json(found)
        return
    console = stdout()
    told = [(a.published or "?", a.outlet or "?", a.title or a.uri) for a in found.story.articles]
    table(console, ("published", "outlet", found.story.story.label), told)
    named = ", ".join(f"{b.entry.label} ({b.count})" for b in found.named)
    console.print(f"named most: {named}", markup=False)
    console.print(f"\nevents ({found.events.total})")
    showing.events(console, found.events.items)
    console.print(f"\nstatements ({found.statements.total})")
    showing.quotes(console, found.statements.items)
