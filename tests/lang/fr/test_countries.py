"""Countries by their names, demonyms and capitals."""

from __future__ import annotations

import pytest

from greffier.lang.fr.entities.countries import (
    body_at,
    countries,
    country_named,
    country_of_demonym,
    demonym_forms,
    government_at,
    is_seat,
)


@pytest.mark.parametrize(
    ("masculine", "forms"),
    [
        ("malien", {"malien", "maliens", "malienne", "maliennes"}),
        ("français", {"français", "française", "françaises"}),
        ("suédois", {"suédois", "suédoise", "suédoises"}),
        ("grec", {"grec", "grecs", "grecque", "grecques"}),
        ("turc", {"turc", "turcs", "turque", "turques"}),
        ("letton", {"letton", "lettons", "lettonne", "lettonnes"}),
        ("belge", {"belge", "belges"}),
        ("allemand", {"allemand", "allemands", "allemande", "allemandes"}),
    ],
)
def test_forms_of_a_demonym(masculine: str, forms: set[str]) -> None:
    assert set(demonym_forms(masculine)) == forms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("l'Irak", "IRQ"),
        ("l’Irak", "IRQ"),
        ("Etats-Unis", "USA"),
        ("les États-Unis", "USA"),
        ("Émirats arabes unis", "ARE"),
        ("EAU", "ARE"),
        ("l’Eau", None),
        ("l'eau", None),
        ("Kermina", None),
        ("", None),
    ],
)
def test_names_and_acronyms_that_are_also_words(text: str, code: str | None) -> None:
    assert country_named(text) == code


def test_demonyms_have_a_country_and_compounds_have_none() -> None:
    assert country_of_demonym("maliennes") == "MLI"
    assert country_of_demonym("Tadjiks") == "TJK"
    assert country_of_demonym("gréco-turc") is None


def test_capitals_and_addresses_stand_for_who_governs_there() -> None:
    assert government_at("Bamako") == "MLI"
    assert government_at("la Maison-Blanche") == "USA"
    assert is_seat("la Maison-Blanche")
    assert not is_seat("Bamako")
    assert body_at("Bercy") == "FRA"


def test_codes_are_iso_alpha_3() -> None:
    known = countries()
    codes = {*known.names.values(), *known.demonyms.values(), *known.capitals.values()}
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in codes)
