"""Values kept short come back as they were."""

from __future__ import annotations

from greffier.model.told import Passage
from greffier.store.codec import dump, load, pack, unpack

PASSAGE = Passage("d-1", 3, 8, "« été »", "L’« été » fut court 🐟", 0)


def test_a_value_comes_back() -> None:
    assert load(Passage, dump(PASSAGE)) == PASSAGE
    assert unpack(Passage, pack(PASSAGE)) == PASSAGE


def test_what_is_packed_is_short() -> None:
    assert len(pack(PASSAGE)) < len(dump(PASSAGE).encode())
