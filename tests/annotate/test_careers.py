"""Offices that a verb tells."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Awa Diarrou est devenue ministre de la Pêche.", ["ministre de la Pêche"]),
        ("Le conseil a nommé Ibra Ndaw directeur du port.", ["directeur"]),
        ("Ibra Ndaw est arrivé. Il est ensuite trésorier du port.", ["trésorier"]),
        ("Marie Kervoal préside la Ligue des pêcheurs.", ["présidente"]),
        ("Ibra Ndaw a rencontré un ministre de la Pêche.", []),
    ],
)
def test_offices(read_text: ReadText, text: str, roles: list[str]) -> None:
    reading = read_text(text)
    assert [r.function for e in reading.entities for r in e.roles] == roles
