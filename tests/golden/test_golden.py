"""The readings of the bundled articles, whole: a change shows here as a difference to read.

Golden files are written on purpose only (`make golden`); what is in them is what the program
does, not what is right: that is the gold's to say (benchmarks/).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier import demo, pipeline
from greffier.model.reading import Reading
from greffier.model.show import LAYERS
from greffier.model.text import Refusal

HERE = Path(__file__).parent / "readings"
FOLDED = ("mentions",)
"""Layers left out: what they say is in the entities."""


def lines(reading: Reading) -> Iterator[str]:
    document = reading.document
    yield f"published {document.published} ({document.published_from})"
    for layer, show in LAYERS.items():
        if layer not in FOLDED:
            yield f"\n[{layer}]"
            yield from (f"{rule:34} {line}" for rule, line in show(reading))


@pytest.mark.parametrize("path", demo.articles(), ids=lambda p: p.name)
def test_reading_of_a_bundled_article(path: Path, request: pytest.FixtureRequest) -> None:
    (reading,) = pipeline.read_sources([str(path)])
    assert not isinstance(reading, Refusal)
    told = "\n".join(lines(reading)) + "\n"
    golden = HERE / f"{path.stem}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
