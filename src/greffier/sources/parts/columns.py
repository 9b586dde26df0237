"""Which column of a table holds what: as told, else guessed from names and from the cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType

from greffier.model.text import Refusal
from greffier.sources import records
from greffier.sources.kinds import Found, note
from greffier.sources.parts.days import day

Row = Sequence[object]
Asked = Mapping[str, str]
"""Names of columns by what they hold (`text`, `title`, `published`, `outlet`, `uri`)."""
NONE_ASKED: Asked = MappingProxyType({})

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            "text", "texte", "texte integral", "full text", "fulltext", "contenu", "content",
            "corps", "body", "article", "article text", "texte article", "corps article",
            "article body", "html",
        ),
        "title": ("title", "titre", "titre article", "headline", "intitule", "article title"),
        "published": (
            "published", "date", "date publication", "publication date", "date de publication",
            "pub date", "pubdate", "date parution", "date de parution", "published at", "jour",
            "parution", "datetime", "created at", "publish date",
        ),
        "outlet": (
            "outlet", "media", "source", "journal", "publication", "titre de presse", "support",
            "newspaper", "source name", "publisher", "site", "medias", "nom du journal",
        ),
        "uri": ("uri", "url", "lien", "link", "adresse", "permalink", "href"),
    }
)  # fmt: skip
"""Names that columns have, surest first, without accents, case and marks."""
MOST_UNNAMED = 1000
"""Columns that a row may have; those past the header have no name."""
SAMPLE = 50
"""Rows looked at for a column of text that no name tells."""
LONG_CELL = 200
"""Mean code points of the cells of a column that can only be text."""
_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|p|div|article|section|h[1-6]|span)\b", re.I)


def captured(header: Row, rows: Iterable[Row], uri: str, asked: Asked) -> Iterator[Found]:
    """An article for each row of a table, named by its number; first, which columns were taken."""
    names = [_shown(cell) for cell in header]
    ahead = iter(rows)
    sample = list(islice(ahead, SAMPLE))
    wrong = [f"{field} = {name}" for field, name in asked.items() if name not in names]
    taken = _taken(names, sample, asked)
    if wrong or "text" not in taken:
        reason = f"no column {', '.join(wrong)}" if wrong else "no column that holds the text"
        columns = ", ".join(name for name in names if name) or "none"
        yield Refusal(uri, reason, f"Name it: --column text=NAME; the columns are: {columns}.")
        return
    named = [*names, *(f"number {place + 1}" for place in range(len(names), MOST_UNNAMED))]
    shown = ", ".join(f"{field} = {named[place]}" for field, place in taken.items())
    yield note(uri, f"columns taken: {shown}", "Name others by --column FIELD=NAME.")
    for number, row in enumerate(chain(sample, ahead), start=2):
        if not any(_shown(cell) for cell in row):
            continue
        if not _shown(_cell(row, taken["text"])).strip():
            remedy = "Fill its column, or leave the row out."
            yield Refusal(f"{uri}#{number}", "a row without text", remedy)
        else:
            yield from records.capture(_record(row, taken), f"{uri}#{number}")


def _taken(names: Sequence[str], sample: Sequence[Row], asked: Asked) -> dict[str, int]:
    """The place of each field's column, in the order of `FIELDS`."""
    folded = [_folded(name) for name in names]
    taken: dict[str, int] = {}
    for field, known in FIELDS.items():
        if field in asked:
            if asked[field] in names:
                taken[field] = names.index(asked[field])
            continue
        found = next((folded.index(name) for name in known if name in folded), None)
        if found is not None and names[found] not in asked.values():
            taken[field] = found
    if "text" not in taken and "text" not in asked:
        longest = _longest(sample, set(taken.values()))
        if longest is not None:
            taken = {"text": longest, **taken}
    return taken


def _longest(sample: Sequence[Row], known: set[int]) -> int | None:
    """The column whose cells are long enough to be articles; null when there is none."""
    width = min(MOST_UNNAMED, max((len(row) for row in sample), default=0))
    means = {
        place: sum(len(_shown(row[place])) for row in sample if place < len(row)) / len(sample)
        for place in range(width)
        if place not in known
    }
    best = max(means, key=lambda place: means[place], default=None)
    return best if best is not None and means[best] >= LONG_CELL else None


def _record(row: Row, taken: Mapping[str, int]) -> dict[str, object]:
    record = {field: _cell(row, place) for field, place in taken.items()}
    text = _shown(record["text"])
    record["text" if not _HTML.match(text) else "html"] = text
    if _HTML.match(text):
        del record["text"]
    if "published" in record:
        told = record["published"]
        record["published"] = day(told) or _shown(told) or None
    return {field: v if field == "published" else _shown(v) for field, v in record.items()}


def _cell(row: Row, place: int) -> object:
    return row[place] if place < len(row) else None


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell).strip("\ufeff") if isinstance(cell, str) else str(cell)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.strip().casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.split(r"[\W_]+", bare)).strip()


def is_known(name: str) -> bool:
    """Whether a column's name tells what it holds."""
    return any(_folded(name) in known for known in FIELDS.values())
