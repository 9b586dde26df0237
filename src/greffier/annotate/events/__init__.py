"""Who did what to whom, when and where (PLOVER), whether it happened, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from greffier.annotate.events import participants, settings, status
from greffier.annotate.events.cast import Cast
from greffier.annotate.events.context import completed
from greffier.annotate.events.merging import Told, merged
from greffier.annotate.events.participants import Participants
from greffier.annotate.events.scenes import settled
from greffier.annotate.events.sides import opposed
from greffier.annotate.events.telling import Words
from greffier.model.annotations import Event, EventStatus, Quotation
from greffier.model.happenings import Happenings, Trigger
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT", "SUPPORT"})
"""Where they are denied, nothing was said: « n'a ni confirmé ni démenti »."""


def find(reading: Reading, language: Language) -> Reading:
    """The article's events: told once or several times, each is one."""
    cast = Cast(reading, language.happenings.clauses)
    told = settled(completed(list(_told(reading, cast, language.happenings)), cast), cast)
    events = merged(told)
    words = Words(events, cast, language.happenings)
    return replace(reading, events=tuple(_set(opposed(events, words), cast)))


def _set(events: Iterable[Event], cast: Cast) -> Iterator[Event]:
    """The events, with the scene of the article for acts that are told nowhere else."""
    scene = settings.scene(cast)
    for event in events:
        placed = event.place or event.type not in settings.PHYSICAL
        elsewhere = placed or settings.is_of_another_year(cast, event)
        yield event if elsewhere else replace(event, place=scene)


def _told(reading: Reading, cast: Cast, words: Happenings) -> Iterator[Told]:
    """Each time that the article tells an event, in the order of the text."""
    idle = words.idle(reading.sentences)
    for number, sentence in enumerate(reading.sentences):
        taken: set[int] = set()
        for token in sentence.tokens:
            trigger = None if token.i in taken else words.trigger(sentence, token)
            if trigger is None or idle(number, token):
                continue
            who = participants.told(cast, sentence, token, trigger)
            whole = who.satisfy(trigger.needs)
            if whole or words.is_known(sentence, token):
                taken.update(trigger.taken)
                event = _event(cast, sentence, token, trigger, who)
                event = replace(event, status=status.of(sentence, token, words))
                event = replace(event, date=settings.possible(cast, token, event))
                if _tells_nothing(event, words.negated(sentence, token)):
                    continue
                front = _foreground(sentence, event, token)
                back = words.points_back(sentence, token)
                yield Told(event, number, token, trigger, front, back, not whole)


def _tells_nothing(event: Event, negated: bool) -> bool:
    """Whether an answer is denied, or a meeting only said not to be: « ne se parlent plus »."""
    if event.status is not EventStatus.DENIED:
        return False
    return event.type in ANSWERS or (event.type == "CONSULT" and negated)


def _event(
    cast: Cast, sentence: Sentence, token: Token, trigger: Trigger, who: Participants
) -> Event:
    return Event(
        type=trigger.type,
        mode=trigger.mode if trigger.type == "CONSULT" else None,
        mentions=(token.span,),
        actors=who.actors,
        recipients=who.recipients,
        place=None if trigger.type in settings.UNPLACED else settings.place(cast, sentence, token),
        date=settings.date(cast, sentence, token),
        status=EventStatus.OCCURRED,
        source=_source(cast.reading.quotations, token.span),
        rule=f"events.{'verb' if token.pos == 'VERB' else 'noun'}",
    )


def _source(quotations: tuple[Quotation, ...], trigger: Span) -> str | None:
    """The speaker of the quotation that holds the trigger: it is their word; what reports it, even
    inside, is not."""
    for quotation in quotations:
        if quotation.cue is not None and quotation.cue.contains(trigger):
            continue
        if quotation.span.contains(trigger):
            return quotation.speaker
    return None


def _foreground(sentence: Sentence, event: Event, token: Token) -> bool:
    """Whether a telling moves the article's own story on: something done, told in its own words
    by a verb that does not look back (« avait quitté »)."""
    if token.pos != "VERB" or event.status is not EventStatus.OCCURRED or event.source:
        return False
    return all(t.morph.tense == "Pres" for t in sentence.children(token, "aux")[:1])
