"""Offices over time, and what attestations say side by side."""

from __future__ import annotations

from greffier.model.told import Office, Passage
from greffier.views.entries import offices


def office(function: str, published: str | None, document: str) -> Office:
    proof = Passage(document, 0, 4, function, function, 0)
    return Office("en-1", function, None, "FRA", None, published, proof)


def test_an_office_told_twice_lasts_from_the_first_article_to_the_last() -> None:
    shown = offices(
        [
            office("maire", "2020-03-02", "d-1"),
            office("Maire", "2021-01-05", "d-2"),
            office("ministre", "2022-06-01", "d-3"),
        ]
    )
    assert [(o.function, o.first, o.last, o.articles) for o in shown] == [
        ("maire", "2020-03-02", "2021-01-05", 2),
        ("ministre", "2022-06-01", "2022-06-01", 1),
    ]


def test_an_office_of_an_undated_article_has_no_days_and_comes_last() -> None:
    shown = offices([office("maire", None, "d-1"), office("préfet", "2020-01-01", "d-2")])
    assert [(o.function, o.first) for o in shown] == [("préfet", "2020-01-01"), ("maire", None)]
