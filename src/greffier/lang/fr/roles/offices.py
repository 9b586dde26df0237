"""Reads an office from the words of a sentence: function, body, country, where it ends."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from itertools import pairwise

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import (
    country_named,
    country_of_demonym,
)
from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.roles import careers
from greffier.lang.fr.roles.functions import PACKAGE, is_function, is_rank, singular, words
from greffier.lang.fr.roles.wording import (
    demonym_of,
    function_of,
    is_party,
    is_state,
    tenures,
    text_of,
    without_article,
)
from greffier.lang.fr.spelling import bare, plain
from greffier.model.language import Office, Offices
from greffier.model.syntax import Name, Sentence, Token

OF = frozenset({"de", "d'", "du", "des"})
TO = frozenset({"à", "au", "aux", "pour", "chargé", "chargée", "en"})
RANKED = frozenset({"premier", "première", "grand", "haut", "haute"})
POSSESSIVES = frozenset({"sa", "son", "ses", "leur", "leurs"})
PUBLIC = frozenset(
    {
        "porte-parole",
        "chef",
        "cheffe",
        "commandant",
        "commandante",
        "patron",
        "patronne",
        "gouverneur",
    }
    | {
        "gouverneure",
        "procureur",
        "procureure",
        "préfet",
        "préfète",
        "député",
        "députée",
        "conseiller",
    }
    | {"sénateur", "sénatrice", "maire", "conseillère", "capitaine", "ministre", "vice-ministre"}
)
NO_BODY = frozenset({"pays", "son pays", "leur pays", "notre pays"})
"""« le président du pays »: of the state that the article is about."""
DEEDS = frozenset(
    {"auteur", "autrice", "auteure", "vainqueur", "membre", "créateur", "organisateur"}
)
FEATS = frozenset({"homme", "femme", "vainqueur", "auteur", "autrice", "auteure"})
ARTICLES = frozenset({"l'", "la", "le", "les"})
LIST_REACH = 12
"""Tokens from a comma to the « et » that ends a list of portfolios."""
COMPLEMENT = 20
"""Tokens of a complement: « de la Planification urbaine et des Relations avec les cantons »."""
LONGEST = 26
"""Tokens of an office: « ministre déléguée chargée de l'Habitat rural et des Relations… »."""


@functools.cache
def _fixed() -> frozenset[str]:
    return frozenset(map(bare, words("fixed")))


@functools.cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = lexicon.load(PACKAGE, "lexicon.toml")["countries"]
    return found


def office(sentence: Sentence, head: Token, names: frozenset[int]) -> Office | None:
    """The office that a noun heads; `names` are offsets inside persons' names, where it ends."""
    if not is_function(head) or head.start in names:
        return None
    return _Reader(sentence, head, names).read()


@dataclass
class _Reader:
    """Walks right from the head noun, deciding for each word what it is part of."""

    sentence: Sentence
    head: Token
    names: frozenset[int]
    function_end: int = 0
    countries: list[str] = field(default_factory=list)
    of: list[Token] = field(default_factory=list)
    complete: bool = False  # a portfolio has been read: what follows is the body or country

    def read(self) -> Office | None:
        """The office, as far as its words go."""
        tokens = self.sentence.tokens
        first, tenure = self._opening()
        self.function_end = place = self.head.i
        while (step := self._step(place + 1)) is not None and step - first < LONGEST:
            place = step
        last = max(self.function_end, self.of[-1].i if self.of else 0, place)
        kept = [
            t
            for t in tokens[first : self.function_end + 1]
            if not (demonym_of(t) or (is_party(t) and self._norm(t.i - 1) not in OF | ARTICLES))
            or t.i == self.head.i
        ]
        body, countries = self._body_and_countries()
        return Office(
            function=function_of(kept, self.head),
            of=body or None,
            countries=tuple(countries),
            first=first,
            last=last,
            tenure="acting" if "intérim" in plain(tokens[self.function_end].norm) else tenure,
            plural=singular(self.head.norm) != plain(self.head.norm),
            is_state=is_state(kept, self.head) and not body and not self._possessed(first),
            is_public=singular(self.head.norm) in PUBLIC,
            of_somebody=any(
                t.pos == "NOUN" and is_function(t) for t in tokens[self.head.i + 1 : last + 1]
            ),
            is_of_another=self._of_named_person(last) or self._is_relation(first),
            possessed=(first > 0 and self._norm(first - 1) in POSSESSIVES)
            or any(t.norm in POSSESSIVES for t in self.of),
        )

    def _step(self, place: int) -> int | None:
        """Takes the word at a place into the office; the place of the last word taken, or null
        where the office ends."""
        tokens = self.sentence.tokens
        if place >= len(tokens) or tokens[place].start in self.names:
            return None
        token, word = tokens[place], plain(tokens[place].norm)
        country = demonym_of(token) if token.pos != "DET" else None
        if country and not self.of:
            self.countries.append(country)
        elif self._belongs(token) and not self.of:
            self.function_end = place
        elif is_party(token) and not self.of and self._norm(place - 1) not in OF | ARTICLES:
            return place  # « le sénateur PS X », « ancien président PS de l'Assemblée »
        elif word == "par" and self._norm(place + 1) == "intérim":
            self.function_end = place = place + 1
        elif word in ("et", ",") and self.countries and self._norm(place + 1) in OF:
            return place if self._country_follows(place + 1) else None
        elif not (word == "et" and self.countries and self._is_demonym(place + 1)):
            if word == "auprès" and self._norm(place + 1) in OF:
                place += 1
                word = self._norm(place)
            return self._complement(place) if word in OF | TO else None
        return place

    def _complement(self, place: int) -> int | None:
        """Takes a complement: a country, a part of the function, or the body it is of."""
        tokens, word = self.sentence.tokens, plain(self.sentence.tokens[place].norm)
        end = self._fixed_end(place) or self._complement_end(place)
        if end is None or (word in ("à", "en") and self._place_follows(place)):
            return None
        country = self._country_in(place, end) if word != "pour" else None
        if country is not None:
            self.countries.append(country)
        elif word in ("chargé", "chargée") and not self.of:
            self.function_end, self.complete = end, True
        elif self._is_fixed(end) or ((word in TO or self._keeps(end)) and not self.complete):
            if self.of:
                return None
            self.function_end, self.complete = end, True
        else:
            begin = self.of[0].i if self.of else place + 1
            self.of = list(tokens[begin : end + 1])
        return end

    def _body_and_countries(self) -> tuple[str, list[str]]:
        body = text_of(without_article(self.of))
        known = _countries().get(plain(self.head.norm))
        countries = self.countries or ([known] if known else [])
        if plain(body) in NO_BODY:
            return "", countries
        named = country_named(body) if body else None
        if named:
            return "", [*countries, named]
        if self.of and not countries:
            countries = [c for t in self.of if (c := demonym_of(t) or country_named(t.text))][:1]
        return body, countries

    def _place_follows(self, place: int) -> bool:
        """« envoyée spéciale à Mascate »: where, not of what."""
        following = self.sentence.tokens[place + 1 : place + 2]
        return bool(following) and following[0].text[0].isupper()

    def _country_in(self, place: int, end: int) -> str | None:
        """The country that a complement names and nothing else: « du Bénin »."""
        words_in = [t for t in self.sentence.tokens[place + 1 : end + 1] if t.pos != "DET"]
        return country_named(text_of(words_in)) if words_in else None

    def _possessed(self, first: int) -> bool:
        """« sa présidente »: of the body just told, not of the state."""
        presides = singular(self.head.norm).removeprefix("vice-").startswith("président")
        return presides and first > 0 and self._norm(first - 1) in POSSESSIVES

    def _opening(self) -> tuple[int, str | None]:
        first, tenure = self.head.i, None
        while first > 0:
            word = plain(self.sentence.tokens[first - 1].norm)
            if word.removeprefix("ex-").removeprefix("vice-") in RANKED:
                first -= 1
            elif word in tenures():
                first, tenure = first - 1, tenures()[word]
            else:
                break
        if plain(self.head.norm).startswith("ex-"):
            tenure = "former"
        return first, tenure

    def _of_named_person(self, last: int) -> bool:
        """« conseiller de M. X », « porte-parole de X »: the name is the one served."""
        following = self.sentence.tokens[last + 1 : last + 4]
        linked = bool(following) and (plain(following[0].norm) in OF or self._is_civil(last))
        return linked and any(t.start in self.names for t in following)

    def _is_civil(self, last: int) -> bool:
        """Whether the office as read ends in a civility: « conseiller de M. | X »."""
        return last > self.head.i and self._norm(last - 1) in OF and self._is_rank_at(last)

    def _is_rank_at(self, place: int) -> bool:
        return is_rank(self.sentence.tokens[place])

    def _is_relation(self, first: int) -> bool:
        """« le frère du maire, X »: X is the brother."""
        before = [plain(t.norm) for t in self.sentence.tokens[max(0, first - 3) : first]]
        tied = [place for place, word in enumerate(before) if word in OF]
        return bool(tied) and tied[0] > 0 and before[tied[0] - 1] in words("relations")

    def _belongs(self, token: Token) -> bool:
        word = plain(token.norm)
        return token.pos in ("ADJ", "NOUN", "VERB", "ADV") and word in words("belonging")

    def _keeps(self, end: int) -> bool:
        """Whether the complement just read is part of the function itself."""
        if self._is_portfolio() and not self._of_place(end) and not self._of_officer(end):
            return True
        return bare(self._told(end)) in _fixed()

    def _is_portfolio(self) -> bool:
        return singular(self.head.norm) in words("portfolios") or self._is_vice_minister()

    def _of_place(self, end: int) -> bool:
        """« Premier ministre d'Australie-Occidentale »: a name without article is a place."""
        following = self.sentence.tokens[self.head.i + 1 : end + 1]
        named = next((t for t in following if plain(t.norm) not in OF), None)
        bare_of = any(plain(t.norm) in ("de", "d'") for t in following[:1])
        return bare_of and named is not None and named.text[0].isupper()

    def _of_officer(self, end: int) -> bool:
        """« conseiller du ministre »: whom it serves is no part of the function."""
        following = self.sentence.tokens[self.head.i + 1 : end + 1]
        noun = next((t for t in following if t.pos not in ("ADP", "DET")), None)
        return noun is not None and not self._is_vice_minister() and is_function(noun)

    def _is_vice_minister(self) -> bool:
        return plain(self.head.norm).endswith(("ministre", "ministres"))

    def _complement_end(self, place: int) -> int | None:
        """The last token of a complement that begins with a preposition, or null."""
        tokens, last, noun_due = self.sentence.tokens, None, True
        named = {n.first: n.last for n in self.sentence.names if self._is_whole(n)}
        for token in tokens[place + 1 : place + COMPLEMENT]:
            word = plain(token.norm)
            if last is not None and token.i <= last:
                continue
            if token.i in named and (noun_due or token.text[0].isupper()):
                last, noun_due = named[token.i], False
                continue
            if token.start in self.names or (last is not None and self._is_fixed(last)):
                break
            if noun_due and (token.pos in ("DET", "NUM") or word in ARTICLES or word in OF):
                continue
            if self._is_minister_list(token.i):
                noun_due = True
            elif word in OF and last is not None and self._somebody_follows(token.i):
                break
            elif word in OF and last is not None and not self._country_follows(token.i):
                noun_due = True
            elif token.pos == "ADJ" and not noun_due:
                last = token.i
            elif noun_due and (token.pos in ("NOUN", "PROPN", "ADJ") or token.text[0].isupper()):
                last, noun_due = token.i, token.pos == "ADJ" and not token.text[0].isupper()
            elif token.text[0].isupper() and token.pos in ("PROPN", "NOUN"):
                last = token.i
            else:
                break
        return last

    def _fixed_end(self, place: int) -> int | None:
        """« procureur de la République | de Kermor »: where a fixed office ends."""
        following = range(place + 1, min(place + 4, len(self.sentence.tokens)))
        fixed = next((i for i in following if self._is_fixed(i)), None)
        return fixed if fixed is not None and self._norm(fixed + 1) in OF else None

    def _is_whole(self, name: Name) -> bool:
        """Whether a name is taken as one piece of a complement; « Intérieur du Gabon » is two."""
        if name.label == "PER":
            return False
        inner = range(name.first + 1, name.last + 1)
        if any(self._norm(i) in ("chargé", "chargée") for i in inner):
            return False
        return not any(self._norm(i) in OF and self._country_follows(i) for i in inner)

    def _somebody_follows(self, place: int) -> bool:
        """« conseiller à la sécurité du président »: the portfolio ends before whom it serves."""
        following = [t for t in self.sentence.tokens[place + 1 : place + 3] if t.pos != "DET"]
        if not following or not self._is_portfolio():
            return False
        return is_function(following[0]) or plain(following[0].lemma) in heads("bodies")

    def _country_follows(self, place: int) -> bool:
        """« …de la Santé du Bénin »: the country is no part of the portfolio."""
        following = [t for t in self.sentence.tokens[place + 1 : place + 3] if t.pos != "DET"]
        return bool(following) and country_named(following[0].text) is not None

    def _is_fixed(self, last: int) -> bool:
        return bare(self._told(last)) in _fixed()

    def _told(self, last: int) -> str:
        """The words from the head to a token, the head in the singular."""
        told = plain(text_of(self.sentence.tokens[self.head.i : last + 1]))
        return singular(self.head.norm) + told[len(plain(self.head.norm)) :]

    def _is_minister_list(self, place: int) -> bool:
        """« …, de la Promotion et des Français »: a coordinated portfolio."""
        tokens = self.sentence.tokens
        word = plain(tokens[place].norm)
        if not self._is_vice_minister() and singular(self.head.norm) != "secrétaire":
            return False
        listed = word in (",", "et") and self._norm(place + 1) in OF
        if not listed or self._country_follows(place + 1):
            return False
        rest = [self._norm(i) for i in range(place + 1, place + LIST_REACH)]
        return word == "et" or any(a == "et" and b in OF for a, b in pairwise(rest))

    def _norm(self, place: int) -> str:
        tokens = self.sentence.tokens
        return plain(tokens[place].norm) if place < len(tokens) else ""

    def _is_demonym(self, place: int) -> bool:
        tokens = self.sentence.tokens
        return place < len(tokens) and country_of_demonym(tokens[place].text) is not None


def same_office(token: Token) -> bool:
    """« son homologue »: the office is the other's."""
    return singular(token.norm) in ("homologue", "homologues")


OFFICES = Offices(
    office=office,
    is_rank=is_rank,
    same_office=same_office,
    is_function=is_function,
    becomes=careers.becomes,
    appoints=careers.appoints,
    as_one=careers.as_one,
    presides=careers.presides,
    presidency=careers.presidency,
    in_gender=careers.in_gender,
    is_feat=lambda token: plain(token.lemma) in FEATS,
    is_deed=lambda token: plain(token.lemma) in DEEDS,
    demonym=country_of_demonym,
)
