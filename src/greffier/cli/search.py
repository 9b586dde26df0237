"""`greffier search RECORD WORDS…`: articles by their words."""

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

NAME = "search"


def command(  # noqa: PLR0913 - a command has as many parameters as options
    record: RecordPath,
    words: Annotated[list[str], typer.Argument(help='Words, all of them; "an exact phrase".')],
    who: Annotated[list[str] | None, typer.Option(help="Only articles that name this.")] = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """Find articles by their words, whatever accents or endings, with the lines that hold them."""
    from greffier import views
    from greffier.cli.showing import short
    from greffier.model.questions import Slice

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with opened(record) as store:
        fits = filtered(store, who=who, outlet=outlet, since=since, until=until)
        found = views.search(store, asked, fits, Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total + len(found.entries))
    console = stdout()
    for entry in found.entries:
        console.print(f"{entry.label} ({entry.kind}) · {entry.id}", markup=False)
    for hit in found.hits:
        article = hit.article
        told = ", ".join(filter(None, (article.outlet, article.published, article.document)))
        console.print(f"\n[bold]{_plain(article.title or article.uri)}[/bold]\n{_plain(told)}")
        for passage in hit.passages:
            console.print(f"  {short(passage.text)}", markup=False)
    more(console, len(found.hits), found.total, offset)


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)
