"""A dossier on a person, in the three forms in which it is written."""

from __future__ import annotations

import io
import re

import docx
import pytest
from lxml import html

from greffier.exports import dossier_docx, dossier_html, dossier_markdown
from greffier.exports.dossier import Dossier, Line, Section, dossier
from greffier.exports.form import Form
from greffier.store import Store
from greffier.views import Contents, Filter, named


@pytest.fixture(scope="module")
def asked(demo_store: Store) -> Contents:
    row = named(demo_store, "Aïssatou Wade")
    assert row is not None
    return Contents(demo_store, Filter(who=(row.id,)))


@pytest.fixture(scope="module")
def told(asked: Contents) -> Dossier:
    return dossier(asked)


def written(form: Form, contents: Contents) -> bytes:
    out = io.BytesIO()
    form.write(contents, out)
    return out.getvalue()


def test_it_is_on_whom_it_is_asked_for(told: Dossier) -> None:
    assert told.title == "Aïssatou Wade"
    titles = [section.title for section in told.sections]
    assert titles[0] == "Qui"
    assert "Propos" in titles


def test_every_line_but_offices_has_a_proof(told: Dossier) -> None:
    lines = [line for section in told.sections if section.title != "Qui" for line in section.lines]
    assert all(line.proofs or "[" in line.text for line in lines)
    numbers = [proof.number for proof in told.proofs]
    assert numbers == list(range(1, len(numbers) + 1)) != []
    assert {number for line in lines for number in line.proofs} <= set(numbers)


def test_proofs_stand_in_the_articles(asked: Contents, told: Dossier) -> None:
    texts = [" ".join(r.document.text.split()) for r, _, _ in asked.readings()]
    for proof in told.proofs:
        assert any(proof.passage in text for text in texts)


def test_markdown_leads_to_its_proofs(asked: Contents, told: Dossier) -> None:
    text = written(dossier_markdown.FORM, asked).decode()
    assert set(re.findall(r"\(#(p\d+)\)", text)) <= set(re.findall(r'<a id="(p\d+)">', text))
    assert text.count("<a id=") == len(told.proofs)


def test_html_leads_to_its_proofs(asked: Contents, told: Dossier) -> None:
    page = html.fromstring(written(dossier_html.FORM, asked).decode())
    links = {str(link) for link in page.xpath("//a/@href") if str(link).startswith("#")}
    assert links <= {f"#{id}" for id in page.xpath("//li/@id")}
    assert len(page.xpath("//ol/li")) == len(told.proofs)


def test_what_an_article_holds_is_no_html() -> None:
    line = Line("<script>alert(1)</script>", (1,))
    page = dossier_html.page(Dossier("<b>", (Section("Propos", (line,)),), ()))
    assert "<script>" not in page
    assert "<b>" not in page


def test_word_has_every_line(asked: Contents, told: Dossier) -> None:
    document = docx.Document(io.BytesIO(written(dossier_docx.FORM, asked)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for section in told.sections:
        assert all(line.text in text for line in section.lines)
    assert all(proof.passage in text for proof in told.proofs)
