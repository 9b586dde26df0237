"""Which of the persons named in a sentence an office goes with."""

from __future__ import annotations

from typing import NamedTuple

from greffier.model.language import Office, Offices
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

REACH = 5
"""Tokens between a name and the office after it: article, rank, civility, adjective."""
AFTER = 11
"""Tokens between an office and the name after it, what stands in brackets left out."""
OPENING = (",", "(", "–", "-", "—", ":")
LOCATIVE = frozenset({"en", "à", "au", "aux", "auprès"})
BESIDE = frozenset(
    {"et", "puis", "l'", "lui-même", "elle-même", "actuel", "un", "une", "des", "de", "ex"}
)
BETWEEN = frozenset({",", "(", "–", "le", "la", "l'", "et", "lui-même", "elle-même"})
JOINING = frozenset(
    {"et", "puis", ",", "devenu", "devenue", "redevenu", "redevenue", "ainsi", "que", "aussi"}
    | {"également", "simple", "l'", "le", "la", "un", "une", "désormais", "aujourd'hui", "ex"}
)

Names = dict[int, tuple[Span, str]]
"""Persons' names by where they start: the passage, and whose it is."""


class Holder(NamedTuple):
    person: str
    rule: str
    country: str | None = None  # told of this holder, of several


def holders(sentence: Sentence, office: Office, names: Names, offices: Offices) -> list[Holder]:
    """The persons that an office goes with."""
    after = None if _bracketed(sentence, office) else _name_after(sentence, office, names, offices)
    if office.plural and after:
        return _shared(sentence, office, names, offices)
    if after:
        return [Holder(after, "roles.before_name")]
    found = _name_before(sentence, office, names) or _subject(sentence, office, names)
    return [found] if found else []


def goes_on(sentence: Sentence, earlier: Office, later: Office) -> bool:
    """Whether an office follows another of the same person: « le médiateur, le ministre omanais
    X », « sénateur et maire de Lyon », « ministre redevenu simple député »."""
    between = sentence.tokens[earlier.last + 1 : later.first]
    if not between or earlier.plural != later.plural:
        return False
    return all(t.norm in JOINING or t.pos == "DET" for t in between) and (
        between[0].norm != "et" or len(between) == 1
    )


def _bracketed(sentence: Sentence, office: Office) -> bool:
    """« X (ministre des Sports) et Y »: it goes with the name before the bracket."""
    return office.first > 0 and sentence.tokens[office.first - 1].norm == "("


def _shared(sentence: Sentence, office: Office, names: Names, offices: Offices) -> list[Holder]:
    """« les ministres des Sports, la Rwandaise X et le Burundais Y », « les chefs tadjike et
    kirghize, X et Y »: each name with the demonym before it, else the next of the office's."""
    found: list[Holder] = []
    named = _following_names(sentence, office, names)
    for place, (start, person) in enumerate(named):
        before = [t for t in sentence.tokens if office.last < t.i and t.end <= start][-6:]
        own = next((c for t in reversed(before) if (c := offices.demonym(t.text))), None)
        last = len(office.countries) - 1
        listed = office.countries[min(place, last)] if office.countries else None
        found.append(Holder(person, "roles.shared", own or listed))
    return found


def _following_names(sentence: Sentence, office: Office, names: Names) -> list[tuple[int, str]]:
    """The names that follow a plural office up to the verb, with where they stand, each once;
    not those whose own office stands in brackets after them."""
    found: list[tuple[int, str]] = []
    for token in sentence.tokens[office.last + 1 :]:
        if token.start in names and names[token.start][1] not in [person for _, person in found]:
            found.append((token.start, names[token.start][1]))
        elif token.norm == "(" and found:
            found.pop()
        elif token.pos in ("VERB", "AUX") and found:
            break
    return found


def _name_after(sentence: Sentence, office: Office, names: Names, offices: Offices) -> str | None:
    """« le ministre X », « la présidente de la Chambre, Mme X »."""
    tokens = sentence.tokens
    following = tokens[office.last + 1 : office.last + 2]
    if office.is_of_another or (office.of_somebody and following and following[0].norm != ","):
        return None
    ranked = bracketed = located = False
    left = AFTER
    for token in tokens[office.last + 1 :]:
        if token.start in names:
            return names[token.start][1]
        bracketed = token.norm == "(" or (bracketed and token.norm != ")")
        if bracketed or token.norm == ")":
            continue  # « la présidente de l'Union (UCI), X »
        left -= 1
        ranked = ranked or offices.is_rank(token)
        if left < 0:
            return None
        if ranked and token.pos in ("ADP", "NOUN", "DET"):
            continue  # « le général de corps d'armée X »
        if token.norm in LOCATIVE or (located and token.text[0].isupper() and token.pos == "PROPN"):
            located = True
            continue  # « la cheffe de la mission en Moldavie, X »
        located = False
        if not (
            token.norm in BETWEEN
            or offices.is_rank(token)
            or token.pos == "ADJ"
            or offices.demonym(token.text)
        ):
            return None
    return None


def _name_before(sentence: Sentence, office: Office, names: Names) -> Holder | None:
    """« X, ministre de… », « X (porte-parole) », « X, l'ancien ministre »."""
    tokens = sentence.tokens
    place, apart = office.first - 1, False
    while place >= 0 and office.first - place <= REACH:
        token = tokens[place]
        if token.norm in OPENING:
            apart = True
        elif token.pos not in ("DET", "ADJ", "ADV") and token.norm not in BESIDE:
            break
        place -= 1
    if not apart or place < 0:
        return None
    return _named(tokens[place], names, "roles.after_name")


def _named(token: Token, names: Names, rule: str) -> Holder | None:
    """The person whose name a token is part of."""
    for span, person in names.values():
        if span.start <= token.start < span.end:
            return Holder(person, rule)
    return None


def _subject(sentence: Sentence, office: Office, names: Names) -> Holder | None:
    """« X est ministre », « X a été nommé ambassadeur »."""
    for token in sentence.tokens[office.first : office.last + 1]:
        copula = sentence.children(token, "cop")
        for subject in sentence.children(token, "nsubj") if copula else ():
            if subject.start in names:
                return Holder(names[subject.start][1], "roles.copula")
        if not copula and token.i > office.first:
            break
    return None
