"""`greffier add RECORD SOURCE…`: articles into a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli import report
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
    source: Annotated[list[str], typer.Argument(help="Files, folders, or - for stdin.")],
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read.")] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what the record has already.")
    ] = False,
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

    given = Given(published=iso(published), outlet=outlet)
    console, tally = report.stderr(), report.Tally()
    counts: Counter[Added] = Counter()
    stopped = False
    with (
        opened(record, create=True) as store,
        report.progress(console, sources.size(source)) as advance,
    ):
        known = _Known(store, again, counts)
        found = pipeline.documents(source, given)
        documents = (d for d in _read(found, tally) if not known.has(d))
        try:
            for _, became in pipeline.add(
                store, local.run(pipeline.read_document, documents, jobs)
            ):
                counts[became] += 1
                tally.read = counts.total()
                advance(tally)
        except KeyboardInterrupt:
            stopped = True
    tally.read = counts.total()
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


class _Known:
    """What need not be read, because the record has it; each is counted."""

    def __init__(self, store: Store, again: bool, counts: Counter[Added]) -> None:
        self._store, self._again, self._counts = store, again, counts

    def has(self, document: Document) -> bool:
        from greffier.recording import Added

        printed = () if self._again else self._store.printings(document.id)
        known = any(printing.uri == document.uri for printing in printed)
        self._counts[Added.SAME] += known
        return known


def _read(found: Iterable[Document | Refusal], tally: report.Tally) -> Iterator[Document]:
    """The documents; refusals are kept for the summary."""
    from greffier.model.text import Refusal

    for outcome in found:
        if isinstance(outcome, Refusal):
            tally.refusals.append(outcome)
        else:
            yield outcome
