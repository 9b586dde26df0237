"""Articles as references, by readers of RIS and BibTeX."""

from __future__ import annotations

import io
import json

import bibtexparser
import pytest
import rispy

from greffier.exports import references
from greffier.exports.form import Form
from greffier.views import Contents
from greffier.views.shown import ArticleRef

HARD = ArticleRef(
    "d-1", "https://outlet.example/a_b?c=1", "L’Écho & Cie", "50 % {de} $ #1\n_x", "2021-04"
)


def told(form: Form, contents: Contents) -> str:
    out = io.BytesIO()
    form.write(contents, out)
    return out.getvalue().decode()


@pytest.fixture(scope="module")
def articles(contents: Contents) -> list[ArticleRef]:
    return list(contents.articles())


def test_csl_has_every_article(contents: Contents, articles: list[ArticleRef]) -> None:
    items = json.loads(told(references.CSL, contents))
    assert [item["id"] for item in items] == [one.document for one in articles]
    assert [item.get("title") for item in items] == [one.title for one in articles]


def test_rispy_reads_every_article(contents: Contents, articles: list[ArticleRef]) -> None:
    items = rispy.loads(told(references.RIS, contents))
    assert [item["id"] for item in items] == [one.document for one in articles]
    assert [item.get("title") for item in items] == [one.title for one in articles]
    assert {item["type_of_reference"] for item in items} == {"NEWS"}


def test_bibtexparser_reads_every_article(contents: Contents, articles: list[ArticleRef]) -> None:
    read = bibtexparser.parse_string(told(references.BIBTEX, contents))
    assert not read.failed_blocks
    assert [item.key for item in read.entries] == [one.document for one in articles]
    assert [item["title"] for item in read.entries] == [one.title for one in articles]


def test_signs_of_tex_are_escaped() -> None:
    (item,) = bibtexparser.parse_string(references.bibtex(HARD)).entries
    assert item["title"] == r"50 \% \{de\} \$ \#1 \_x"
    assert item["journal"] == r"L’Écho \& Cie"
    assert item["year"] == "2021"


def test_a_month_is_a_month_in_ris() -> None:
    (item,) = rispy.loads(references.ris(HARD))
    assert item["date"] == "2021/04//"
