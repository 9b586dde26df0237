"""Sources: where articles come from, as captures.

    for found in sources.captures("articles/"):   # a file, a folder, or - for stdin
        ...                                       # a Capture, or a Refusal: what was not read, why

`captures` streams: one article is in memory at a time, whatever the size of a JSON lines file.
It never raises for what it finds; whatever cannot be read comes as a `Refusal` in its place, and
one with `partly_read` comes beside the capture that it concerns. Hand each capture to
`clean.documents`. A new kind of source is one file with a `Kind`, added to `KINDS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from greffier.model.text import Capture, Given
from greffier.sources import html, json_document, json_lines, places, text
from greffier.sources.kinds import Found, Kind

__all__ = ["KINDS", "Found", "captures", "of_text", "size"]

KINDS: tuple[Kind, ...] = (json_lines.KIND, json_document.KIND, html.KIND, text.KIND)
"""Every kind of source; a stream of no telling name is the first that it begins like, and text
begins like anything."""

_MANY = frozenset(json_lines.KIND.suffixes + json_document.KIND.suffixes)


def captures(argument: str) -> Iterator[Found]:
    """The captures of a file, of a folder and all its folders, or of stdin (`-`)."""
    return places.captures(argument, KINDS)


def of_text(article: str, uri: str = "text:", given: Given | None = None) -> Capture:
    """The capture of a text that is already decoded."""
    data = article.encode("utf-8", "surrogatepass")
    return Capture(uri, data, text.MEDIA_TYPE, given or Given(), encoding="utf-8")


def size(arguments: Iterable[str]) -> int | None:
    """How many articles the arguments hold, for a progress bar; null when only reading can tell."""
    count = 0
    for argument in arguments:
        if argument == places.STDIN:
            return None
        for path in places.files(Path(argument)):
            if isinstance(path, Path) and path.suffix.lower() in _MANY:
                return None
            count += 1
    return count
