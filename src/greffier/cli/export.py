"""`greffier export RECORD`: what a record holds, in other programs' forms."""

from __future__ import annotations

import importlib.util
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from greffier.cli.exits import Exit
from greffier.cli.records import Outlet, RecordPath, Since, Until, filtered, opened

if TYPE_CHECKING:
    from greffier.exports import FolderForm, Form
    from greffier.views import Contents

NAME = "export"
Several = list[str] | None


def command(  # noqa: PLR0913 - a command has as many parameters as options
    record: RecordPath,
    format: Annotated[
        str, typer.Option("--format", "-f", help="The form (see docs/reference/exports.md).")
    ] = "readings",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file (default: stdout) or folder to write."),
    ] = None,
    who: Annotated[Several, typer.Option(help="Who takes part (name or id); all of them.")] = None,
    where: Annotated[Several, typer.Option(help="Where (name or id).")] = None,
    type: Annotated[Several, typer.Option(help="PLOVER type: CONSULT, ASSAULT…")] = None,
    mode: Annotated[Several, typer.Option(help="visit, meet, phone…")] = None,
    status: Annotated[Several, typer.Option(help="occurred, planned, denied…")] = None,
    story: Annotated[Several, typer.Option(help="Only this story (id).")] = None,
    words: Annotated[str | None, typer.Option(help="Words of its sentence.")] = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write what a record holds, or what of it fits, in another form."""
    from greffier import exports
    from greffier.views import Contents

    form = _form(format)
    with opened(record) as store:
        asked = filtered(
            store,
            who=who,
            place=where,
            type=[t.upper() for t in type or ()],
            mode=mode,
            status=status,
            story=story,
            words=words,
            outlet=outlet,
            since=since,
            until=until,
        )
        contents = Contents(store, asked)
        if isinstance(form, exports.Form):
            with _file(output) as out:
                form.write(contents, out)
        elif output is None:
            raise typer.BadParameter(f"{form.name} is a folder: say where with -o")
        else:
            _folder(form, contents, output)


def _form(name: str) -> Form | FolderForm:
    from greffier.exports import FORMS
    from greffier.web import site

    forms = {form.name: form for form in (*FORMS, site.FORM)}
    if name not in forms:
        raise typer.BadParameter(f"{name!r} is no format; choose one of {', '.join(forms)}")
    form = forms[name]
    if any(importlib.util.find_spec(module) is None for module in form.needs):
        typer.echo(f"{name} needs: pip install 'greffier[{form.extra}]'", err=True)
        raise typer.Exit(Exit.FAILED)
    return form


def _folder(form: FolderForm, contents: Contents, output: Path) -> None:
    from greffier.web.site import Filtered

    try:
        form.write(contents, output)
    except Filtered as error:
        raise typer.BadParameter(str(error)) from None


def _file(output: Path | None) -> AbstractContextManager[BinaryIO]:
    return output.open("wb") if output else nullcontext(sys.stdout.buffer)
