"""Pronouns and plain nouns given to who they stand for."""

from __future__ import annotations

from greffier.model.reading import Reading
from greffier.model.show import coreference_lines
from tests.conftest import ReadText


def _links(reading: Reading) -> list[str]:
    return [line for rule, line in coreference_lines(reading) if rule.startswith("coreference.")]


def test_a_pronoun_agrees_in_gender(read_text: ReadText) -> None:
    for pronoun, name in (("Elle", "Toran"), ("Il", "Kervoal")):
        reading = read_text(f"Mme Toran a reçu M. Kervoal. {pronoun} a promis une piscine.")
        assert _links(reading) == [f"{pronoun} → {name}"]


def test_the_subject_is_more_prominent_than_the_object(read_text: ReadText) -> None:
    reading = read_text("M. Kervoal a reçu M. Toran. Il a promis une piscine.")
    assert _links(reading) == ["Il → Kervoal"]


def test_a_pronoun_between_marks_is_somebody_elses(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal est venu. « Il pleut et il boude », a dit Basile Toran.")
    assert _links(reading) == []


def test_who_spoke_goes_on_speaking(read_text: ReadText) -> None:
    reading = read_text(
        "« Le pont est sûr », a déclaré Armand Kervoal. « Il rouvrira », a-t-il ajouté."
    )
    assert [line.removeprefix("-t") for line in _links(reading)] == ["-il → Armand Kervoal"]


def test_an_office_stands_for_who_holds_it(read_text: ReadText) -> None:
    reading = read_text(
        "Le préfet Armand Kervoal a reçu le maire Basile Toran. Le préfet a promis une piscine."
    )
    assert _links(reading) == ["préfet → Armand Kervoal"]


def test_an_impersonal_pronoun_stands_for_nobody(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal est venu. Il y a foule. Il faut rouvrir le pont.")
    assert _links(reading) == []


def test_without_anybody_named_nothing_is_linked(read_text: ReadText) -> None:
    assert _links(read_text("Elle a promis une piscine. Il a souri.")) == []


def test_a_woman_named_is_elle_before_a_subject_of_unknown_gender(read_text: ReadText) -> None:
    reading = read_text("Ayokunle Kervoal a reçu Mme Toran. Elle a promis une piscine.")
    assert "Elle → Toran" in _links(reading)


def test_who_is_asked_about_is_not_who_answers(read_text: ReadText) -> None:
    reading = read_text(
        "Armand Kervoal est venu. Interrogé sur Basile Toran, il a promis une piscine."
    )
    assert _links(reading) == ["il → Armand Kervoal"]


def test_what_the_sentence_is_about_is_as_prominent_as_a_subject(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal est venu. Quant à Basile Toran, il a promis une piscine.")
    assert _links(reading) == ["il → Basile Toran"]


def test_a_caption_takes_nobody_farther(read_text: ReadText) -> None:
    reading = read_text(
        "Armand Kervoal est venu.\n\nBasile Toran sur le pont. © Rivage\n\nIl a promis un pont."
    )
    assert "Il → Armand Kervoal" in _links(reading)


def test_an_incise_inside_marks_is_the_journalists(read_text: ReadText) -> None:
    reading = read_text(
        "Armand Kervoal a reçu Basile Toran. « Le pont tiendra, a dit ce dernier. Il est sûr. »"
    )
    assert _links(reading) == ["dernier → Basile Toran"]


def test_a_complement_tells_holders_of_an_office_apart(read_text: ReadText) -> None:
    reading = read_text(
        "Le ministre de la Défense Armand Kervoal a reçu le ministre de la Santé Basile Toran."
        " Le ministre de la Défense a promis un pont."
    )
    assert _links(reading) == ["ministre → Armand Kervoal"]
