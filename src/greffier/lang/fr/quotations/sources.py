"""Whose word something is, told by a preposition: « selon X », « d'après X », « pour X »."""

from __future__ import annotations

from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.quotations.words import words
from greffier.lang.fr.roles.functions import is_function, is_rank
from greffier.lang.fr.spelling import plain
from greffier.model.language import Source
from greffier.model.phrases import subject_of
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

RELATIVES = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})
OPENING_RELATIVES = RELATIVES | {"dont", "où", "que", "qu'"}
PRONOUNS = frozenset({"lui", "elle", "eux", "elles", "celui-ci", "celle-ci", "dernier"})
CONCERNED = frozenset({"intéressé", "intéressée"})
OF = frozenset({"de", "d'", "du", "des"})
ONE_OF = frozenset({"un", "une", "l'un", "l'une"})
MARKS = frozenset('«»“”"')
CLOSE = 6
"""Tokens between the preposition and the noun that it governs."""
NEAR = 8
"""Tokens between a document and its author."""


def source(sentence: Sentence, token: Token) -> Source | None:
    """« selon X », « d'après X », « pour X » at the head of a clause, « à en croire X »."""
    norm, tokens = plain(token.norm), sentence.tokens
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if following is None:
        return None
    before = plain(tokens[token.i - 1].norm) if token.i else ""
    after = plain(following.norm)
    if (norm == "pour" and after == "qui") or (norm == "selon" and after in RELATIVES):
        return _for_whom(sentence, token)
    if norm in ("selon", "d'après"):
        return _source(sentence, token.i + 1, token.span)
    if norm == "après" and before == "d'":
        return _source(sentence, token.i + 1, Span(tokens[token.i - 1].start, token.end))
    if norm == "pour" and _opens_clause(sentence, token):
        return _view_of(sentence, token)
    if norm == "croire" and before == "en" and token.i >= 2:
        return _source(sentence, token.i + 1, Span(tokens[token.i - 2].start, token.end))
    if norm in ("yeux", "avis", "aveu", "dires", "dire") and after in OF:
        lead = {"yeux": 1, "dires": 1, "dire": 1}.get(norm, 2)
        first = tokens[max(0, token.i - lead)]
        if plain(first.norm) not in ("aux", "au", "de"):
            return None
        return _source(sentence, following.i + 1, Span(first.start, following.end))
    return None


def _opens_clause(sentence: Sentence, token: Token) -> bool:
    """Whether nothing stands before a preposition but a comma or a conjunction."""
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is None or before.pos in ("CCONJ", "SCONJ"):
        return True
    joint = sentence.tokens[token.i - 2] if token.i > 1 else None
    leading = token.i <= CLOSE and not any(
        t.pos in ("VERB", "AUX") for t in sentence.tokens[: token.i]
    )
    joined = joint is None or joint.pos in ("CCONJ", "SCONJ") or leading
    return before.norm == "," and joined


def _view_of(sentence: Sentence, token: Token) -> Source | None:
    """« Pour X, … »: whose view follows, when X speaks and a comma ends the phrase."""
    found = _source(sentence, token.i + 1, token.span)
    if found is None:
        return None
    head = found.head
    if head.pos == "NOUN" and not head.text[0].isupper() and not tells_people(sentence, head):
        return None
    for following in sentence.tokens[head.i + 1 :]:
        if following.norm == "," or following.text in MARKS:
            return found
        if following.pos in ("VERB", "AUX") and following.morph.form == "Fin":
            return None
    return None


def tells_people(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun tells an office, a body or people, or carries a name."""
    lemma = plain(noun.lemma)
    described = is_function(noun) or is_rank(noun) or plain(noun.norm) in CONCERNED
    known = any(lemma in heads(key) for key in ("bodies", "groups", "labels"))
    named = sentence.children(noun, "appos", "flat", "flat:name")
    return described or known or any(t.pos == "PROPN" for t in named)


def _source(sentence: Sentence, first: int, cue: Span) -> Source | None:
    for token in sentence.tokens[first : first + CLOSE]:
        pronoun = token.pos in ("PRON", "ADJ") and plain(token.norm) in PRONOUNS
        concerned = plain(token.norm) in CONCERNED
        if token.pos in ("NOUN", "PROPN") or pronoun or concerned:
            if token.pos == "NOUN" and plain(token.lemma) in words("measures"):
                return None
            if plain(token.lemma) in words("quoted"):
                return None if _relayed(sentence, token) else Source(token, cue)
            return Source(author(sentence, token) or token, cue)
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _relayed(sentence: Sentence, noun: Token) -> bool:
    """« des propos rapportés par X »: X relays words whose speaker is told elsewhere."""
    following = sentence.tokens[noun.i + 1 : noun.i + 3]
    return any(plain(t.norm).rstrip("es") in words("relayed") for t in following)


def author(sentence: Sentence, noun: Token) -> Token | None:
    """« un bilan de la police », « une note compilée par X »: who wrote a document."""
    if plain(noun.lemma) not in words("documents"):
        return None
    tied = False
    for token in sentence.tokens[noun.i + 1 : noun.i + NEAR]:
        if token.norm in (",", ";", ":") or (token.pos == "VERB" and token.morph.form == "Fin"):
            break
        if plain(token.norm) in OF or plain(token.norm) == "par":
            tied = True
        elif tied and _is_author(sentence, token):
            return token
        elif token.pos == "NOUN":
            tied = False
    return _publisher(sentence, noun)


def _publisher(sentence: Sentence, noun: Token) -> Token | None:
    """« le journal a publié une note »: the subject of the verb whose object a document is."""
    verb = sentence.head(noun)
    if noun.dep == "obj" and plain(verb.lemma) in words("publishing"):
        return subject_of(sentence, verb)
    return None


def _is_author(sentence: Sentence, token: Token) -> bool:
    named = token.pos == "PROPN" or token.text[0].isupper()
    return named or (token.pos == "NOUN" and tells_people(sentence, token))


def _for_whom(sentence: Sentence, token: Token) -> Source | None:
    """« X, pour qui … », « une note selon laquelle … »: the noun or name before, or the one that
    it completes."""
    relative = sentence.tokens[token.i + 1]
    for before in reversed(sentence.tokens[: token.i]):
        if before.pos in ("NOUN", "PROPN"):
            head = _completed(sentence, before)
            if plain(relative.norm) != "qui":
                head = next((d for d in _chain(sentence, before) if _is_document(d)), head)
                head = author(sentence, head) or head
            return Source(head, Span(token.start, relative.end), relative=True)
        if before.pos in ("VERB", "AUX"):
            return None
    return None


def _is_document(token: Token) -> bool:
    return plain(token.lemma) in words("documents")


def _chain(sentence: Sentence, noun: Token) -> list[Token]:
    """A noun and those that it completes, nearest first."""
    found = [noun]
    for head in sentence.ancestors(noun):
        if head.pos not in ("NOUN", "PROPN") or head.i > found[-1].i:
            break
        between = sentence.tokens[head.i : found[-1].i]
        if any(t.norm == "," for t in between):
            break
        found.append(head)
    return found


def _completed(sentence: Sentence, noun: Token) -> Token:
    """The person that a phrase tells: « ce spécialiste » of « ce spécialiste de la Turquie »."""
    people = [t for t in _chain(sentence, noun) if is_function(t) or is_rank(t)]
    return people[-1] if people else noun


def tells_more(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words between two commas only tell more of somebody before: an office, a body,
    a relative clause, a participle (« ministre de Y », « qui a servi », « joint par Z »)."""
    said = sentence.tokens[first:last]
    if not said:
        return False
    opens = said[0]
    word = plain(opens.norm)
    if word in OPENING_RELATIVES or (
        len(said) > 1 and plain(said[1].norm) in RELATIVES and opens.pos == "ADP"
    ):
        return True
    finite = any(t.pos in ("VERB", "AUX") and t.morph.form == "Fin" for t in said)
    if finite or any(t.text in MARKS for t in said):
        return False
    if opens.pos == "VERB" and opens.morph.form == "Part":
        return True
    if word in OF or opens.pos == "PROPN" or opens.text[0].isupper():
        return True
    if word in ONE_OF or (word == "l'" and len(said) > 1 and plain(said[1].norm) in ONE_OF):
        return True
    if opens.pos in ("NOUN", "ADJ"):
        return True
    noun = next((t for t in said if t.pos in ("NOUN", "PROPN")), None)
    return opens.pos == "DET" and noun is not None and tells_people(sentence, noun)
