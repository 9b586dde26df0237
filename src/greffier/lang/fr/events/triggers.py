"""Which words of a sentence tell an event, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.lang.fr.events import phrases
from greffier.lang.fr.events.around import Around, in_class
from greffier.lang.fr.events.frames import Candidate, by_word
from greffier.lang.fr.events.status import governs, negated, noun_status, tensed
from greffier.lang.fr.events.syntax import CLAUSES
from greffier.lang.fr.spelling import plain
from greffier.model.language import Happenings, Trigger
from greffier.model.rules import Example, Rule
from greffier.model.syntax import Sentence, Token

OURS = {"me": "je", "m'": "je", "nous": "nous", "vous": "vous"}
"""Pronouns that are reflexive when the subject is the same person."""
MISTAKEN = ("eraient", "erait", "eront", "era", "ées", "és", "ée", "é")
"""Endings of verbs that the tagger may take for nouns and adjectives."""


def trigger(sentence: Sentence, token: Token) -> Trigger | None:
    """The event that a word tells, or null."""
    known = _known(_keys(sentence, token)) or _known(_mistaken(token))
    if not known:
        return None
    return _first(Around(sentence, token), sorted(known, key=lambda c: c.rank))


def _known(keys: Iterator[tuple[str, str]]) -> list[Candidate]:
    return [c for key in dict.fromkeys(keys) for c in by_word().get(key, ())]


def _first(around: Around, known: list[Candidate]) -> Trigger | None:
    """The first frame whose phrase and conditions are there; null if it tells nothing."""
    for _, entry, frame in known:
        taken = phrases.taken(around, entry)
        if taken is None or not frame.holds(around):
            continue
        if frame.type is None:
            return None
        noun = entry.kind != "verb"
        actor, recipient = frame.actor[noun], frame.recipient[noun]
        return Trigger(frame.type, frame.mode, entry.word, actor, recipient, frame.needs, taken)
    return None


def _keys(sentence: Sentence, token: Token) -> Iterator[tuple[str, str]]:
    """How the lexicon may know a token, best first."""
    lemma = plain(token.lemma)
    if token.pos in ("VERB", "AUX"):
        yield "verb", f"se {lemma}" if _is_reflexive(sentence, token) else lemma
        return
    if token.pos in ("NOUN", "PROPN"):
        yield "noun", plain(token.norm)
        yield "noun", lemma
    if token.pos in ("ADJ", "ADV"):
        yield "adjective", lemma
        yield "adjective", plain(token.norm)
        yield "verb", lemma


def _mistaken(token: Token) -> Iterator[tuple[str, str]]:
    """The verb that the tagger may have taken for a noun or an adjective."""
    if token.pos not in ("ADJ", "NOUN", "ADV") or not token.i:
        return
    ending = next((e for e in MISTAKEN if token.norm.endswith(e)), None)
    if ending is not None:
        yield "verb", plain(token.norm).removesuffix(ending) + "er"
    elif token.norm == plain(token.lemma) + "e":  # « charge » with the lemma of no adjective
        yield "verb", plain(token.lemma) + "er"


def _is_reflexive(sentence: Sentence, verb: Token) -> bool:
    """« se rendent », « nous nous rencontrons »: not « il nous a reçus »."""
    for token in sentence.tokens[max(0, verb.i - 4) : verb.i]:
        if token.head != verb.i or token.dep.startswith("nsubj"):
            continue
        if token.norm in ("se", "s'"):
            return True
        ours = OURS.get(token.norm)
        if ours and any(_same_person(t, ours) for t in sentence.children(verb, "nsubj")):
            return True
    return False


def _same_person(subject: Token, person: str) -> bool:
    return subject.norm == person or (person == "je" and subject.norm == "j'")


RULES = (
    Rule(
        "events.verb",
        trigger,
        (
            Example(
                "La ministre finlandaise Aino Lahtinen a rencontré mardi le maire Juhani Salo.",
                ("CONSULT/meet rencontré: Aino Lahtinen > Juhani Salo (occurred)",),
            ),
            Example(
                "Le maire Juhani Salo a été agressé par Mika Aalto.",
                ("ASSAULT agressé: Mika Aalto > Juhani Salo (occurred)",),
            ),
            Example("Le soleil brillait sur le marché."),
        ),
    ),
    Rule(
        "events.noun",
        trigger,
        (
            Example(
                "Le refus de Juhani Salo a surpris.",
                ("REJECT refus: Juhani Salo > ? (occurred)",),
            ),
            Example("Le refus a surpris."),
        ),
    ),
)
"""The rules of events, with their examples."""

HAPPENINGS = Happenings(
    trigger=trigger,
    somebody=lambda sentence, token: in_class(sentence, token, "someone"),
    governs=governs,
    negated=negated,
    tensed=tensed,
    noun_status=noun_status,
    clauses=CLAUSES,
)
