"""What the scorer of PLOVER's records counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import plover
from benchmarks.scoring.tally import Tallies

SENTENCE = "La ministre Aino Lahtinen a rencontré mardi le maire Juhani Salo."


def _record(**changes: Any) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": "record-1",
        "text": SENTENCE,
        "type": "CONSULT",
        "mode": None,
        "trigger": "a rencontré",
        "actors": [{"text": "Aino Lahtinen"}, {"text": "Juhani Salo"}],
        "recipients": [],
        "status": "occurred",
    }
    return record | changes


def _counts(record: dict[str, Any]) -> dict[str, tuple[int, int]]:
    return {name: (t.hits, t.found) for name, t in plover.tally([record]).items()}


def test_right_in_all() -> None:
    assert _counts(_record()) == {
        "type": (1, 1),
        "who, whom": (1, 1),
        "who, whom of found": (1, 1),
        "status": (1, 1),
        "mode": (1, 1),
    }


def test_another_type_is_missed_and_nothing_else_counts() -> None:
    assert _counts(_record(type="ACCUSE")) == {"type": (0, 1), "who, whom": (0, 1)}


def test_another_status_or_mode_is_wrong() -> None:
    counts = _counts(_record(status="planned", mode="visit"))
    assert counts["type"] == (1, 1)
    assert counts["status"] == (0, 1)
    assert counts["mode"] == (0, 1)


@pytest.mark.parametrize(
    ("sides", "right"),
    [
        ({"actors": [{"text": "maire Juhani Salo"}], "recipients": [{"text": "Aino"}]}, 1),
        ({"actors": [{"text": "Aino Lahtinen"}], "recipients": []}, 1),
        ({"actors": [{"text": "mardi"}], "recipients": []}, 0),
    ],
)
def test_words_that_overlap_a_mention_name_the_entity(sides: dict[str, Any], right: int) -> None:
    assert _counts(_record(**sides))["who, whom"] == (right, 1)


def test_sides_are_kept_apart_where_they_differ() -> None:
    text = "Le maire Juhani Salo a accusé Mika Aalto."
    told = {"text": text, "type": "ACCUSE", "trigger": "a accusé", "mode": "allege"}
    salo, aalto = [{"text": "Juhani Salo"}], [{"text": "Mika Aalto"}]
    assert _counts(_record(**told, actors=salo, recipients=aalto))["who, whom"] == (1, 1)
    assert _counts(_record(**told, actors=aalto, recipients=salo))["who, whom"] == (0, 1)


def test_of_several_events_the_trigger_chooses() -> None:
    text = "Juhani Salo a accusé Mika Aalto ; puis Aino Lahtinen accusera Juhani Salo."
    record = _record(text=text, type="ACCUSE", trigger="accusera", status="planned")
    assert _counts(record)["status"] == (1, 1)


def test_records_that_are_not_at_hand_are_not_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plover.result(0, tmp_path / "records.jsonl") is None
    assert "not scored" in capsys.readouterr().out


def test_the_result_holds_a_share_a_measure(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    lines = [_record(), _record(id="record-2", type="ACCUSE")]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    result = plover.result(0, path)
    assert result is not None
    assert result.figures["type"] == 0.5


def test_misses_show_the_sentence() -> None:
    tallies = Tallies()
    plover.score(_record(), {"events": [], "entities": []}, tallies)
    assert any(SENTENCE in line for line in plover.table(tallies, 1))
