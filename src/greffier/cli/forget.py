"""`greffier forget RECORD ARTICLE`: an article taken out for good (right to erasure)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.exits import Exit
from greffier.cli.records import AsJson, RecordPath, opened, tell_json

if TYPE_CHECKING:
    from greffier.recording.forgetting import Forgotten

NAME = "forget"


def command(
    record: RecordPath,
    article: Annotated[str, typer.Argument(help="An article's id, or an address of it.")],
    json: AsJson = False,
) -> None:
    """Take an article out of a record and of its backups, without a trace: its text with all its
    printings, what only it tells, the judgements about it. It cannot be undone."""
    from greffier.engine import cache
    from greffier.recording.forgetting import forget
    from greffier.store import StoreError

    with opened(record) as store:
        found = forget(store, article)
        left = store.scrub()  # also what a run that was killed had deleted already
    cache.empty()
    for told in dict.fromkeys([article, *(gone.document for gone in found)]):
        try:
            left += _in_backups(Path(record), told)
        except StoreError as error:
            left.append(str(error))
    if json:
        tell_json({"forgotten": found, "left": left})
    elif found:
        _tell(found)
    for why in left:
        typer.echo(why, err=True)
    if not found:
        typer.echo(f"{article}: no such article; `greffier search` shows ids", err=True)
        raise typer.Exit(Exit.NOTHING)
    if left:
        raise typer.Exit(Exit.FAULTY)


def _in_backups(record: Path, article: str) -> list[str]:
    """Forget an article in the backups that hold it; which could not be changed."""
    from greffier.recording.forgetting import forget
    from greffier.store import backups, migrations, open_store

    left: list[str] = []
    backups.drop_partial(record)
    for copy in backups.known(record):
        if not backups.holds(copy, article):
            continue
        if backups.version(copy) != migrations.CURRENT:
            left.append(f"{copy}: holds it, and is of an older version; delete this backup")
            continue
        store = open_store(copy, create=False)
        try:
            forget(store, article)
            left += store.scrub()
        finally:
            store.close()
        typer.echo(f"{copy}: forgotten in this backup too", err=True)
    return left


def _tell(found: list[Forgotten]) -> None:
    for gone in found:
        typer.echo(f"{gone.document} is forgotten, with all its printings:")
        for uri in gone.uris:
            typer.echo(f"  {uri}")
        for what, ids in (
            ("entries that only it attested", gone.gone),
            ("entries that others attest too", gone.touched),
            ("judgements about it", gone.judgements),
        ):
            typer.echo(f"  {len(ids)} {what} {' '.join(ids)}".rstrip())
