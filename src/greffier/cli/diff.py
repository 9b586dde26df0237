"""`greffier diff RECORD`: what this version reads otherwise than the one that made the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.exits import Exit
from greffier.cli.records import AsJson, RecordPath, opened, tell_json

if TYPE_CHECKING:
    from greffier.model.reading import Reading
    from greffier.model.text import Document
    from greffier.recording.faults import Fault
    from greffier.recording.rereading import Change
    from greffier.store import Store

NAME = "diff"
SHOWN = 60
"""Code points of a passage."""


def command(
    record: RecordPath,
    apply: Annotated[
        bool, typer.Option("--apply", help="Put the new readings into the record.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read.")] = 1,
    json: AsJson = False,
) -> None:
    """Read every article of a record again, from the text that it keeps, and show what this
    version reads otherwise. Ids and judgements hold; make a backup first, to go back."""
    from greffier import pipeline
    from greffier.cli import verify
    from greffier.engine import local
    from greffier.recording.rereading import changes

    found: list[Change] = []
    left: list[Fault] = []
    articles = 0
    with opened(record) as store:
        waiting: dict[str, Reading] = {}
        groups = local.groups(_documents(store, waiting, left))
        read = local.run(pipeline.read_documents, groups, jobs)
        for reading in (reading for group in read for reading in group):
            told = changes(waiting.pop(reading.document.id), reading)
            found += told
            articles += 1
            if told and apply:
                for _ in pipeline.add(store, [reading]):
                    pass
    verify.tell(left)
    if json:
        tell_json(found)
    else:
        _tell(found, articles, apply)
    if left:
        raise typer.Exit(Exit.FAULTY)


def _documents(store: Store, waiting: dict[str, Reading], left: list[Fault]) -> Iterator[Document]:
    """The documents to be read again; their readings wait to be compared."""
    from greffier.recording.faults import RESTORE, Fault, UnreadableError, reading_of

    for article in store.unread():
        try:
            reading = waiting[article.document] = reading_of(article)
            yield reading.document
        except UnreadableError as error:
            left.append(Fault(str(error), article.document, RESTORE))


def _tell(found: list[Change], articles: int, applied: bool) -> None:
    for change in found:
        text = " ".join(change.text.split())
        fields = f" ({', '.join(change.fields)})" if change.fields else ""
        typer.echo(
            f"{change.document} {change.layer} {change.start}-{change.end}"
            f" {change.became}{fields}: {text[:SHOWN]}"
        )
    changed = len({change.document for change in found})
    counts = Counter(change.became for change in found)
    told = ", ".join(f"{count} {became}" for became, count in sorted(counts.items())) or "nothing"
    what = "put into the record" if applied else "not put into the record (--apply does)"
    typer.echo(f"{changed} of {articles} articles read otherwise: {told}; {what}")
