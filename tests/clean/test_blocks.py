"""Lines to blocks: place and layout on the page, title, dates, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.clean import document
from greffier.clean.lines import LONGEST_BLOCK
from greffier.lang.fr import FRENCH
from greffier.model.text import Document, Given, PublishedFrom

BODY = (
    "Le maire de Vercourt, Paul Aubrac, a annoncé mardi la fermeture du pont de l’Aulne, jugé "
    "dangereux par les services de l’État depuis l’hiver dernier."
)
MORE = "« Nous n’avons pas le choix », a-t-il expliqué devant la presse locale."
LAST = (
    "Un bac gratuit relie les deux rives depuis jeudi, et les écoliers de Vercourt traversent en "
    "car par le barrage, à vingt kilomètres de là, matin et soir."
)
TITLE = "Le pont de l’Aulne fermé mardi"


def read(*lines: str, outlet: str | None = None, title: str | None = None) -> Document:
    return document("\n\n".join(lines), "here", Given(outlet=outlet, title=title), FRENCH)


def kinds(found: Document) -> list[str]:
    return [str(block.kind) for block in found.blocks]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("Le pont ferme", BODY), 0),
        (("LE RÉVEIL DE L’AULNE", "Le pont ferme", BODY), 1),
        (("POLITIQUE", "Le pont ferme", BODY), 1),
        (("COMMUNIQUÉ DE PRESSE", "Vercourt, le 3 mars 2021", "LE PONT FERME", BODY), 2),
        (("Article réservé aux abonnés", "Le pont ferme", BODY), 1),
        (("Accueil", "Actualités", "Sports", "Le pont ferme", BODY), 3),
        (("Le Réveil de l’Aulne", "Accueil > Ponts", "Le pont ferme", BODY), 2),
        (("Le pont, mardi. (Photo : A. Roux)", "Le pont ferme", BODY), 1),
        (("Le pont ferme au public mardi - Le Réveil", "Le pont ferme au public mardi", BODY), 1),
        (("Le pont de l’Aulne fermé mardi | Le Réveil", "Le Réveil", TITLE, BODY), 2),
        (("Liberté pour le pont", "Partager sur Facebook", "Un chantier long", BODY), 0),
        (("Que faire du pont ?", "Jeanne Morel", BODY), 0),
    ],
)
def test_the_title_is_found(lines: tuple[str, ...], place: int) -> None:
    found = read(*lines)
    assert kinds(found).index("title") == place
    assert found.title == lines[place]


@pytest.mark.parametrize("lines", [(BODY, MORE), ("Le pont ferme mardi.",), (MORE, BODY)])
def test_a_text_may_have_no_title(lines: tuple[str, ...]) -> None:
    assert read(*lines).title is None


def test_a_caption_printed_around_the_title_is_a_caption() -> None:
    caption = "Paul Aubrac devant le pont de l’Aulne, mardi"
    found = read(caption, "Le pont ferme", caption, caption, BODY)
    assert kinds(found)[:4] == ["caption", "title", "caption", "caption"]
    assert [block.repeats for block in found.blocks[:4]] == [None, None, 0, 0]


def test_a_title_printed_again_below_is_a_title() -> None:
    title = "Le pont de l’Aulne ferme mardi"
    found = read(title, "Sur le même sujet : ponts", "Autre pont", title, "12 mars 2017. –", BODY)
    assert (found.title, kinds(found)[3]) == (title, "title")


def test_the_given_outlet_is_no_title() -> None:
    assert read("Ponts et chaussées", "Le pont ferme", BODY, outlet="Ponts et chaussées").title == (
        "Le pont ferme"
    )


def test_what_follows_the_article_is_furniture_but_the_signature() -> None:
    found = read(
        "Le pont ferme", BODY, "J. M.", "Tags", "pont, Aulne", "Articles similaires", "Bac"
    )
    assert kinds(found)[2:] == ["byline", *["boilerplate"] * 4]


def test_readers_comments_are_no_journalism() -> None:
    comment = "Bravo au maire, il fallait le faire depuis longtemps, quel danger pour les enfants !"
    found = read("Le pont ferme", BODY, MORE, "2 commentaires", "Lucien dit :", comment)
    assert kinds(found)[3:] == ["boilerplate"] * 3


def test_a_count_of_comments_above_the_body_hides_nothing() -> None:
    found = read("Le pont ferme", "2 commentaires", BODY, MORE)
    assert kinds(found) == ["title", "boilerplate", "paragraph", "paragraph"]


def test_a_link_within_the_body_hides_only_its_title() -> None:
    found = read("Le pont ferme", BODY, "Lire aussi :", "Un bac gratuit", MORE)
    assert kinds(found)[1:] == ["paragraph", "boilerplate", "boilerplate", "paragraph"]


def test_short_lines_in_a_row_are_a_list_and_not_headings() -> None:
    found = read("Le pont ferme", BODY, "Un bac", "Ont voté", "Paul Aubrac", "Jeanne Roux", LAST)
    assert kinds(found)[2:] == ["paragraph"] * 5
    assert kinds(read("Le pont ferme", BODY, "Un bac", LAST))[2] == "heading"


def test_a_speaker_s_sentences_are_no_heading() -> None:
    found = read("Le pont ferme", BODY, "« Genève est prête »", "« C’est fini. »", BODY)
    assert kinds(found)[2:4] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 16/05/2024 à 06h00", "2024-05-16"),
        ("Publié lundi 16 octobre 2023, 06:45 – Maëlle Rochat", "2023-10-16"),
        ("Mis à jour le 4 mars 2021 | Publié le 3 mars 2021", "2021-03-03"),
        ("Mis à jour le 4 mars 2021 à 9h", "2021-03-04"),
        ("Par Jeanne Morel - 03.03.21", "2021-03-03"),
        ("Vercourt, mercredi 3 mars 2021", "2021-03-03"),
        ("1er mars 2021. –", "2021-03-01"),
        ("Published on March 3, 2021", "2021-03-03"),
        ("Posted 3 Mar 2021 by Jeanne Morel", "2021-03-03"),
        ("2021-03-03", "2021-03-03"),
        ("Accueil > Ponts > Publié le mercredi 3 mars 2021 à 21h30", "2021-03-03"),
        ("Publié le 31/13/2021", None),
        ("Il y a 3 heures", None),
    ],
)
def test_the_day_of_a_byline_is_read(line: str, day: str | None) -> None:
    found = read("Le pont ferme", line, BODY)
    assert found.published == day
    assert found.published_from is (PublishedFrom.TEXT if day else None)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("VERCOURT, 3 mars 2021 (ANP) - ", "2021-03-03"),
        ("Vercourt, le 3 mars 2021 – ", "2021-03-03"),
        ("VERCOURT (ANP), mercredi 3 mars 2021 — ", "2021-03-03"),
        ("VERCOURT, March 3, 2021 (ANP) -- ", "2021-03-03"),
        ("VERCOURT (ANP) - ", None),
        ("Le 3 mars 2021, ", None),
        ("Depuis le 3 mars 2021 et la crue de l’Aulne, ", None),
    ],
)
def test_the_day_of_a_dateline_is_read(opening: str, day: str | None) -> None:
    assert read("Le pont ferme", opening + BODY).published == day


def test_a_date_of_a_chronology_is_no_day_of_publication() -> None:
    found = read("Le pont ferme", BODY, MORE, "12 mars 2017", LAST, "3 mai 2018 – Travaux.")
    assert found.published is None
    assert "byline" not in kinds(found)


def test_a_long_line_is_cut_at_the_end_of_a_sentence() -> None:
    found = read(" ".join([MORE] * 100))
    passages = [found.text[block.start : block.end] for block in found.blocks]
    assert len(passages) > 1
    assert all(passage.endswith("locale.") for passage in passages)


def test_a_line_without_sentences_is_cut_at_spaces() -> None:
    found = read("mot " * LONGEST_BLOCK)
    assert all(block.end - block.start <= LONGEST_BLOCK for block in found.blocks)
    passages = [found.text[block.start : block.end] for block in found.blocks]
    assert " ".join(passages) == ("mot " * LONGEST_BLOCK).strip()


PIECES = st.sampled_from(
    (BODY, MORE, "Le pont ferme", "Partager", "Lire aussi", "Photo A. Roux", "Par Jeanne Morel")
) | st.sampled_from(
    ("2 commentaires", "\r", "\u2028", "\t", "\u00a0", "«", "…", "12 mars 2017", "\x1c", "🌉")
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=12).map("\n".join)


@given(text=TEXTS)
def test_blocks_are_passages_in_order_and_nothing_is_left_out(text: str) -> None:
    found = document(text, "any", Given(), FRENCH)
    end = 0
    for block in found.blocks:
        passage = text[block.start : block.end]
        assert passage
        assert passage == passage.strip()
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()


@given(text=TEXTS)
def test_copies_point_at_their_first(text: str) -> None:
    blocks = document(text, "any", Given(), FRENCH).blocks
    for block in blocks:
        if block.repeats is not None:
            first = blocks[block.repeats]
            assert first.repeats is None
            assert text[first.start : first.end] == text[block.start : block.end]


@given(text=TEXTS)
def test_the_same_text_gives_the_same_blocks(text: str) -> None:
    first = document(text, "any", Given(), FRENCH)
    document("Un tout autre article.", "other", Given(), FRENCH)
    assert document(text, "any", Given(), FRENCH) == first
