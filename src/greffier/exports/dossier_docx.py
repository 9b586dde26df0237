"""A dossier as a Word document."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, BinaryIO

from greffier.exports.dossier import dossier
from greffier.exports.form import Form
from greffier.exports.markup import clean
from greffier.views import Contents

if TYPE_CHECKING:
    from docx.document import Document

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file of the archive, so that the bytes stay the same."""


def write(contents: Contents, out: BinaryIO) -> None:
    import docx

    told = dossier(contents)
    document = docx.Document()
    document.core_properties.title = clean(told.title)[:255]
    page = _Page(document)
    page.add(told.title, "Title")
    for section in told.sections:
        page.add(section.title, "Heading 1")
        for line in section.lines:
            marks = "".join(f"[{number}]" for number in line.proofs)
            page.add(line.text, "List Bullet", marks)
    page.add("Preuves", "Heading 1")
    for proof in told.proofs:
        where = f" {proof.address}" if proof.address else ""
        page.add(f"[{proof.number}] « {proof.passage} » — {proof.credit}{where}", "Normal")
    saved = io.BytesIO()
    document.save(saved)
    out.write(_timeless(saved))


class _Page:
    """Paragraphs put at the end of a document. Its own way of adding one looks through all that
    are there, which takes minutes for some thousands."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = document.element.body.sectPr
        self._styles = {style.name: style.style_id for style in document.styles}

    def add(self, text: str, style: str, marks: str = "") -> None:
        """A paragraph in a style, with raised marks after it."""
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph

        element = OxmlElement("w:p")
        element.style = self._styles[style]
        self._end.addprevious(element)
        paragraph = Paragraph(element, self._document)
        paragraph.add_run(clean(text))
        if marks:
            paragraph.add_run(marks).font.superscript = True


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
