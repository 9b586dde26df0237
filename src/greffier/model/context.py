"""What an article is about as a whole, and where in the world each of its passages stands.

Only what the article itself tells counts: a body or site that was given the country of its
passage is no further evidence of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from greffier.model.annotations import Entity, EntityKind
from greffier.model.language import Naming
from greffier.model.reading import Reading

DOMINANT = 0.4
"""Share of the article's mentions of countries from which one is the article's own."""
SETTLED = 0.6
"""Share from which the article's country holds for all its paragraphs."""
ONLY = 0.8
"""Share from which the article is about one country: what it says of nobody else is its own."""
LEAST = 3
"""Mentions of countries without which an article is about none."""
OPENING = 4
"""Mentions that a country in the first word of a title counts for."""
UNKNOWN = ""
"""The country of a town that several countries have: what is told of it is told of none else."""
Votes = Counter[str]


class Setting:
    """Which country an article, and each of its passages, is about."""

    def __init__(self, reading: Reading, naming: Naming) -> None:
        evident = dict(_evident(reading.entities, naming))
        votes: Votes = Counter()
        for entity in reading.entities:
            country = evident.get(entity.id)
            if country is not None:
                votes[country] += len(entity.mentions)
                opens = entity.kind is EntityKind.COUNTRY and entity.mentions[0].start == 0
                votes[country] += OPENING if opens else 0
        self.home = _most(votes, DOMINANT)
        self._settled = _most(votes, SETTLED) is not None
        starts = {
            mention.start: evident[entity.id]
            for entity in reading.entities
            if evident.get(entity.id)
            for mention in entity.mentions
        }
        self._told: dict[int, Votes] = {}
        for sentence in reading.sentences:
            told = self._told.setdefault(sentence.block, Counter())
            told.update(starts[t.start] for t in sentence.tokens if t.start in starts)
            words = (naming.demonym(t.text) for t in sentence.tokens if t.pos in ("ADJ", "NOUN"))
            votes.update(country for country in words if country)
        self.only = _most(votes, ONLY) if votes.total() >= LEAST else None
        """The country that the article is about and that nearly all it names is of."""
        self.countries = frozenset(votes) - {UNKNOWN}

    def near(self, block: int) -> str | None:
        """The country that a paragraph is about, when it names one more than any other."""
        told = self._told.get(block, Counter()).most_common(2)
        if self._settled or not told or (len(told) == 2 and told[0][1] == told[1][1]):
            return self.home
        return told[0][0]


def _evident(entities: Iterable[Entity], naming: Naming) -> Iterator[tuple[str, str]]:
    """The entities whose country is told by their own words, by id; a town's that several
    countries have is unknown."""
    for entity in entities:
        if entity.kind is EntityKind.PLACE and entity.country is None:
            if naming.is_ambiguous_town(entity.name):
                yield entity.id, UNKNOWN
        elif entity.country is not None and _tells(entity, entity.country, naming):
            yield entity.id, entity.country


def _tells(entity: Entity, country: str, naming: Naming) -> bool:
    if entity.kind is EntityKind.COUNTRY:
        return True
    if entity.kind is EntityKind.PLACE:
        known = naming.place(entity.name, frozenset({country}))
        return entity.geonames_id is not None or known is not None
    if entity.kind is not EntityKind.ORGANIZATION:
        return False
    named = country in naming.countries_of_body(entity.name)
    told = naming.told_in(entity.name, frozenset({country})) == country
    return named or told or any(m.country for m in entity.mentions)


def _most(votes: Votes, share: float) -> str | None:
    if not votes:
        return None
    (first, most), *_ = votes.most_common(1)
    return (first or None) if most >= share * votes.total() else None
