"""Numbers in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.lang.fr.numbers import Form, number_at, numbers_in, roman

CARDINALS = {
    "zéro": 0,
    "une": 1,
    "dix-sept": 17,
    "dix sept": 17,
    "vingt et un": 21,
    "vingt-et-un": 21,
    "vingt trois": 23,
    "trente-trois": 33,
    "soixante et onze": 71,
    "soixante-dix-huit": 78,
    "quatre-vingts": 80,
    "quatre vingt deux": 82,
    "quatre-vingt-onze": 91,
    "quatre-vingt-dix-neuf": 99,
    "septante et un": 71,
    "huitante-cinq": 85,
    "nonante-neuf": 99,
    "cent": 100,
    "cent un": 101,
    "deux cents": 200,
    "trois cent quarante-deux": 342,
    "mille": 1000,
    "mille deux cents": 1200,
    "quatre mille vingt": 4020,
    "deux mille dix-sept": 2017,
    "mil neuf cent quarante": 1940,
    "dix-neuf cent quatorze": 1914,
    "quatre-vingt mille": 80_000,
    "deux millions trois cent mille": 2_300_000,
    "un milliard": 1_000_000_000,
    "cent mille milliards": 10**14,
    "deux millions et demi": 2_500_000,
    "1": 1,
    "1 000": 1000,
    "1\u00a0000": 1000,
    "1\u202f200\u202f000": 1_200_000,
    "1.000": 1000,
    "1.200.000": 1_200_000,
    "1’500": 1500,
    "3,5": 3.5,
    "3.5": 3.5,
    "17,25": 17.25,
    "6 700,54": 6700.54,
    "1.234,5": 1234.5,
    "100000": 100_000,
    "3,5 milliards": 3_500_000_000,
    "1,2 million": 1_200_000,
    "300 mille": 300_000,
    "10 000 milliards": 10**13,
}

ORDINALS = {
    "premier": 1,
    "PREMIÈRE": 1,
    "Première": 1,
    "seconde": 2,
    "troisième": 3,
    "deuxieme": 2,
    "cinquième": 5,
    "neuvième": 9,
    "quatrième": 4,
    "vingt et unième": 21,
    "dix-septième": 17,
    "quatre-vingtième": 80,
    "centième": 100,
    "1er": 1,
    "1ère": 1,
    "2e": 2,
    "11ème": 11,
}

COLLECTIVES = {
    "une dizaine": 10,
    "deux douzaines": 24,
    "une demi-douzaine": 6,
    "une centaine": 100,
    "une centaine de milliers": 100_000,
    "2 milliers": 2000,
    "un millier": 1000,
}


@pytest.mark.parametrize(("text", "value"), CARDINALS.items())
def test_cardinals(text: str, value: float) -> None:
    number = number_at(text)
    assert number is not None
    assert (number.end, number.value) == (len(text), value)


@pytest.mark.parametrize(("text", "value"), ORDINALS.items())
def test_ordinals(text: str, value: float) -> None:
    number = number_at(text)
    assert number is not None
    assert (number.end, number.value, number.form) == (len(text), value, Form.ORDINAL)


@pytest.mark.parametrize(("text", "value"), COLLECTIVES.items())
def test_collectives(text: str, value: float) -> None:
    number = number_at(text)
    assert number is not None
    assert (number.end, number.value, number.form) == (len(text), value, Form.COLLECTIVE)


@pytest.mark.parametrize(
    ("text", "value"), [("deux tiers", 2 / 3), ("trois quarts", 0.75), ("neuf dixièmes", 0.9)]
)
def test_fractions(text: str, value: float) -> None:
    number = number_at(text)
    assert number is not None
    assert number.form is Form.FRACTION
    assert number.value == pytest.approx(value)


def test_roman_centuries() -> None:
    number = number_at("XIXe siècle")
    assert number is not None
    assert (number.value, number.end, number.form) == (19, 4, Form.ROMAN)
    assert [roman(w) for w in ("XXI", "IV", "IIX", "MCMXLV")] == [21, 4, None, 1945]


@pytest.mark.parametrize(
    "text", ["été", "centre", "millet", "uni", "dixit", "et demi", "Le", "Vient"]
)
def test_no_number(text: str) -> None:
    assert number_at(text) is None


def test_numbers_stop_where_they_should() -> None:
    text = "En 2017, 300 soldats et vingt et un marins (deux, trois navires) le 3.10.2020"
    assert [n.value for n in numbers_in(text)] == [2017, 300, 21, 2, 3, 3.10]


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [n.value for n in numbers_in("deux trois minutes")] == [2, 3]
    assert [n.value for n in numbers_in("vingt trente")] == [20, 30]


@given(st.text(alphabet="deux cent mille-vgtqar1230,.e ’XIV", max_size=40))
def test_spans_stay_in_the_text_and_in_order(text: str) -> None:
    end = 0
    for number in numbers_in(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
