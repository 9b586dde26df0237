"""A reading as a person likes to read it in a terminal, in French or English.

Every line ends in, or stands above, the passage that proves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from greffier.model.annotations import (
    Basis,
    Comparison,
    Entity,
    EntityKind,
    Figure,
    Quotation,
    Timex,
)
from greffier.model.reading import Reading
from greffier.model.show import event_line
from greffier.model.text import PublishedFrom

FRENCH: Mapping[str, str] = {
    "untitled": "(sans titre)",
    "undated": "date inconnue",
    PublishedFrom.GIVEN: "donnée",
    PublishedFrom.METADATA: "métadonnées",
    PublishedFrom.TEXT: "d’après le texte",
    EntityKind.PERSON: "Personnes",
    EntityKind.ORGANIZATION: "Organisations",
    EntityKind.GROUP: "Groupes",
    EntityKind.COUNTRY: "Pays",
    EntityKind.PLACE: "Lieux",
    "quotations": "Propos",
    "events": "Faits",
    "dates": "Dates",
    "figures": "Chiffres",
    "nobody": "(auteur inconnu)",
    "to": "à",
    "via": "rapporté par",
    Basis.EXPLICIT: "écrite",
    Basis.PUBLICATION: "d’après la publication",
    Basis.CONTEXT: "d’après le texte",
    Basis.UNKNOWN: "rien ne la fixe",
    "articles": "articles",
    "persons": "personnes",
    "quoted": "propos",
    "told_figures": "chiffres",
}
ENGLISH: Mapping[str, str] = {
    "untitled": "(no title)",
    "undated": "date unknown",
    PublishedFrom.GIVEN: "given",
    PublishedFrom.METADATA: "metadata",
    PublishedFrom.TEXT: "from the text",
    EntityKind.PERSON: "Persons",
    EntityKind.ORGANIZATION: "Organisations",
    EntityKind.GROUP: "Groups",
    EntityKind.COUNTRY: "Countries",
    EntityKind.PLACE: "Places",
    "quotations": "Statements",
    "events": "Events",
    "dates": "Dates",
    "figures": "Figures",
    "nobody": "(speaker unknown)",
    "to": "to",
    "via": "reported by",
    Basis.EXPLICIT: "as written",
    Basis.PUBLICATION: "from the publication",
    Basis.CONTEXT: "from the text",
    Basis.UNKNOWN: "nothing fixes it",
    "articles": "articles",
    "persons": "persons",
    "quoted": "statements",
    "told_figures": "figures",
}
WORDINGS = {"fr": FRENCH, "en": ENGLISH}
SIGNS = {
    Comparison.EXACT: "=",
    Comparison.ABOUT: "≈",
    Comparison.AT_LEAST: "≥",
    Comparison.AT_MOST: "≤",
    Comparison.MORE_THAN: ">",
    Comparison.LESS_THAN: "<",
    Comparison.BETWEEN: "=",
}


def render(reading: Reading, language: str = "fr") -> str:
    """The whole reading, as plain text."""
    words = WORDINGS[language]
    sections = (
        _heading(reading, words),
        *(_entities(reading, kind, words) for kind in EntityKind),
        _section(words["quotations"], _quotations(reading, words)),
        _section(words["events"], _events(reading)),
        _section(words["dates"], (_date(reading, t, words) for t in reading.timexes)),
        _section(words["figures"], (_figure(reading, f) for f in reading.figures)),
    )
    return "\n\n".join(section for section in sections if section)


def summary(reading: Reading, language: str = "fr") -> str:
    """Who speaks and is named in an article, in a few lines."""
    words = WORDINGS[language]
    people = [_who(e) for e in reading.entities if e.kind is EntityKind.PERSON]
    quoted = list(_quotations(reading, words))[:2]
    lines = [_heading(reading, words), *(f"  {p}" for p in people), *(f"  {q}" for q in quoted)]
    return "\n".join(lines)


def totals(readings: Iterable[Reading], language: str = "fr") -> str:
    """How much was found in several articles, in one line."""
    words, found = WORDINGS[language], list(readings)
    counts = (
        (len(found), words["articles"]),
        (
            sum(e.kind is EntityKind.PERSON for r in found for e in r.entities),
            words["persons"],
        ),
        (sum(len(r.quotations) for r in found), words["quoted"]),
        (sum(len(r.figures) for r in found), words["told_figures"]),
    )
    return ", ".join(f"{count} {what}" for count, what in counts)


def _section(title: str, lines: Iterable[str]) -> str:
    told = [f"  {line}" for line in lines]
    return "\n".join([title.upper(), *told]) if told else ""


def _heading(reading: Reading, words: Mapping[str, str]) -> str:
    document = reading.document
    date = words["undated"]
    if document.published and document.published_from:
        date = f"{document.published} ({words[document.published_from]})"
    about = ", ".join(part for part in (document.outlet, date, document.uri) if part)
    return f"{document.title or words['untitled']}\n{about}"


def _entities(reading: Reading, kind: EntityKind, words: Mapping[str, str]) -> str:
    found = [e for e in reading.entities if e.kind is kind]
    if kind is EntityKind.PERSON:
        return _section(words[kind], map(_who, found))
    return _section(words[kind], [", ".join(map(_what, found))] if found else [])


def _what(entity: Entity) -> str:
    return f"{entity.name} ({entity.country})" if entity.country else entity.name


def _who(entity: Entity) -> str:
    offices = [
        ", ".join(part for part in (role.function, role.of, role.country) if part)
        for role in entity.roles
    ]
    return f"{_what(entity)}: {'; '.join(offices)}" if offices else _what(entity)


def _quotations(reading: Reading, words: Mapping[str, str]) -> Iterator[str]:
    by_speaker: dict[str | None, list[Quotation]] = {}
    for quotation in reading.quotations:
        by_speaker.setdefault(quotation.speaker, []).append(quotation)
    for speaker, said in by_speaker.items():
        yield reading.entity(speaker).name if speaker else words["nobody"]
        for quotation in said:
            yield f"  {_said(reading, quotation, words)}"


def _said(reading: Reading, quotation: Quotation, words: Mapping[str, str]) -> str:
    passage = " ".join(reading.passage(quotation.span).split())
    told = f"« {passage} »" if quotation.kind == "direct" else passage
    beside = [
        f"{words[key]} {reading.entity(other).name}"
        for key, other in (("to", quotation.addressee), ("via", quotation.via))
        if other
    ]
    return f"{told} [{', '.join([quotation.kind, *beside])}]"


def _events(reading: Reading) -> Iterator[str]:
    """In order of time; what is not dated comes last, in the order of the text."""
    dated = sorted(reading.events, key=lambda e: (e.date is None, e.date or "", e.mentions[0]))
    for event in dated:
        yield f"{event.date or '?':16} {event_line(reading, event)}"


def _date(reading: Reading, timex: Timex, words: Mapping[str, str]) -> str:
    return f"{timex.value:22} {reading.passage(timex.span)} [{words[timex.basis]}]"


def _figure(reading: Reading, figure: Figure) -> str:
    if isinstance(figure.value, tuple):
        value = f"{figure.value[0]:.12g} – {figure.value[1]:.12g}"
    else:
        value = "?" if figure.value is None else f"{figure.value:.12g}"
    told = f"{SIGNS[figure.comparison]} {value}"
    return f"{told:18} {' '.join(reading.passage(figure.span).split())}"
