"""The French time grammar, without the parser: what is read, what is left alone, and what holds
of any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.annotate import timexes as stage
from greffier.lang.fr import FRENCH
from greffier.lang.fr import timexes as french
from greffier.model.annotations import Timex
from greffier.model.reading import Reading
from greffier.model.syntax import Morph, Sentence, Token
from greffier.model.text import Block, BlockKind, Document

WORD = re.compile(r"\d+(?:[.,]\d+)*|[\w’'-]*[’']|[\w-]+|[^\w\s]")

_DATE = r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?"
_WEEK = r"(?:\d{4}|XXXX)-W(?:\d\d|XX)(?:-(?:[1-7]|WE))?"
_PART = r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI|Q[1-4X]|H[12X])"
_TIME = r"T(?:[01]\d|2[0-4]):[0-5]\d|T(?:MO|MI|AF|EV|NI)"
_POINT = rf"(?:{_WEEK}|{_PART}|{_DATE}|\d{{3}}X|\d\dXX)"
_LENGTH = r"P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|DE|CE))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
VALUE = re.compile(
    rf"(?:{_POINT}(?:{_TIME})?|{_TIME}|{_POINT}/{_POINT}|{_LENGTH}|(?:PAST|PRESENT|FUTURE)_REF)"
)
"""Every value that a timex may have."""


def read(text: str, published: str | None = None) -> Reading:
    """Reads a text with sentences that have words but no tree."""
    blocks = tuple(
        Block(m.start(), m.end(), BlockKind.PARAGRAPH, "test")
        for m in re.finditer(r"\S[^\n]*(?<=\S)|\S", text)
    )
    sentences = []
    for index, block in enumerate(blocks):
        words = list(WORD.finditer(text, block.start, block.end))
        tokens = tuple(
            Token(
                i, m.start(), m.end(), m[0], m[0].lower().replace("’", "'"), "", "X", "", i, Morph()
            )
            for i, m in enumerate(words)
        )
        if tokens:
            sentences.append(Sentence(index, tokens))
    document = Document("d", "test:", text, "", blocks, published=published)
    return stage.find(Reading(document, tuple(sentences)), FRENCH)


def shown(text: str, published: str | None = "2019-05-06") -> list[str]:
    """`passage = value`; the day of publication, 6 May 2019, is a Monday."""
    reading = read(text, published)
    return [f"{reading.passage(t.span)} = {t.value}" for t in reading.timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LE 1ER DÉCEMBRE 2018", ["LE 1ER DÉCEMBRE 2018 = 2018-12-01"]),
        ("le 1 er decembre 2018", ["le 1 er decembre 2018 = 2018-12-01"]),
        ("le 3\u00a0mai\u202f2017", ["le 3\u00a0mai\u202f2017 = 2017-05-03"]),
        ("le dix-sept mars 2017", ["le dix-sept mars 2017 = 2017-03-17"]),
        ("le 14-Juillet 1998", ["le 14-Juillet 1998 = 1998-07-14"]),
        ("sam. 12 janv. 2019", ["sam. 12 janv. 2019 = 2019-01-12"]),
        ("le 03.05.2017", ["le 03.05.2017 = 2017-05-03"]),
        ("mai 68", ["mai 68 = 1968-05"]),
        ("à la mi-avril", ["la mi-avril = 2019-04"]),
        ("au début du mois d’avril", ["début du mois d’avril = 2019-04"]),
        ("d’ici à fin 2030", ["fin 2030 = 2030"]),
        ("les années 1960", ["les années 1960 = 196X"]),
        ("les années quatre-vingt", ["les années quatre-vingt = 198X"]),
        ("au XXe siècle", ["XXe siècle = 19XX"]),
        ("du 28 avril au 2 mai 2018", ["28 avril au 2 mai 2018 = 2018-04-28/2018-05-02"]),
        ("entre mai 2016 et juin 2017", ["mai 2016 et juin 2017 = 2016-05/2017-06"]),
        (
            "les 4, 5 et 6 mai 2018",
            ["les 4 = 2018-05-04", "5 = 2018-05-05", "6 mai 2018 = 2018-05-06"],
        ),
        ("l’été 2018", ["l’été 2018 = 2018-SU"]),
        ("au second semestre 2018", ["second semestre 2018 = 2018-H2"]),
        ("lundi soir", ["lundi soir = 2019-05-06TEV"]),
        ("dimanche, en fin d’après-midi", ["dimanche, en fin d’après-midi = 2019-05-05TAF"]),
        ("dans la nuit de vendredi à samedi", ["la nuit de vendredi à samedi = 2019-05-03TNI"]),
        ("ce lundi vers 8 h 30", ["ce lundi vers 8 h 30 = 2019-05-06T08:30"]),
        ("à huit heures et demie", ["huit heures et demie = 2019-05-06T08:30"]),
        ("à 6 heures du soir", ["6 heures du soir = 2019-05-06T18:00"]),
        ("le 06/05/2019 à 06h00", ["le 06/05/2019 à 06h00 = 2019-05-06T06:00"]),
        ("A midi", ["midi = 2019-05-06T12:00"]),
        ("la semaine dernière", ["la semaine dernière = 2019-W18"]),
        ("cette année-là", ["cette année-là = 2019"]),
        ("il y a une dizaine d’années", ["il y a une dizaine d’années = 2009"]),
        ("dans quinze jours", ["dans quinze jours = 2019-05-21"]),
        ("depuis un an et demi", ["un an et demi = P1Y6M"]),
        (
            "pendant 2 h 12 ou trois quarts d’heure",
            ["2 h 12 = PT2H12M", "trois quarts d’heure = PT45M"],
        ),
        ("à Noël", ["Noël = 2018-12-25"]),
    ],
)
def test_expressions(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "rue du 11-Novembre",
        "place du 8 mai 1945",
        "tous les lundis, le dimanche et chaque année",
        "trois fois par mois, 80 km par heure",
        "Jeanne Roy, 37 ans, et un garçon de 12 ans",
        "mort à 83 ans",
        "le 20 heures de la chaîne, 24 heures sur 24",
        "plus de 2000 manifestants, 1500 euros, l’article 1792",
        "il a été reçu, il a passé la main",
        "Mars attire les robots",
        "son ascension a surpris",
        "un score de 3-2, une cote de 10/12",
        "le Midi, la bande des quatre",
        "il y a peu de chances",
    ],
)
def test_no_expressions(text: str) -> None:
    assert shown(text) == []


def test_every_rule_is_known_by_one_name() -> None:
    names = [rule.name for rule in french.RULES]
    assert len(names) == len(set(names))
    assert all(name.startswith("timexes.") for name in names)


PIECES = st.sampled_from(
    [
        "le",
        "lundi",
        "3",
        "mai",
        "2019",
        "mardi",
        "dernier",
        "prochain",
        "ce",
        "cette",
        "nuit",
        "soir",
        "matin",
        "à",
        "vers",
        "14",
        "heures",
        "18h30",
        "midi\n",
        "",
        "",
        "",
        "janvier",
        "févr.",
        "12/05/2018",
        "31/02",
        "2016",
        "années",
        "90",
        "XIXe",
        "siècle",
        "il",
        "y",
        "a",
        "trois",
        "ans",
        "jours",
        "plus",
        "tard",
        "hier\n",
        "",
        "",
        "",
        "demain",
        "la",
        "veille",
        "lendemain",
        "du",
        "au",
        "entre",
        "et",
        "de",
        "l’été",
        "hiver",
        "trimestre",
        "premier",
        "fin",
        "début",
        "mi-avril\n",
        "",
        "",
        "",
        "deux",
        "semaines",
        "par",
        "mois",
        "Pâques",
        "récemment",
        "désormais",
        "99",
        "30",
        "février",
        ",",
        ".",
        "(",
        ")",
        "«",
        "»",
        "\n",
        "aujourd’hui",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)
PUBLISHED = st.one_of(st.none(), st.dates().map(str))


@given(TEXTS, PUBLISHED)
def test_what_holds_of_any_text(text: str, published: str | None) -> None:
    timexes = read(text, published).timexes
    end = 0
    for timex in timexes:
        assert end <= timex.start < timex.end <= len(text)
        assert VALUE.fullmatch(timex.value), timex
        end = timex.end
    assert read(text, published).timexes == timexes


@given(TEXTS)
def test_knowing_the_publication_only_makes_values_fuller(text: str) -> None:
    without, known = read(text).timexes, read(text, "2019-05-06").timexes
    assert [t.span for t in without] == [t.span for t in known]
    assert all(_unknown(b) <= _unknown(a) for a, b in zip(without, known, strict=True))


def _unknown(timex: Timex) -> int:
    return 0 if timex.value.startswith("P") else timex.value.count("X")
