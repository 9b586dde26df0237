"""`greffier serve RECORD`: the record as pages, on this machine."""

from __future__ import annotations

import getpass
import threading
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from greffier.store import Store
    from greffier.web.settings import Settings

NAME = "serve"
IDLE = 5
"""Seconds after which a connection that asks nothing is closed."""
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
    from greffier.store import StoreError, open_store
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
    try:
        run(store, settings, open_browser=open_browser)
    finally:
        store.close()


def run(store: Store, settings: Settings, *, open_browser: bool) -> None:
    """Serve until stopped."""
    import uvicorn

    from greffier.web.app import create_app
    from greffier.web.patience import MOST_CONNECTIONS, Patient

    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{settings.port}/"
    typer.echo(f"{address}  (stop with Ctrl-C)", err=True)
    if open_browser:
        threading.Timer(OPENING_DELAY, webbrowser.open, [address]).start()
    uvicorn.run(
        create_app(store, settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=IDLE,
        http=Patient,
        limit_concurrency=MOST_CONNECTIONS,
    )
