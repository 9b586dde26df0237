"""Tables: columns guessed, shown and named by hand; days as French tables write them."""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path

import pytest

from greffier import sources
from greffier.model.text import Capture, Refusal
from greffier.sources.kinds import Found
from greffier.sources.parts.columns import FIELDS, NONE_ASKED, Asked
from greffier.sources.parts.days import day
from tests.sources import samples

LONG = "Le pont de Vercourt ferme lundi pour trois semaines de travaux, a annoncé la mairie. " * 4


def read(data: bytes, name: str = "a.csv", asked: Asked = NONE_ASKED) -> list[Found]:
    kind = next(k for k in sources.all_kinds(asked) if name.endswith(k.suffixes))
    return list(kind.captures(BytesIO(data), name))


def captures(found: list[Found]) -> list[Capture]:
    return [item for item in found if isinstance(item, Capture)]


def told(found: list[Found]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Refusal)]


def texts(found: list[Found]) -> list[str]:
    return [capture.data.decode() for capture in captures(found)]


def test_columns_are_guessed_and_shown() -> None:
    found = read(samples.file("table.csv"))
    first = captures(found)[0]
    assert told(found)[0] == (
        "columns taken: text = Texte intégral, title = Titre, published = Date de publication,"
        " outlet = Source, uri = URL"
    )
    assert first.uri == "https://phare.example/pont"
    assert first.given.published == "2023-04-03"
    assert (first.given.outlet, first.given.title) == ("Le Phare", "Le pont ferme")
    assert texts(found)[0].endswith("l’a dit.\n\nIl rouvrira en mai.")
    assert told(found)[1:] == [
        "a row without text",
        "published '13/25/2023' is not a date, and was left out",
    ]


def test_columns_may_be_named() -> None:
    data = b"a,b,text\nLe pont ferme.,Le Phare,autre chose\n"
    (found,) = captures(read(data, asked={"text": "a", "outlet": "b"}))
    assert (found.data, found.given.outlet) == (b"Le pont ferme.", "Le Phare")
    (reason,) = told(read(data, asked={"text": "z"}))
    assert reason == "no column text = z"


def test_a_column_of_long_cells_is_taken_for_the_text() -> None:
    data = f"num;resume;x\n1;court;{LONG}\n2;court;{LONG}\n".encode()
    found = read(data)
    assert told(found) == ["columns taken: text = x"]
    assert texts(found) == [LONG.strip()] * 2 or texts(found) == [LONG] * 2


def test_a_table_without_text_is_told_with_its_columns() -> None:
    (found,) = read(b"nom,age\nAnna,3\n")
    assert isinstance(found, Refusal)
    assert found.reason == "no column that holds the text"
    assert "nom, age" in found.remedy


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
def test_separators_and_encodings_are_told_apart(separator: str, encoding: str) -> None:
    rows = [("Titre", "Texte"), ("Été", "Le musée d’Œuvres rouvre."), ("", "À Lambrec aussi.")]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    assert texts(read(data)) == ["Le musée d’Œuvres rouvre.", "À Lambrec aussi."]


def test_a_quotation_mark_that_is_not_closed_loses_no_other_table_row_unsaid() -> None:
    data = b'texte\nun\n"deux\ntrois\n'
    assert texts(read(data)) == ["un", "deux\ntrois\n"]


def test_html_in_a_cell_is_taken_as_html() -> None:
    (found,) = captures(read(b"texte\n<p>Le pont ferme.</p>\n"))
    assert found.media_type == "text/html"


def test_a_table_of_excel() -> None:
    rows = [*samples.ROWS, ("Daté", datetime.datetime(2024, 5, 6, 7, 8), "M", "Un texte.", None)]
    found = read(samples.workbook({"Articles": rows, "Notes": [("a", "b"), (1, 2)]}), "a.xlsx")
    assert [c.given.published for c in captures(found)] == [
        "2023-04-03",
        "2023-04-12",
        "2024-05-06",
    ]
    assert captures(found)[2].uri == "a.xlsx#Articles#4"
    assert all(item.expected for item in found if isinstance(item, Refusal))


def test_a_table_of_parquet() -> None:
    columns: dict[str, list[object]] = {
        "date": [datetime.date(2024, 5, 6), None],
        "content": ["Le pont ferme.", "Le bac repart."],
        "n": [1, 2],
    }
    found = captures(read(samples.parquet_table(columns), "a.parquet"))
    assert [c.given.published for c in found] == ["2024-05-06", None]
    assert [c.data.decode() for c in found] == columns["content"]


def test_a_large_table_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as out:
        out.write("texte,url\n")
        out.writelines(f'"{LONG}",https://a.example/{n}\n' for n in range(20_000))
    found = sources.captures(str(path))
    assert [next(found).uri for _ in range(3)][1:] == ["https://a.example/0", "https://a.example/1"]


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ("2023-04-03", "2023-04-03"),
        ("2023-04-03T23:30:00-03:00", "2023-04-03"),
        ("2023-04-03 10:00", "2023-04-03"),
        ("20230403", "2023-04-03"),
        ("03/04/2023", "2023-04-03"),
        ("3.4.2023 à 10h", "2023-04-03"),
        ("lundi 3 avril 2023", "2023-04-03"),
        ("1er août 2023, 18:00", "2023-08-01"),
        ("3 févr. 2023", "2023-02-03"),
        ("April 3, 2023", "2023-04-03"),
        ("Mon, 03 Apr 2023 23:30:00 -0300", "2023-04-03"),
        ("12/25/2023", None),
        ("30 février 2023", None),
        ("hier", None),
        ("", None),
        (45019, None),
        (None, None),
    ],
)
def test_days_are_read_as_written(told: object, taken: str | None) -> None:
    assert day(told) == taken


def test_names_of_columns_are_written_as_they_are_compared() -> None:
    for known in FIELDS.values():
        assert all(name == name.casefold() and "_" not in name for name in known)
