"""Participants that a clause leaves out and the article has told: the other side of an answer,
the state visited, who is threatened by the act that is threatened.

Only what the text names somewhere is filled in, and only where one candidate remains.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from greffier.annotate.events.cast import Cast
from greffier.annotate.events.merging import Told
from greffier.annotate.events.settings import UNPLACED
from greffier.model.annotations import EntityKind, Event
from greffier.model.syntax import Sentence, Token

ANSWERS = {
    "REJECT": ("REQUEST", "ACCUSE", "AGREE", "THREATEN"),
    "AGREE": ("REQUEST",),
    "CONCEDE": ("REQUEST", "THREATEN"),
    "COOPERATE": ("REQUEST",),
}
"""What each type may answer: its recipient is then who did the other."""
BEARING = ("THREATEN", "AGREE", "CONCEDE")
"""Acts of speech addressed to those who would undergo the act that they are about."""
CALLING = ("REQUEST", "ACCUSE")
"""Acts of speech addressed to those who would do, or did, the act that they are about."""
OPENING = 2
"""Words among which the pronoun that goes on with a sentence stands."""
UNDONE = {"release": "COERCE"}
"""Who releases is who arrested."""
CLAIMING = ("PROTEST",)
"""Acts directed at those of whom something is asked by them."""
WILLING = ("REJECT",)
"""Acts of speech about what their actor would do."""
FORCING = ("COERCE",)
"""Acts that make others do what a noun below them tells: « contraint X à la démission »."""
LIFTED = frozenset({"SANCTION", "COERCE"})
"""Types of acts that who did them lifts."""
ASKED_FOR = frozenset({"AID", "SUPPORT", "CONCEDE", "AGREE", "COOPERATE"})
"""Types of acts done for those who ask for them."""
REACH = 3
"""Sentences back that an answer reaches."""


def completed(told: Sequence[Told], cast: Cast) -> list[Told]:
    """The tellings with the participants that their context gives: the act that governs them,
    that they bear on or that they answer."""
    found: list[Told] = []
    for position, one in enumerate(told):
        above = _governing(one, told, found, cast)
        one = _asked_of(one, above)
        actors = one.event.actors or _doing(one, above) or _undone(one, found)
        actors = actors or _lifted(one, told)
        others = one.event.recipients or _others(one, position, told, found, above, cast)
        if one.event.mode == "visit" and actors:
            others = tuple(_host(i, actors, cast) for i in others)
        recipients = tuple(i for i in others if i not in actors)
        found.append(replace(one, event=replace(one.event, actors=actors, recipients=recipients)))
    return found


def _asked_of(one: Told, above: Event | None) -> Told:
    """« a demandé une aide à X », which parsers hang on « aide »: X is asked to do it."""
    event = one.event
    noun = one.token.pos != "VERB" and event.type in ASKED_FOR
    if above is None or above.type != "REQUEST" or not noun or event.actors:
        return one
    if not event.recipients or not set(event.recipients) <= set(above.recipients):
        return one
    return replace(one, event=replace(event, actors=event.recipients, recipients=()))


def _governing(one: Told, told: Sequence[Told], before: Sequence[Told], cast: Cast) -> Event | None:
    """The act whose words govern a telling: « refuse tout retrait », « exige la libération »."""
    there = {t.token.i: t.event for t in told if t.sentence == one.sentence}
    there |= {t.token.i: t.event for t in before if t.sentence == one.sentence}
    sentence = cast.reading.sentences[one.sentence]
    below = one.token
    for token in sentence.ancestors(one.token):
        if _stands_alone(sentence, below):
            return None
        below = token
        if token.i in there and there[token.i].type in BEARING + CALLING + WILLING + FORCING:
            return there[token.i]
    return None


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    """Whether a clause says by itself what happens: a finite verb, or one that is joined."""
    if token.pos != "VERB":
        return False
    finite = "Fin" in (token.morph.form, *(t.morph.form for t in sentence.children(token, "aux")))
    joined = token.dep in ("conj", "parataxis", "acl:relcl")
    described = token.dep == "acl" and token.morph.form == "Part"
    return (finite and token.dep != "ccomp") or joined or described


def _doing(one: Told, above: Event | None) -> tuple[str, ...]:
    """Who would do what an act of speech is about, when a noun tells it."""
    if above is None or one.token.pos == "VERB":
        return ()
    if above.type in CALLING + FORCING:
        return tuple(i for i in above.recipients if i not in one.event.recipients)
    return tuple(i for i in above.actors if i not in one.event.recipients)


def _others(  # noqa: PLR0913 - a telling and all that stands around it
    one: Told,
    position: int,
    told: Sequence[Told],
    before: Sequence[Told],
    above: Event | None,
    cast: Cast,
) -> tuple[str, ...]:
    return (
        _visited(one, cast)
        or _subordinate(one, told[position + 1 :])
        or _answered(one, before)
        or _affected(one, above, cast)
    )


def _affected(one: Told, above: Event | None, cast: Cast) -> tuple[str, ...]:
    """Who would undergo it: those to whom it is promised, refused, or who ask for it; their state
    when another one is asked."""
    if above is None or one.event.type == "CONSULT" or above.type in FORCING:
        return ()
    if above.type not in CALLING:
        return above.recipients
    if one.event.type not in ASKED_FOR or above.type != "REQUEST":
        return ()
    between_states = any(cast.by_id[i].kind is EntityKind.COUNTRY for i in one.event.actors)
    return tuple(cast.state_of(i) if between_states else i for i in above.actors)


def _lifted(one: Told, told: Sequence[Told]) -> tuple[str, ...]:
    """Who lifts a sanction is who imposed it: « la levée de l'embargo de X »."""
    if one.event.type != "CONCEDE":
        return ()
    for other in told:
        if other.sentence == one.sentence and other.token.head == one.token.i:
            return other.event.actors if other.event.type in LIFTED else ()
    return ()


def _visited(one: Told, cast: Cast) -> tuple[str, ...]:
    """The state of the place that somebody from elsewhere visits, else the place."""
    if one.event.mode != "visit" or one.event.place is None:
        return ()
    return (_host(one.event.place, one.event.actors, cast),)


def _host(visited: str, visitors: Sequence[str], cast: Cast) -> str:
    """The state of a town that somebody from elsewhere visits, else who or what is visited."""
    town = cast.by_id[visited]
    country = cast.countries.get(town.country or "")
    if town.kind is not EntityKind.PLACE or country is None:
        return visited
    return visited if country.country in {cast.by_id[a].country for a in visitors} else country.id


def _subordinate(one: Told, after: Sequence[Told]) -> tuple[str, ...]:
    """« menace X de … », « accuse … d'avoir … », « manifeste pour exiger de X … »: from the act
    that the speech, or the protest, is about."""
    kind = one.event.type
    if kind not in BEARING + CALLING + CLAIMING:
        return ()
    for other in after:
        if other.sentence != one.sentence:
            return ()
        if other.token.head == one.token.i:
            if kind in CLAIMING and other.event.type not in CALLING:
                continue
            if kind in CLAIMING:
                return tuple(i for i in other.event.recipients if i not in one.event.actors)
            part = other.event.recipients if kind in BEARING else other.event.actors
            return tuple(i for i in part if i not in one.event.actors)
    return ()


def _answered(one: Told, before: Sequence[Told]) -> tuple[str, ...]:
    """Who asked, accused or offered, just before somebody answers."""
    kinds = ANSWERS.get(one.event.type, ())
    for other in reversed(before):
        distance = one.sentence - other.sentence
        if distance > REACH:
            break
        if other.event.type not in kinds or set(other.event.actors) & set(one.event.actors):
            continue
        addressed = set(other.event.recipients) & set(one.event.actors)
        if addressed or (distance <= 1 and not other.event.recipients):
            return other.event.actors
    return ()


def _undone(one: Told, before: Sequence[Told]) -> tuple[str, ...]:
    kind = UNDONE.get(one.trigger.mode or "")
    for other in reversed(before):
        shared = set(other.event.recipients) & set(one.event.recipients)
        if other.event.type == kind and shared:
            return other.event.actors
    return ()


def settled(told: Sequence[Told], cast: Cast) -> list[Told]:
    """The tellings with the date and place of their sentence: « le pont a été fermé jeudi ;
    la police a arrêté deux routiers »; with the date of the one before when a pronoun goes
    on with it: « Elle lui a présenté des excuses »."""
    found: list[Told] = []
    day: Told | None = None
    spot: Told | None = None
    for one in told:
        event = one.event
        if not one.foreground:
            found.append(one)
            continue
        if event.date is not None:
            day = one
        elif day is not None and (day.sentence == one.sentence or _goes_on(day, one, cast)):
            event = replace(event, date=day.event.date)
        if event.place is not None:
            spot = one
        elif spot is not None and spot.sentence == one.sentence and event.type not in UNPLACED:
            event = replace(event, place=spot.event.place)
        found.append(replace(one, event=event))
    return found


def _goes_on(before: Told, one: Told, cast: Cast) -> bool:
    """Whether a sentence goes on with what the one before tells, in the same paragraph: after a
    semicolon, or its first word is a pronoun and what it tells was done."""
    here, there = cast.reading.sentences[one.sentence], cast.reading.sentences[before.sentence]
    if one.sentence - before.sentence != 1 or here.block != there.block:
        return False
    if there.tokens[-1].text == ";":
        return True
    done = any(t.morph.form == "Fin" for t in here.children(one.token, "aux"))
    return done and any(t.norm in cast.clauses.personal for t in here.tokens[:OPENING])
