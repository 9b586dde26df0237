"""Which form a thing of an article takes: what merging cannot tell apart has one."""

from __future__ import annotations

import functools
import hashlib

from greffier.model.annotations import Entity, EntityKind
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.record.compare.names import parse
from greffier.record.compare.romanise import fold, keys
from greffier.record.days import half_year

_ALONE = "~"
"""Marks a form that leans: it has no standing of its own."""


@functools.lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """One sound of a word, the same for the spellings that sound alike in most ways."""
    return min(keys(word)) if word else ""


def leans(form: str) -> bool:
    return _ALONE in form


def office_of(entity: Entity, language: Language) -> str | None:
    """The office that the article gives with a name, in one spelling, of state first."""
    told = [r for r in entity.roles if r.tenure is None]
    return language.merging.office(told[0].function) if told else None


def of_entity(entity: Entity, reading: Reading, language: Language) -> str:
    """The form of an entity: its kind, its name folded, and its country."""
    country = entity.country or ""
    alone = f"{_ALONE}{reading.document.id}"
    if entity.kind == EntityKind.COUNTRY:
        return f"country:{country or fold(entity.name)}"
    if entity.kind == EntityKind.PERSON:
        return _person(entity, reading, language)
    if entity.kind == EntityKind.PLACE:
        words = " ".join(language.merging.place(entity.name)[0])
        return f"place:{words}:{country}:{entity.geonames_id or ''}"
    words_of_body = language.merging.body(entity.name, entity.country)
    words = " ".join(words_of_body)
    if entity.kind == EntityKind.GROUP:
        return f"group:{words}:{country}:{reading.document.id}/{entity.id}"
    if language.merging.is_vague(words_of_body) and not country:
        return f"body:{words}::{alone}"
    return f"body:{words}:{country}"


def _person(entity: Entity, reading: Reading, language: Language) -> str:
    name = parse(entity.name)
    country = entity.country or ""
    if name.is_full:
        return f"person:{' '.join(name.words)}:{country}"
    office = office_of(entity, language)
    period = half_year(reading.document.published)
    told = "".join(name.words) or fold(entity.name)
    if office and country and period:
        return f"person:{told}:{country}:{_ALONE}{office}:{period}"
    return f"person:{told}:{country}:{_ALONE}{reading.document.id}"


@functools.lru_cache(maxsize=4096)
def of_text(passage: str) -> str:
    """The form of a paragraph: its letters, whatever the marks, case and spaces."""
    return "text:" + hashlib.sha256(fold(passage).encode()).hexdigest()[:20]
