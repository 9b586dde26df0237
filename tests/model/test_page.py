"""A reading shown in a notebook."""

from __future__ import annotations

import greffier

TEXT = "La ministre finlandaise de la Pêche, Aila Lehto, a rencontré mardi <Tor Vik> à Helsinki."


def test_passages_are_marked_and_the_article_is_escaped() -> None:
    html = greffier.read(TEXT, published="2024-05-15")._repr_html_()
    assert '<mark class="person" title="Aila Lehto, ministre de la Pêche, FIN">Aila Lehto' in html
    assert '<mark class="timex" title="2024-05-14 (publication)">mardi</mark>' in html
    assert "&lt;" in html
    assert "<Tor" not in html
