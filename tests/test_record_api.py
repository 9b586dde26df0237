"""A record from Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import greffier
from greffier.opened import Record
from greffier.recording import Added
from greffier.views import UnknownNameError
from tests.contract.stories import all_three, gazette


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with greffier.open_record(tmp_path / "a.record") as record:
        counts = record.add(all_three())
        assert counts[Added.NEW] == 3
        yield record


def test_answers_come_one_by_one(record: Record) -> None:
    events = record.timeline(who="Tadouri")
    assert len(events) == 1
    (met,) = events
    assert met.attestations[0].passages[0].text == "s’est entretenue avec lui"
    assert len(record.timeline()) == len(list(record.timeline())) == 2
    assert len(record.timeline(who=["Tadouri", "Korvane"], since="2020-03-01")) == 1


def test_a_name_that_nothing_bears(record: Record) -> None:
    with pytest.raises(UnknownNameError, match="Nemo"):
        record.timeline(who="Nemo")
    assert record.entry("Nemo") is None


def test_answers_as_data_frames(record: Record) -> None:
    for questions in (record.timeline(), record.quotes(), record.figures()):
        pandas, polars = questions.to_pandas(), questions.to_polars()
        assert len(pandas) == len(polars) == len(questions)
        assert list(pandas["passage"]) == polars["passage"].to_list()
    for others in (
        record.entries(kind="person"),
        record.articles(),
        record.stories(),
        record.disagreements(),
    ):
        assert len(others.to_pandas()) == len(others) > 0


def test_the_reading_of_an_article(record: Record) -> None:
    assert record.reading(gazette().document.id) == gazette()
    assert record.reading("d-none") is None


def test_judgements_from_python(record: Record) -> None:
    one, other = (row.id for row in record.entries(kind="person").page(2).items)
    record.same(one, other, author="Ada")
    joined = record.entry(one)
    assert joined is not None
    assert joined == record.entry(other)
