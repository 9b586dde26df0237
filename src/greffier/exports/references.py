"""The articles of a record as references: CSL-JSON, RIS and BibTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from greffier.exports.form import Form
from greffier.exports.proof import issued
from greffier.views import Contents
from greffier.views.shown import ArticleRef

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
    "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def csl(contents: Contents, out: BinaryIO) -> None:
    """One JSON array, an item a line."""
    before = b"[\n"
    for one in contents.articles():
        item = {
            "id": one.document,
            "type": "article-newspaper",
            "title": one.title,
            "container-title": one.outlet,
            "URL": _address(one),
            "issued": issued(one.published),
        }
        told = {name: value for name, value in item.items() if value}
        out.write(before + json.dumps(told, ensure_ascii=False).encode())
        before = b",\n"
    out.write(b"\n]\n" if before == b",\n" else b"[]\n")


def ris(one: ArticleRef) -> str:
    """A RIS record; lines end as its specification asks."""
    year, *rest = (one.published or "").split("-")
    day = "/".join([year, *rest, *[""] * (3 - len(rest))]) if year else None
    told = (
        ("TY", "NEWS"),
        ("ID", one.document),
        ("TI", _line(one.title)),
        ("T2", _line(one.outlet)),
        ("PY", year),
        ("DA", day),
        ("UR", _address(one)),
        ("LA", "fr"),
    )
    lines = [f"{tag}  - {value}" for tag, value in told if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def bibtex(one: ArticleRef) -> str:
    """A BibTeX entry, in UTF-8, with biblatex's `date` beside BibTeX's `year`."""
    told = (
        ("title", _escaped(one.title)),
        ("journal", _escaped(one.outlet)),
        ("year", (one.published or "")[:4]),
        ("date", one.published),
        ("url", _address(one)),
        ("language", "french"),
    )
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in told if value)
    return f"@article{{{one.document},\n{fields}}}\n\n"


def _each(contents: Contents, out: BinaryIO, tell: Callable[[ArticleRef], str]) -> None:
    for one in contents.articles():
        out.write(tell(one).encode())


def _address(one: ArticleRef) -> str | None:
    return re.sub(r"[\s{}]", "", one.uri) if one.uri.startswith(("http://", "https://")) else None


def _escaped(told: str | None) -> str:
    return "".join(SPECIAL.get(c, c) for c in _line(told))


def _line(told: str | None) -> str:
    return " ".join((told or "").split())


CSL = Form("csl-json", "articles as CSL-JSON, for Zotero and others", ".json", csl)
RIS = Form("ris", "articles as RIS", ".ris", partial(_each, tell=ris))
BIBTEX = Form("bibtex", "articles as BibTeX", ".bib", partial(_each, tell=bibtex))
