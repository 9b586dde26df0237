"""What stands around a word that may tell an event: the conditions of its frame look there.

Parsers hang French objects and complements wrongly often enough that what stands right after
the word is looked at too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import country_named, country_of_demonym
from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.events.syntax import CLAUSES, PACKAGE, complement
from greffier.lang.fr.spelling import plain
from greffier.model.syntax import Sentence, Token

NEAR = 7
"""Tokens after a word in which a complement that the parser hung elsewhere is looked for."""
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
PERSONAL = frozenset(
    {"le", "la", "les", "l'", "lui", "leur", "me", "m'", "te", "t'", "nous", "vous"}
)
WHO = frozenset({"il", "elle", "ils", "elles", "je", "j'", "nous", "vous", "on", "qui", "eux"})
STOPS = frozenset({".", ";", ":", "«", "»", "“", "”", '"', "(", ")", "qui", "que", "qu'", "dont"})
CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de"}


@functools.cache
def classes() -> dict[str, frozenset[str]]:
    """Classes of words that conditions name."""
    table = lexicon.load(PACKAGE, "lexicon/classes.toml")
    return {
        name: frozenset(map(plain, lexicon.words(table, name, "classes.toml"))) for name in table
    }


@dataclass(frozen=True)
class Around:
    """A word of a sentence with its objects, subject and complements, found when asked for."""

    sentence: Sentence
    token: Token

    @functools.cached_property
    def passive(self) -> bool:
        if self.token.pos == "NOUN" or CLAUSES.intransitive(self.token):
            return False
        children = self.sentence.children(self.token)
        if any(t.dep in ("aux:pass", "nsubj:pass") for t in children):
            return True
        morph = self.token.morph
        past = (morph.form == "Part" and morph.tense == "Past") or self.token.pos == "ADJ"
        return past and not any(t.dep.startswith("aux") or t.dep == "obj" for t in children)

    @functools.cached_property
    def subjects(self) -> tuple[Token, ...]:
        """Who does it, as the surface shows it in the active voice."""
        if self.token.pos == "NOUN":
            return tuple(t for case, t in self.obliques if case == "par")
        if self.passive:
            agents = self.sentence.children(self.token, "obl:agent")
            return tuple(agents or [t for case, t in self.obliques if case == "par"])
        return tuple(self._surface_subjects())

    def _surface_subjects(self) -> Iterator[Token]:
        for token in self.sentence.children(self.token, "nsubj"):
            relative = token.norm in ("qui", "lequel", "laquelle", "lesquels", "lesquelles")
            yield self.sentence.head(self.token) if relative else token
        head = self.sentence.head(self.token)
        described = self.token.dep.startswith("acl") and head.pos in NOMINAL
        if described or (self.token.pos == "ADJ" and self.token.dep == "amod"):
            yield head
        elif self.token.dep in ("conj", "xcomp", "advcl") and head.pos == "VERB":
            yield from Around(self.sentence, head).subjects

    @functools.cached_property
    def objects(self) -> tuple[Token, ...]:
        """What undergoes it: a verb's object, a passive's subject, a noun's « de »."""
        if self.token.pos == "NOUN":
            return tuple(t for case, t in self.obliques if case == "de")
        if self.passive:
            return tuple(self._surface_subjects())
        found = list(self._objects())
        return tuple(found or self._next_noun())

    def _objects(self) -> Iterator[Token]:
        for token in self.sentence.children(self.token, "obj", "iobj"):
            if token.norm in ("que", "qu'"):
                if self.token.dep.startswith("acl"):
                    yield self.sentence.head(self.token)
            elif token.pos != "VERB" and token.norm not in ("se", "s'"):
                yield token

    def _next_noun(self) -> Iterator[Token]:
        """The noun right after a verb, with nothing but what describes it in between (« des » may
        be tagged as a preposition)."""
        for token in self.sentence.tokens[self.token.i + 1 : self.token.i + NEAR]:
            if token.pos in ("NOUN", "PROPN"):
                if not token.dep.startswith("nsubj"):
                    yield token
                return
            described = token.pos in ("DET", "ADJ", "NUM", "ADV") or token.norm in ("des", "du")
            if not described or token.norm in STOPS:
                return

    @functools.cached_property
    def datives(self) -> tuple[Token, ...]:
        """« lui », « leur »."""
        children = self.sentence.children(self.token, "iobj")
        return tuple(t for t in children if t.norm not in ("se", "s'"))

    @functools.cached_property
    def obliques(self) -> tuple[tuple[str, Token], ...]:
        """Complements, each with its preposition as the lexicon writes it."""
        found = [
            complement(self.sentence, token)
            for token in self.sentence.children(self.token, "obl", "nmod")
        ]
        known = {token.i for _, token in found}
        found += [pair for pair in self._near() if pair[1].i not in known]
        return tuple(found)

    def _near(self) -> Iterator[tuple[str, Token]]:
        """Prepositions soon after the word, whatever the parser hung them on."""
        case = ""
        for token in self.sentence.tokens[self.token.i + 1 : self.token.i + 1 + NEAR]:
            if token.norm in STOPS or token.morph.form == "Fin":
                return
            if token.pos == "ADP":
                case = CONTRACTED.get(plain(token.norm), plain(token.norm))
            elif token.pos in NOMINAL:
                if case:
                    yield case, token
                case = ""

    @functools.cached_property
    def clauses(self) -> frozenset[str]:
        """What verbs it governs: « infinitive », « de infinitive », « à infinitive », « que »."""
        found = set()
        for token in self.sentence.children(self.token, "xcomp", "ccomp", "advcl", "acl", "obl"):
            if token.i < self.token.i or token.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            marks = self.sentence.children(token, "mark", "case")
            if any(t.norm in ("que", "qu'") for t in marks):
                found.add("que")
        for token in self.sentence.tokens[self.token.i + 1 : self.token.i + 1 + NEAR]:
            if token.norm in STOPS - {"«", '"', "“"} or token.morph.form == "Fin":
                if token.norm in ("que", "qu'") and token.i <= self.token.i + 3:
                    found.add("que")
                break
            if token.morph.form == "Inf":
                mark = self._mark(token)
                found |= {"infinitive", f"{mark} infinitive"} if mark else {"infinitive"}
                break
        return frozenset(found)

    @functools.cached_property
    def governed(self) -> tuple[Token, ...]:
        """The verbs of the clauses that it governs."""
        found = [
            token
            for token in self.sentence.children(self.token, "xcomp", "ccomp", "advcl", "acl", "obl")
            if token.i > self.token.i and token.pos == "VERB"
        ]
        for token in self.sentence.tokens[self.token.i + 1 : self.token.i + 1 + NEAR]:
            if token.morph.form == "Fin" or token.norm in STOPS:
                break
            if token.morph.form == "Inf" and token not in found:
                found.append(token)
                break
        return tuple(found)

    def _mark(self, infinitive: Token) -> str:
        """The « de » or « à » before an infinitive, over its clitics and negations."""
        for token in reversed(
            self.sentence.tokens[max(self.token.i, infinitive.i - 5) : infinitive.i]
        ):
            if token.norm in ("de", "d'", "à", "pour", "en", "sans"):
                return CONTRACTED.get(token.norm, token.norm)
            if token.pos == "NOUN" or token.i == self.token.i:
                break
        return ""


def in_class(sentence: Sentence, token: Token, name: str) -> bool:
    """Whether a noun belongs to a class of words; « someone », « place » and « thing » are told
    from names too."""
    words = classes().get(name, frozenset())
    if plain(token.lemma) in words or plain(token.norm) in words:
        return True
    if name == "someone":
        return _is_someone(sentence, token)
    if name == "place":
        return _is_place(sentence, token)
    if name == "thing":
        return token.pos == "NOUN" and not _is_someone(sentence, token)
    contained = token.pos == "NOUN" and plain(token.lemma) in classes()["containers"]
    if contained:  # « une série de sanctions »
        return any(in_class(sentence, t, name) for t in sentence.children(token, "nmod"))
    return False


@functools.cache
def _people() -> frozenset[str]:
    """Nouns of people and bodies: those that the other phenomena know, and ours."""
    offices = lexicon.load("greffier.lang.fr.roles", "lexicon.toml")
    known = heads("groups") | heads("bodies") | lexicon.words(offices, "functions", "roles")
    return classes()["people"] | frozenset(map(plain, known))


def _is_someone(sentence: Sentence, token: Token) -> bool:
    if token.pos == "PRON":
        return token.norm in PERSONAL or token.norm in WHO
    if plain(token.lemma) in _people():
        return True
    if token.pos == "PROPN":
        return _label(sentence, token) in ("PER", "ORG") or country_named(token.text) is not None
    if token.text[:1].isupper() and token.i > 0 and country_of_demonym(token.text):
        return True
    return any(_label(sentence, t) == "PER" for t in sentence.children(token, "appos", "flat"))


def _is_place(sentence: Sentence, token: Token) -> bool:
    """A name that is nobody's; the name finder leaves out towns that it does not know."""
    label = _label(sentence, token)
    if label == "LOC" or country_named(token.text) is not None:
        return True
    named = token.text[:1].isupper() and token.i > 0 and token.pos in ("NOUN", "PROPN")
    return named and label not in ("PER", "ORG", "MISC")


def _label(sentence: Sentence, token: Token) -> str:
    return next((n.label for n in sentence.names if n.first <= token.i <= n.last), "")
