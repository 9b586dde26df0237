"""Sources: where articles come from, as captures.

    for found in sources.captures("articles/"):   # a file, a folder, an address, or - for stdin
        ...                                       # a Capture, or a Refusal: what was not read, why

`captures` streams: one article is in memory at a time, whatever the size of a JSON lines file.
It never raises for what it finds; whatever cannot be read comes as a `Refusal` in its place, and
one with `partly_read` comes beside the capture that it concerns. Hand each capture to
`clean.documents`. A new kind of source is one file with a `Kind`, added to `all_kinds`: it
inherits the contract tests, which ask for a sample, and docs/reference/sources.md for a section.

`streams` tells the kind of a stream, `places` opens files and folders, `online` fetches, `parts`
holds what several kinds share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from greffier.model.text import Capture, Given
from greffier.sources import (
    archives,
    csv_table,
    docx,
    europresse,
    excel,
    factiva,
    feed,
    html,
    json_document,
    json_feed,
    json_lines,
    mail,
    newsml,
    ninjs,
    parquet,
    pdf,
    places,
    streams,
    tei,
    text,
    warc,
    web,
)
from greffier.sources.kinds import Found, Kind
from greffier.sources.online.addresses import Networks
from greffier.sources.parts import columns

__all__ = ["KINDS", "PLACES", "Found", "all_kinds", "captures", "of_text", "size"]

PLACES: tuple[web.Place, ...] = (web.PLACE,)
"""Every kind of address that stands for what must be fetched."""


def all_kinds(asked: columns.Asked = columns.NONE_ASKED) -> tuple[Kind, ...]:
    """Every kind of source; `asked` names the columns of tables.

    Where several have an ending of a file's name, and where no ending tells, the first is taken
    that the stream begins like; text begins like anything.
    """
    leaves: tuple[Kind, ...] = (
        warc.WACZ,
        warc.WARC,
        docx.KIND,
        excel.kind(asked),
        parquet.kind(asked),
        pdf.KIND,
        feed.KIND,
        tei.KIND,
        newsml.KIND,
        json_feed.KIND,
        ninjs.KIND,
        json_lines.KIND,
        json_document.KIND,
        europresse.KIND,
        factiva.KIND,
        html.KIND,
        mail.MBOX,
        mail.EML,
        csv_table.kind(asked),
        text.KIND,
    )
    packed = (*archives.reading(leaves), *leaves)
    *first, last = leaves
    return (*first, *archives.reading(packed), last)


KINDS = all_kinds()


def captures(
    argument: str,
    asked: columns.Asked = columns.NONE_ASKED,
    allowed: Networks = (),
) -> Iterator[Found]:
    """The captures of a file, of a folder and all its folders, of an address, or of stdin (`-`).

    `asked` names columns of tables (`{"text": "corps"}`), `allowed` the private networks that an
    address may lead to.
    """
    known = all_kinds(asked) if asked else KINDS
    place = next((p for p in PLACES if argument.lower().startswith(p.addresses)), None)
    if place:
        return place.captures(argument, known, allowed)
    return places.captures(argument, known)


def of_text(article: str, uri: str = "text:", given: Given | None = None) -> Capture:
    """The capture of a text that is already decoded."""
    data = article.encode("utf-8", "surrogatepass")
    return Capture(uri, data, text.MEDIA_TYPE, given or Given(), encoding="utf-8")


def size(arguments: Iterable[str]) -> int | None:
    """How many articles the arguments hold, for a progress bar; null when only reading can tell."""
    count = 0
    many = tuple(kind for kind in KINDS if kind.many and kind.suffixes != html.SUFFIXES)
    for argument in arguments:
        if argument == places.STDIN:
            return None
        for path in places.files(Path(argument)):
            if isinstance(path, Path) and streams.is_named(path.name, many):
                return None
            count += 1
    return count
