"""A dossier as a Word document."""

from __future__ import annotations

import io
import zipfile
from typing import BinaryIO

from greffier.exports.dossier import dossier
from greffier.exports.form import Form
from greffier.exports.markup import clean
from greffier.views import Contents

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file of the archive, so that the bytes stay the same."""


def write(contents: Contents, out: BinaryIO) -> None:
    from docx import Document

    told = dossier(contents)
    document = Document()
    document.core_properties.title = clean(told.title)[:255]
    document.add_heading(clean(told.title), 0)
    for section in told.sections:
        document.add_heading(section.title, 1)
        for line in section.lines:
            paragraph = document.add_paragraph(clean(line.text), style="List Bullet")
            if line.proofs:
                marks = paragraph.add_run("".join(f"[{number}]" for number in line.proofs))
                marks.font.superscript = True
    document.add_heading("Preuves", 1)
    for proof in told.proofs:
        where = f" {proof.address}" if proof.address else ""
        passage = f"[{proof.number}] « {proof.passage} » — {proof.credit}{where}"
        document.add_paragraph(clean(passage))
    saved = io.BytesIO()
    document.save(saved)
    out.write(_timeless(saved))


def _timeless(archive: io.BytesIO) -> bytes:
    """The same archive, whenever it is written."""
    found = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(found, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return found.getvalue()


FORM = Form("docx", "a dossier with numbered proofs, for Word", ".docx", write, "docx", ("docx",))
