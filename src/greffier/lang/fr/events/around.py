"""What stands around a word that may tell an event: the conditions of its frame look there.

Parsers hang French objects and complements wrongly often enough that what stands right after
the word is looked at too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import country_named, country_of_demonym
from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.events.syntax import CLAUSES, PACKAGE, complement
from greffier.lang.fr.spelling import plain
from greffier.model.syntax import Name, Sentence, Token

NEAR = 7
"""Tokens after a word in which a complement that the parser hung elsewhere is looked for."""
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
PERSONAL = frozenset(
    {"le", "la", "les", "l'", "lui", "leur", "me", "m'", "te", "t'", "nous", "vous"}
)
WHO = frozenset({"il", "elle", "ils", "elles", "je", "j'", "nous", "vous", "on", "qui", "eux"})
INCISES = frozenset({",", "»", "”", '"', "!", "?"})
"""What stands before an incise."""
THAT = frozenset({"cela", "ça", "ceci", "ce", "c'"})
SHARING = ("conj", "xcomp", "advcl")
"""Clauses that may have the subject of the one above."""
DEEP = 6
"""Clauses climbed in search of a subject."""
NAMING = ("NOUN", "PROPN")
FAR = 14
"""Tokens after a verb in which its object is looked for, over its complements of time and place."""
INSIDE = frozenset({"NOUN", "PROPN", "ADP", "DET", "NUM", "ADJ", "ADV"})
"""What may stand between a verb and its object."""
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
    climbed: int = 0  # clauses below it that look here for their subject

    @functools.cached_property
    def passive(self) -> bool:
        if self.token.pos == "NOUN" or CLAUSES.intransitive(self.token):
            return False
        children = self.sentence.children(self.token)
        auxiliaries = {t.lemma for t in children if t.dep.startswith("aux")}
        if auxiliaries and "être" not in auxiliaries:  # « a rejeté », whatever the subject's label
            return False
        if any(t.dep in ("aux:pass", "nsubj:pass") for t in children):
            return True
        morph = self.token.morph
        past = (morph.form == "Part" and morph.tense == "Past") or self.token.pos == "ADJ"
        return past and not any(t.dep.startswith("aux") or t.dep == "obj" for t in children)

    @functools.cached_property
    def subjects(self) -> tuple[Token, ...]:
        """Who does it, as the surface shows it in the active voice."""
        if self.token.pos == "NOUN" and self.token.dep == "amod":  # a verb, mistaken for a noun
            return (self.sentence.head(self.token),)
        if self.token.pos == "NOUN":
            return tuple(t for case, t in self.obliques if case == "par")
        if self.passive:
            agents = self.sentence.children(self.token, "obl:agent")
            return tuple(agents or [t for case, t in self.obliques if case == "par"])
        return tuple(self._surface_subjects())

    def _surface_subjects(self) -> Iterator[Token]:
        own = self.sentence.children(self.token, "nsubj") or self._inverted()
        for token in own:
            relative = token.norm in ("qui", "lequel", "laquelle", "lesquels", "lesquelles")
            yield self.sentence.head(self.token) if relative else token
        head = self.sentence.head(self.token)
        finite = self.token.morph.form != "Inf"  # « une invitation à visiter » visits nothing
        described = self.token.dep.startswith("acl") and head.pos in NOMINAL and finite and not own
        if described or (self.token.pos == "ADJ" and self.token.dep == "amod"):
            yield head
        elif self.token.dep in SHARING and head.pos == "VERB" and self.climbed < DEEP:
            yield from Around(self.sentence, head, self.climbed + 1)._surface_subjects()

    @functools.cached_property
    def objects(self) -> tuple[Token, ...]:
        """What undergoes it: a verb's object, a passive's subject, a noun's « de »."""
        if self.token.pos == "NOUN":
            return tuple(t for case, t in self.obliques if case == "de")
        if self.passive:
            return tuple(self._surface_subjects())
        if self._inverted():
            return ()
        found = [t for t in self._objects() if not _is_time(t)]
        return tuple(found or self._antecedent() or self._next_object())

    def _objects(self) -> Iterator[Token]:
        for token in self.sentence.children(self.token, "obj", "iobj"):
            if token.norm in ("que", "qu'"):
                if self.token.dep.startswith("acl"):
                    yield self.sentence.head(self.token)
            elif token.pos != "VERB" and token.norm not in ("se", "s'", "en", "y"):
                yield token

    def _inverted(self) -> list[Token]:
        """Who speaks, where the parser takes them for the object: « …, prévient le maire »."""
        if self.token.pos != "VERB" or self.sentence.children(self.token, "nsubj"):
            return []
        tokens = self.sentence.tokens
        first = next(iter(self.sentence.children(self.token, "aux")), self.token)
        opened = first.i > 0 and tokens[first.i - 1].text in INCISES
        if not opened or first.morph.form != "Fin":
            return []
        after = self.sentence.children(self.token, "obj")
        return [t for t in after if t.i > self.token.i and _is_someone(self.sentence, t)]

    def _antecedent(self) -> list[Token]:
        """What a relative clause is about, whatever the parser made of its « que »."""
        relative = any(t.norm in ("que", "qu'") for t in self.sentence.children(self.token))
        head = self.sentence.head(self.token)
        return (
            [head] if relative and self.token.dep.startswith("acl") and head.pos in NAMING else []
        )

    def _next_object(self) -> Iterator[Token]:
        """The first noun after a verb that neither a preposition brings in nor tells a time: « a
        reçu samedi dans la ville le maire ». After another noun it needs its determiner."""
        introduced, determined = False, True
        last: Token | None = None
        for token in self.sentence.tokens[self.token.i + 1 : self.token.i + 1 + FAR]:
            if token.pos in ("NOUN", "PROPN"):
                if not introduced and determined and not _is_time(token):
                    if not token.dep.startswith("nsubj"):
                        yield token
                    return
                last, introduced, determined = token, False, False
            elif _is_partitive(token, last):
                determined = True
            elif token.pos == "ADP":
                introduced = True
            elif token.pos in ("DET", "NUM"):
                determined = True
            if token.norm in STOPS or token.pos not in INSIDE:
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
        if self.token.pos == "NOUN":  # « sa visite »
            own = self.sentence.children(self.token, "det")
            found += [("de", t) for t in own if t.norm in CLAUSES.possessives]
        known = {token.i for _, token in found}
        found += [pair for pair in self._near() if pair[1].i not in known]
        return tuple(found)

    def _near(self) -> Iterator[tuple[str, Token]]:
        """Prepositions soon after the word, whatever the parser hung them on."""
        case = ""
        for token in self.sentence.tokens[self.token.i + 1 : self.token.i + 1 + NEAR]:
            if token.norm in STOPS or token.morph.form in ("Fin", "Inf"):
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
    from names too, « act » is any verb."""
    token = _counted(sentence, token)
    words = classes().get(name, frozenset())
    if plain(token.lemma) in words or plain(token.norm) in words:
        return True
    if name == "someone":
        return _is_someone(sentence, token)
    if name == "place":
        return _is_place(sentence, token)
    if name == "thing":
        known = _is_someone(sentence, token) or _is_place(sentence, token)
        return (token.pos == "NOUN" and not known) or token.norm in THAT
    if name == "act":
        return token.pos == "VERB"
    contained = token.pos == "NOUN" and plain(token.lemma) in classes()["containers"]
    if contained:  # « une série de sanctions »
        return any(in_class(sentence, t, name) for t in sentence.children(token, "nmod"))
    return False


def _counted(sentence: Sentence, token: Token) -> Token:
    """The noun that a number counts: « deux cents rebelles », « deux de ses agents »."""
    if token.pos != "NUM" and token.norm not in ("cent", "cents", "mille"):
        return token
    following = sentence.tokens[token.i + 1 : token.i + 4]
    return next((t for t in following if t.pos in ("NOUN", "PROPN")), token)


def _is_time(token: Token) -> bool:
    """« mardi », « la semaine dernière »."""
    return plain(token.lemma) in classes()["times"]


def _is_partitive(token: Token, after: Token | None) -> bool:
    """« des », « du » as determiners, whatever their tag: no noun is before that they complete."""
    if token.norm not in ("des", "du"):
        return False
    return after is None or after.pos == "PROPN" or _is_time(after)


@functools.cache
def _people() -> frozenset[str]:
    """Nouns of people and bodies: those that the other phenomena know, and ours."""
    offices = lexicon.load("greffier.lang.fr.roles", "lexicon.toml")
    known = heads("groups") | heads("bodies") | lexicon.words(offices, "functions", "roles")
    return classes()["people"] | frozenset(map(plain, known))


def _is_someone(sentence: Sentence, token: Token) -> bool:
    if token.pos == "DET":
        return token.norm in CLAUSES.possessives
    if token.pos == "PRON":
        return token.norm in PERSONAL or token.norm in WHO
    known = plain(token.lemma) in _people() or token.norm.startswith("vice-")
    if known or _is_named(sentence, token):
        return True
    if token.text[:1].isupper() and token.i > 0 and country_of_demonym(token.text):
        return True
    if CLAUSES.stands_for(token) and any(
        country_of_demonym(t.text) for t in sentence.children(token, "amod")
    ):  # « la partie turque »
        return True
    return any(_is_named(sentence, t) for t in sentence.children(token, "appos", "flat"))


def _is_named(sentence: Sentence, token: Token) -> bool:
    """Whether a name tells a person, a body or a country, whatever its words are tagged."""
    if country_named(token.text) is not None:
        return True
    name = _name(sentence, token)
    if name is None:
        return False
    words = sentence.tokens[name.first : name.last + 1]
    return name.label in ("PER", "ORG") or country_named(_text(words)) is not None


def _is_place(sentence: Sentence, token: Token) -> bool:
    """A name that is nobody's; the name finder leaves out towns that it does not know."""
    label = _label(sentence, token)
    if label == "LOC" or country_named(token.text) is not None:
        return True
    bare = token.i > 0 or not sentence.children(token)  # « Caritas », « Port-Louis » open sentences
    named = token.text[:1].isupper() and bare and token.pos in NAMING
    return named and label not in ("PER", "ORG", "MISC")


def _label(sentence: Sentence, token: Token) -> str:
    name = _name(sentence, token)
    return name.label if name else ""


def _name(sentence: Sentence, token: Token) -> Name | None:
    return next((n for n in sentence.names if n.first <= token.i <= n.last), None)


def _text(words: Sequence[Token]) -> str:
    """Words as they are printed: « Corée du Nord », « Etats-Unis »."""
    start = words[0].start
    printed = [" "] * (words[-1].end - start)
    for word in words:
        printed[word.start - start : word.end - start] = word.text
    return "".join(printed)
