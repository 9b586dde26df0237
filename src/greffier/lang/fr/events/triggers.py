"""The trigger lexicon, looked up by lemma."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.events.status import governs, negated, noun_status, tensed
from greffier.lang.fr.events.syntax import CLAUSES
from greffier.lang.fr.spelling import plain
from greffier.model.language import Happenings, Trigger
from greffier.model.rules import Example, Rule
from greffier.model.syntax import Sentence, Token

PACKAGE = "greffier.lang.fr.events"
REFLEXIVES = frozenset({"se", "s'", "me", "m'", "nous", "vous"})
Key = tuple[str, str]
"""Kind of word (verb or noun) and lemma; a reflexive verb's begins with « se »."""


@functools.cache
def triggers() -> dict[Key, tuple[Trigger, ...]]:
    """Every trigger by its word; LexiconError when a table has another shape."""
    found: dict[Key, tuple[Trigger, ...]] = {}
    for kind, modes in lexicon.load(PACKAGE, "triggers.toml").items():
        for mode, table in modes.items():
            where = f"triggers.toml {kind}.{mode}"
            told = None if mode == "-" else mode
            for key in ("verbs", "nouns"):
                if key not in table or not table[key]:
                    continue
                for word in lexicon.words(table, key, where):
                    trigger = _framed(kind, told, word, noun=key == "nouns")
                    entry = ("noun" if key == "nouns" else "verb", _key(word))
                    found[entry] = (*found.get(entry, ()), trigger)
    return found


UNDERGONE = frozenset({"COERCE", "SANCTION", "AID"})
"""Types whose nouns name with « de » who undergoes them: « l'arrestation de X »."""
ACROSS = ("contre", "à", "envers", "sur", "auprès", "avec")


def _framed(kind: str, mode: str | None, word: str, noun: bool) -> Trigger:
    if mode == "visit":
        ends = ("object", "à", "en", "chez", "auprès")
        return Trigger(kind, mode, word, ("subject", "de", ""), ends, "anyone" if noun else "")
    if not noun:
        return Trigger(kind, mode, word, recipient=("object", "dative", "owner", *ACROSS))
    if kind in UNDERGONE or mode in ("release", "abduct"):
        return Trigger(kind, mode, word, ("par", "", "subject"), ("de", *ACROSS), "anyone")
    return Trigger(kind, mode, word, ("par", "de", "entre", "", "subject"), ACROSS, "anyone")


def _key(word: str) -> str:
    word = plain(word)
    if word.startswith("s'"):
        return f"se {word[2:]}"
    return word


def trigger(sentence: Sentence, token: Token) -> Trigger | None:
    """The event that a word tells, or null; of several types, the first in the lexicon."""
    if token.pos == "VERB":
        lemma = plain(token.lemma)
        if _is_reflexive(sentence, token):
            found = triggers().get(("verb", f"se {lemma}"))
        else:
            found = triggers().get(("verb", lemma))
        return found[0] if found else None
    if token.pos == "NOUN":
        for word in (plain(token.norm), plain(token.lemma)):
            found = triggers().get(("noun", word))
            if found:
                return found[0]
    return None


def _is_reflexive(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[max(0, token.i - 3) : token.i]
    return any(t.norm in REFLEXIVES and t.head == token.i for t in before)


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
    governs=governs,
    negated=negated,
    tensed=tensed,
    noun_status=noun_status,
    clauses=CLAUSES,
)
