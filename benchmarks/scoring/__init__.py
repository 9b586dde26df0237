"""Scores readings against gold, layer by layer.

`score(article, reading, tallies)` takes a reading as the program writes it (a dict of
docs/reference/reading.md) and adds to the tally of each layer.
"""

from __future__ import annotations

from typing import Any

from benchmarks.gold import GoldArticle
from benchmarks.scoring.entities import Alignment, score_entities
from benchmarks.scoring.events import score_events
from benchmarks.scoring.passages import (
    score_blocks,
    score_figures,
    score_quotations,
    score_timexes,
)
from benchmarks.scoring.tally import Tallies, Tally

__all__ = ["Tallies", "Tally", "score"]


def score(article: GoldArticle, reading: dict[str, Any], tallies: Tallies) -> None:
    """Add one article to the tallies; the reading must be of the same text."""
    if reading["text"] != article.text:
        raise ValueError(f"{article.name}: the reading's text is not the article's")
    score_blocks(article, reading, tallies)
    alignment = Alignment.of(article, reading)
    score_entities(article, reading, alignment, tallies)
    score_timexes(article, reading, tallies)
    score_quotations(article, reading, alignment, tallies)
    score_events(article, reading, alignment, tallies)
    score_figures(article, reading, tallies)
