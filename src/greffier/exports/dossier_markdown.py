"""A dossier as Markdown."""

from __future__ import annotations

import re
from typing import BinaryIO

from greffier.exports.dossier import dossier
from greffier.exports.form import Form
from greffier.views import Contents

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write(contents: Contents, out: BinaryIO) -> None:
    told = dossier(contents)
    lines = [f"# {_plain(told.title)}", ""]
    for section in told.sections:
        lines += [f"## {section.title}", ""]
        for line in section.lines:
            marks = "".join(f" [\\[{n}\\]](#p{n})" for n in line.proofs)
            lines.append(f"- {_plain(line.text)}{marks}")
        lines.append("")
    lines += ["## Preuves", ""]
    for proof in told.proofs:
        where = f" <{proof.address}>" if proof.address else ""
        anchor = f'<a id="p{proof.number}"></a>'
        passage = f"« {_plain(proof.passage)} » — {_plain(proof.credit)}"
        lines.append(f"{proof.number}. {anchor}{passage}{where}")
    out.write("\n".join([*lines, ""]).encode())


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


FORM = Form("markdown", "a dossier with numbered proofs, as Markdown", ".md", write)
