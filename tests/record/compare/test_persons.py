"""Persons' names: what is one name, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.record.compare import persons
from greffier.record.compare.names import parse
from greffier.record.policy import SAME_NAME, SURE_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Youssef al-Khatib", "Yusuf El Khatib"),
        ("Othman Benqadi", "Osman Benkadi"),
        ("Mohammed ben Rachid", "Muhammad bin Rashid"),
        ("Mme Élise Vauquelin", "Elise VAUQUELIN"),
        ("BEN TAREK, Salima", "Salima Ben Tarek"),
        ("J.-P. Morvan", "Jean-Pierre Morvan"),
        ("Andreï Zaroubine", "Andrei Zarubine"),
        ("Luis Ferrer", "Luis Antonio Ferrer"),
        ("Kossi Lwanga", "Kossi Luanga"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert persons.compare(one, other).score >= SAME_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samir Qodmani", "Amal Qodmani"),
        ("Bachir Daoudi", "Bachar Daoudi"),
        ("Paul Lemarchand", "Paule Lemarchand"),
        ("Hassan Tabrizi", "Hossein Tabrizi"),
        ("Ali Rezgui", "Adi Rezgui"),
        ("Martin Hugues", "Hugues Martin"),
        ("Ion Pavlescu", "Ion Pavlov"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert persons.compare(one, other).score < SAME_NAME


def test_a_surname_alone_is_never_sure() -> None:
    likeness = persons.compare("Zaroubine", "Andreï Zaroubine")
    assert 0 < likeness.score < SAME_NAME
    assert [r.feature for r in likeness.reasons] == ["surname alone"]


def test_every_likeness_tells_its_reasons() -> None:
    likeness = persons.compare("Youssef al-Khatib", "Yusuf El Khatib")
    assert likeness.score >= SURE_NAME
    assert [r.feature for r in likeness.reasons] == ["variant", "same word"]


def test_civilities_and_particles_are_no_words_of_a_name() -> None:
    assert parse("M. le président Hervé de La Tour").words == ("herve", "tour")


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_is_symmetric(one: str, other: str) -> None:
    assert persons.compare(one, other).score == persons.compare(other, one).score


@given(st.text(max_size=30))
def test_a_name_is_like_itself(name: str) -> None:
    score = persons.compare(name, name).score
    assert score == (1.0 if parse(name).words else 0.0)
