"""Which country each body and person belongs to, where the article makes it known."""

from __future__ import annotations

from dataclasses import replace

from greffier.model.annotations import Entity, EntityKind, MentionKind
from greffier.model.context import Setting
from greffier.model.language import Language, Offices
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

REACH = 3
"""Words between a demonym and the name it describes: « l'Éthiopien, le général X »."""
BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)


def find(reading: Reading, language: Language) -> Reading:
    """Gives bodies and groups the country that their name, or the passage that first tells of
    them, is about; and persons that of the demonym beside their name."""
    setting = Setting(reading, language.naming)
    demonyms = _told_of_people(reading, language.offices)
    blocks = {t.start: s.block for s in reading.sentences for t in s.tokens}

    def placed(entity: Entity) -> Entity:
        if entity.country is not None:
            return entity
        if entity.kind is EntityKind.PERSON:
            return replace(entity, country=demonyms.get(entity.id))
        if entity.kind is EntityKind.PLACE:
            block = blocks.get(entity.mentions[0].start, -1)
            return replace(entity, country=_of_place(entity, block, setting, language))
        if entity.kind in BODIES:
            block = blocks.get(entity.mentions[0].start, -1)
            return replace(entity, country=_of_body(entity, block, setting, language))
        return entity

    return replace(reading, entities=tuple(map(placed, reading.entities)))


def _of_place(entity: Entity, block: int, setting: Setting, language: Language) -> str | None:
    """That of the town that a site's name holds, else of the passage that tells of the site;
    any other place is of the country that the article is about only."""
    naming = language.naming
    if naming.is_ambiguous_town(entity.name):
        return None
    told = naming.told_in(entity.name, setting.countries)
    site = naming.is_place_head(entity.name.split()[0]) and len(entity.name.split()) > 1
    return told or (setting.near(block) if site else setting.only)


def _of_body(entity: Entity, block: int, setting: Setting, language: Language) -> str | None:
    naming = language.naming
    known = [c for c in naming.countries_of_body(entity.name) if c in setting.countries]
    if len(known) == 1:
        return known[0]
    told = naming.told_in(entity.name, setting.countries)
    if told is not None or naming.is_international(entity.name):
        return told
    near = setting.near(block)
    described = all(m.kind is MentionKind.NOMINAL for m in entity.mentions)
    if naming.is_of_state(entity.name) or (described and entity.name.islower()):
        return near
    if described and near == setting.home:
        return near
    return setting.only


def _told_of_people(reading: Reading, offices: Offices) -> dict[str, str]:
    """The country of « le Tadjik X », « l'ingénieure malienne X », by the person's id."""
    names = {
        m.start: e.id
        for e in reading.entities
        if e.kind is EntityKind.PERSON
        for m in e.mentions
        if m.kind is MentionKind.NAME
    }
    found: dict[str, str] = {}
    for sentence in reading.sentences:
        for token in sentence.tokens:
            person = names.get(token.start)
            if person is not None and person not in found:
                country = _demonym_before(sentence, token, offices)
                if country is not None:
                    found[person] = country
    return found


def _demonym_before(sentence: Sentence, name: Token, offices: Offices) -> str | None:
    for token in reversed(sentence.tokens[max(0, name.i - REACH) : name.i]):
        country = offices.demonym(token.text)
        if country is not None:
            return country
        if not (offices.is_rank(token) or offices.is_function(token) or token.pos == "ADJ"):
            return None
    return None
