"""`greffier verify RECORD`: is the record what its articles and judgements make it?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from greffier.cli.exits import Exit
from greffier.cli.records import AsJson, RecordPath, opened, tell_json

if TYPE_CHECKING:
    from greffier.recording.faults import Fault

NAME = "verify"


def command(record: RecordPath, json: AsJson = False) -> None:
    """Check every passage against its text, every hash, the index of words; assemble the record
    anew, judgements replayed, and compare. Nothing is changed."""
    from greffier.lang.fr import FRENCH
    from greffier.recording.faults import verify
    from greffier.store import open_store

    with opened(record) as store, tempfile.TemporaryDirectory() as folder:
        scratch = open_store(Path(folder) / "anew.record")
        try:
            found = verify(store, scratch, FRENCH)
        finally:
            scratch.close()
    if json:
        tell_json(found)
    else:
        tell(found.faults)
        typer.echo(
            f"{found.articles} articles, {found.spans} spans, {found.nodes} nodes,"
            f" {found.judgements} judgements checked: {len(found.faults)} faults"
        )
    if found.faults:
        raise typer.Exit(Exit.FAULTY)


def tell(faults: Iterable[Fault]) -> None:
    """Faults on stderr: where, what, and what to do."""
    for fault in faults:
        typer.echo(f"{fault.where}: {fault.what}; {fault.remedy}", err=True)
