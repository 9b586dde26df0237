"""The arguments of a verb or of an event's noun, found by syntax alone.

Roles are deep: the subject of a passive is its object, its agent is its subject; relative
pronouns give their antecedent; infinitives, participles and coordinated verbs take the subject
that the clause above shares with them (control).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from greffier.model.language import Clauses
from greffier.model.syntax import Sentence, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
BREAKS = frozenset({";", ":", "«", "»", "“", "”", '"', "(", ")"})
DEEP = 6
"""Clauses climbed in search of a subject."""


class Arguments(NamedTuple):
    """Tokens that head the phrases around a word. `obliques` pair a preposition with its noun."""

    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
    dative: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, Token], ...] = ()

    def after(self, preposition: str) -> list[Token]:
        """The nouns that follow a preposition."""
        return [token for case, token in self.obliques if case == preposition]


def of_verb(sentence: Sentence, verb: Token, words: Clauses) -> Arguments:
    """Who does it, who undergoes it and the complements, whatever the voice."""
    obliques = tuple(_obliques(sentence, verb, words))
    surface = _one(surface_subject(sentence, verb, words))
    dative = tuple(sentence.children(verb, "iobj"))
    if is_passive(sentence, verb, words):
        agents = tuple(sentence.children(verb, "obl:agent"))
        by = tuple(token for case, token in obliques if case == "par" and token not in agents)
        return Arguments(agents or by, surface, dative, obliques)
    objects = tuple(_objects(sentence, verb))
    return Arguments(surface, objects, dative, obliques)


def of_noun(sentence: Sentence, noun: Token, words: Clauses) -> Arguments:
    """Complements of a noun, with the subject and complements of the verb that supports it:
    « X a lancé une offensive contre Y »."""
    own = tuple(_complements(sentence, noun, words))
    verb = supporting(sentence, noun, words)
    if verb is None:
        return Arguments(obliques=own)
    above = of_verb(sentence, verb, words)
    others = tuple(pair for pair in above.obliques if pair[1].i != noun.i)
    return Arguments(above.subject, (), above.dative, own + others)


def supporting(sentence: Sentence, noun: Token, words: Clauses) -> Token | None:
    """The light verb whose object or complement an event's noun is (« mener une attaque »)."""
    verb = sentence.head(noun)
    beneath = noun.dep in ("obj", "nsubj:pass") or noun.dep.startswith("obl")
    return verb if beneath and verb.pos == "VERB" and words.supports(verb) else None


def is_passive(sentence: Sentence, verb: Token, words: Clauses) -> bool:
    """Whether the surface subject undergoes the verb."""
    children = sentence.children(verb)
    if any(t.dep.startswith("expl") and t.norm in words.reflexives for t in children):
        return any(t.norm in words.causatives and t.i < verb.i for t in children)
    if any(t.dep in ("aux:pass", "nsubj:pass") for t in children):
        return not words.intransitive(verb)
    if verb.morph.form != "Part" or verb.morph.tense != "Past":
        return False
    if any(t.dep.startswith("aux") for t in children) or words.intransitive(verb):
        return False
    head = sentence.head(verb)
    if verb.dep == "conj" and head.pos == "VERB":  # « a été arrêté et jugé », « a dit et fait »
        return is_passive(sentence, head, words)
    return True


def surface_subject(
    sentence: Sentence, verb: Token, words: Clauses, depth: int = DEEP
) -> Token | None:
    """The subject as the clause shows it, its own or shared with the clause above."""
    own = [t for t in sentence.children(verb, "nsubj", "expl:subj") if t.pos in NOMINAL]
    for subject in (*_inverted(sentence, verb), *own):
        if subject.norm in words.relatives:
            return antecedent(sentence, verb)
        return None if subject.norm in words.impersonal else subject
    if not depth:
        return None
    return _shared(sentence, verb, words, depth - 1)


def _shared(sentence: Sentence, verb: Token, words: Clauses, depth: int) -> Token | None:
    """The subject that a verb without its own takes from above."""
    head = sentence.head(verb)
    if head.i == verb.i:
        return None
    infinitive = is_infinitive(sentence, verb)
    if verb.dep.startswith("acl"):
        return _of_noun_phrase(sentence, head, words, depth) if infinitive else head
    if head.pos not in ("VERB", "AUX", "ADJ"):
        return None
    if verb.dep == "conj":
        return surface_subject(sentence, head, words, depth)
    if infinitive and words.object_control(head) and not is_passive(sentence, head, words):
        return _controller(sentence, head, words)
    if infinitive or verb.morph.form == "Part":
        return surface_subject(sentence, head, words, depth)
    return None


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """« partir », « avoir attaqué », « être arrêté »."""
    auxiliaries = sentence.children(verb, "aux")
    return (auxiliaries[0] if auxiliaries else verb).morph.form == "Inf"


def _controller(sentence: Sentence, verb: Token, words: Clauses) -> Token | None:
    """Who is asked, accused or allowed to do what the infinitive says."""
    found = [*_objects(sentence, verb), *sentence.children(verb, "iobj")]
    found += [t for case, t in _obliques(sentence, verb, words) if case in ("à", "auprès")]
    return next((t for t in found if t.pos != "VERB"), None)


def _of_noun_phrase(sentence: Sentence, noun: Token, words: Clauses, depth: int) -> Token | None:
    """Who would do it, of « la volonté de X de négocier », « X a exprimé sa volonté de … »."""
    owner = next((t for case, t in _complements(sentence, noun, words) if case == "de"), None)
    if owner is not None:
        return owner
    head = sentence.head(noun)
    beneath = noun.dep in ("obj", "xcomp", "nsubj:pass") or noun.dep.startswith("obl")
    if beneath and head.pos == "VERB":
        return surface_subject(sentence, head, words, depth)
    return None


def antecedent(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a relative clause is about."""
    while verb.dep == "conj":
        verb = sentence.head(verb)
    return sentence.head(verb) if verb.dep.startswith("acl") else None


def _inverted(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """« a-t-il dit », « dit-elle »."""
    for token in sentence.tokens[max(0, verb.i - 2) : verb.i + 2]:
        if token.pos == "PRON" and token.text.startswith("-") and token.norm != "-t":
            yield token


def _objects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for token in sentence.children(verb, "obj"):
        if token.norm in ("que", "qu'"):
            found = antecedent(sentence, verb)
            if found is not None:
                yield found
        else:
            yield token


def _obliques(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[tuple[str, Token]]:
    for token in sentence.children(verb, "obl"):
        yield words.complement(sentence, token)


def _complements(sentence: Sentence, noun: Token, words: Clauses) -> Iterator[tuple[str, Token]]:
    """« l'arrestation de X par Y »; what parsers hang lower in a chain of complements is kept:
    « la visite du ministre à Madrid »."""
    for token in sentence.children(noun, "nmod", "obl"):
        yield words.complement(sentence, token)
        for lower in sentence.children(token, "nmod", "obl"):
            case, deep = words.complement(sentence, lower)
            if case not in ("de", ""):
                yield case, deep
    for token in sentence.children(noun, "amod", "appos"):
        yield "", token
    for token in sentence.children(noun, "det"):
        if token.norm in words.possessives:
            yield "de", token


def nearby_subject(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Nouns without preposition before a finite verb whose subject the parser missed, nearest
    first."""
    if "Fin" not in (verb.morph.form, *(t.morph.form for t in sentence.children(verb, "aux"))):
        return
    own = {verb.i, *(t.i for t in sentence.children(verb))}
    for token in reversed(sentence.tokens[: verb.i]):
        if token.text in BREAKS or (token.morph.form == "Fin" and token.i not in own):
            return
        if token.pos in ("NOUN", "PROPN") and not _introduced(sentence, token):
            yield token


def nearby_objects(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[tuple[str, Token]]:
    """Nouns after a verb, up to the next clause, with their prepositions: what the parser hung
    elsewhere."""
    for token in sentence.tokens[verb.i + 1 :]:
        if token.text in BREAKS or token.norm in words.relatives or token.morph.form == "Fin":
            return
        if token.pos in ("NOUN", "PROPN") and not token.dep.startswith("flat"):
            yield words.complement(sentence, described(sentence, token))[0], token


def described(sentence: Sentence, token: Token) -> Token:
    """The noun that a name stands in apposition to: their preposition is one."""
    return described(sentence, sentence.head(token)) if token.dep == "appos" else token


def _introduced(sentence: Sentence, token: Token) -> bool:
    noun = described(sentence, token)
    return bool(sentence.children(noun, "case")) or noun.dep.startswith("flat")


def _one(token: Token | None) -> tuple[Token, ...]:
    return () if token is None else (token,)
