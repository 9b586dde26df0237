"""Bytes to text: the encoding is found and said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.clean.decoding import Decoded, NoText, decode

FRENCH = "L’œuvre a coûté 3 € à l’État, dit le maire : « Ça suffît ! »\r\nNoël à Cœuvres."
LATIN = "L'œuvre a coûté 3 € à l'État, dit le maire. Noël à Cœuvres, été comme hiver."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (FRENCH.encode(), FRENCH, "utf-8"),
        (FRENCH.encode("utf-8-sig"), FRENCH, "utf-8"),
        (FRENCH.encode("utf-16"), FRENCH, "utf-16"),
        (FRENCH.encode("utf-16-le"), FRENCH, "utf-16-le"),
        (FRENCH.encode("utf-16-be"), FRENCH, "utf-16-be"),
        (FRENCH.encode("utf-32"), FRENCH, "utf-32"),
        (FRENCH.encode("windows-1252"), FRENCH, "windows-1252"),
        (LATIN.encode("iso-8859-15"), LATIN, "iso-8859-15"),
        ("Été à Sète".encode("iso-8859-1"), "Été à Sète", "windows-1252"),
        (b"Le pont ferme.", "Le pont ferme.", "utf-8"),
        (b"", "", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == Decoded(text, encoding)


def test_a_page_may_declare_its_encoding() -> None:
    page = '<meta charset="iso-8859-7"><p>Αθήνα</p>'
    assert decode(page.encode("iso-8859-7"), markup=True).text == page


def test_a_declaration_that_lies_is_not_believed() -> None:
    page = '<meta charset="iso-8859-1"><p>Été à Sète</p>'
    assert decode(page.encode(), markup=True) == Decoded(page, "utf-8")


def test_a_file_cut_within_a_character_is_read_and_counted() -> None:
    found = decode(FRENCH.encode()[:-1] + b"\xc3")
    assert found == Decoded(FRENCH[:-1] + "\ufffd", "utf-8", damaged=1)


def test_half_a_character_of_json_is_replaced_one_for_one() -> None:
    found = decode("a\ud800b".encode("utf-8", "surrogatepass"), "utf-8")
    assert found == Decoded("a\ufffdb", "utf-8", damaged=1)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0" + bytes(range(256)),
        b"%PDF-1.7 \xe2\xe3",
        b"PK\x03\x04" + bytes(300),
        bytes(range(256)) * 4,
        bytes(1000),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NoText, match=r"image|PDF|archive|binary"):
        decode(data)


@given(data=st.binary(max_size=400), markup=st.booleans())
def test_any_bytes_are_decoded_or_refused(data: bytes, markup: bool) -> None:
    try:
        found = decode(data, markup=markup)
    except NoText:
        return
    found.text.encode("utf-8")
    assert decode(data, markup=markup) == found


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_utf_8_is_kept(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == Decoded(text, "utf-8")
