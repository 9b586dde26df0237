"""`greffier person RECORD NAME`: one person (or body, place, country) and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.records import AsJson, RecordPath, nothing, opened, stdout, table, tell_json

if TYPE_CHECKING:
    from rich.console import Console

    from greffier.views.entries import EntryView

NAME = "person"


def command(
    record: RecordPath,
    name: Annotated[str, typer.Argument(help="A name, or an id.")],
    kind: Annotated[
        str | None, typer.Option(help="person, organization, place, country or group.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Show a person, organisation, place or country: spellings, offices, whom they met, what they
    said."""
    from greffier import views

    with opened(record) as store:
        row = views.named(store, name, kind)
        found = views.entry(store, row.id) if row else None
    if found is None:
        nothing(0)
    elif json:
        tell_json(found)
    else:
        _show(stdout(), found)


def _show(console: Console, found: EntryView) -> None:
    from greffier.cli import showing

    entry = found.entry
    about = showing.joined((entry.kind, entry.country, entry.id))
    console.print(f"{entry.label} ({about}), {found.attestations} articles", markup=False)
    others = [v.name for v in found.variants if v.name != entry.label]
    if others:
        console.print(f"also: {showing.joined(dict.fromkeys(others))}", markup=False)
    if found.offices:
        rows = [
            (
                showing.joined((o.function, o.of, o.country, o.tenure)),
                showing.day(o.first, o.last),
                showing.short(o.passages[0].context),
            )
            for o in found.offices
        ]
        table(console, ("office", "told", "passage"), rows)
    if found.counterparts:
        met = [f"{b.entry.label} ({b.count})" for b in found.counterparts]
        console.print(f"met: {', '.join(met)}", markup=False)
    for title, page, show in (
        ("events", found.events, showing.events),
        ("said", found.said, showing.quotes),
        ("said of it", found.said_of, showing.quotes),
    ):
        if page.items:
            console.print(f"\n{title} ({page.total})")
            show(console, page.items)
    beside = [f"{b.entry.label} ({b.count})" for b in found.beside]
    if beside:
        console.print(f"named beside: {', '.join(beside)}", markup=False)
