"""Which words of a sentence tell an event, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.lang.fr.events import phrases
from greffier.lang.fr.events.around import Around, in_class
from greffier.lang.fr.events.frames import Candidate, by_word
from greffier.lang.fr.events.registers import idle
from greffier.lang.fr.events.status import governs, negated, noun_status, tensed
from greffier.lang.fr.events.syntax import CLAUSES
from greffier.lang.fr.spelling import plain
from greffier.model.happenings import Happenings, Trigger
from greffier.model.rules import Example, Rule
from greffier.model.syntax import Sentence, Token

OURS = {"me": "je", "m'": "je", "nous": "nous", "vous": "vous"}
"""Pronouns that are reflexive when the subject is the same person."""
POINTING = frozenset({"ce", "cet", "cette", "ces"})
DEFINITE = POINTING | {"le", "la", "les", "l'"}
BODIES = ("ORG", "PER", "LOC")
MISTAKEN = ("eraient", "erait", "eront", "era", "ées", "és", "ée", "é")
"""Endings of verbs that the tagger may take for nouns and adjectives."""


def trigger(sentence: Sentence, token: Token) -> Trigger | None:
    """The event that a word tells, or null."""
    known = _known(_keys(sentence, token)) or _known(_mistaken(token, _is_counted(sentence, token)))
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
        return Trigger(
            *(
                frame.type,
                frame.mode,
                entry.word,
                actor,
                recipient,
                frame.needs,
                taken,
                frame.result,
            )
        )
    return None


def _keys(sentence: Sentence, token: Token) -> Iterator[tuple[str, str]]:
    """How the lexicon may know a token, best first."""
    lemma = plain(token.lemma)
    if token.dep.startswith("aux") or _is_nominal(sentence, token):
        return
    if _is_bare_verb(sentence, token):
        yield "verb", plain(token.norm) + "r"
        return
    if token.pos in ("VERB", "AUX"):
        yield "verb", f"se {lemma}" if _is_reflexive(sentence, token) else lemma
        return
    if token.pos in ("NOUN", "PROPN") and token.dep != "amod" and not _is_in_name(sentence, token):
        yield "noun", plain(token.norm)
        yield "noun", lemma
    if token.pos in ("ADJ", "ADV"):
        yield "adjective", lemma
        yield "adjective", plain(token.norm)
        yield "verb", lemma


def _is_nominal(sentence: Sentence, token: Token) -> bool:
    """« deux cents invités », « les interpellés »: participles that stand for people."""
    if token.pos != "VERB" or token.morph.form != "Part" or not token.i:
        return False
    before = sentence.tokens[token.i - 1]
    return before.pos in ("NUM", "DET") and not sentence.children(token, "aux", "nsubj", "obj")


def _is_counted(sentence: Sentence, token: Token) -> bool:
    """« 28 blessés »."""
    return token.i > 0 and sentence.tokens[token.i - 1].pos == "NUM"


def _is_bare_verb(sentence: Sentence, token: Token) -> bool:
    """« leur syndicat menace d'une grève »: a noun for the tagger, with nothing of a noun."""
    if token.pos != "NOUN" or not token.i or not token.norm.endswith("e"):
        return False
    if sentence.children(token, "det", "case", "amod"):
        return False
    before, after = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1 : token.i + 4]
    if token.dep == "amod" and before.pos in ("NOUN", "PROPN"):
        return True
    leads = bool(after) and after[0].norm in ("de", "d'", "à")
    return leads and any(t.morph.form == "Inf" for t in after)


def _is_in_name(sentence: Sentence, token: Token) -> bool:
    """« Libération », « le Comité d'enquête », « l'Ordre »: names of bodies, not what is done."""
    if token.text[:1].isupper() and token.i > 0:
        before = sentence.tokens[token.i - 1]
        return before.pos not in ("PUNCT", "SYM")
    return any(n.first < token.i <= n.last and n.label in BODIES for n in sentence.names)


def _mistaken(token: Token, counted: bool) -> Iterator[tuple[str, str]]:
    """The verb that the tagger may have taken for a noun or an adjective."""
    if token.pos not in ("ADJ", "NOUN", "ADV") or not token.i or counted:
        return
    ending = next((e for e in MISTAKEN if token.norm.endswith(e)), None)
    if ending is not None:
        yield "verb", plain(token.norm).removesuffix(ending) + "er"
    elif token.pos == "ADJ" and token.norm.endswith("ant"):  # « menaçant de fermer »
        yield "verb", plain(token.norm).removesuffix("ant").replace("ç", "c") + "er"
    elif token.norm == plain(token.lemma) + "e":  # « charge » with the lemma of no adjective
        yield "verb", plain(token.lemma) + "er"


def _is_reflexive(sentence: Sentence, verb: Token) -> bool:
    """« se rendent », « nous nous rencontrons »: not « il nous a reçus »."""
    for token in sentence.tokens[max(0, verb.i - 4) : verb.i]:
        if token.head != verb.i or token.dep.startswith("nsubj"):
            continue
        to_do = verb.morph.form == "Inf"  # « s'isoler », and not « s'il est mis »
        if token.norm in ("se", "s'") and (to_do or token.dep != "mark"):
            return True
        ours = OURS.get(token.norm)
        if ours and any(_same_person(t, ours) for t in sentence.children(verb, "nsubj")):
            return True
    return False


def _same_person(subject: Token, person: str) -> bool:
    return subject.norm == person or (person == "je" and subject.norm == "j'")


def points_back(sentence: Sentence, noun: Token) -> bool:
    """« cette rencontre », « ces violences »."""
    return any(t.norm in POINTING for t in sentence.children(noun, "det"))


def is_known(sentence: Sentence, noun: Token) -> bool:
    """« la rencontre », « l'attaque », « cet accord »."""
    return any(t.norm in DEFINITE for t in sentence.children(noun, "det"))


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
    points_back=points_back,
    is_known=is_known,
    idle=idle,
    clauses=CLAUSES,
)
