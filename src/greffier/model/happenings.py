"""What a language pack tells of events: their words, frames, clauses and status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from greffier.model.annotations import EventStatus, Timex
from greffier.model.syntax import Sentence, Token


class Trigger(NamedTuple):
    """What kind of event a word tells (PLOVER), and the frame that gives each one their part.

    `actor` and `recipient` list where to look, in the active voice: `subject`, `object`, `dative`
    (« lui »), `owner` (whose the object is: « dénonce la politique de X »), or a preposition as
    written in the lexicon (`de`, `contre`, `avec`, `entre`). `needs` names the part without which
    the word tells no event: `actor`, `recipient`, `anyone`, `both`, or nothing. `taken` are the
    tokens of a phrase that tells the event as a whole (« porte plainte »). `result` words tell what
    an event brought about (« trois blessés »), and may tell it of one that stands beside them.
    """

    type: str
    mode: str | None
    word: str = ""  # the entry of the lexicon
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object", "dative", "owner")
    needs: str = ""
    taken: tuple[int, ...] = ()
    result: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words that decide how a clause gives an event its participants."""

    complement: Callable[[Sentence, Token], tuple[str, Token]]  # a noun: its preposition, itself
    object_control: Callable[[Token], bool]  # a verb: its object does the infinitive after it
    dative_control: Callable[[Token], bool]  # of these, its object is a thing: « proposer »
    supports: Callable[[Token], bool]  # a verb: its subject does what its object tells
    bridges: Callable[[Token], bool]  # a noun: what it is of is done by who does it, « principe »
    receives: Callable[[Token], bool]  # such a verb: its subject undergoes it, « subir »
    intransitive: Callable[[Token], bool]  # a participle: its subject did it
    makes_passive: Callable[[Token], bool]  # an auxiliary: « être »
    participle: Callable[[Token], bool]  # a verb: its form may be a past participle
    stands_for: Callable[[Token], bool]  # a noun: who its adjective names acts, « troupes »
    bounded: Callable[[Sentence, Timex], str]  # its value, open after « depuis »: « 2012/.. »
    durative: Callable[[Token], bool]  # a verb: in the present, it goes on
    demonym: Callable[[str], str | None]
    counted: Callable[[Sentence, Token], tuple[bool, int] | None]  # « les deux pays »: states, 2
    within: frozenset[str]  # prepositions that make a country a place
    gerund: frozenset[str]  # marks of « en partant »
    subject_control: frozenset[str]  # marks of an infinitive that the subject does itself
    addressed: frozenset[str]  # pronouns that may be objects: « nous », before a verb
    counterpart: Callable[[Token], bool]  # « homologue »
    protesting: Callable[[str], bool]  # the name of people: « manifestants »
    governing: Callable[[str], bool]  # the name of a body: « gouvernement »
    denies: Callable[[Token], bool]  # a verb: « démentir »
    mutual: Callable[[Token], bool]  # a noun: what two sides do to each other, « combats »
    relatives: frozenset[str]
    where: frozenset[str]  # other words that open a relative clause
    where_to: frozenset[str]  # of these, those of places: « où »
    there: frozenset[str]  # pronouns of places: « y »
    reflexives: frozenset[str]
    clitics: dict[str, tuple[str | None, bool]]  # pronoun objects: gender, whether plural
    datives: frozenset[str]  # pronouns: « lui », « leur »
    impersonal: frozenset[str]  # subjects that are nobody
    causatives: frozenset[str]  # « s'est fait arrêter »
    possessives: frozenset[str]
    demonstratives: frozenset[str]
    personal: frozenset[str]  # subject pronouns
    takes_up: Callable[[Sentence], bool]  # it opens with who was told last: « elle », « celle-ci »
    sets_apart: Callable[[Sentence], bool]  # it opens on somebody else: « de son côté »
    on_the_spot: frozenset[str]  # first words of what is seen somewhere: « devant », « dehors »
    speakers: frozenset[str]  # pronouns of who speaks
    spokesmen: frozenset[str]  # those that may stand for a body or a state: « nous »
    speaks_for_state: Callable[[str], bool]  # an office: « ministre »


@dataclass(frozen=True, slots=True)
class Happenings:
    """How the language tells events."""

    trigger: Callable[[Sentence, Token], Trigger | None]
    somebody: Callable[[Sentence, Token], bool]  # a noun: people or a body
    governs: Callable[[Sentence, Token, Token], EventStatus | None]  # a word, of what is below it
    negated: Callable[[Sentence, Token], bool]
    tensed: Callable[[Sentence, Token, tuple[Token, ...]], EventStatus]  # a verb, its auxiliaries
    noun_status: Callable[[Sentence, Token], EventStatus]  # a noun, by its own adjectives
    points_back: Callable[[Sentence, Token], bool]  # « cette rencontre »
    is_known: Callable[[Sentence, Token], bool]  # « la rencontre »: what the reader knows of
    idle: Callable[[Sequence[Sentence]], Callable[[int, Token], bool]]
    # of an article's sentences: which words, by their sentence's number, tell no event in what it
    # is about
    clauses: Clauses
