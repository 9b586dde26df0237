"""Every example that stands beside a French rule is a test."""

from __future__ import annotations

from typing import Any

import pytest

from greffier.lang.fr import FRENCH
from greffier.model.rules import Example, Rule
from greffier.model.show import LAYERS
from tests.conftest import ReadText

CASES = [
    pytest.param(layer, rule, example, id=f"{rule.name}: {example.text[:60]}")
    for layer, rules in FRENCH.rules.items()
    for rule in rules
    for example in rule.examples
]


@pytest.mark.parametrize(("layer", "rule", "example"), CASES)
def test_example(layer: str, rule: Rule[Any], example: Example, read_text: ReadText) -> None:
    reading = read_text(example.text, published=example.published)
    made = [line for name, line in LAYERS[layer](reading) if name == rule.name]
    assert sorted(made) == sorted(example.shown)


def test_every_rule_has_positive_and_negative_examples() -> None:
    lacking = [
        rule.name
        for rules in FRENCH.rules.values()
        for rule in rules
        if not any(e.shown for e in rule.examples) or all(e.shown for e in rule.examples)
    ]
    assert not lacking
