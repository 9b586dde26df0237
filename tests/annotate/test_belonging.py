"""Countries that the article makes known, and those that it does not."""

from __future__ import annotations

from greffier.model.reading import Reading
from tests.conftest import ReadText


def _countries(reading: Reading) -> dict[str, str | None]:
    return {e.name: e.country for e in reading.entities}


def test_a_town_of_several_countries_gives_its_country_to_nobody(read_text: ReadText) -> None:
    reading = read_text(
        "À Saint-Louis, Armand Kervoal a défilé. La police de Saint-Louis attend."
        " Le gouverneur de Saint-Louis, Basile Toran, a souri."
    )
    assert set(_countries(reading).values()) == {None}


def test_a_country_named_elsewhere_tells_which_town_is_meant(read_text: ReadText) -> None:
    countries = _countries(read_text("Le Sénégal attend. À Saint-Louis, Awa Diarrou a défilé."))
    assert countries["Saint-Louis"] == "SEN"


def test_a_site_is_where_its_passage_is(read_text: ReadText) -> None:
    countries = _countries(read_text("Le Mali a fermé la prison de Kermadec. Le Mali attend."))
    assert countries["prison de Kermadec"] == "MLI"


def test_the_adjective_before_an_outlets_name_tells_its_country(read_text: ReadText) -> None:
    countries = _countries(read_text("Selon le quotidien malien Kermor Post, le port est fermé."))
    assert countries["Kermor Post"] == "MLI"


def test_a_federal_ministry_is_of_the_federal_state_named(read_text: ReadText) -> None:
    reading = read_text(
        "L'Allemagne aide le Bénin. Le ministère fédéral de la Pêche a livré des bateaux au Bénin."
    )
    assert {c for name, c in _countries(reading).items() if "fédéral" in name} == {"DEU"}
