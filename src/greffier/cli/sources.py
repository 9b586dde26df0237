"""`greffier sources`: what can be read, and what each kind needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

NAME = "sources"


def command(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """List the kinds of sources: their endings or addresses, what is taken, what they need."""
    kinds = sorted(_kinds(), key=lambda kind: kind["name"].casefold())
    if as_json:
        typer.echo(json.dumps(kinds, ensure_ascii=False, indent=2))
        return
    for kind in kinds:
        typer.echo(f"{kind['name']}  ({', '.join(kind['known_by'])})")
        typer.echo(f"    {kind['takes']}")
        if not kind["installed"]:
            typer.echo(f'    not installed: pip install "greffier[{kind["extra"]}]"')


def _kinds() -> Iterator[dict[str, Any]]:
    from greffier import sources

    for place in sources.PLACES:
        yield {
            "name": place.name,
            "known_by": [f"{begin}…" for begin in place.addresses],
            "takes": place.takes,
            "extra": None,
            "installed": True,
        }
    for kind in sources.KINDS:
        yield {
            "name": kind.name,
            "known_by": list(kind.suffixes),
            "takes": kind.takes,
            "extra": kind.extra,
            "installed": kind.installed,
        }
