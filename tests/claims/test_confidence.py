"""Confidence: shares fitted on the gold."""

from __future__ import annotations

from collections.abc import Callable

from greffier.claims import confidence
from greffier.model.reading import Reading

ReadText = Callable[..., Reading]


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


def test_events_of_a_reading_carry_the_fitted_confidence(read_text: ReadText) -> None:
    text = "Le ministre finlandais Aarne Lehto a rencontré mardi à Helsinki la maire Aila Toivonen."
    reading = read_text(text, published="2024-05-15")
    (told,) = reading.events
    assert told.confidence == confidence.of("event", confidence.event_features(told))
    assert 0.5 < told.confidence < 1.0
