"""What an article is about as a whole, and where in the world each of its passages stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from greffier.model.annotations import Entity, EntityKind
from greffier.model.reading import Reading

DOMINANT = 0.4
"""Share of the article's mentions of countries from which one is the article's own."""
SETTLED = 0.6
"""Share from which the article's country holds for all its paragraphs."""
ONLY = 0.8
"""Share from which the article is about one country: what it says of nobody else is its own."""
OPENING = 4
"""Mentions that a country in the first word of a title counts for."""
PLACED = (EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.ORGANIZATION)


def home_country(reading: Reading) -> str | None:
    """The country that the article is about, when one stands out."""
    return most_told(reading.entities)


def most_told(entities: Iterable[Entity], share: float = DOMINANT) -> str | None:
    """The country of most mentions of countries, places and organisations, if it has at least
    this share of them; a country named at the very beginning (« France : … ») counts more."""
    return _most(_mentions(entities), share)


def _mentions(entities: Iterable[Entity]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for entity in entities:
        if entity.country and entity.kind in PLACED:
            votes[entity.country] += len(entity.mentions)
            if entity.kind is EntityKind.COUNTRY and entity.mentions[0].start == 0:
                votes[entity.country] += OPENING
    return votes


def _most(votes: Counter[str], share: float) -> str | None:
    if not votes:
        return None
    (first, most), *_ = votes.most_common(1)
    return first if most >= share * sum(votes.values()) else None


class Setting:
    """Which country an article, and each of its passages, is about."""

    def __init__(self, reading: Reading, demonym: Callable[[str], str | None]) -> None:
        votes = _mentions(reading.entities)
        self.home = _most(votes, DOMINANT)
        self._settled = _most(votes, SETTLED) is not None
        starts = {
            mention.start: entity.country
            for entity in reading.entities
            if entity.country and entity.kind in PLACED
            for mention in entity.mentions
        }
        self._told: dict[int, Counter[str]] = {}
        for sentence in reading.sentences:
            told = self._told.setdefault(sentence.block, Counter())
            told.update(starts[t.start] for t in sentence.tokens if t.start in starts)
            adjectives = (demonym(t.text) for t in sentence.tokens if t.pos in ("ADJ", "NOUN"))
            votes.update(country for country in adjectives if country)
        self.only = _most(votes, ONLY)
        """The country that the article is about and that nearly all it names is of."""
        self.countries = frozenset(votes)

    def near(self, block: int) -> str | None:
        """The country that a paragraph is about, when it names one more than any other."""
        told = self._told.get(block, Counter()).most_common(2)
        if self._settled or not told or (len(told) == 2 and told[0][1] == told[1][1]):
            return self.home
        return told[0][0]
