"""Readings and records in the forms that people and programs read; one file per form.

`FORMS` are those of `greffier export`: each is handed a `Contents` and writes a file or a folder.
"""

from __future__ import annotations

from greffier.exports import (
    dossier_docx,
    dossier_html,
    dossier_markdown,
    ftm,
    gexf,
    graphml,
    ical,
    package,
    plover,
    polecat,
    rdf,
    readings,
    references,
    tei,
    timelinejs,
)
from greffier.exports.form import FolderForm, Form

__all__ = ["FORMS", "FolderForm", "Form"]

FORMS: tuple[Form | FolderForm, ...] = (
    readings.FORM,
    package.FORM,
    rdf.TURTLE,
    rdf.N_QUADS,
    rdf.JSON_LD,
    gexf.FORM,
    graphml.FORM,
    polecat.FORM,
    plover.FORM,
    references.CSL,
    references.RIS,
    references.BIBTEX,
    timelinejs.FORM,
    ical.FORM,
    tei.FORM,
    ftm.FORM,
    dossier_markdown.FORM,
    dossier_html.FORM,
    dossier_docx.FORM,
)
