"""`greffier review …`: pairs for a person to judge, and judgements: same, different, undone."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.exits import Exit
from greffier.cli.records import (
    AsJson,
    Limit,
    Offset,
    RecordPath,
    more,
    nothing,
    opened,
    stdout,
    tell_json,
)

if TYPE_CHECKING:
    from greffier.views.reviews import Judged

NAME = "review"
Author = Annotated[
    str | None, typer.Option(help="Who judges (default: the name of the user).", show_default=False)
]
Why = Annotated[str, typer.Option("--reason", help="Why.")]
One = Annotated[str, typer.Argument(help="An id, of an entry or of a node.")]

app = typer.Typer(help="Judge what is one thing and what is two.", no_args_is_help=True)


@app.command("list")
def candidates(
    record: RecordPath, limit: Limit = 20, offset: Offset = 0, json: AsJson = False
) -> None:
    """Show pairs that may be one thing, the likeliest first, with both passages."""
    from greffier import views
    from greffier.cli.showing import short
    from greffier.model.questions import Slice

    with opened(record) as store:
        found = views.candidates(store, (), Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total)
    console = stdout()
    for pair in found.items:
        reasons = "; ".join(f"{r.feature}: {r.detail}" for r in pair.reasons)
        console.print(f"{pair.layer} · {pair.score:.2f} · {reasons}", markup=False, style="bold")
        for side in (pair.one, pair.other):
            told = short(side.passages[0].context) if side.passages else ""
            console.print(f"  {side.node}  {side.name}: {told}", markup=False)
    more(console, len(found.items), found.total, offset)


@app.command()
def same(record: RecordPath, one: One, other: One, author: Author = None, reason: Why = "") -> None:
    """Say that two things are one. It holds until it is undone, whatever is read later."""
    _judge(record, (one, other), "same", author, reason)


@app.command()
def differ(
    record: RecordPath, one: One, other: One, author: Author = None, reason: Why = ""
) -> None:
    """Say that two things are two. It holds until it is undone, whatever is read later."""
    _judge(record, (one, other), "different", author, reason)


@app.command()
def why(record: RecordPath, one: One, other: One, json: AsJson = False) -> None:
    """Show why two ids are one thing: the judgements that lead from one to the other."""
    from greffier.recording import explain

    with opened(record) as store:
        chain = explain(store, one, other)
    if json:
        tell_json(chain)
        return
    if chain is None:
        typer.echo("they are two, or not in this record", err=True)
        raise typer.Exit(Exit.NOTHING)
    if not chain:
        typer.echo("the same words: merging cannot tell them apart")
    for link in chain:
        reasons = "; ".join(f"{r.feature}: {r.detail}" for r in link.reasons)
        typer.echo(f"{link.one} = {link.other} ({link.rule}, {link.score:.2f}): {reasons}")


@app.command()
def undo(
    record: RecordPath,
    judgement: Annotated[str, typer.Argument(help="The judgement's id (`review history`).")],
    author: Author = None,
) -> None:
    """Take a judgement back; undoing that puts it in force again."""
    from greffier.recording import judging

    with opened(record) as store:
        made = judging.undo(store, judgement, author or getpass.getuser())
    typer.echo(f"{judgement} undone by {made.id}")


@app.command()
def history(
    record: RecordPath, limit: Limit = 50, offset: Offset = 0, json: AsJson = False
) -> None:
    """Show the judgements of persons, the latest first; contradictory ones are marked."""
    from greffier import views
    from greffier.model.questions import Slice

    with opened(record) as store:
        found = views.judgements(store, Slice(limit, offset))
    if json:
        tell_json(found)
        return
    nothing(found.total)
    console = stdout()
    for one in found.items:
        made = one.judgement
        console.print(
            f"{made.id} {made.time} {made.author}: {one.one.name or one.one.node}"
            f" / {one.other.name or one.other.node}: {made.verdict}{_marks(one)}",
            markup=False,
        )
    more(console, len(found.items), found.total, offset)


@app.command("export")
def write(
    record: RecordPath,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of stdout.")
    ] = None,
) -> None:
    """Write all judgements as JSON lines (decisions.jsonl)."""
    from greffier.exports import decisions

    with opened(record) as store:
        lines = [decisions.to_json(judgement) for judgement in store.judgements()]
    told = "".join(f"{line}\n" for line in lines)
    if output is None:
        sys.stdout.write(told)
    else:
        output.write_text(told, encoding="utf-8")


@app.command("import")
def take_in(
    record: RecordPath,
    file: Annotated[typer.FileText, typer.Argument(help="decisions.jsonl, or - for stdin.")],
) -> None:
    """Add judgements written by `review export`; those known already are left aside."""
    from greffier.exports import decisions
    from greffier.recording import judging

    try:
        told = [decisions.from_json(line) for line in file if line.strip()]
    except decisions.NoDecisionError as error:
        raise typer.BadParameter(str(error)) from None
    with opened(record) as store:
        taken = judging.take_in(store, told)
    typer.echo(f"{taken.new} new, {taken.known} known already")


def _marks(one: Judged) -> str:
    if one.undone:
        return " (undone)"
    against = f" (against {', '.join(one.against)})" if one.against else ""
    return against + (" (contradicted by others)" if one.holds is False else "")


def _judge(
    record: str, pair: tuple[str, str], verdict: str, author: str | None, reason: str
) -> None:
    from greffier.model.record import Verdict
    from greffier.recording import judge

    with opened(record) as store:
        made = judge(store, *pair, Verdict(verdict), author or getpass.getuser(), reason)
        now = store.resolve(pair)
    typer.echo(f"{made.id}: {' and '.join(dict.fromkeys(now[id] for id in pair))}")
