"""Pages of invented outlets, shaped as real ones: body, kinds of blocks, metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier import clean, sources
from greffier.lang.fr import FRENCH
from greffier.model.text import BlockKind, Capture, Document, PublishedFrom, Refusal

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> tuple[list[Refusal], Document]:
    (capture,) = sources.captures(str(PAGES / name))
    assert isinstance(capture, Capture)
    *told, found = clean.documents(capture, FRENCH)
    assert isinstance(found, Document)
    return [item for item in told if isinstance(item, Refusal)], found


def lines(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_metadata_of_a_regional_page() -> None:
    told, found = read("regional.html")
    assert not told
    assert found.title == "La criée de Port-Brévan rouvre ses portes"
    assert found.outlet == "Le Phare de l'Estuaire"
    assert (found.published, found.published_from) == ("2023-04-04", PublishedFrom.METADATA)


def test_blocks_of_a_regional_page() -> None:
    _, found = read("regional.html")
    kinds = [block.kind for block in found.blocks]
    assert kinds[:4] == [BlockKind.TITLE, BlockKind.CAPTION, *[BlockKind.PARAGRAPH] * 2]
    assert lines(found, BlockKind.HEADING) == ["Trois mois de travaux"]
    assert lines(found, BlockKind.CAPTION) == [
        "La criée de Port-Brévan, mardi matin. Photo Le Phare",
        "Le maire, Corentin Le Dantec, avec les mareyeurs.",
    ]


@pytest.mark.parametrize(
    "kept",
    ["2,4 millions d’euros, pris", "ouverture des ventes", "sourit Yann Kerbiriou", "Un court"],
)
def test_lists_quotations_and_short_paragraphs_survive(kept: str) -> None:
    assert kept in read("regional.html")[1].text


@pytest.mark.parametrize(
    "left_out", ["cookies", "Partager", "phare de l’île", "Bravo", "Tous droits", "Sports"]
)
def test_the_rest_of_the_page_is_left_out(left_out: str) -> None:
    assert left_out not in read("regional.html")[1].text


def test_a_standfirst_and_a_caption_without_figure_are_put_back() -> None:
    _, found = read("national.html")
    first = [found.text[b.start : b.end] for b in found.blocks[:3]]
    assert first[0] == "Valdorie : le gouvernement retire sa réforme des barrages"
    assert first[1].startswith("Après trois semaines")
    assert first[2].endswith("MILO HARTEK / AFP")
    assert found.published == "2021-11-18"
    assert len(lines(found, BlockKind.BOILERPLATE)) == 2  # a related link, the paywall


def test_an_interview_in_latin_1_keeps_questions_answers_and_line_breaks() -> None:
    _, found = read("interview.html")
    assert found.encoding == "windows-1252"
    assert found.published == "2019-05-06"
    assert "Comment devient-on luthière ?" in found.text
    assert "quatre ans.\nÀ mon retour" in found.text
    assert lines(found, BlockKind.CAPTION) == ["Solange Amiot dans son atelier. © N. Terrier"]
    assert lines(found, BlockKind.BYLINE) == ["Propos recueillis par Noé Terrier"]


def test_a_page_cut_short_is_read_and_told() -> None:
    (told,), found = read("cut.html")
    assert told.partly_read
    assert "ouverture des ventes" in found.text


def test_a_page_reads_the_same_whatever_the_day() -> None:
    page = "<html><body><h1>Le pont ferme</h1><p>Le maire l’a annoncé.</p></body></html>"
    capture = Capture("here", page.encode(), "text/html")
    (found,) = clean.documents(capture, FRENCH)
    assert isinstance(found, Document)
    assert found.published is None
