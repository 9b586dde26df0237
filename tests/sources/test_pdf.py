"""PDF: lines become paragraphs again, hyphenation is mended, running heads are left out."""

from __future__ import annotations

import io

import pytest
from fpdf import FPDF

from greffier.model.text import Capture, Refusal
from greffier.sources import pdf
from greffier.sources.kinds import Found
from tests.sources import samples

PARAGRAPHS = (
    "Le conseil municipal de Port-Brévan a voté mardi la reprise de la halle à marée par trois "
    "mareyeurs de la commune. La vice-présidente du port, Solène Kerdavid, s'est dite soulagée par "
    "cette décision attendue depuis l'automne.",
    "Les quarante emplois seront gardés. Le maire a rappelé que la commune restait propriétaire "
    "des murs, et qu'elle recevrait un loyer.",
    "« Nous irons peut-être plus loin », a-t-il ajouté, sans donner de date.",
)
LINES = (
    "Le conseil municipal de Port-Brévan a",
    "voté mardi la reprise de la halle à ma-",
    "rée par trois mareyeurs, a annoncé le",
    "maire. La vice-",
    "présidente s'est dite soulagée.",
    "  Les quarante emplois seront gar-",
    "dés, peut-",
    "être plus. Au sud-",
    "ouest du port, on attend.",
)
WRITTEN = [
    "Le conseil municipal de Port-Brévan a voté mardi la reprise de la halle à marée par trois"
    " mareyeurs, a annoncé le maire. La vice-présidente s'est dite soulagée.",
    "Les quarante emplois seront gardés, peut-être plus. Au sud-ouest du port, on attend.",
]


def paragraphs(data: bytes) -> list[str]:
    (found,) = pdf.captures(io.BytesIO(data), "a.pdf")
    assert isinstance(found, Capture), found
    return found.data.decode().split("\n\n")


def columns(made: FPDF, top: float, lines: tuple[str, ...], count: int = 1) -> None:
    """Lines set by hand, as press PDFs do, in columns side by side."""
    made.set_font("Times", size=11)
    for column in range(count):
        for number, line in enumerate(lines):
            indent = 5 if line.startswith(" ") else 0
            made.text(20 + 90 * column + indent, top + 5 * number, line.strip())


@pytest.mark.parametrize("width", [60.0, 80.0, 150.0])
def test_lines_become_paragraphs_again(width: float) -> None:
    assert paragraphs(samples.pdf(*PARAGRAPHS, width=width)) == list(PARAGRAPHS)


def test_words_broken_by_hyphens_are_mended() -> None:
    made = FPDF()
    made.add_page()
    columns(made, 40, LINES)
    assert paragraphs(bytes(made.output())) == WRITTEN


def test_columns_are_read_one_after_the_other_below_a_title() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("Times", "B", 20)
    made.text(20, 28, "La halle change de mains")
    columns(made, 40, LINES, count=2)
    assert paragraphs(bytes(made.output())) == ["La halle change de mains", *WRITTEN, *WRITTEN]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    made = FPDF()
    made.add_page()
    columns(made, 40, LINES[:3])
    made.text(110, 40, "maire de la commune.")
    (paragraph,) = paragraphs(bytes(made.output()))
    assert paragraph.endswith("a annoncé le maire de la commune.")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    made = FPDF()
    for number in range(1, 5):
        made.add_page()
        made.set_font("Times", size=9)
        made.text(20, 12, f"Le Phare de l'Estuaire - mardi 4 mars 2025 - page {number}")
        made.text(100, 285, f"{number}/4")
        columns(made, 40, (f"Premier{number} alinéa de la page,", "qui a deux lignes."))
    found = paragraphs(bytes(made.output()))
    assert found == [f"Premier{n} alinéa de la page, qui a deux lignes." for n in range(1, 5)]


def told(data: bytes) -> str:
    (found,) = refusals(data)
    assert isinstance(found, Refusal)
    assert found.remedy.endswith(".")
    return found.reason


def refusals(data: bytes) -> list[Found]:
    return list(pdf.captures(io.BytesIO(data), "a.pdf"))


def test_a_scan_is_told() -> None:
    made = FPDF()
    made.add_page()
    made.rect(10, 10, 50, 50, style="F")
    assert "scan" in told(bytes(made.output()))


def test_a_locked_pdf_is_told() -> None:
    made = FPDF()
    made.add_page()
    columns(made, 40, LINES)
    made.set_encryption(owner_password="a", user_password="b")
    assert "password" in told(bytes(made.output()))


def test_a_broken_pdf_is_told() -> None:
    assert "broken" in told(b"%PDF-1.7\nnot really")


def test_a_pdf_of_too_many_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    made = FPDF()
    for _ in range(3):
        made.add_page()
        columns(made, 40, LINES)
    assert "3 pages" in told(bytes(made.output()))
