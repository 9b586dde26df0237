"""Who said what, where the layout or nested marks make it hard."""

from __future__ import annotations

from greffier.model.annotations import QuotationKind
from greffier.model.reading import Reading
from tests.conftest import ReadText


def _told(reading: Reading) -> list[tuple[str, str | None]]:
    """Each quotation's words and the name of its speaker."""
    return [
        (reading.passage(q.span), reading.entity(q.speaker).name if q.speaker else None)
        for q in reading.quotations
    ]


def test_paragraphs_that_each_open_marks_are_one_quotation(read_text: ReadText) -> None:
    reading = read_text(
        "Armand Kervoal a déclaré :\n\n« Le pont est sûr.\n\n« Il rouvrira en mai. »"
    )
    assert _told(reading) == [
        ("Le pont est sûr.\n\n« Il rouvrira en mai.", "Armand Kervoal"),
    ]


def test_words_quoted_inside_a_quotation_are_part_of_it(read_text: ReadText) -> None:
    reading = read_text("« Il a crié “Partez d’ici” à la foule », a raconté Armand Kervoal.")
    assert _told(reading) == [("Il a crié “Partez d’ici” à la foule", "Armand Kervoal")]


def test_marks_of_any_style_tell_the_same(read_text: ReadText) -> None:
    for opening, closing in (("« ", " »"), ("“", "”"), ('"', '"'), ("«\u202f", "\u202f»")):
        words = f"{opening}Le pont rouvrira en mai{closing}"
        reading = read_text(f"{words}, a déclaré Armand Kervoal.")
        assert _told(reading) == [("Le pont rouvrira en mai", "Armand Kervoal")]


def test_each_answer_of_an_interview_is_a_quotation(read_text: ReadText) -> None:
    answers = ("Le pont va bien.", "La commune a tout payé.", "La halle ouvrira au printemps.")
    reading = read_text(
        "Le pont, un an après\n\nUne association a répondu par écrit.\n\n"
        f"Comment va le pont ?\n\n{answers[0]}\n\n"
        f"Qui a payé les travaux ?\n\n{answers[1]}\n\n"
        f"Quand ouvrira la halle ?\n\n{answers[2]}"
    )
    assert [words for words, _ in _told(reading)] == list(answers)
    assert {q.kind for q in reading.quotations} == {QuotationKind.DIRECT}


def test_reported_speech_with_marked_words_is_mixed(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal a déclaré que le pont restait « un ouvrage sûr ».")
    assert [q.kind for q in reading.quotations] == [QuotationKind.MIXED]


def test_titles_and_scare_quotes_are_no_quotations(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal a lu « Le Pont des larmes » puis « L'Étang ».")
    assert reading.quotations == ()
