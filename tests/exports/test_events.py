"""Events as POLECAT, PLOVER, TimelineJS and a calendar, by readers of these."""

from __future__ import annotations

import csv
import io
import json

import icalendar

from greffier.exports import ical, plover, polecat, timelinejs
from greffier.exports.form import Form
from greffier.exports.network import DONE
from greffier.views import Contents


def told(form: Form, contents: Contents) -> str:
    out = io.BytesIO()
    form.write(contents, out)
    return out.getvalue().decode()


def test_polecat_has_forty_columns_and_a_row_an_event(contents: Contents) -> None:
    rows = list(csv.DictReader(io.StringIO(told(polecat.FORM, contents)), delimiter="\t"))
    assert len(polecat.COLUMNS) == len(set(polecat.COLUMNS)) == 40
    done = [one for one in contents.events() if one.status in DONE]
    assert [row["Event ID"] for row in rows] == [one.id for one in done] != []
    assert all(len(row) == 40 and None not in row.values() for row in rows)


def test_polecat_leaves_out_what_did_not_happen(contents: Contents) -> None:
    statuses = {one.id: one.status for one in contents.events()}
    assert set(statuses.values()) - set(DONE)
    rows = csv.DictReader(io.StringIO(told(polecat.FORM, contents)), delimiter="\t")
    assert {statuses[row["Event ID"]] for row in rows} <= set(DONE)


def test_plover_has_every_event_with_its_passages(contents: Contents) -> None:
    records = [json.loads(line) for line in told(plover.FORM, contents).splitlines()]
    assert [r["event"]["id"] for r in records] == [one.id for one in contents.events()]
    texts = {r.document.id: r.document.text for r, _, _ in contents.readings()}
    for record in records:
        assert record["event"]["quad"] in (1, 2, 3, 4)
        for text in record["text"]:
            article = texts[text["cite"]["document"]]
            assert article[text["start"] : text["end"]] == text["passage"]


def test_timelinejs_has_what_is_dated(contents: Contents) -> None:
    slides = json.loads(told(timelinejs.FORM, contents))["events"]
    dated = [one for one in contents.events() if one.first]
    assert [slide["unique_id"] for slide in slides] == [one.id for one in dated] != []
    for slide, one in zip(slides, dated, strict=True):
        day = slide["start_date"]
        assert f"{day['year']:04}-{day['month']:02}-{day['day']:02}" == one.first
        assert slide["text"]["headline"]


def test_the_calendar_has_every_dated_encounter(contents: Contents) -> None:
    text = told(ical.FORM, contents)
    calendar = icalendar.Calendar.from_ical(text)
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    met = [one for one in contents.events() if one.kind == "CONSULT" and one.first]
    assert set(found) == {f"{one.id}@greffier" for one in met} != set()
    for one in met:
        event = found[f"{one.id}@greffier"]
        assert event.decoded("DTSTART").isoformat() == one.first
        assert one.attestations[0].passages[0].context in str(event["DESCRIPTION"])
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
