"""A small invented story told by three outlets, one of which reprints another."""

from __future__ import annotations

from greffier.model.annotations import EventStatus
from greffier.model.reading import Reading
from tests.record.articles import Article

WORDS = "La digue de Varno tiendra tout l’hiver, quoi qu’en disent les sœurs jumelles de la vallée"


def gazette() -> Reading:
    made = Article("La Gazette", "2020-03-02", title="La digue de Varno")
    mayor = made.person("Amira Ben Omar Tadouri", "FRA", "maire")
    guest = made.person("Paul Korvane", "MLI", "ministre de la Santé")
    varno = made.place("Varno", "FRA")
    made.event("CONSULT", "s’est entretenue avec lui", ((mayor,), (guest,)), "2020-03-01", varno)
    made.says(mayor, WORDS)
    made.figure("La crue de la digue a fait", "12 morts", 12.0, "morts")
    return made.reading()


def courrier() -> Reading:
    made = Article("Le Courrier", "2020-03-03", title="La digue de Varno, suite")
    mayor = made.person("Amira Ben Omar Tadoury", "FRA", "maire")
    guest = made.person("Paul Korvane", "MLI", "ministre de la Santé")
    varno = made.place("Varno", "FRA")
    made.event("CONSULT", "rencontre au sommet", ((mayor,), (guest,)), "2020-03-01", varno)
    made.event("PROTEST", "grève des éclusiers", ((varno,), ()), None, varno)
    made.last_event(EventStatus.PLANNED)
    made.says(mayor, WORDS)
    made.figure("La crue de la digue a fait", "14 morts", 14.0, "morts")
    return made.reading()


def hebdo() -> Reading:
    made = Article("L’Hebdo", None, title="Le marché aux œufs")
    chief = made.person("Ali Ostrelle", "FRA")
    made.says(chief, "Les députés n’ont rien décidé")
    return made.reading()


def all_three() -> list[Reading]:
    return [gazette(), courrier(), hebdo()]
