"""Exports of press databases, agencies' and libraries' formats, feeds, mail, DOCX: what is taken of
each, and what is told. The files are those of `files/` and of the reference writers."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from greffier import sources
from greffier.model.text import Capture, Refusal
from greffier.sources import streams
from greffier.sources.kinds import Found
from tests.sources import samples


def read(data: bytes, name: str) -> list[Found]:
    stream = streams.buffered(io.BytesIO(data))
    return list(streams.captures(stream, name, name, sources.KINDS))


def captures(found: list[Found]) -> list[Capture]:
    return [item for item in found if isinstance(item, Capture)]


def told(found: list[Found]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Refusal)]


def given(capture: Capture) -> tuple[str | None, str | None, str | None]:
    return capture.given.published, capture.given.outlet, capture.given.title


def text(capture: Capture) -> list[str]:
    return capture.data.decode().split("\n\n")


def test_europresse() -> None:
    found = read(samples.file("europresse.html"), "e.html")
    first, second = captures(found)
    assert first.uri == "e.html#news·20250303·PE·43018_4_1"
    title = "La criée de Port-Brévan change de mains"
    assert given(first) == ("2025-03-03", "Le Phare de l'Estuaire", title)
    assert text(first) == [
        title,
        "Trois mareyeurs reprennent la halle",
        "Solène Kerdavid",
        "La halle à marée de Port-Brévan sera reprise au 1er avril par trois mareyeurs,"
        " a annoncé vendredi le maire, Corentin Le Dantec.",
        "« Nous gardons les quarante emplois », a-t-il déclaré devant le conseil municipal.",
        "La vente porte sur 2,4 millions d’euros, selon la chambre de commerce.",
    ]
    assert given(second)[:2] == ("2025-03-05", "Les Cahiers du Rail")
    assert told(found) == ["an article without text in the export"]


def test_factiva_without_codes() -> None:
    first, second = captures(read(samples.file("factiva.html"), "f.html"))
    assert first.uri == "f.html#COURSA0020250303el330000a"
    title = "Le barrage de Sarnoux sera vidé à l’automne"
    assert given(first) == ("2025-03-03", "Le Courrier de Sarnoux", title)
    assert text(first)[1] == "Par Basile Trémaux"
    assert text(first)[-1] == "Les riverains demandent que les poissons soient déplacés."
    assert given(second)[:2] == ("2025-03-04", "Le Courrier de Sarnoux")


def test_factiva_with_codes() -> None:
    (found,) = captures(read(samples.file("factiva-codes.html"), "f.html"))
    assert given(found)[:2] == ("2025-03-06", "La Marche du Nord")
    assert text(found)[1:] == [
        "Par Odilon Marchais",
        "La maire de Lambrec, Joséphine Ruault, renonce au péage urbain.",
        "« Il était mal compris », a-t-elle admis jeudi.",
        "L’opposition parle d’une « reculade ».",
    ]


def test_a_page_that_only_looks_like_an_export_is_read_as_a_page() -> None:
    data = samples.page("Europresse et Factiva, deux géants").replace(
        b"<title>", b"<title>Europresse, "
    )
    (found,) = captures(read(data, "a.html"))
    assert found.media_type == "text/html"


def test_newsml() -> None:
    found = read(samples.file("newsml.xml"), "n.xml")
    first, second = captures(found)
    assert first.uri == "urn:newsml:aso.example:20250306:418"
    assert given(first) == (
        "2025-03-06",
        "Agence du Sud-Ouest",
        "Moroni : le port rouvre aux ferries",
    )
    assert text(first)[1:] == [
        "Par Saïd Mzimba",
        "MORONI, 6 mars 2025 (ASO) - Le port de Moroni a rouvert jeudi aux ferries.",
        "Le ministre des Transports, Idrissa Mhoma, l’a annoncé à la presse.",
    ]
    assert text(second)[1] == "L’île de Tréhou aura deux bacs cet été,\na promis mardi la région."
    assert told(found) == ["no article but a picture", "canceled by its agency"]


@pytest.mark.parametrize("version", [1, 2])
def test_ninjs(version: int) -> None:
    data = samples.file("ninjs.json")
    if version == 2:
        data = data.replace(
            b'"headline": "Moroni', b'"headlines": [{"role": "main", "value": "Moroni'
        )
        data = data.replace(b'ferries", "byline"', b'ferries"}], "byline"')
        data = data.replace(b'"body_html": ', b'"bodies": [{"contentType": "text/html", "value": ')
        data = data.replace(b'"}\n', b'"}]}\n')
    (found,) = captures(read(data, "n.json"))
    assert given(found)[2] == "Moroni : le port rouvre aux ferries"
    assert len(text(found)) == 4
    assert told(read(data.replace(b"usable", b"withheld"), "n.json")) == ["withheld by its agency"]


def test_tei() -> None:
    first, second = captures(read(samples.file("tei.xml"), "t.xml"))
    assert [first.uri, second.uri] == ["t.xml#a1", "t.xml#a2"]
    assert given(first) == ("1893-04-04", "Le Petit Phare", "Le feu du môle")
    assert text(first)[1:] == [
        "Le feu du môle sera allumé dimanche par M. Théodule Garrec, député, qui a prononcé hier"
        " un discours fort applaudi.",
        "Il en coûtera milles francs, dit-on.",
    ]


def test_tei_without_articles_is_one_text() -> None:
    data = samples.file("tei.xml").replace(b'type="article"', b'type="page"')
    (found,) = captures(read(data, "t.xml"))
    assert found.given.title == "Le Petit Phare, numéro du 4 avril 1893"
    assert "Marché aux chevaux" in text(found)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><TEI><text>&b;</text></TEI>',
        b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI>&x;</TEI>',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(data: bytes) -> None:
    assert told(read(data, "t.xml")) == ["XML that declares entities of its own"]
    rss = data.replace(b"TEI", b"rss")
    assert not captures(read(rss, "r.xml"))


def test_xml_of_another_kind_is_told() -> None:
    (reason,) = told(
        read(b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "a.xml")
    )
    assert "<svg>" in reason


def test_rss_takes_the_longest_text_and_the_day_of_the_outlet() -> None:
    found = read(samples.file("rss.xml"), "r.xml")
    first, second = captures(found)
    assert first.uri == "https://phare.example/culture/musee-du-sel"
    assert given(first) == (
        "2025-03-04",
        "Le Phare de l’Estuaire",
        "Le musée du Sel & des Marais rouvre",
    )
    assert len(text(first)) == 6
    assert told(found) == ["only a summary in the feed"]
    assert text(second)[1] == "Les facteurs demandent deux embauches. Lire la suite…"


def test_atom() -> None:
    found = read(samples.file("atom.xml"), "a.atom")
    (first,) = captures(found)
    assert given(first) == (
        "2025-03-05",
        "Les Cahiers du Rail",
        "Le train de nuit Vercourt-Milan revient",
    )
    assert told(found) == ["only a summary in the feed", "no text in it"]


def test_json_feed() -> None:
    found = read(samples.file("feed.json"), "f.json")
    assert [c.uri for c in captures(found)] == [
        "https://marche.example/peage",
        "https://marche.example/pont",
    ]
    assert told(found)[-1] == "no JSON Feed item"


def test_mail() -> None:
    found = read(samples.file("newsletter.eml"), "m.eml")
    (message,) = captures(found)
    assert given(message) == (
        "2025-03-05",
        "Le Phare de l’Estuaire",
        "La lettre du matin : le musée rouvre",
    )
    assert text(message)[1:] == [
        "Le musée du Sel rouvre",
        "Sa directrice, Hortense Maillard-Diop, l’a annoncé mardi.",
    ]
    assert told(found) == ["attachments left out: programme.pdf"]


def test_a_plain_message_is_unwrapped() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "lettre@phare.example", "Le pont"
    message.set_content(
        "Le pont de Vercourt fermera lundi prochain pour trois semaines de\n"
        "travaux, a annoncé la mairie.\n\n- lundi : fermeture\n- mardi : travaux\n"
    )
    (found,) = captures(read(message.as_bytes(), "m.eml"))
    assert text(found)[1:] == [
        "Le pont de Vercourt fermera lundi prochain pour trois semaines de travaux, a annoncé la"
        " mairie.",
        "- lundi : fermeture\n- mardi : travaux",
    ]


def test_a_box_of_messages() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@phare.example", "Un"
    message.set_content("Avant.\n\nFrom Paris, on part.\n")
    data = samples.box(message.as_bytes(), samples.file("newsletter.eml"))
    first, second = captures(read(data, "b.mbox"))
    assert text(first) == ["Un", "Avant.", "From Paris, on part."]
    assert (first.uri, second.uri) == ("b.mbox#1", "b.mbox#2")


@pytest.mark.parametrize(
    "header",
    [
        "Date: Wed, 05 Mar 99999999999 06:30:00 +0100",
        "Date: hier",
        "Subject: =?utf-9?q?a?=",
        "From: <",
    ],
)
def test_a_header_that_breaks_the_rules_costs_only_itself(header: str) -> None:
    (found,) = captures(read(f"{header}\nX-A: b\n\nLe pont ferme.\n".encode(), "m.eml"))
    assert text(found)[-1] == "Le pont ferme."


def test_docx_paragraphs_and_title() -> None:
    data = samples.document("Le pont ferme.", "Il rouvrira\nen mai.", title="Le pont")
    (found,) = captures(read(data, "a.docx"))
    assert text(found) == ["Le pont", "Le pont ferme.", "Il rouvrira\nen mai."]
    assert found.given.title == "Le pont"


def test_docx_is_read_with_tracked_changes_accepted() -> None:
    data = samples.document("Le pont MARQUE ferme.")
    parts = samples.unzipped(data)
    body = parts["word/document.xml"].decode()
    body = body.replace(
        "MARQUE ",
        "</w:t></w:r><w:del><w:r><w:delText>neuf </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'>vieux </w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'>",
    )
    parts["word/document.xml"] = body.encode()
    (found,) = captures(read(samples.zipped(parts), "a.docx"))
    assert text(found)[-1].replace("pontvieux", "pont vieux") == "Le pont vieux ferme."


def test_a_docx_that_swells_is_told() -> None:
    parts = samples.unzipped(samples.document("Le pont ferme."))
    parts["word/media/a.bin"] = b"\0" * 60_000_000
    (reason,) = told(read(samples.zipped(parts), "a.docx"))
    assert "swells" in reason


@pytest.mark.parametrize("depth", [100_000])
def test_markup_nested_without_end_is_read_or_told(depth: int) -> None:
    html = (
        b"<html><article class='frArticle'><title>Factiva</title>" + b"<div>" * depth + b"Le pont"
    )
    xml = (
        b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
        + b"<div>" * depth
        + b"</div>" * depth
        + b"</TEI>"
    )
    for data, name in ((html, "a.html"), (xml, "a.xml"), (b"[" * depth, "a.json")):
        assert read(data, name)
