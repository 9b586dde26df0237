"""`greffier serve RECORD`: the record as pages, on this machine."""

from __future__ import annotations

import getpass
import threading
import webbrowser
from typing import Annotated

import typer

NAME = "serve"
OPENING_DELAY = 1.0
"""Seconds between starting and opening the browser: the server must answer by then."""


def command(  # noqa: PLR0913 - a command has as many parameters as options
    record: Annotated[str, typer.Argument(help="A record's file, or its PostgreSQL address.")],
    host: Annotated[str, typer.Option(help="Address to serve on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to serve on.")] = 8000,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the first page in the browser.")
    ] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Take no judgements from the pages.")
    ] = False,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="GREFFIER_TOKEN", help="What readers must show; needed when not on 127.0.0.1."
        ),
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="Another host name that leads here.")
    ] = None,
    author: Annotated[
        str | None, typer.Option(help="Who judges in the pages; your user name by default.")
    ] = None,
) -> None:
    """Serve a record as pages: browse it, check every passage, correct it."""
    import uvicorn

    from greffier.store import StoreError, open_store
    from greffier.web.app import create_app
    from greffier.web.settings import Settings, UnsafeError

    try:
        settings = Settings(
            host=host,
            port=port,
            read_only=read_only,
            token=token,
            author=author or getpass.getuser(),
            names=tuple(name or ()),
        )
        store = open_store(record, create=False)
    except (UnsafeError, StoreError) as error:
        raise typer.BadParameter(str(error)) from None
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    typer.echo(f"{address}  (stop with Ctrl-C)", err=True)
    if open_browser:
        threading.Timer(OPENING_DELAY, webbrowser.open, [address]).start()
    try:
        uvicorn.run(
            create_app(store, settings),
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            timeout_keep_alive=5,
        )
    finally:
        store.close()
