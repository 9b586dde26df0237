"""Greffier reads French-language press and keeps the record of what it reports.

import greffier
reading = greffier.read("article.txt", published="2019-03-18")
for quotation in reading.quotations:
    print(reading.passage(quotation.span))
"""

from __future__ import annotations

from importlib import metadata
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greffier.model.reading import Reading
    from greffier.opened import Record

__all__ = ["NotReadError", "__version__", "open_record", "read"]
__version__ = metadata.version("greffier")

LONGEST_PATH = 4096
"""Code points. A longer string is a text; asking the system whether it is a file would fail."""


class NotReadError(ValueError):
    """An article that cannot be read: the message says what, why and what to do."""


def read(
    path_or_text: str | PathLike[str], published: str | None = None, outlet: str | None = None
) -> Reading:
    """The reading of one article: a file's path, or the text itself.

    A string is taken for a path when it names an existing file; a `pathlib.Path` always is one.
    `published` is an ISO date (YYYY-MM-DD), used where the article comes with none. Raises
    `NotReadError` when there is no article, or more than one.
    """
    from greffier import pipeline, sources
    from greffier.model.text import Given, Refusal

    given = Given(published=published, outlet=outlet)
    told = str(path_or_text)
    captures = sources.captures(told) if _is_path(path_or_text) else [sources.of_text(told)]
    outcomes = [o for found in captures for o in pipeline.read_capture(found, given)]
    readings = [o for o in outcomes if not isinstance(o, Refusal)]
    if len(readings) == 1:
        return readings[0]
    refused = [f"{o.uri}: {o.reason}. {o.remedy}" for o in outcomes if isinstance(o, Refusal)]
    if refused and not readings:
        raise NotReadError(" ".join(refused))
    raise NotReadError(
        f"{told}: holds {len(readings)} articles, read() takes one;"
        " for many, call greffier.pipeline.read_sources"
    )


def open_record(path_or_url: str | PathLike[str], *, create: bool = True) -> Record:
    """The record in a file, or in a PostgreSQL database by URL (`postgresql://…`).

    It is made when it is not there, unless `create` is false. Raises `greffier.store.StoreError`
    when it cannot be opened. Use it in a `with` statement, or call its `close()`.
    """
    from greffier import opened

    return opened.open_record(path_or_url, create=create)


def _is_path(given: str | PathLike[str]) -> bool:
    if isinstance(given, PathLike):
        return True
    return (
        len(given) < LONGEST_PATH
        and "\n" not in given
        and "\0" not in given
        and Path(given).exists()
    )
