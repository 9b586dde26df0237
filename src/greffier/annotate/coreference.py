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
ASIDE = 14
"""Tokens of an apposition between a name and its verb."""
LED = 3
"""Tokens before a name that tell who it is."""
TITLE_GAP = 2
"""Code points between an office and the name that it leads to."""


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
        starts = {*self.names, *(r.start for e in reading.entities for r in e.roles)}
        told = {t.start: (s, t) for s in reading.sentences for t in s.tokens if t.start in starts}
        self.told = Discourse({e.id: self._known(e, told) for e in reading.entities})
        self.found: dict[str, list[Mention]] = {}
        self.theirs: set[Mention] = set()  # of groups, found to tell a person
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
        entities = (self._told_of(e) for e in self.reading.entities)
        return replace(self.reading, entities=tuple(e for e in entities if e.mentions))

    def _told_of(self, entity: Entity) -> Entity:
        """An entity with the mentions that the pass found of it, without those found another's."""
        known = self.told.known[entity.id]
        kept = tuple(m for m in entity.mentions if m not in self.theirs)
        mentions = (*kept, *self.found.get(entity.id, ()))
        return replace(entity, mentions=mentions, gender=known.gender if known.is_person else None)

    def _read(self, sentence: Sentence, token: Token, aside: bool) -> None:
        """Takes in one word of the journalist's; those of captions stay outside the story."""
        source = self.language.reporting.source(sentence, token)
        if source is not None and not source.relative:
            self.source = source.head
        if token.start in self.names:
            known = self.told.known[self.names[token.start][1]]
            if self._describes_known(sentence, token, known, aside):
                return
            if not aside:
                self._seen(known, sentence, token)
            return
        if token.start in self.taken:
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

    def _describes_known(self, sentence: Sentence, token: Token, group: Known, aside: bool) -> bool:
        """Whether what seemed to tell somebody without a name stands for a person told before
        (« le chef de l'État », « la sénatrice du Parti vert »): the mention is then theirs."""
        mention = self.names[token.start][0]
        if mention.kind is not MentionKind.NOMINAL or group.entity.kind is not EntityKind.GROUP:
            return False
        reference = self.anaphora.reference(sentence, token)
        if reference is None or reference.kind != "noun" or reference.number != "Sing":
            return False
        chosen = choose(reference, self.told, self.anaphora)
        if chosen is None or not chosen.is_person:
            return False
        self.theirs.add(mention)
        rule = f"coreference.{reference.kind}"
        self._link(chosen, replace(mention, entity_kind=None, rule=rule))
        if not aside:
            self._seen(chosen, sentence, token)
        return True

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
        if known.entity.kind is not EntityKind.COUNTRY and self._speaks(known, sentence, token):
            told.spoke, told.spoke_at = known, told.number

    def _verb(self, known: Known, sentence: Sentence, token: Token) -> Token | None:
        """The verb whose subject a name or noun is, also by the noun that it is apposed to (« le
        conseiller X part », « sa porte-parole, la juge X, part »)."""
        if token.text.startswith("-") or token.dep.startswith("expl:subj"):
            return sentence.head(token)
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
        return self._verb_after(sentence, token) if known.is_person else None

    def _verb_after(self, sentence: Sentence, token: Token) -> Token | None:
        """The verb right after a name, over what commas set apart, where the parser ties the name
        to something else; no name after a preposition is a subject."""
        named = self.names.get(token.start)
        before = sentence.tokens[token.i - 1] if token.i else None
        if named is None or (before is not None and before.pos in ("ADP", "CCONJ")):
            return None
        following = [t for t in sentence.tokens[token.i + 1 :] if t.start >= named[0].end]
        if following and following[0].norm == ",":
            closing = next((i for i, t in enumerate(following[1:ASIDE], 1) if t.norm == ","), None)
            aside = following[1:closing] if closing else following
            if closing is None or any(t.morph.form == "Fin" for t in aside):
                return None
            following = following[closing + 1 :]
        for verb in following:
            if verb.pos in ("VERB", "AUX") and verb.morph.form in ("Fin", "Part"):
                if verb.pos == "VERB" or verb.head == verb.i or verb.dep == "cop":
                    return sentence.head(verb) if verb.dep == "cop" else verb
            elif verb.pos not in ("PRON", "ADV", "AUX"):
                return None
        return None

    def _speaks(self, known: Known, sentence: Sentence, token: Token) -> bool:
        """Whether somebody is the subject of a reporting verb, put after one, or a source
        (« selon X »)."""
        says, source = self.language.reporting.says, self.source
        if source is not None and token.i >= source.i:
            told = sentence.tokens[source.i : token.i]
            links = self.language.nominals.links
            apart = any(t.pos in ("VERB", "AUX") for t in told)
            if not apart and not (told and links(told[-1])):
                self.source = None
                return True
        if sentence.children(token, "case"):
            return False
        head = sentence.head(token)
        if token.dep in ("appos", "flat:name", "flat"):
            token, head = head, sentence.head(head)
        inverted = token.text.startswith("-")
        near = sentence.tokens[max(0, token.i - 2) : token.i]
        said = next((t for t in near if says(t) and (t.pos == "VERB" or inverted)), None)
        put_after = said is not None and (token.dep != "obj" or _is_incise(sentence, said))
        verb = self._verb(known, sentence, token)
        tells = verb is not None and says(verb)
        return (
            tells
            or (token.dep.startswith("nsubj") and says(head))
            or (known.is_person and put_after)
        )

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
            elif following.pos == "ADP" and following.norm not in TO:  # « père pour X »
                return None, False
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
        for role in entity.roles if not genders else ():
            if role.start in told:  # « le ministre de la Défense X »
                sentence, token = told[role.start]
                gender = self.anaphora.gender_before_name(sentence, token.i)
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
TO = ("à", "au", "aux")
"""They tie an office to its portfolio: « secrétaire à l'Économie »."""
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


def _is_incise(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb comes right after a comma or closing marks: « « … », a coupé X »."""
    first = verb.i
    while first and sentence.tokens[first - 1].pos in ("AUX", "PRON", "ADV"):
        first -= 1
    return first > 0 and sentence.tokens[first - 1].norm in (",", "»", "”", '"', "!", "?", "…")


def _holds(marks: Iterable[Marked], token: Token) -> bool:
    """Whether a token stands between quotation marks: its pronouns are somebody else's, unless
    it is inverted (« …, dit-il, … » is the journalist's)."""
    if token.text.startswith("-"):
        return False
    return any(mark.content.contains(token.span) for mark in marks)
