"""The language of a text, or null: a text is refused only when it is surely in another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.lang.profiles import recognise

TOLD = {
    "fr": "Le maire a dit que la fermeture du pont sera longue pour les gens qui sont au village, "
    "et que des cars passeront par le barrage avec les écoliers.",
    "en": "The mayor said that the closing of the bridge will be long for the people of the town.",
    "es": "El alcalde dijo que el cierre del puente será muy largo para los vecinos, pero según él "
    "las obras son urgentes y también fue un invierno sin tregua desde enero.",
    "it": "Il sindaco ha detto che gli abitanti della città non sono contenti, ma il ponte è stato "
    "chiuso anche dopo una piena del fiume e nella valle sono arrivati gli operai.",
    "pt": "O prefeito disse que os moradores não foram avisados, mas a ponte foi fechada pela "
    "defesa civil e também ele não sabe quando as obras da via são mais seguras.",
    "de": "Der Bürgermeister hat gesagt, dass die Brücke für uns nicht mehr offen ist und wird.",
    "nl": "De man heeft gezegd dat de brug voor het dorp niet meer open is en dat het zo blijft.",
    "ar": "قال رئيس البلدية إن الجسر سيغلق أمام السكان لمدة طويلة",
    "ru": "Мэр сказал, что мост будет закрыт надолго для всех жителей",
    "zh": "市长说，大桥将对所有居民长期关闭，具体时间另行通知，请大家耐心等待",
}


@pytest.mark.parametrize("language", TOLD)
def test_the_language_is_told(language: str) -> None:
    assert recognise(TOLD[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "42", "Le pont ferme.", "Jean-Luc Aubrac", "Leave a Reply. Your email address.", "لندن"],
)
def test_a_short_text_is_not_judged(text: str) -> None:
    assert recognise(text) is None


def test_french_that_quotes_english_is_not_refused() -> None:
    text = "« The bridge is closed and it will be for the people », a dit le maire de la ville aux "
    assert recognise(text + "élus, qui ne sont pas contents des services de l’État.") in (
        "fr",
        None,
    )


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert recognise(text) is None or recognise(text).isalpha()  # type: ignore[union-attr]
