"""Synthetic corpora with gold: readings made without parsing, of any size.

Invented people with romanised variants (a few of them in the news every day), stories told by
several outlets over some days, reprinted paragraphs, figures and days that contradict. The same
seed and number always give the same article.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from greffier.model.annotations import (
    Comparison,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Figure,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Role,
)
from greffier.model.ids import document_id, sha256
from greffier.model.reading import Reading
from greffier.model.text import Block, BlockKind, Document, PublishedFrom, Span

ARTICLES_A_DAY = 270
"""A national archive of a million articles over ten years."""

ONSETS = (
    "b",
    "d",
    "f",
    "g",
    "k",
    "l",
    "m",
    "n",
    "r",
    "s",
    "t",
    "v",
    "z",
    "kh",
    "ch",
    "br",
    "tr",
    "dj",
)
VOWELS = ("a", "e", "i", "o", "ou")
CODAS = ("", "n", "r", "l", "s", "nd", "rk", "m")
GIVEN = (
    "Paul", "Anna", "Karim", "Lena", "Marc", "Sofia", "Omar", "Ines", "Victor", "Nadia",
    "Hugo", "Clara", "Samir", "Elsa", "Denis", "Rosa", "Tarek", "Alice", "Bruno", "Leila",
)  # fmt: skip
VARIANTS = (("ou", "u"), ("kh", "k"), ("ch", "sh"), ("dj", "j"), ("i", "y"))
COUNTRIES = ("FRA", "MLI", "SYR", "BEL", "TUN", "CHE", "CAN", "RUS", "SEN", "MEX", "DEU", "KEN")
OFFICES = (
    "ministre des Affaires étrangères", "maire", "porte-parole", "ministre de la Santé",
    "directeur général", "ambassadeur", "député", "préfet",
)  # fmt: skip
TYPES = (("CONSULT", "rencontré"), ("ACCUSE", "accusé"), ("SUPPORT", "salué"), ("AID", "livré"))


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    given: str
    surname: str
    country: str
    office: str

    def spelled(self, chance: random.Random) -> str:
        """One outlet's spelling of the name."""
        surname = self.surname
        if chance.random() < 0.3:
            one, other = chance.choice(VARIANTS)
            surname = surname.replace(one, other)
        return f"{self.given} {surname.capitalize()}"


@dataclass(frozen=True, slots=True)
class Made:
    """A reading and its gold: who each entity is (people only), and which story it tells."""

    reading: Reading
    story: int
    people: dict[str, int]


def _word(chance: random.Random, syllables: int) -> str:
    parts = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
    return "".join(parts) + chance.choice(CODAS)


@functools.lru_cache(maxsize=200_000)
def person(number: int) -> Person:
    chance = random.Random(f"person {number}")
    return Person(
        number,
        chance.choice(GIVEN),
        _word(chance, 3),
        chance.choice(COUNTRIES),
        chance.choice(OFFICES),
    )


@dataclass
class _Draft:
    """A text that grows paragraph by paragraph, with what it tells."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    made: dict[str, Entity] = field(default_factory=dict)

    def paragraph(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH) -> int:
        start = len(self.text)
        self.text += words + "\n\n"
        self.blocks.append(Block(start, start + len(words), kind, "made"))
        return start

    def tell(self, start: int, words: str, name: str, entity: Entity) -> str:
        at = start + words.index(name)
        held = self.made.setdefault(entity.name, entity)
        mention = Mention(at, at + len(name), MentionKind.NAME, entity.kind, "made")
        self.mentions.setdefault(held.id, []).append(mention)
        return held.id


def _entity(
    number: int, kind: EntityKind, name: str, country: str | None, office: str | None
) -> Entity:
    roles = (Role(office, None, country, 0, 1, "made"),) if office else ()
    return Entity(f"e{number}", kind, name, country, (), roles)


def articles(count: int, seed: int = 0) -> Iterator[Made]:
    """`count` articles in order of publication."""
    made, story = 0, 0
    while made < count:
        for told in _story(story, seed, made):
            if made < count:
                yield told
                made += 1
        story += 1


def _story(number: int, seed: int, before: int) -> Iterator[Made]:
    chance = random.Random(f"story {seed} {number}")
    day = date(2015, 1, 1) + timedelta(days=before // ARTICLES_A_DAY)
    famous = [person(chance.randrange(20))] if chance.random() < 0.3 else []
    people = [*famous, *(person(20 + chance.randrange(2000 + before)) for _ in range(3))]
    place = _word(chance, 2).capitalize() + "-" + _word(chance, 1)
    words = [_word(chance, 3) for _ in range(12)]
    shared = f"Le {words[0]} {words[1]} de {place} a {words[2]}, et {{}} habitants {words[3]}"
    toll = chance.randrange(20, 900)
    for version in range(chance.choice((1, 1, 2, 3, 4, 6))):
        voice = random.Random(f"article {seed} {number} {version}")
        other = toll + voice.choice((0, 0, 0, 25, 60))
        yield _article(number, version, _Plot(day, people, place, words, shared, other), voice)


@dataclass(frozen=True, slots=True)
class _Plot:
    day: date
    people: list[Person]
    place: str
    words: list[str]
    shared: str
    toll: int


def _article(story: int, version: int, plot: _Plot, chance: random.Random) -> Made:
    draft = _Draft()
    published = plot.day + timedelta(days=version // 2)
    outlet = f"Journal {chance.randrange(40)}"
    draft.paragraph(f"{plot.place} : {plot.words[0]} {plot.words[1]} ({outlet})", BlockKind.TITLE)
    ids: dict[str, int] = {}
    told: list[str] = []
    for i, who in enumerate(plot.people):
        name = who.spelled(chance)
        country = chance.choice(COUNTRIES) if chance.random() < 0.03 else who.country
        words = f"{name}, {who.office}, {plot.words[4 + i]} {plot.words[8 - i]}"
        start = draft.paragraph(words)
        office = who.office if chance.random() < 0.7 else None
        told.append(
            draft.tell(start, words, name, _entity(i, EntityKind.PERSON, name, country, office))
        )
        ids[told[-1]] = who.id
    words = f"Le {plot.words[0]} {plot.words[9]} {plot.place}, {outlet}"
    where = draft.tell(
        draft.paragraph(words),
        words,
        plot.place,
        _entity(len(told), EntityKind.PLACE, plot.place, plot.people[-1].country, None),
    )
    kind, verb = TYPES[story % len(TYPES)]
    sentence = f"{plot.people[0].given} a {verb} {plot.words[10]} {plot.place} {plot.words[11]}"
    at = draft.paragraph(sentence) + sentence.index(verb)
    event = Event(
        kind, None, (Span(at, at + len(verb)),), (told[0],), (told[1],), where,
        plot.day.isoformat(), EventStatus.OCCURRED, None, "made",
    )  # fmt: skip
    sentence = plot.shared.format(plot.toll)
    at = draft.paragraph(sentence) + sentence.index(str(plot.toll))
    figure = Figure(
        at,
        at + len(f"{plot.toll} habitants"),
        float(plot.toll),
        Comparison.EXACT,
        "habitants",
        "made",
    )
    speech = " ".join(("Nous", *plot.words[6:], plot.place))
    start = draft.paragraph(speech)
    quotation = Quotation(start, start + len(speech), QuotationKind.DIRECT, "made", speaker=told[0])
    return Made(_reading(draft, outlet, published, event, figure, quotation), story, ids)


def _reading(  # noqa: PLR0913
    draft: _Draft, outlet: str, published: date, event: Event, figure: Figure, quotation: Quotation
) -> Reading:
    document = Document(
        document_id(draft.text), f"made:{document_id(draft.text)}", draft.text,
        sha256(draft.text.encode()), tuple(draft.blocks), outlet, draft.text.split("\n")[0],
        published.isoformat(), PublishedFrom.GIVEN, "fr",
    )  # fmt: skip
    entities = tuple(
        replace(entity, mentions=tuple(draft.mentions[entity.id])) for entity in draft.made.values()
    )
    return Reading(
        document, entities=entities, events=(event,), figures=(figure,), quotations=(quotation,)
    )
