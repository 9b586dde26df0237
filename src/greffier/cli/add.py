"""`greffier add RECORD SOURCE…`: articles into a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli import asked, report
from greffier.cli.exits import Exit
from greffier.cli.read import iso
from greffier.cli.records import AsJson, RecordPath, opened, tell_json

if TYPE_CHECKING:
    from greffier.model.text import Document, Refusal
    from greffier.recording import Added
    from greffier.store import Store

NAME = "add"


def command(  # noqa: PLR0913 - a command has as many parameters as options
    record: RecordPath,
    source: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for stdin.")],
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read.")] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what the record has already.")
    ] = False,
    column: asked.Columns = None,
    allow_network: asked.Networks = None,
    report_at: asked.Report = None,
    json: AsJson = False,
) -> None:
    """Read articles and put what they report into a record (made when it is not there).

    Each article is kept in one step or not at all: a run that was stopped can be started again,
    and what the record has is not read twice.
    """
    from greffier import pipeline, sources
    from greffier.engine import local
    from greffier.model.text import Given
    from greffier.recording import Added

    local.settle()
    given = Given(published=iso(published), outlet=outlet)
    columns, networks = asked.columns(column), asked.networks(allow_network)
    captures = (found for told in source for found in sources.captures(told, columns, networks))
    console = report.stderr()
    counts: Counter[Added] = Counter()
    stopped = False
    with (
        opened(record, create=True) as store,
        report.logged(report_at) as tally,
        report.progress(console, sources.size(source)) as advance,
    ):
        found = pipeline.documents(captures, given)
        documents = _unknown(store, _read(found, tally), again, tally, counts)
        groups = local.groups(documents, lambda document: len(document.text))
        try:
            readings = chain.from_iterable(local.run(pipeline.read_documents, groups, jobs))
            for reading, became in pipeline.add(store, readings):
                counts[became] += 1
                tally.took(reading.document.uri)
                advance(tally)
        except KeyboardInterrupt:
            stopped = True
    report.tell(tally, console)
    if json:
        tell_json({**{became.value: counts[became] for became in Added}, "skipped": tally.skipped})
    else:
        typer.echo(", ".join(f"{counts[b]} {WORDS[b]}" for b in Added if counts[b]) or "nothing")
    code = Exit.INTERRUPTED if stopped else tally.exit_code
    if code is not Exit.READ:
        raise typer.Exit(code)


WORDS = {
    "new": "added",
    "same": "known already",
    "again": "read again",
    "copy": "printed elsewhere before",
}


def _unknown(
    store: Store,
    documents: Iterable[Document],
    again: bool,
    tally: report.Tally,
    counts: Counter[Added],
) -> Iterator[Document]:
    """What must be read; what the record has from the same place is counted and left out."""
    from greffier.recording import Added

    for document in documents:
        printed = () if again else store.printings(document.id)
        if any(printing.uri == document.uri for printing in printed):
            counts[Added.SAME] += 1
            tally.took(document.uri)
        else:
            yield document


def _read(found: Iterable[Document | Refusal], tally: report.Tally) -> Iterator[Document]:
    """The documents; refusals are kept for the summary."""
    from greffier.model.text import Refusal

    for outcome in found:
        if isinstance(outcome, Refusal):
            tally.refuse(outcome)
        else:
            yield outcome
