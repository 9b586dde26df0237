"""Offices that the article gives to persons."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from greffier.model.annotations import Entity, EntityKind, MentionKind, Role
from greffier.model.context import PLACED, home_country, most_told
from greffier.model.language import Language, Naming, Office, Offices
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

SETTLED = 0.6
"""Share of mentions from which the article's country holds for all its paragraphs."""
REACH = 5
"""Tokens between an office and the name it goes with: article, rank, civility, adjective."""
Holders = list[tuple[str, Role]]


def attach(reading: Reading, language: Language) -> Reading:
    """Gives each person the offices that the article tells, and the country that they imply."""
    people = {e.id: e for e in reading.entities if e.kind is EntityKind.PERSON}
    at = _name_starts(people.values())
    inside = frozenset(o for span in at.values() for o in range(span[0].start, span[0].end))
    home = Countries(home_country(reading), reading, language.naming)
    found: Holders = []
    for sentence in reading.sentences:
        found += _in_sentence(sentence, at, inside, language.offices, found, home)
    held: dict[str, list[Role]] = {}
    for person, role in found:
        held.setdefault(person, []).append(role)
    return replace(
        reading,
        entities=tuple(_with_roles(e, held.get(e.id, [])) for e in reading.entities),
    )


Names = dict[int, tuple[Span, str]]


def _name_starts(people: object) -> Names:
    found: Names = {}
    for person in people:  # type: ignore[attr-defined]
        for mention in person.mentions:
            if mention.kind is MentionKind.NAME:
                found[mention.start] = (mention.span, person.id)
    return found


class Countries:
    """Which country an office belongs to, when its own words do not tell."""

    def __init__(self, home: str | None, reading: Reading, naming: Naming) -> None:
        self.home = home
        self._settled = most_told(reading.entities, SETTLED) is not None
        self._naming = naming
        self._context = frozenset(e.country for e in reading.entities if e.country)
        starts = {
            m.start: e.country
            for e in reading.entities
            if e.country and e.kind in PLACED
            for m in e.mentions
        }
        self._told: dict[int, Counter[str]] = {}
        for sentence in reading.sentences:
            votes = self._told.setdefault(sentence.block, Counter())
            votes.update(starts[t.start] for t in sentence.tokens if t.start in starts)
        self._bodies = {
            naming.folded(reading.passage(m.span)): e.country
            for e in reading.entities
            if e.country and e.kind is not EntityKind.PERSON
            for m in e.mentions
        }

    def _near(self, block: int) -> str | None:
        """The country that a paragraph is about, when it names one more than any other."""
        told = self._told.get(block, Counter()).most_common(2)
        if self._settled or not told or (len(told) == 2 and told[0][1] == told[1][1]):
            return self.home
        return told[0][0]

    def of(self, office: Office, block: int) -> str | None:
        """That of the body or place that the office is of, else the paragraph's or article's."""
        if not office.of:
            return self._near(block) if office.is_state else None
        known = self._bodies.get(self._naming.folded(office.of))
        place = None if known else self._naming.place(office.of, self._context)
        told = known or (place.country if place else None)
        own = office.is_public and not self._naming.is_international(office.of)
        return told or (self._near(block) if own else None)


def _in_sentence(  # noqa: PLR0913
    sentence: Sentence,
    at: Names,
    inside: frozenset[int],
    offices: Offices,
    before: Holders,
    home: Countries,
) -> Holders:
    found: Holders = []
    unheld: list[Office] = []
    for token in sentence.tokens:
        if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
            continue
        if offices.same_office(token):
            found += _counterpart(sentence, token, at, [*before, *found], offices)
            continue
        office = offices.office(sentence, token, inside)
        if office is None or any(_covers(r, sentence, token) for _, r in found):
            continue
        if _is_title(sentence, office, token, at, offices):
            continue
        held = _holders(sentence, office, at, offices, home)
        if len(held) == 1 and unheld and _leads_to(sentence, unheld[-1], office):
            earlier = unheld[-1]
            country = earlier.countries[0] if earlier.countries else None
            role = _role(sentence, earlier, country, home, "roles.chained")
            found.append((held[0][0], role))
        found += held
        unheld = [] if held else [office]
    return found


def _leads_to(sentence: Sentence, earlier: Office, later: Office) -> bool:
    """« le médiateur, le ministre omanais X »: a comma and an article between two offices."""
    between = sentence.tokens[earlier.last + 1 : later.first]
    return (
        bool(between) and between[0].norm == "," and all(t.pos in ("PUNCT", "DET") for t in between)
    )


def _is_title(
    sentence: Sentence, office: Office, token: Token, at: Names, offices: Offices
) -> bool:
    """« le professeur X », « le général X »: said before a name alone, these are no office."""
    following = sentence.tokens[token.i + 1].start if token.i + 1 < len(sentence.tokens) else -1
    return offices.is_rank(token) and office.last == token.i and following in at


def _covers(role: Role, sentence: Sentence, token: Token) -> bool:
    return role.start <= token.start < role.end


def _holders(
    sentence: Sentence, office: Office, at: Names, offices: Offices, home: Countries
) -> Holders:
    """The persons that an office goes with, each with the role."""
    after = _names_after(sentence, office, at, offices)
    if office.plural and after:
        return _shared(sentence, office, at, offices, home)
    country = office.countries[0] if office.countries else None
    if after:
        return [(after[0], _role(sentence, office, country, home, "roles.before_name"))]
    held = _name_before(sentence, office, at) or _subject(sentence, office, at)
    return [(held[0], _role(sentence, office, country, home, held[1]))] if held else []


def _shared(
    sentence: Sentence, office: Office, at: Names, offices: Offices, home: Countries
) -> Holders:
    """« les ministres des Sports, la Rwandaise X et le Burundais Y », « les chefs tadjike et
    kirghize, X et Y »: each name with the demonym before it, else the next of the office's."""
    found: Holders = []
    for place, (start, person) in enumerate(_following_names(sentence, office, at)):
        before = [t for t in sentence.tokens if office.last < t.i and t.end <= start][-6:]
        own = next((c for t in reversed(before) if (c := offices.demonym(t.text))), None)
        last = len(office.countries) - 1
        listed = office.countries[min(place, last)] if office.countries else None
        found.append((person, _role(sentence, office, own or listed, home, "roles.shared")))
    return found


def _role(
    sentence: Sentence, office: Office, country: str | None, home: Countries, rule: str
) -> Role:
    tokens = sentence.tokens
    known = country or home.of(office, sentence.block)
    return Role(
        office.function,
        office.of,
        known,
        tokens[office.first].start,
        tokens[office.last].end,
        rule,
        office.tenure,
    )


def _names_after(sentence: Sentence, office: Office, at: Names, offices: Offices) -> list[str]:
    """« le ministre X », « la présidente de la Chambre, Mme X »."""
    tokens = sentence.tokens
    if office.of_somebody and office.last + 1 < len(tokens) and tokens[office.last + 1].norm != ",":
        return []
    ranked = bracketed = False
    for token in tokens[office.last + 1 : office.last + 6 + REACH]:
        if token.start in at:
            return [at[token.start][1]]
        bracketed = token.norm == "(" or (bracketed and token.norm != ")")
        if bracketed or token.norm == ")":
            continue  # « la présidente de l'Union (UCI), X »
        ranked = ranked or offices.is_rank(token)
        if ranked and token.pos in ("ADP", "NOUN", "DET"):
            continue  # « le général de corps d'armée X »
        if not (
            token.norm in (",", "(", "–", "le", "la", "l'", "et", "lui-même")
            or offices.is_rank(token)
            or token.pos == "ADJ"
            or offices.demonym(token.text)
        ):
            return []
    return []


def _following_names(sentence: Sentence, office: Office, at: Names) -> list[tuple[int, str]]:
    """The names that follow a plural office up to the verb, with where they stand, each once."""
    found: list[tuple[int, str]] = []
    for token in sentence.tokens[office.last + 1 :]:
        if token.start in at and at[token.start][1] not in [person for _, person in found]:
            found.append((token.start, at[token.start][1]))
        elif token.pos in ("VERB", "AUX") and found:
            break
    return found


def _name_before(sentence: Sentence, office: Office, at: Names) -> tuple[str, str] | None:
    """« X, ministre de… », « X (porte-parole) », « X, l'ancien ministre »."""
    tokens = sentence.tokens
    place, comma = office.first - 1, False
    while place >= 0 and office.first - place <= REACH:
        token = tokens[place]
        if token.norm in (",", "(", "–", "-"):
            comma = True
        elif token.pos in ("DET", "ADJ", "ADV") or token.norm in (
            "et",
            "puis",
            "l'",
            "lui-même",
            "actuel",
        ):
            pass
        else:
            break
        place -= 1
    if not comma or place < 0:
        return None
    for start, (span, person) in at.items():
        if start <= tokens[place].start < span.end:
            return person, "roles.after_name"
    return None


def _subject(sentence: Sentence, office: Office, at: Names) -> tuple[str, str] | None:
    """« X est ministre », « X, devenu président », « X a été nommé ambassadeur »."""
    head = sentence.tokens[office.first]
    for token in sentence.tokens[office.first : office.last + 1]:
        copula = sentence.children(token, "cop")
        if copula:
            subjects = sentence.children(token, "nsubj")
            for subject in subjects:
                if subject.start in at:
                    return at[subject.start][1], "roles.copula"
        head = token
        if not copula and token.i > office.first:
            break
    del head
    return None


def _counterpart(
    sentence: Sentence, token: Token, at: Names, before: Holders, offices: Offices
) -> Holders:
    """« son homologue syrien, X »: X holds the office last told, in that country."""
    person = None
    country = None
    for following in sentence.tokens[token.i + 1 : token.i + 2 + REACH + 2]:
        if following.start in at:
            person = at[following.start][1]
            break
        told = offices.demonym(following.text)
        country = country or told
        if not (told or following.norm in (",", "le", "la", "l'") or offices.is_rank(following)):
            break
    if person is None or not before:
        return []
    others = [r for _, r in before if r.country != country]
    model = others[-1] if others else before[-1][1]
    role = replace(
        model, country=country, of=None, start=token.start, end=token.end, rule="roles.counterpart"
    )
    return [(person, role)]


def _with_roles(entity: Entity, roles: list[Role]) -> Entity:
    if entity.kind is not EntityKind.PERSON:
        return entity
    kept: list[Role] = []
    for role in roles:
        twin = next((k for k in kept if k.function.casefold() == role.function.casefold()), None)
        if twin is None:
            kept.append(role)
        elif twin.country is None and role.country is not None:
            kept[kept.index(twin)] = replace(twin, country=role.country)
    country = next((r.country for r in kept if r.country), None)
    return replace(entity, roles=tuple(kept), country=entity.country or country)
