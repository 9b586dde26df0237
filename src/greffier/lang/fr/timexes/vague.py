"""Expressions that no calendar holds: « récemment », « désormais », « les jours à venir »."""

from __future__ import annotations

from greffier.lang.fr.spelling import any_of
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.words import WORDS
from greffier.model.rules import Example
from greffier.model.times import Fixed, When

_UNITS = r"(?:heures|jours|semaines|mois|annees|decennies|temps)"
_MARKS = r"(?:[«\"“] ?)?"


def _adverb(match: Match) -> When | None:
    return Fixed(WORDS.vague[match["adverb"]])


def _past(match: Match) -> When | None:
    return Fixed("PAST_REF")


def _future(match: Match) -> When | None:
    return Fixed("FUTURE_REF")


def _present(match: Match) -> When | None:
    return Fixed("PRESENT_REF")


RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.vague-adverb",
        TimePattern(
            rf"(?<![\w-])(?P<adverb>{any_of(WORDS.vague)})(?![\w-])(?<!y a peu(?= de ))",
            _adverb,
            "vague",
        ),
        (
            Example("La commune a récemment vendu l’école.", ("récemment = PAST_REF",)),
            Example("Désormais, la commune est seule.", ("Désormais = PRESENT_REF",)),
            Example("Le pont rouvrira bientôt.", ("bientôt = FUTURE_REF",)),
            Example("La récente vente de l’école."),
        ),
    ),
    TimeRule(
        "timexes.recent-units",
        TimePattern(
            rf"(?<!\w)(?P<span>(?:l|c|d)es {_MARKS}(?:tou(?:te)?s )?derni(?:er|ere)s {_UNITS}|"
            rf"ces {_UNITS} derni(?:er|ere)s|"
            rf"(?:les|ces) {_UNITS} (?:passe|ecoule|precedent)e?e?s)(?!\w)",
            _past,
            "last-units",
        ),
        (
            Example("Il a plu ces derniers jours.", ("ces derniers jours = PAST_REF",)),
            Example("Ces derniers joueurs sont partis."),
        ),
    ),
    TimeRule(
        "timexes.coming-units",
        TimePattern(
            r"(?<!\w)(?P<span>(?:(?:au cours des|dans les|durant les|d'ici les|ces|les)"
            rf" )?{_MARKS}(?:tou(?:te)?s )?prochaine?s {_UNITS}|(?:dans )?les {_UNITS} (?:a venir|"
            r"qui viennent|prochaine?s|qui suivront|suivante?s))(?!\w)",
            _future,
            "last-units",
        ),
        (
            Example(
                "La route sera refaite dans les prochains mois.",
                ("dans les prochains mois = FUTURE_REF",),
            ),
            Example("Les prochains moissonneurs viendront du nord."),
        ),
    ),
    TimeRule(
        "timexes.these-days",
        TimePattern(r"(?<!\w)ces jours-ci(?!\w)", _present, "unit"),
        (
            Example("Il pleut ces jours-ci.", ("ces jours-ci = PRESENT_REF",)),
            Example("Ces jours-là, il pleuvait."),
        ),
    ),
)
