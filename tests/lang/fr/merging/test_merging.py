"""What French tells merging: words, bodies, offices, places, what is counted."""

from __future__ import annotations

import pytest

from greffier.lang.fr.merging import MERGING


def test_words_are_stems_of_content_words_in_order() -> None:
    assert MERGING.words("Les digues ont cédé dans la nuit") == ("digu", "ced", "nuit")


def test_common_stems_weigh_less_than_rare_ones() -> None:
    common, rare = MERGING.words("président palplanche")
    assert MERGING.weight(common) < 0.5 < MERGING.weight(rare)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("forces armées syriennes", "SYR"), ("l’armée syrienne", "SYR")),
        (("gouvernement sud-soudanais", "SSD"), ("autorités", "SSD")),
        (("l’agence Marvela", None), ("Marvela", None)),
        (("ONU", None), ("Organisation des Nations unies", None)),
    ],
)
def test_names_of_one_body(one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    assert MERGING.body(*one) == MERGING.body(*other)


def test_another_country_stays_in_the_name() -> None:
    assert MERGING.body("armée syrienne", "IRQ") != MERGING.body("armée", "IRQ")


@pytest.mark.parametrize(
    ("name", "vague"), [("ministère de la Santé", True), ("police", True), ("Marvela", False)]
)
def test_vague_bodies_fit_every_country(name: str, vague: bool) -> None:
    assert MERGING.is_vague(MERGING.body(name, None)) == vague


def test_offices_have_one_spelling() -> None:
    assert MERGING.office("cheffe de la diplomatie") == MERGING.office(
        "ministre des Affaires étrangères"
    )
    assert MERGING.office("chef de l’État") != MERGING.office("chef d’état-major")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("province d’Idleb", (("idleb",),)),
        ("lac Tchad", (("lac", "tchad"), ("tchad",))),
        ("Varno", (("varno",),)),
    ],
)
def test_places_without_what_they_are(name: str, told: tuple[tuple[str, ...], ...]) -> None:
    assert MERGING.place(name) == told


@pytest.mark.parametrize(
    ("before", "text", "after", "unit", "counts"),
    [
        ("La crue a fait ", "12 morts", "", "morts", "dead"),
        ("La crue a tué ", "12 personnes", " et blessé des enfants", "personnes", "dead"),
        ("La crue a fait dix morts et déplacé ", "300 habitants", "", "habitants", "displaced"),
        ("Une amende de ", "80 000 €", "", None, "money euro"),
        ("Soit ", "quelque 4 milliards $ US", " de produits", "US", "money dollar"),
        ("Une hausse de ", "15 %", "", None, "share"),
        ("Il a livré ", "40 tonnes de sorgho", "", "tonnes de sorgho", "ton"),
        ("Le village a ", "900 habitants", "", "habitants", "people"),
    ],
)
def test_what_is_counted(before: str, text: str, after: str, unit: str | None, counts: str) -> None:
    assert MERGING.counted(unit, text, before, after) == counts


@pytest.mark.parametrize(
    ("between", "rights"),
    [(", et non ", True), (" CFA (et non ", True), (" au lieu de ", True), (" et ", False)],
)
def test_what_puts_a_figure_right(between: str, rights: bool) -> None:
    assert MERGING.replaces(between) == rights


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("VARNO, 3 mai 2021 (AQM) - La digue de Varno a cédé", "AQM"),
        ("Par la rédaction (avec AQM)", "AQM"),
        ("© AQM. Tous droits de reproduction réservés.", "AQM"),
        ("Source : Reuters", "REUTERS"),
        ("L’Organisation des digues (ODN) a répondu", None),
        ("Le maire a discuté avec EDF", None),
        ("MENU", None),
    ],
)
def test_agencies_credited(line: str, agency: str | None) -> None:
    assert MERGING.credit(line) == agency
