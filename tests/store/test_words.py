"""Words as they are searched."""

from __future__ import annotations

import pytest

from greffier.store.words import Query, columns, folded, parse, stem


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("L’État, c’est MOI !", ("l", "état", "c", "est", "moi")),
        ("e\u0301te\u0301", ("été",)),
        ("12,5 % à Saint-Jean_des_Prés", ("12", "5", "à", "saint", "jean", "des", "prés")),
        ("", ()),
    ],
)
def test_words_of_a_text(text: str, written: tuple[str, ...]) -> None:
    assert columns(text).written == written


def test_the_three_columns_stand_word_by_word() -> None:
    told = columns("Les sœurs ont déclaré, Ægir aussi")
    assert len(told.written) == len(told.folded) == len(told.stems)
    assert told.folded[1] == "soeurs"
    assert told.folded[4] == "aegir"


@pytest.mark.parametrize(
    ("one", "other"),
    [("députés", "depute"), ("déclaré", "déclarer"), ("œuvre", "oeuvres"), ("grève", "greves")],
)
def test_stems_that_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_folding_leaves_other_scripts_alone() -> None:
    assert folded("لندن") == "لندن"
    assert folded("ÇA") == "ca"


def test_a_query_has_words_and_phrases() -> None:
    asked = parse('port « de la Pêche » "à quai" ouvert')
    assert [f for f, _ in asked.terms] == ["port", "ouvert"]
    assert asked.phrases == (("de", "la", "peche"), ("a", "quai"))
    assert not parse(" ?! ")
    assert Query((), ()).fits("port") is False


def test_a_word_fits_by_its_stem_its_folded_form_or_a_phrase() -> None:
    asked = parse('déclarations "la pêche"')
    assert asked.fits("déclaration")
    assert asked.fits("pêche")
    assert not asked.fits("port")
