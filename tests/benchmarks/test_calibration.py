"""The weights of confidences, and how the table is counted."""

from __future__ import annotations

from benchmarks.calibration import Case, fit, table
from greffier.claims import confidence


def test_weights_tell_features_of_right_claims_from_those_of_wrong_ones() -> None:
    known = [Case("a", "event", ("good",), True)] * 40 + [Case("b", "event", ("bad",), False)] * 40
    known += [Case("c", "event", ("good",), False)] * 10
    weights = fit(known)
    assert 0.7 < confidence.share(weights, ("good",)) < 0.85
    assert confidence.share(weights, ("bad",)) < 0.1


def test_the_table_counts_what_is_right_among_what_was_told() -> None:
    lines = list(table("event", [(0.85, True)] * 3 + [(0.85, False)]))
    assert "| 0.8 to 0.9 | 4 | 0.85 | 0.75 |" in lines
