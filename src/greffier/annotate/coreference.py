"""Pronouns and plain nouns given to the entity they stand for.

One pass in the order of the text keeps who was named, how recently and how prominently. A
pronoun goes to the most prominent person that its gender allows; a noun of office to the person
whose name stands beside it, else to who holds the office. When two remain, none is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from greffier.annotate.antecedents import ACTORS, BODIES, Discourse, Known, choose
from greffier.model.annotations import Entity, EntityKind, Mention, MentionKind
from greffier.model.language import Language, Reference, Reporting
from greffier.model.marks import Marked, marked
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import BlockKind, Span

APPOSED = 18
"""Tokens between a noun of office and the name that follows it."""
LED = 3
"""Tokens before a name that tell who it is."""
TITLE_GAP = 2
"""Code points between an office and the name that it leads to."""
SURNAME = 4
"""Code points of a surname that tells a person alone."""


def resolve(reading: Reading, language: Language) -> Reading:
    """Adds pronoun and nominal mentions to the entities they stand for."""
    return _Pass(reading, language).resolved()


class _Pass:
    """One pass over an article."""

    def __init__(self, reading: Reading, language: Language) -> None:
        self.reading, self.language, self.anaphora = reading, language, language.anaphora
        self.names = {m.start: (m, e.id) for e in reading.entities for m in e.mentions}
        spans = [m.span for e in reading.entities for m in e.mentions]
        spans += [r.span for e in reading.entities for r in e.roles]  # told with its name
        self.taken = {offset for span in spans for offset in range(span.start, span.end)}
        self.surnames = _surnames(reading.entities)
        told = {
            t.start: (s, t) for s in reading.sentences for t in s.tokens if t.start in self.names
        }
        self.told = Discourse({e.id: self._known(e, told) for e in reading.entities})
        self.found: dict[str, list[Mention]] = {}
        self.source: Token | None = None  # « selon X »: the noun of which a name may follow

    def resolved(self) -> Reading:
        language = self.language
        blocks, text = self.reading.document.blocks, self.reading.document.text
        marks = {i: marked(text, blocks[i].span) for i in {s.block for s in self.reading.sentences}}
        for sentence in self.reading.sentences:
            spoken = marks[sentence.block]
            told = _incised(sentence, language.reporting) if spoken else frozenset()
            own = [t for t in sentence.tokens if t.i in told or not _holds(spoken, t)]
            aside = blocks[sentence.block].kind is BlockKind.CAPTION
            if not aside and any(t.pos != "PUNCT" for t in own):
                self.told.number += 1  # what is quoted takes nobody farther
            self.source = None
            for token in own:
                self._read(sentence, token, aside)
        found, known = self.found, self.told.known
        return replace(
            self.reading,
            entities=tuple(
                replace(
                    e,
                    mentions=(*e.mentions, *found.get(e.id, ())),
                    gender=known[e.id].gender if known[e.id].is_person else None,
                )
                for e in self.reading.entities
            ),
        )

    def _read(self, sentence: Sentence, token: Token, aside: bool) -> None:
        """Takes in one word of the journalist's; those of captions stay outside the story."""
        source = self.language.reporting.source(sentence, token)
        if source is not None and not source.relative:
            self.source = source.head
        if token.start in self.names:
            known = self.told.known[self.names[token.start][1]]
            if not aside:
                self._seen(known, sentence, token)
            return
        if token.start in self.taken:
            return
        surname = self.surnames.get(token.text) if token.text[0].isupper() else None
        if surname is not None:
            known = self.told.known[surname]
            kind, rule = MentionKind.NAME, "coreference.surname"
            self._link(known, Mention(token.start, token.end, kind, EntityKind.PERSON, rule))
            if not aside:
                self._seen(known, sentence, token)
            return
        reference = self.anaphora.reference(sentence, token)
        if reference is None:
            return
        beside, stranger = None, False
        if reference.kind in NOUNS:
            beside, stranger = self._named_beside(sentence, token)
        chosen = beside
        rule = "coreference.apposition" if chosen else f"coreference.{reference.kind}"
        if chosen is None and reference.kind != "named" and not stranger:
            chosen = self._choose(sentence, token, reference)
        if chosen is not None:
            pronoun = reference.kind == "pronoun"
            kind = MentionKind.PRONOUN if pronoun else MentionKind.NOMINAL
            self._link(chosen, Mention(token.start, token.end, kind, None, rule))
            if not aside:
                self._seen(chosen, sentence, token)

    def _choose(self, sentence: Sentence, token: Token, reference: Reference) -> Known | None:
        if token.text.startswith("-") and self.language.reporting.says(sentence.head(token)):
            speaker = self.told.speaker(reference)
            if speaker is not None:
                return speaker
        return choose(reference, self.told, self.anaphora)

    def _link(self, known: Known, mention: Mention) -> None:
        self.found.setdefault(known.entity.id, []).append(mention)

    def _seen(self, known: Known, sentence: Sentence, token: Token) -> None:
        told = self.told
        verb = self._verb(known, sentence, token)
        subject = verb is not None or self.anaphora.is_topic(sentence, token)
        known.subject = subject or (known.subject and known.last == told.number)
        known.last, known.offset = told.number, token.start
        if known.is_person:
            there = told.told.setdefault(told.number, [])
            if known not in there:
                there.append(known)
        if not known.is_person and known.entity.kind not in ACTORS:
            return
        main = verb is not None and (verb.i == verb.head or verb.dep in MAIN)
        if main and (known.is_person or told.subject_at < told.number):
            told.subject, told.subject_at = known, told.number
        if self._speaks(known, sentence, token):
            told.spoke, told.spoke_at = known, told.number

    def _verb(self, known: Known, sentence: Sentence, token: Token) -> Token | None:
        """The verb whose subject a name or noun is, also by the noun that it is apposed to (« le
        conseiller X part », « sa porte-parole, la juge X, part »)."""
        for noun in (token, *sentence.ancestors(token)):
            if noun.dep.startswith("nsubj"):
                return sentence.head(noun)
            if not noun.dep.startswith(("flat", "appos")):
                break
        for role in known.entity.roles:
            if sentence.start <= role.start and 0 <= token.start - role.end <= TITLE_GAP:
                for noun in sentence.tokens_in(role.span):
                    if noun.dep.startswith("nsubj"):
                        return sentence.head(noun)
        return None

    def _speaks(self, known: Known, sentence: Sentence, token: Token) -> bool:
        """Whether somebody is the subject of a reporting verb, put after one, or a source
        (« selon X »)."""
        says, source = self.language.reporting.says, self.source
        if source is not None and token.i >= source.i:
            told = sentence.tokens[source.i : token.i]
            links = self.language.nominals.links
            verb = any(t.pos in ("VERB", "AUX") for t in told)
            if not verb and not (told and links(told[-1])):
                self.source = None
                return True
        if sentence.children(token, "case"):
            return False
        head = sentence.head(token)
        if token.dep in ("appos", "flat:name", "flat"):
            token, head = head, sentence.head(head)
        inverted = token.text.startswith("-")
        put_after = known.is_person and any(
            says(t) and (t.pos == "VERB" or inverted)
            for t in sentence.tokens[max(0, token.i - 2) : token.i]
        )
        return (token.dep.startswith("nsubj") and says(head)) or (put_after and token.dep != "obj")

    def _named_beside(self, sentence: Sentence, token: Token) -> tuple[Known | None, bool]:
        """The person whose name follows a noun of office: « le chef de la police, le colonel X »,
        « la ministre kényane X »; or whether somebody unknown is named there."""
        tokens, links = sentence.tokens, self.language.nominals.links
        completes = any(links(t) for t in tokens[max(0, token.i - 2) : token.i])
        comma, tied = False, False
        for following in tokens[token.i + 1 : token.i + APPOSED]:
            named = self.names.get(following.start)
            if named is not None and self.told.known[named[1]].is_person:
                ended = not comma or _is_closed(sentence, named[0].span)
                whole = ended and not tied and not (comma and completes)
                return (self.told.known[named[1]] if whole else None), False
            if comma and following.pos == "PROPN" and following.text[0].isupper():
                return None, named is None
            if following.norm == "," and not comma:
                comma, tied = True, False
            elif following.pos in BREAKS or (comma and following.pos not in TITLES):
                return None, False
            elif links(following):
                tied = True
            elif following.pos != "DET":  # « conseiller du ministre X » is not X
                tied = tied and self._is_title(following)
        return None, False

    def _is_title(self, token: Token) -> bool:
        return self.anaphora.is_title(token) or self.anaphora.is_civility(token)

    def _known(self, entity: Entity, told: dict[int, tuple[Sentence, Token]]) -> Known:
        offices = [" ".join(filter(None, (r.function, r.of))) for r in entity.roles]
        genders = []
        for mention in entity.mentions:
            if mention.start not in told:
                continue
            sentence, token = told[mention.start]
            offices += self._titles(sentence, token)
            gender = self.anaphora.gender_before_name(sentence, token.i)
            body = entity.kind in BODIES
            if gender is None and body and token.pos == "NOUN" and token.text[0].islower():
                gender = token.morph.gender
            genders += [gender] if gender else []
        gender = genders[0] if genders else None
        if entity.kind is EntityKind.PERSON and gender is None:
            held = (self.anaphora.gender_of_office(r.function) for r in entity.roles)
            gender = next((g for g in held if g), None) or self.anaphora.gender_of_name(entity.name)
        return Known(entity, gender, tuple(dict.fromkeys(offices)))

    def _titles(self, sentence: Sentence, name: Token) -> list[str]:
        """Nouns right before a name that tell what the person is (« le docteur X »)."""
        before = sentence.tokens[max(0, name.i - LED) : name.i]
        found = []
        for token in reversed(before):
            if self.anaphora.is_title(token):
                found.append(token.norm)
            elif token.pos != "ADJ":
                break
        return found


MAIN = ("conj", "parataxis", "ROOT")
"""Relations of a verb that tells the story and not an aside."""
BREAKS = ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "PRON")
TITLES = ("DET", "NOUN", "ADJ")
NOUNS = ("noun", "named", "counterpart", "partner")
"""References that a name beside them makes plain."""


def _is_closed(sentence: Sentence, name: Span) -> bool:
    """Whether punctuation or a relative follows a name, as it does an apposition."""
    following = next((t for t in sentence.tokens if t.start >= name.end), None)
    return following is None or following.pos == "PUNCT" or following.dep.startswith("nsubj")


def _incised(sentence: Sentence, reporting: Reporting) -> frozenset[int]:
    """The words of incises (« …, a répondu ce dernier. … »), which are the journalist's even
    inside quotation marks."""
    found: set[int] = set()
    for verb in sentence.tokens:
        if verb.pos not in ("VERB", "NOUN", "ADJ") or not reporting.says(verb):
            continue
        first = verb.i
        while first > 0 and sentence.tokens[first - 1].pos in ("AUX", "PRON", "ADV"):
            first -= 1
        if first == 0 or sentence.tokens[first - 1].norm not in (",", "!", "?", "…"):
            continue
        for token in sentence.tokens[first : first + APPOSED]:
            if token.i > verb.i and token.norm in (",", ".", "!", "?", ";", ":", "»"):
                break
            found.add(token.i)
    return frozenset(found)


def _holds(marks: Iterable[Marked], token: Token) -> bool:
    """Whether a token stands between quotation marks: its pronouns are somebody else's, unless
    it is inverted (« …, dit-il, … » is the journalist's)."""
    if token.text.startswith("-"):
        return False
    return any(mark.content.contains(token.span) for mark in marks)


def _surnames(entities: Iterable[Entity]) -> dict[str, str]:
    """Last words of persons' names that tell one person of the article only."""
    owners: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            owners.setdefault(entity.name.split()[-1], set()).add(entity.id)
    other = {w for e in entities if e.kind is not EntityKind.PERSON for w in e.name.split()}
    return {
        word: next(iter(ids))
        for word, ids in owners.items()
        if len(ids) == 1 and len(word) >= SURNAME and word not in other
    }
