"""The arguments of a verb or of an event's noun, found by syntax alone.

Roles are deep: the subject of a passive is its object, its agent is its subject; relative
pronouns give their antecedent; infinitives, participles and coordinated verbs take the subject
that the clause above shares with them (control).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from greffier.model.happenings import Clauses
from greffier.model.syntax import Sentence, Token

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
BREAKS = frozenset({";", ":", "«", "»", "“", "”", '"', "(", ")"})
PUT_AFTER = (",", "»", "”", '"')
"""What stands before a verb of speech put after what is said."""
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
    dative = tuple(
        t
        for t in sentence.children(verb)
        if t.dep == "iobj" or (t.norm in words.datives and t.i < verb.i)
    )
    if is_passive(sentence, verb, words):
        agents = tuple(sentence.children(verb, "obl:agent"))
        by = tuple(token for case, token in obliques if case == "par" and token not in agents)
        return Arguments(agents or by, surface, dative, obliques)
    clitics = tuple(t for t in dative if t.norm in words.addressed)
    objects = tuple(_objects(sentence, verb, words)) or clitics
    if not surface and objects and _put_after(sentence, verb, objects[0]):
        return Arguments(objects[:1], objects[1:], dative, obliques)
    return Arguments(surface, objects, dative, obliques)


def _put_after(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """« …, promet le ministre »: the subject of a verb put after what is said."""
    marked = verb.i > 0 and sentence.tokens[verb.i - 1].text in PUT_AFTER
    finite = "Fin" in (verb.morph.form, *(t.morph.form for t in sentence.children(verb, "aux")))
    return marked and finite and noun.i > verb.i


def of_adjective(sentence: Sentence, adjective: Token, words: Clauses) -> Arguments:
    """Who is so (« X, prêt à partir », « X est solidaire ») and the adjective's complements."""
    own = [t for t in sentence.children(adjective, "nsubj") if t.pos in NOMINAL]
    head = sentence.head(adjective)
    if own:
        subject: Token | None = own[-1]
    elif adjective.dep == "amod" and _set_apart(sentence, adjective):
        subject = next(earlier_subjects(sentence, adjective, words, marks=True), head)
    elif adjective.dep == "amod" and head.pos in NOMINAL:
        subject = head
    elif head.pos in (*VERBAL, "ADJ") and head.i != adjective.i:
        subject = surface_subject(sentence, head, words)
    else:
        subject = None
    return Arguments(_one(subject), obliques=tuple(_complements(sentence, adjective, words)))


def _predicated(sentence: Sentence, noun: Token, words: Clauses) -> list[Token]:
    """Who « est en visite », or « X en visite à Y »."""
    if sentence.children(noun, "cop"):
        return sentence.children(noun, "nsubj")
    head = sentence.head(noun)
    state = words.complement(sentence, noun)[0] in words.gerund and noun.dep in ("nmod", "acl")
    return [head] if state and head.pos in NOMINAL else []


def _doers(sentence: Sentence, noun: Token, words: Clauses) -> Iterator[tuple[str, Token]]:
    """« la suspension décidée par X », « une attaque menée par Y »: X and Y do it."""
    for verb in sentence.children(noun, "acl"):
        if words.supports(verb) and is_passive(sentence, verb, words):
            yield from (("par", t) for t in of_verb(sentence, verb, words).subject)


def _set_apart(sentence: Sentence, adjective: Token) -> bool:
    """« …, menaçant de partir »: after a comma and with a clause of its own, a participle."""
    comma = adjective.i > 0 and sentence.tokens[adjective.i - 1].text == ","
    return comma and bool(sentence.children(adjective, "xcomp", "ccomp"))


def of_noun(sentence: Sentence, noun: Token, words: Clauses) -> Arguments:
    """Complements of a noun, with the subject and complements of the verb that supports it:
    « X a lancé une offensive contre Y »."""
    own = (*_complements(sentence, noun, words), *_doers(sentence, noun, words))
    owners = tuple(t for case, t in own if case == "de")
    bridge = _bridge(sentence, noun, words)
    if bridge.i != noun.i:  # « l'annonce par X d'une surtaxe »
        own += tuple(pair for pair in _complements(sentence, bridge, words) if pair[0] == "par")
    verb = supporting(sentence, noun, words)
    if verb is None:
        return Arguments(tuple(_predicated(sentence, noun, words)), owners, obliques=own)
    above = of_verb(sentence, verb, words)
    others = tuple(pair for pair in above.obliques if pair[1].i != noun.i)
    if not words.receives(verb):
        return Arguments(above.subject, owners, above.dative, own + others)
    givers = tuple(t for case, t in others if case in ("de", "par", "à", "auprès"))
    takers = tuple(("à", t) for t in above.subject)
    return Arguments(givers, owners, above.subject, own + takers)


def supporting(sentence: Sentence, noun: Token, words: Clauses) -> Token | None:
    """The light verb whose object or complement an event's noun is (« mener une attaque »)."""
    noun = _bridge(sentence, noun, words)
    verb = sentence.head(noun)
    beneath = noun.dep in ("obj", "nsubj:pass", "obl:arg", "xcomp")
    return verb if beneath and verb.pos == "VERB" and words.supports(verb) else None


def _bridge(sentence: Sentence, noun: Token, words: Clauses) -> Token:
    """The noun through which a verb supports another: « le principe » of « accepter le principe
    d'un retrait »."""
    above = sentence.head(noun)
    while noun.dep == "nmod" and above.pos == "NOUN" and words.bridges(above):
        noun, above = above, sentence.head(above)
    return noun


def is_passive(sentence: Sentence, verb: Token, words: Clauses) -> bool:
    """Whether the surface subject undergoes the verb."""
    children = sentence.children(verb)
    if any(t.dep.startswith("expl") and t.norm in words.reflexives for t in children):
        return any(t.norm in words.causatives and t.i < verb.i for t in children)
    if not words.participle(verb):
        return False
    auxiliaries = [t for t in children if t.dep.startswith("aux")]
    passive = any(t.dep == "aux:pass" for t in auxiliaries)
    if passive or any(t.dep == "nsubj:pass" for t in children):
        active = auxiliaries and not any(map(words.makes_passive, auxiliaries))
        return not active and not words.intransitive(verb)
    if verb.morph.form != "Part" or verb.morph.tense != "Past":
        return False
    if any(t.dep.startswith("aux") for t in children) or words.intransitive(verb):
        return False
    if sentence.children(verb, "obj") and sentence.children(verb, "nsubj"):
        return False  # a present that looks like a participle: « X poursuit Y »
    head = sentence.head(verb)
    if verb.dep == "conj" and head.pos == "NOUN" and sentence.children(verb, "cc"):
        head = _verb_before(sentence, verb) or head  # « a dénoncé un abus et menacé de … »
    if verb.dep == "conj" and head.pos == "VERB":  # « a été arrêté et jugé », « a dit et fait »
        return is_passive(sentence, head, words)
    return True


def _verb_before(sentence: Sentence, verb: Token) -> Token | None:
    """The verb with an auxiliary that a participle may be coordinated with."""
    before = reversed(sentence.tokens[: verb.i])
    return next((t for t in before if t.pos == "VERB" and sentence.children(t, "aux")), None)


def surface_subject(
    sentence: Sentence, verb: Token, words: Clauses, depth: int = DEEP
) -> Token | None:
    """The subject as the clause shows it, its own or shared with the clause above."""
    for subject in (*_inverted(sentence, verb), *_own_subjects(sentence, verb, words)):
        if subject.norm in words.relatives:
            return antecedent(sentence, verb)
        return None if subject.norm in words.impersonal else subject
    if not depth:
        return None
    return _shared(sentence, verb, words, depth - 1)


def _own_subjects(sentence: Sentence, verb: Token, words: Clauses) -> list[Token]:
    """The subjects that the parser hung on a verb or on its auxiliary, those before it first,
    nearest first: of two, the first one belongs to a clause before."""
    bearers = (verb, *sentence.children(verb, "aux", "cop"))
    found = [t for b in bearers for t in sentence.children(b, "nsubj", "expl:subj")]
    named = [t for t in found if t.pos in NOMINAL and t.norm not in words.datives]
    several = [t for t in named if t.norm not in words.addressed]
    several = [t for t in several if t.norm not in words.personal] or several
    before = [t for t in several or named if t.i < verb.i]
    return sorted(before or several or named, key=lambda t: abs(verb.i - t.i))


def _shared(sentence: Sentence, verb: Token, words: Clauses, depth: int) -> Token | None:
    """The subject that a verb without its own takes from above: of « en partant », that of the
    main clause."""
    head = sentence.head(verb)
    marks = {t.norm for t in sentence.children(verb, "mark", "case")}
    gerund = bool(marks & words.gerund) and verb.morph.form == "Part"
    while head.i != sentence.head(head).i and (
        head.pos in ("ADV", "ADP") or (gerund and is_infinitive(sentence, head))
    ):
        head = sentence.head(head)
    if head.i == verb.i:
        return None
    infinitive = is_infinitive(sentence, verb)
    if verb.dep.startswith("acl") and head.pos not in VERBAL:
        return _of_noun_phrase(sentence, verb, words, depth) if infinitive else head
    if verb.dep == "amod" and verb.morph.form == "Fin":
        return head
    if head.pos not in (*VERBAL, "ADJ"):
        return None
    if verb.dep == "conj":
        return surface_subject(sentence, head, words, depth)
    caused = not (marks and head.norm in words.causatives)  # « a bien fait de refuser »
    asked = words.object_control(head) and caused and not is_passive(sentence, head, words)
    if infinitive and asked:
        controller = _controller(sentence, head, words)
        free = controller is None and marks & words.subject_control  # « demande à partir »
        return surface_subject(sentence, head, words, depth) if free else controller
    if infinitive or verb.morph.form == "Part":
        if head.pos == "ADJ" and not sentence.children(head, "nsubj"):
            return next(iter(of_adjective(sentence, head, words).subject), None)
        return surface_subject(sentence, head, words, depth)
    return None


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """« partir », « avoir attaqué », « être arrêté »."""
    auxiliaries = sentence.children(verb, "aux")
    return (auxiliaries[0] if auxiliaries else verb).morph.form == "Inf"


def _controller(sentence: Sentence, verb: Token, words: Clauses) -> Token | None:
    """Who is asked, accused or allowed to do what the infinitive says."""
    found = [*_objects(sentence, verb, words), *sentence.children(verb, "iobj")]
    found += [t for case, t in _obliques(sentence, verb, words) if case in ("à", "auprès")]
    return next((t for t in found if t.pos != "VERB"), None)


def _of_noun_phrase(sentence: Sentence, verb: Token, words: Clauses, depth: int) -> Token | None:
    """Who would do what an infinitive below a noun says: the owner of « la volonté de X de
    négocier », the subject of « X a exprimé sa volonté de … », the noun itself when it is who is
    brought to it (« a conduit l'agence à partir », which parsers hang on the agence)."""
    noun = sentence.head(verb)
    asked = _asked(sentence, verb, words)
    if asked is not None:
        return asked
    complements = list(_complements(sentence, noun, words))
    asked = next((t for case, t in complements if case == "à" and t.pos == "PROPN"), None)
    owner = next((t for case, t in complements if case == "de"), None)
    if asked is not None or owner is not None:
        return asked or owner
    head = sentence.head(noun)
    if head.i == noun.i:
        return noun
    beneath = noun.dep in ("obj", "xcomp", "nsubj:pass") or noun.dep.startswith("obl")
    if beneath and head.pos == "VERB":
        return surface_subject(sentence, head, words, depth)
    return None


def _asked(sentence: Sentence, verb: Token, words: Clauses) -> Token | None:
    """Who the verb above asks or brings to do what an infinitive says, when parsers hang it on
    the last noun: « a proposé aux chefs des régions de signer », « conduit l'agence à partir »."""
    noun = sentence.head(verb)
    above = sentence.head(noun)
    while noun.dep.startswith(("nmod", "appos", "conj")) and above.pos in NOMINAL:
        noun, above = above, sentence.head(above)
    if above.pos not in VERBAL or not words.object_control(above):
        return None
    if noun.dep.startswith(("iobj", "obl")):
        return noun if words.complement(sentence, noun)[0] == "à" else None
    marks = {t.norm for t in sentence.children(verb, "mark", "case")}
    named = noun.pos == "PROPN" or noun.text[0].isupper()
    person = named or words.stands_for(noun) or marks & words.subject_control
    somebody = person or not words.dative_control(above)
    return noun if noun.dep == "obj" and somebody else None


def antecedent(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a relative clause is about."""
    while verb.dep == "conj":
        verb = sentence.head(verb)
    if not verb.dep.startswith("acl"):
        return None
    noun = sentence.head(verb)
    if not is_plural(sentence, verb):
        return noun
    found = first_of_list(sentence, noun)  # « les ouvriers de la région qui manifestent »
    while found.morph.number != "Plur" and not sentence.children(found, "conj"):
        above = sentence.head(found)
        if above.i == found.i or above.pos not in NOMINAL:
            return noun
        found = above
    return found


def is_plural(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb, or its auxiliary, is plural."""
    return "Plur" in (verb.morph.number, *(t.morph.number for t in sentence.children(verb, "aux")))


def _inverted(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """« a-t-il dit », « dit-elle »."""
    for token in sentence.tokens[max(0, verb.i - 2) : verb.i + 2]:
        if token.pos == "PRON" and token.text.startswith("-") and token.norm != "-t":
            yield token


def _objects(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[Token]:
    """The objects, with what the parser took for a second subject: « X rapproche Y et Z »,
    « X nous a reçus »."""
    subjects = sentence.children(verb, "nsubj")
    before = [t for t in subjects if t.i < verb.i and t.norm not in words.addressed]
    for token in subjects:
        if before and (token.i > verb.i or token.norm in words.addressed):
            yield token
    dates = [t for t in sentence.children(verb, "obl") if _is_bare(sentence, t) and t.i > verb.i]
    objects = [*sentence.children(verb, "obj")]
    told = [t for d in dates for t in sentence.children(d, "obj", "nmod")]
    objects += [t for t in told if _is_apart(sentence, t)]
    for token in objects:
        if token.norm in ("que", "qu'"):
            found = antecedent(sentence, verb)
            if found is not None:
                yield found
        else:
            yield token


def _is_bare(sentence: Sentence, noun: Token) -> bool:
    """« lundi », « mercredi »: a noun that nothing introduces."""
    return noun.pos == "NOUN" and not sentence.children(noun, "case", "det")


def _is_apart(sentence: Sentence, noun: Token) -> bool:
    """A noun phrase that the parser hung on the bare date before it: « a rejeté lundi l'offre »."""
    return bool(sentence.children(noun, "det")) and not sentence.children(noun, "case")


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


def first_of_list(sentence: Sentence, token: Token) -> Token:
    """« X » of « X et Y »."""
    above = sentence.head(token)
    while token.dep in ("conj", "flat:name", "appos") and above.pos in NOMINAL:
        token, above = above, sentence.head(above)
    return token


def earlier_subjects(
    sentence: Sentence, verb: Token, words: Clauses, marks: bool = False
) -> Iterator[Token]:
    """The subjects of the verbs before one that has none of its own, nearest first, over
    quotation marks if asked: « X a dénoncé un abus et menacé de partir »."""
    for token in reversed(sentence.tokens[: verb.i]):
        if token.text in BREAKS and not marks:
            return
        if token.pos in VERBAL and not token.dep.startswith(("aux", "acl")):
            yield from _inverted(sentence, token)
            yield from _own_subjects(sentence, token, words)


def described(sentence: Sentence, token: Token) -> Token:
    """The noun that a name stands in apposition to: their preposition is one."""
    return described(sentence, sentence.head(token)) if token.dep == "appos" else token


def _one(token: Token | None) -> tuple[Token, ...]:
    return () if token is None else (token,)
