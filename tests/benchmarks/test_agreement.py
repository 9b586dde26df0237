"""Our scorer counts as the reference scorer does, where that one is at hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from benchmarks.gold import OURS, SHARED, articles
from benchmarks.reader import read_line
from benchmarks.scoring import Tallies, score

REFERENCE = SHARED / "bench" / "score.py"


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The reference scorer, loaded from where it lies."""
    if not REFERENCE.exists():
        pytest.skip("the reference scorer (../shared/bench/score.py) is not there")
    monkeypatch.syspath_prepend(str(REFERENCE.parent))
    before = set(sys.modules)
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    for name in set(sys.modules) - before:  # its `gold` must not hide another
        del sys.modules[name]


def test_both_scorers_count_alike_on_our_gold(reference: ModuleType) -> None:
    ours = Tallies()
    theirs: defaultdict[str, Any] = defaultdict(reference.Tally)
    for article in articles(OURS):
        told = article.gold.get("published"), article.gold.get("outlet")
        reading = json.loads(read_line(article.text, f"gold:{article.name}", *told))
        score(article, reading, ours)
        reference.score_document(article.text, article.gold, reading, theirs)
    counted = {name: (t.hits, t.found, t.wanted) for name, t in ours.items()}
    expected = {name: (t.hits, t.found, t.wanted) for name, t in theirs.items()}
    assert counted
    assert counted == {name: expected.get(name) for name in counted}  # theirs has more rows
