"""Towns found by name in the sorted file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.lang.fr.entities.gazetteer import PLACES, folded, towns

EVERY = 997
"""One line in so many is looked up: a prime, so that no pattern of the file is followed."""


def _lines() -> list[str]:
    return PLACES.read_text(encoding="utf-8").splitlines()


def test_every_sampled_town_is_found_with_its_number() -> None:
    lines = _lines()
    for line in [*lines[::EVERY], lines[0], lines[-1]]:
        name, number, country, *_ = line.split("\t")
        found = {(town.geonames_id, town.country) for town in towns(name)}
        if len(name.encode()) > 1:
            assert (int(number), country) in found, name


def test_the_file_is_sorted_as_the_search_needs() -> None:
    keys = [line.partition("\t")[0].encode() + b"\t" for line in _lines()]
    assert keys == sorted(keys)


def test_names_that_are_no_towns_give_nothing() -> None:
    for name in ("", "Zzyzxqw", "\t", "\n", "Kermina sur Lune", "🐟"):
        assert towns(name) == ()


def test_spelling_does_not_matter_and_the_largest_comes_first() -> None:
    assert towns("Saint-Étienne") == towns("saint etienne") != ()
    people = [town.population for town in towns("Paris")]
    assert people == sorted(people, reverse=True)


@given(st.text(max_size=30))
def test_any_name_can_be_looked_up(name: str) -> None:
    assert isinstance(towns(name), tuple)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=30))
def test_a_folded_latin_name_folds_to_itself(name: str) -> None:
    assert folded(folded(name)) == folded(name)
