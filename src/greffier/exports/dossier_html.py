"""A dossier as one HTML page that needs nothing else."""

from __future__ import annotations

from html import escape
from typing import BinaryIO

from greffier.exports.dossier import Dossier, Line, Proof, dossier
from greffier.exports.form import Form
from greffier.views import Contents

STYLE = (
    "body{font:1rem/1.5 serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
    ":target{background:#fd8}"
)


def write(contents: Contents, out: BinaryIO) -> None:
    out.write(page(dossier(contents)).encode())


def page(told: Dossier) -> str:
    """The whole page."""
    title = escape(told.title)
    sections = "".join(
        f"<section><h2>{escape(s.title)}</h2>\n<ul>\n"
        f"{''.join(map(_line, s.lines))}</ul></section>\n"
        for s in told.sections
    )
    return (
        f'<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head>\n<body><h1>{title}</h1>\n{sections}"
        f"<section><h2>Preuves</h2>\n<ol>\n{''.join(map(_proof, told.proofs))}</ol></section>\n"
        "</body></html>\n"
    )


def _line(line: Line) -> str:
    marks = "".join(f' <a href="#p{n}">[{n}]</a>' for n in line.proofs)
    return f"<li>{escape(line.text)}{marks}</li>\n"


def _proof(proof: Proof) -> str:
    credit = escape(proof.credit)
    if proof.address:
        credit = f'<a href="{escape(proof.address)}">{credit}</a>'
    return f'<li id="p{proof.number}">« {escape(proof.passage)} » — {credit}</li>\n'


FORM = Form("html", "a dossier with numbered proofs, as one HTML page", ".html", write)
