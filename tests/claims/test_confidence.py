"""Confidence: shares fitted on the gold."""

from __future__ import annotations

from greffier.claims import confidence


def test_a_feature_of_right_claims_raises_the_share() -> None:
    weights = {confidence.ALWAYS: 0.0, "who both": 1.0, "who nobody": -1.0}
    assert confidence.share(weights, ()) == 0.5
    assert confidence.share(weights, ("who both",)) > 0.7
    assert confidence.share(weights, ("who nobody",)) < 0.3


def test_a_feature_never_seen_counts_for_nothing() -> None:
    assert confidence.of("event", ("type UNHEARD OF",)) == confidence.of("event", ())


def test_a_statement_without_speaker_is_less_sure_than_one_with() -> None:
    named = confidence.of("statement", ("form direct", "speaker person by name"))
    assert named > confidence.of("statement", ("form direct", "speaker unknown")) + 0.2
