"""Names mended by the words beside them."""

from __future__ import annotations

from greffier.model.annotations import EntityKind
from tests.conftest import ReadText


def _kinds(read_text: ReadText, text: str) -> dict[str, EntityKind | None]:
    reading = read_text(text)
    return {reading.passage(m.span): m.entity_kind for m in reading.mentions if m.kind == "name"}


def test_a_name_after_a_civility_is_never_lost(read_text: ReadText) -> None:
    assert _kinds(read_text, "Il a reçu Mme Toran lundi.") == {"Toran": EntityKind.PERSON}


def test_a_party_in_brackets_is_a_body(read_text: ReadText) -> None:
    found = _kinds(read_text, "Le sénateur Yann Le Bihan (PS) a voté contre la loi.")
    assert found["PS"] is EntityKind.ORGANIZATION
    assert found["Yann Le Bihan"] is EntityKind.PERSON
