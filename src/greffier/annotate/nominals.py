"""Organisations and people that common nouns describe: « l'armée », « de hauts responsables »."""

from __future__ import annotations

from dataclasses import dataclass, replace

from greffier.annotate import unnamed
from greffier.model.annotations import EntityKind, Mention, MentionKind
from greffier.model.language import Language, Nominals
from greffier.model.phrases import noun_phrase
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

SUBJECT = ("nsubj", "csubj")
UNDERGOES = ("obj", "iobj", "obl", "nmod")
COUNTED = ("nmod", "amod")
"""Relations of what is counted to the noun or number that counts: « deux cents | grévistes »."""
CLIMB = 4
"""Steps from a noun to the one that stands for it: « des dizaines de milliers de X »."""


def find(reading: Reading, language: Language) -> Reading:
    """Adds nominal mentions of bodies and groups that no name mention covers."""
    named = frozenset(o for m in reading.mentions for o in range(m.start, m.end))
    people = unnamed.persons(reading)
    told = unnamed.offices(reading, language)
    found: list[Mention] = []
    for sentence in reading.sentences:
        describe = _Describer(sentence, named, people, told, language)
        for token in sentence.tokens:
            if token.pos in ("NOUN", "PROPN", "ADJ") and token.start not in named:
                found += describe.mentions(token)
    outer = [m for m in found if not any(o != m and o.span.contains(m.span) for o in found)]
    mentions = sorted((*reading.mentions, *outer), key=lambda m: (m.start, -m.end))
    return replace(reading, mentions=tuple(mentions))


@dataclass(frozen=True, slots=True)
class _Describer:
    """Finds what the nouns of one sentence describe."""

    sentence: Sentence
    named: frozenset[int]
    persons: frozenset[int]
    told: unnamed.Told
    language: Language

    @property
    def nouns(self) -> Nominals:
        return self.language.nominals

    def mentions(self, head: Token) -> list[Mention]:
        """The mention that a noun heads, if it describes a body or a group."""
        nouns, sentence = self.nouns, self.sentence
        people = nouns.people(head)
        if people is not None and (self._acts(head) or self._is_dealt_with(head)):
            return [_mention(head.span, EntityKind.COUNTRY, "nominals.people", people)]
        if nouns.is_inhabitant(sentence, head):
            told = self._takes_part(head)
            country = nouns.demonym(head.text)
            return (
                [_mention(head.span, EntityKind.GROUP, "nominals.people", country)] if told else []
            )
        if not (nouns.is_body(head, True) or nouns.is_group(head, True)):
            return []
        phrase = self._phrase(head)
        if nouns.refers_back(sentence, head) or nouns.is_share(sentence, head):
            return []
        if self._labels_a_name(phrase, head) and not self._is_under(phrase, head):
            return []
        span = Span(phrase[0].start, phrase[-1].end)
        country = next((c for t in phrase if (c := nouns.demonym(t.text))), None)
        named = country is not None or any(t.text[0].isupper() for t in phrase[1:])
        definite = nouns.is_determined(sentence, head) and not nouns.is_indefinite(sentence, head)
        more = named or (definite and len(phrase) > 1 and nouns.is_described_body(head))
        if nouns.is_no_body(sentence, head):
            return []
        if nouns.is_body(head, more) and self._is_one_body(head):
            span = Span(phrase[0].start, self._without_owner(phrase, head).end)
            return [_mention(span, EntityKind.ORGANIZATION, "nominals.body", country)]
        if definite and self._are_told(head):
            return []
        if head.i > 1 and head.text[0].isupper() and not head.text.isupper():
            return []  # a title: « L'Homme de Kermor »
        if unnamed.are_named(sentence, phrase, self.persons, self.language):
            return []
        if nouns.is_group(head, len(phrase) > 1) and self._takes_part(head):
            return [_mention(span, EntityKind.GROUP, "nominals.group", country)]
        return []

    def _phrase(self, head: Token) -> list[Token]:
        """The noun with its adjectives and complements; the parser may take the adjective of a
        country for a name (« le gouvernement sud-soudanais »)."""
        if head.text.isupper():
            return [head]  # a line in capitals tells no name from what follows it
        phrase = noun_phrase(self.sentence, head, self.nouns.links)
        phrase = [*self._whole(phrase, head), *self._rest_of_name(phrase[-1])]
        while phrase[0].i < head.i and self.nouns.is_selecting(phrase[0]):
            phrase = phrase[1:]
        following = self.sentence.tokens[phrase[-1].i + 1 : phrase[-1].i + 2]
        adjectives = [t for t in following if t.text.islower() and self.nouns.demonym(t.text)]
        return phrase + adjectives

    def _whole(self, phrase: list[Token], head: Token) -> list[Token]:
        """The phrase without a complement that lacks its noun: « partisans | de l'ancien »."""
        last = len(phrase) - 1
        following = self.sentence.tokens[phrase[-1].i + 1 : phrase[-1].i + 2]
        if last and self.nouns.is_aged(phrase[-1]) and following and self.nouns.links(following[0]):
            last -= 1  # « des personnes | âgées de 16 ans »
        while last and phrase[last].pos in ("ADJ", "DET") and phrase[last].i > head.i:
            before = phrase[last - 1]
            if before.pos != "DET" and not self.nouns.links(before):
                break
            last -= 1
        while last and self.nouns.links(phrase[last]):
            last -= 1
        return phrase[: last + 1]

    def _rest_of_name(self, last: Token) -> list[Token]:
        """What remains of the name that a phrase ends in: « la mission de l'Union | des ports »."""
        tokens, place = self.sentence.tokens, last.i + 1
        if last.start not in self.named:
            return []
        while place < len(tokens) and self.named >= {tokens[place].start, tokens[place].start - 1}:
            place += 1
        return list(tokens[last.i + 1 : place])

    def _without_owner(self, phrase: list[Token], head: Token) -> Token:
        """The last word of a body's name: « la marine | de son pays », « les forces syriennes |
        de la région »."""
        last, placed = head, False
        for token in phrase:
            if token.i > head.i and self.nouns.links(token) and self._is_owner(token, placed):
                return last
            placed = placed or bool(self.nouns.demonym(token.text))
            last = token if token.i >= head.i else last
        return last

    def _is_owner(self, link: Token, placed: bool) -> bool:
        tokens = self.sentence.tokens[link.i + 1 : link.i + 3]
        nouns = [t for t in tokens if t.pos != "DET"]
        country = self.language.naming.country_named
        return any(self.nouns.is_owner(t) for t in tokens) or (
            placed and any(country(t.text) for t in nouns)
        )

    def _labels_a_name(self, phrase: list[Token], head: Token) -> bool:
        """Whether the noun only says what the name right after it is: « l'agence N. »."""
        after = [t for t in phrase if t.i > head.i]
        direct = next((t for t in after if t.pos != "ADJ" or t.start in self.named), None)
        if direct is None or direct.start not in self.named:
            return False
        return self.nouns.is_body(head, True) or direct.start in self.persons

    def _is_under(self, phrase: list[Token], head: Token) -> bool:
        """« le gouvernement Toran », « l'administration Kervoal »: called by who leads it."""
        after = [t for t in phrase if t.i > head.i]
        led = bool(after) and all(t.start in self.persons for t in after)
        return led and self.nouns.is_led(head)

    def _are_told(self, head: Token) -> bool:
        """« les chefs d'état-major », whom the article names elsewhere by their office."""
        if not self.told.several:
            return False
        office = self.language.offices.office(self.sentence, head, self.persons)
        return office is not None and office.plural and office.function in self.told.several

    def _is_one_body(self, head: Token) -> bool:
        """Whether the noun stands for a body rather than for a kind of thing: it has an article
        or acts, and what is told of « une milice » or « d'autres » it does itself."""
        acts = head.dep.startswith(SUBJECT) or head.dep == "ROOT"
        if self.nouns.is_indefinite(self.sentence, head):
            return self._acts(head)
        return acts or self.nouns.is_determined(self.sentence, head)

    def _acts(self, head: Token) -> bool:
        """Whether the noun is the subject or agent of a clause, or the source of a word
        (« selon »)."""
        if head.dep.startswith(SUBJECT) or head.dep in ("obl:agent", "iobj"):
            return True
        if head.dep == "conj":
            return self._acts(self.sentence.head(head))
        return any(self.nouns.sources(t) for t in self.sentence.children(head, "case"))

    def _takes_part(self, head: Token) -> bool:
        """Whether the people described speak, act or undergo what somebody does."""
        standing = self._standing(head)
        if self._acts(standing):
            alone = not self._is_several(head) and self._tells_nothing(standing)
            return self._is_several(head) or (self._is_new(head) and not alone)
        undergoes = standing.dep.partition(":")[0] in UNDERGOES
        new = self._is_several(head) or self._is_new(head)
        kind = self.nouns.is_collective(head) and not self.nouns.is_determined(self.sentence, head)
        governor = self.sentence.head(standing)
        told = self._is_told(governor) or self._is_addressed(standing, governor)
        return undergoes and new and not kind and told

    def _is_dealt_with(self, head: Token) -> bool:
        """« entre les Maliens et les Russes », « avec les Maliens »: one side of something."""
        words = self.language.naming.governments
        sides = [head, self.sentence.head(head)] if head.dep == "conj" else [head]
        cases = [t for side in sides for t in self.sentence.children(side, "case")]
        return any(words.with_somebody(t) or words.between(t) for t in cases)

    def _standing(self, head: Token) -> Token:
        """The noun that stands for a group in the clause: « une centaine de manifestants »."""
        for _ in range(CLIMB):
            above = self.sentence.head(head)
            counted = head.dep.startswith(COUNTED) and self.nouns.is_quantity(above)
            if not counted and head.dep != "conj":
                return head
            head = above
        return head

    def _is_told(self, governor: Token) -> bool:
        """Whether a word tells of an event."""
        return self.language.happenings.trigger(self.sentence, governor) is not None

    def _is_addressed(self, standing: Token, governor: Token) -> bool:
        """« elle a affirmé aux députés », « il a lancé devant les grévistes »."""
        before = self.sentence.tokens[standing.i - 2 : standing.i]
        plural = standing.norm.endswith(("s", "x"))
        told = plural and self.language.reporting.says(governor)
        return told and any(self.nouns.addresses(t) for t in before)

    def _tells_nothing(self, standing: Token) -> bool:
        """Whether nothing that happens is told of somebody: « un facteur n'est pas un coureur »."""
        return bool(self.sentence.children(self.sentence.head(standing), "cop"))

    def _is_several(self, head: Token) -> bool:
        plural = head.morph.number == "Plur" or head.norm.endswith(("s", "x"))
        return plural or self.nouns.is_collective(head)

    def _is_new(self, head: Token) -> bool:
        """Whether the noun stands for somebody not told before: « le général » alone refers to a
        person, whom coreference looks for."""
        indefinite = any(t.norm in ("un", "une") for t in self.sentence.children(head, "det"))
        return indefinite or head.start in self.told.alone


def _mention(span: Span, kind: EntityKind, rule: str, country: str | None) -> Mention:
    return Mention(span.start, span.end, MentionKind.NOMINAL, kind, rule, country)
