"""Every frame of the lexicon finds its example and leaves its counter-example alone."""

from __future__ import annotations

import pytest

from greffier import pipeline
from greffier.clean.document import document
from greffier.lang import lexicon
from greffier.lang.fr import FRENCH
from greffier.lang.fr.events import frames as module
from greffier.lang.fr.events.frames import Frame, frames
from greffier.lang.fr.events.triggers import trigger
from greffier.lang.lexicon import LexiconError
from greffier.model.happenings import Trigger
from greffier.model.text import Given

CASES = [
    pytest.param(frame, id=f"{frame.type} {frame.mode or ''} {frame.entries[0].word}")
    for frame in frames()
]


def _told(text: str) -> list[Trigger]:
    parse = pipeline.french_parser()
    sentences = parse(document(text, "test:", Given(), FRENCH))
    found = (trigger(sentence, token) for sentence in sentences for token in sentence.tokens)
    return [t for t in found if t is not None]


def _of(frame: Frame, told: list[Trigger]) -> list[Trigger]:
    words = {entry.word for entry in frame.entries}
    return [t for t in told if t.type == frame.type and t.word in words]


@pytest.mark.parametrize("frame", [c for c in CASES if c.values[0].type is not None])  # type: ignore[union-attr]
def test_frame(frame: Frame) -> None:
    assert _of(frame, _told(frame.yes))
    assert not _of(frame, _told(frame.no))


@pytest.mark.parametrize("frame", [c for c in CASES if c.values[0].type is None])  # type: ignore[union-attr]
def test_frame_of_nothing(frame: Frame) -> None:
    assert not _told(frame.yes)
    assert _told(frame.no)


@pytest.mark.parametrize(
    ("table", "error"),
    [
        ({"verbs": ["aller"]}, "example"),
        ({"verbs": ["aller"], "yes": "A.", "no": "B.", "objet": ["someone"]}, "unknown objet"),
        ({"verbs": ["aller"], "yes": "A.", "no": "B.", "object": ["nobody"]}, "object 'nobody'"),
        ({"verbs": ["aller"], "yes": "A.", "no": "B.", "needs": "someone"}, "needs 'someone'"),
        ({"verbs": ["aller", "aller"], "yes": "A.", "no": "B."}, "twice"),
    ],
)
def test_what_is_amiss_is_said(
    table: dict[str, object], error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon, "load", lambda *_: {"frame": [table]})
    with pytest.raises(LexiconError, match=error):
        list(module._file("agree"))
