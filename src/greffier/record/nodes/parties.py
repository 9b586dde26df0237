"""Who takes part, as a key: the same for the spellings of one name."""

from __future__ import annotations

from greffier.model.annotations import EntityKind
from greffier.model.facts import Who
from greffier.model.language import Language
from greffier.record.compare.names import parse
from greffier.record.nodes import forms

_ORDER = {
    EntityKind.PERSON: 0,
    EntityKind.ORGANIZATION: 1,
    EntityKind.PLACE: 2,
    EntityKind.COUNTRY: 3,
    EntityKind.GROUP: 4,
}


def key(who: Who, language: Language) -> str:
    """A person's surname, a body's or a place's words, a country's code."""
    if who.kind == EntityKind.PERSON:
        return f"p.{forms.sound(parse(who.name).surname)}"
    if who.kind == EntityKind.COUNTRY:
        return f"c.{who.country or who.name}"
    if who.kind == EntityKind.PLACE:
        return "l." + "".join(forms.sound(w) for w in language.merging.place(who.name)[-1])
    return "b." + " ".join(language.merging.body(who.name, who.country))


def telling(parties: tuple[Who, ...], most: int) -> tuple[Who, ...]:
    """The participants that tell most of which thing it is: persons, then bodies, places."""
    ranked = sorted(set(parties), key=lambda who: (_ORDER[EntityKind(who.kind)], who.form))
    return tuple(ranked[:most])
