"""Nothing in a reading is unexplained: each rule that made something stands in the pack."""

from __future__ import annotations

from benchmarks.gold import OURS, articles
from greffier.lang.fr import FRENCH
from greffier.model.show import LAYERS
from tests.conftest import ReadText

NEUTRAL = "clean."
"""The layout of a page is the same in every language: its rules are no language's."""


def test_every_rule_met_has_examples(read_text: ReadText) -> None:
    known = {rule.name for rules in FRENCH.rules.values() for rule in rules}
    met: set[str] = set()
    for article in articles(OURS):
        told = article.gold.get("published"), article.gold.get("outlet")
        reading = read_text(article.text, *told)
        met |= {name for lines in LAYERS.values() for name, _ in lines(reading)}
    unexplained = {name for name in met - known if not name.startswith(NEUTRAL)}
    assert met
    assert not unexplained


def test_a_rule_is_named_once() -> None:
    names = [rule.name for rules in FRENCH.rules.values() for rule in rules]
    assert len(names) == len(set(names))
