"""Options that several commands have, and what they ask for."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from greffier.sources.online.addresses import Networks as Allowed

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="A column of tables: text, title, published, outlet or uri, and its name.",
    ),
]
Networks = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-network", metavar="ADDRESS", help="A private network that pages may lie in."
    ),
]
Report = Annotated[
    Path | None,
    typer.Option("--report", help="Write what became of each input here, as JSON lines."),
]


def columns(told: list[str] | None) -> dict[str, str]:
    """Names of columns by what they hold."""
    from greffier.sources.parts.columns import FIELDS

    asked = dict(one.partition("=")[::2] for one in told or ())
    for field, name in asked.items():
        if field not in FIELDS or not name:
            fields = ", ".join(FIELDS)
            raise typer.BadParameter(f"{field!r}: write FIELD=NAME, FIELD one of {fields}")
    return asked


def networks(told: list[str] | None) -> Allowed:
    """Networks of IP addresses that may be fetched from though they are private."""
    try:
        return tuple(ipaddress.ip_network(one, strict=False) for one in told or ())
    except ValueError as error:
        raise typer.BadParameter(f"{error}; write 192.168.1.20 or 10.0.0.0/8") from None
