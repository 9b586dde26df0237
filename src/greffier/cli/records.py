"""What commands on a record share: opening it, filters by name, and answers as JSON or tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from greffier.cli.exits import Exit

if TYPE_CHECKING:
    from rich.console import Console

    from greffier.model.questions import Filter
    from greffier.store import Store

RecordPath = Annotated[
    str, typer.Argument(help="The record: a file, or a postgresql:// URL.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Write the answer as JSON.")]
Limit = Annotated[int, typer.Option(min=1, max=500, help="Show at most so many.")]
Offset = Annotated[int, typer.Option(min=0, help="Leave out so many first.")]
Outlet = Annotated[list[str] | None, typer.Option(help="Only what this outlet prints.")]
Since = Annotated[str | None, typer.Option("--from", help="From this day on (YYYY-MM-DD).")]
Until = Annotated[str | None, typer.Option("--to", help="Until this day, included.")]


@contextmanager
def opened(record: str, *, create: bool = False) -> Iterator[Store]:
    """The store of a record; what goes wrong is told on stderr and ends the program."""
    from greffier.recording.judging import JudgementError
    from greffier.store import StoreError, open_store
    from greffier.views import UnknownNameError

    try:
        store = open_store(record, create=create)
    except StoreError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.FAILED) from None
    try:
        yield store
    except (UnknownNameError, JudgementError) as error:
        typer.echo(str(error.args[0]), err=True)
        raise typer.Exit(Exit.NOTHING) from None
    finally:
        store.close()


def filtered(store: Store, **told: Any) -> Filter:
    """The filter of options: lists may be null, entries are told by name or id."""
    from greffier import views
    from greffier.model.questions import SINGLE, Filter

    asked: dict[str, Any] = {
        name: _day(name, value) if name in SINGLE else tuple(value)
        for name, value in told.items()
        if value
    }
    return views.by_name(store, Filter(**asked))


def _day(name: str, told: str) -> str:
    from datetime import date

    if name == "words":
        return told
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{told!r} is no date; write it as 2019-03-18") from None


def tell_json(answer: object) -> None:
    """An answer as indented JSON on stdout."""
    from pydantic import TypeAdapter

    adapter: TypeAdapter[Any] = TypeAdapter(type(answer))
    typer.echo(adapter.dump_json(answer, indent=2).decode())


def stdout() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def table(console: Console, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows under heads, wrapped to the terminal."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    console.print(shown)


def more(console: Console, shown: int, total: int, offset: int) -> None:
    """How many there are, when not all are shown."""
    if shown < total:
        console.print(f"{offset + 1}-{offset + shown} of {total} (--offset {offset + shown})")


def nothing(found: int) -> None:
    """Ends with the code of « nothing » when nothing was found."""
    if not found:
        typer.echo("nothing found", err=True)
        raise typer.Exit(Exit.NOTHING)
