"""`greffier repair RECORD`: what can be made again is made again."""

from __future__ import annotations

import typer

from greffier.cli import verify
from greffier.cli.exits import Exit
from greffier.cli.records import RecordPath, opened

NAME = "repair"


def command(record: RecordPath) -> None:
    """Make entries, links, disagreements and the index of words again from the articles and
    judgements, all in one step. Readings and judgements are not changed."""
    from greffier.lang.fr import FRENCH
    from greffier.recording.repairing import repair

    with opened(record) as store:
        done = repair(store, FRENCH)
    verify.tell(done.left)
    typer.echo(f"made again from {done.articles} articles; {len(done.left)} cannot be used")
    if done.left:
        raise typer.Exit(Exit.FAULTY)
