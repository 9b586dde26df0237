"""When and where something is told to happen without a date or a place of its own: those of what
it goes on with, or of the scene that the article opens with.

A sentence without a date keeps that of the story where it stays with it: who took part acts on,
something is seen on the spot, or the article tells of no other day. What others say or do
elsewhere is not dated by that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from greffier.annotate.events import settings
from greffier.annotate.events.cast import Cast
from greffier.annotate.events.merging import SPOKEN, Told
from greffier.model.annotations import EntityKind
from greffier.model.syntax import Sentence, Token
from greffier.model.text import BlockKind

OPENING = 5
"""Sentences of the body among which the scene is dated."""
DAY = 10
"""Characters of a value that tell its day."""
YEAR = 4
ELSEWHERE = (EntityKind.COUNTRY, EntityKind.ORGANIZATION)
"""Who answers from where they are, on a day of their own."""
LINKED = ("conj", "ccomp")
"""Relations of the verbs that share the main clause's date, or that tell what it reports."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What an article opens with: its day, the sentence that tells it, who is in its paragraph,
    and whether the article tells of no other day of that year."""

    day: str
    sentence: int
    people: frozenset[str]
    only: bool


def settled(told: Sequence[Told], cast: Cast) -> list[Told]:
    """The tellings that move the story on, with the date and place that they take from others."""
    scene = _scene(cast)
    found: list[Told] = []
    day: Told | None = None
    spot: Told | None = None
    for one in told:
        if one.foreground:
            date = one.event.date or _continued(day, one, cast) or _staged(scene, one, cast)
            place = one.event.place or _same_place(spot, one, cast)
            one = replace(one, event=replace(one.event, date=date, place=place))
            day = one if date else day
            spot = one if place else spot
        found.append(one)
    return found


def _continued(day: Told | None, one: Told, cast: Cast) -> str | None:
    """The date of the same sentence, or of the one before that this one goes on with."""
    here = cast.reading.sentences[one.sentence]
    if day is not None and day.sentence == one.sentence:
        apart = _simple(here, one.token) == "Pres" and here.children(day.token, "aux")
        return None if apart else day.event.date
    before = _before(one, cast)
    if before is None:
        return None
    told = day if day is not None and day.sentence == one.sentence - 1 else None
    if before.tokens[-1].text == ";":
        return told.event.date if told is not None else None
    if not cast.clauses.takes_up(here):
        return None
    if any(t.morph.form == "Fin" for t in here.children(one.token, "aux")):
        return told.event.date if told is not None else _main_date(before, cast)
    tense = _simple(here, one.token)
    alike = told is not None and tense is not None and tense == _simple(before, told.token)
    return told.event.date if told is not None and alike else None


def _before(one: Told, cast: Cast) -> Sentence | None:
    """The sentence before, in the same paragraph."""
    here = cast.reading.sentences[one.sentence]
    before = cast.reading.sentences[one.sentence - 1] if one.sentence else None
    return before if before is not None and before.block == here.block else None


def _simple(sentence: Sentence, verb: Token) -> str | None:
    """The tense of a finite verb without auxiliary."""
    if verb.morph.form != "Fin" or sentence.children(verb, "aux"):
        return None
    return verb.morph.tense


def _main_date(sentence: Sentence, cast: Cast) -> str | None:
    main = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    return settings.date(cast, sentence, main) if main is not None else None


def _staged(scene: Scene | None, one: Told, cast: Cast) -> str | None:
    """The day of the scene, for what a main clause tells in the past and that belongs to it."""
    here = cast.reading.sentences[one.sentence]
    if scene is None or one.sentence <= scene.sentence or not _is_done(here, one.token, cast):
        return None
    if cast.clauses.sets_apart(here):
        return None
    spotted = here.tokens[0].norm in cast.clauses.on_the_spot and one.event.type not in SPOKEN
    main = one.token.dep == "ROOT"
    there = not scene.people.isdisjoint(one.event.actors)
    bodies = any(cast.by_id[a].kind in ELSEWHERE for a in one.event.actors)
    staying = main and (there or (scene.only and not bodies))
    return scene.day if spotted or staying else None


def _is_done(sentence: Sentence, verb: Token, cast: Cast) -> bool:
    """Whether a compound tense tells what was done: « a reçu », « s'est rendu »; not « est
    reçu »."""
    auxiliaries = sentence.children(verb, "aux")
    if not any(t.morph.tense == "Pres" for t in auxiliaries):
        return False
    lone = len(auxiliaries) == 1 and cast.clauses.makes_passive(auxiliaries[0])
    own = any(t.norm in cast.clauses.reflexives for t in sentence.children(verb, "expl", "obj"))
    return not lone or own or cast.clauses.intransitive(verb)


def _scene(cast: Cast) -> Scene | None:
    """What the first dated sentence opens, with the others of its day."""
    dated = [(number, s, day) for number, s in _opening(cast) if (day := _day_of(s, cast))]
    if not dated:
        return None
    first, _, day = dated[0]
    blocks = {s.block for _, s, other in dated if other == day}
    people = frozenset(p for block in blocks for p in _people(block, cast))
    return Scene(day, first, people, not _days(day, cast) - {day})


def _day_of(sentence: Sentence, cast: Cast) -> str | None:
    """The day of what a sentence mainly tells; a dateline tells nothing."""
    main = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if main is None or not any(t.pos == "VERB" for t in sentence.tokens):
        return None
    verbs = (main, *sentence.children(main, *LINKED))
    told = (settings.date(cast, sentence, verb) for verb in verbs)
    return next((d for value in told if (d := _past_day(value, cast))), None)


def _opening(cast: Cast) -> Iterator[tuple[int, Sentence]]:
    blocks = cast.reading.document.blocks
    body = (
        (number, sentence)
        for number, sentence in enumerate(cast.reading.sentences)
        if blocks[sentence.block].kind is BlockKind.PARAGRAPH
    )
    yield from (pair for pair, _ in zip(body, range(OPENING), strict=False))


def _past_day(value: str | None, cast: Cast) -> str | None:
    """The day, if a value is of one that is not to come."""
    if value is None or len(value) < DAY or "/" in value or value.endswith("_REF"):
        return None
    published = cast.reading.document.published
    coming = published is not None and value[:1].isdigit() and value[:DAY] > published
    return None if coming else value[:DAY]


def _days(day: str, cast: Cast) -> set[str]:
    """The days of the same year, not to come, that the article tells of."""
    days = (_past_day(t.value, cast) for t in cast.reading.timexes)
    return {d for d in days if d is not None and d[:YEAR] == day[:YEAR]}


def _people(block: int, cast: Cast) -> Iterator[str]:
    inside = [s.span for s in cast.reading.sentences if s.block == block]
    for entity in cast.reading.entities:
        named = any(span.contains(m.span) for m in entity.mentions for span in inside)
        if entity.kind is EntityKind.PERSON and named:
            yield entity.id


def _same_place(spot: Told | None, one: Told, cast: Cast) -> str | None:
    """The place of the same sentence: « un pont a été fermé à Kotka ; la
    police a arrêté X »."""
    if spot is None or one.event.type in settings.UNPLACED:
        return None
    before = _before(one, cast)
    near = before is not None and spot.sentence == one.sentence - 1
    joined = near and before is not None and before.tokens[-1].text == ";"
    return spot.event.place if joined or spot.sentence == one.sentence else None
