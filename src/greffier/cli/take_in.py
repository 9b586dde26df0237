"""`greffier import RECORD PACKAGE`: a Data Package that `export` wrote, into a record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from greffier.cli.records import RecordPath, opened

NAME = "import"


def command(
    record: RecordPath,
    package: Annotated[Path, typer.Argument(help="The folder of the package.")],
) -> None:
    """Put the articles and judgements of a Data Package into a record (made when it is not there).

    Nothing is read anew: the record is the one that was exported, or what both have together.
    """
    from greffier import pipeline
    from greffier.exports import decisions
    from greffier.exports.package import NoPackageError, judgements, readings
    from greffier.recording import Added, judging

    counts: Counter[Added] = Counter()
    try:
        told = judgements(package)
        with opened(record, create=True) as store:
            for _, became in pipeline.add(store, readings(package)):
                counts[became] += 1
            taken = judging.take_in(store, told)
    except (NoPackageError, decisions.NoDecisionError) as error:
        raise typer.BadParameter(str(error)) from None
    new = f"{counts[Added.NEW]} articles, {taken.new} judgements added"
    typer.echo(f"{new}; {counts[Added.SAME]} articles, {taken.known} judgements known already")
