"""One spelling for what the press spells in several ways, offsets unmoved."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from greffier.lang.fr.spelling import any_of, bare, plain


def test_plain_keeps_accents_and_bare_drops_them() -> None:
    assert plain("L’ÉTÉ\u00a0DERNIER") == "l'été dernier"
    assert bare("L’ÉTÉ\u202fDERNIER") == "l'ete dernier"


@given(st.text())
def test_offsets_do_not_move(text: str) -> None:
    assert len(plain(text)) == len(bare(text)) == len(text)


def test_any_of_prefers_the_longest_and_lets_hyphens_stand_for_spaces() -> None:
    match = re.match(any_of(["mi", "mi temps"]), "mi-temps")
    assert match is not None
    assert match.group() == "mi-temps"
