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


def test_a_prompt_that_does_not_ask_ends_an_answer(read_text: ReadText) -> None:
    reading = read_text(
        "Le pont, un an après\n\nComment va le pont ?\n\nIl va bien. Je l'ai vu hier.\n\n"
        "J'y retournerai demain.\n\nVotre prédécesseur avait pourtant fermé le pont.\n\n"
        "C'est vrai, je m'en souviens.\n\nQui a payé ?\n\nLa commune.\n\nEt la halle ?\n\n"
        "Elle ouvrira au printemps."
    )
    assert [words for words, _ in _told(reading)] == [
        "Il va bien. Je l'ai vu hier.\n\nJ'y retournerai demain.",
        "C'est vrai, je m'en souviens.",
        "La commune.",
        "Elle ouvrira au printemps.",
    ]


def test_the_last_paragraph_of_a_quotation_tells_its_speaker(read_text: ReadText) -> None:
    reading = read_text(
        "« Le pont est sûr.\n\n« Il rouvrira en mai ! » s’emporte Armand Kervoal, maire."
    )
    assert _told(reading) == [("Le pont est sûr.\n\n« Il rouvrira en mai !", "Armand Kervoal")]


def test_what_is_reported_ends_where_the_journalist_goes_on(read_text: ReadText) -> None:
    for told in (
        "Armand Kervoal affirme que le pont est sûr, mais a confié avoir peur.",
        "Armand Kervoal affirme que le pont est sûr, tout en expliquant avoir peur.",
        "Armand Kervoal affirme que le pont est sûr, comme l'a dit le maire Basile Toran.",
        "Armand Kervoal affirme que le pont est sûr et Basile Toran estime que tout va bien.",
        "Affirmant que le pont est sûr, Armand Kervoal a souri.",
    ):
        assert "le pont est sûr" in [words for words, _ in _told(read_text(told))], told


def test_a_verb_that_reports_nothing_gives_no_quotation(read_text: ReadText) -> None:
    for told in (
        "Rappelons que le pont est fermé.",
        "On note que le pont est fermé.",
        "Il est à noter que le pont est fermé.",
        "Armand Kervoal défend les idées qu'il a toujours eues.",
        "Armand Kervoal n'a confirmé que la fermeture du pont.",
        "Les élus s'inquiètent, alors que le pont est fermé.",
        "Armand Kervoal espère rouvrir le pont.",
    ):
        assert _told(read_text(told)) == [], told


def test_who_says_it_of_whom_one_speaks(read_text: ReadText) -> None:
    for told in (
        "Armand Kervoal a permis à Basile Toran de déclarer que « le pont est sûr ».",
        "Interrogé par Armand Kervoal, qui doutait, Basile Toran a dit que « le pont est sûr ».",
        "« Le pont est sûr », a dit à Armand Kervoal le maire Basile Toran.",
        "Armand Kervoal a reçu Basile Toran, qui a assuré que « le pont est sûr ».",
    ):
        assert _told(read_text(told)) == [
            ("le pont est sûr".capitalize(), "Basile Toran")
        ] or _told(read_text(told)) == [("le pont est sûr", "Basile Toran")], told


def test_a_source_that_tells_what_another_said_relays_it(read_text: ReadText) -> None:
    reading = read_text("« Le pont tiendra », a dit Armand Kervoal, selon l'agence Rivage.")
    quotation = reading.quotations[0]
    assert quotation.speaker is not None
    assert quotation.via is not None
    assert reading.entity(quotation.speaker).name == "Armand Kervoal"
    assert reading.entity(quotation.via).name == "agence Rivage"


def test_an_institution_is_where_it_was_said_and_nobody_spoken_to(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal a affirmé à l'Assemblée nationale que le pont tiendrait.")
    assert [q.addressee for q in reading.quotations] == [None]


def test_a_pronoun_goes_on_with_a_speaker_without_a_name(read_text: ReadText) -> None:
    reading = read_text("« Le pont a tremblé », raconte un riverain. Selon lui, le pont tombera.")
    assert _told(reading) == [("Le pont a tremblé", "riverain"), ("le pont tombera", "riverain")]
