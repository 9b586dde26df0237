"""What makes a word a name, and of which kind, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.names.rules import is_locality, is_medium, is_organization
from greffier.lang.fr.names.words import NAME_WORDS
from greffier.model.rules import Example, Rule

RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "names.model",
        NAME_WORDS.folded,
        (
            Example(
                "Armand Kervoal a rencontré les pêcheurs de Lorient.",
                ("Armand Kervoal [person]", "Lorient [place]"),
            ),
            Example("Les pêcheurs de la côte ont rencontré les élus."),
        ),
    ),
    Rule(
        "names.civility",
        NAME_WORDS.is_civility,
        (
            Example(
                "M. Kervoal a visité le chantier de Mme Toran.",
                ("Kervoal [person]", "Toran [person]"),
            ),
            Example("Armand Kervoal a visité le chantier."),
        ),
    ),
    Rule(
        "names.joined",
        NAME_WORDS.dangles,
        (
            Example(
                "L'Organisation pour la sécurité en Europe a réuni ses membres.",
                ("Organisation pour la sécurité en Europe [organization]",),
            ),
            Example("L'Organisation a réuni ses membres."),
        ),
    ),
    Rule(
        "names.label_off",
        NAME_WORDS.is_label,
        (
            Example(
                "L'ONG Médecins du littoral a ouvert une école.",
                ("Médecins du littoral [organization]",),
            ),
            Example("La commune a ouvert une école."),
        ),
    ),
    Rule(
        "names.known",
        is_organization,
        (
            Example("La vidéo circule sur Twitter.", ("Twitter [organization]",)),
            Example("La vidéo circule sur la place du marché."),
        ),
    ),
    Rule(
        "names.locality",
        is_locality,
        (
            Example("La prison de Kermadec a brûlé.", ("Kermadec [place]",)),
            Example("Le fils de Kermadec a souri."),
        ),
    ),
    Rule(
        "names.surname",
        NAME_WORDS.folded,
        (
            Example(
                "Armand Kervoal est venu. Pour Kervoal, le pont est sûr.",
                ("Kervoal [person]",),
            ),
            Example("Armand Kervoal est venu. Pour tous, le pont est sûr."),
        ),
    ),
    Rule(
        "names.capital",
        NAME_WORDS.is_capital,
        (
            Example("Maurice attend.", ("Maurice [place]",)),
            Example("Armand Kervoal attend."),
        ),
    ),
    Rule(
        "names.vote",
        NAME_WORDS.folded,
        (
            Example(
                "KERMINA - Le port de Kermina est fermé. Kermina attend. À Kermina, on attend.",
                ("Kermina [place]",),
            ),
            Example("À Kermina, on attend."),
        ),
    ),
    Rule(
        "names.trimmed",
        NAME_WORDS.dangles,
        (
            Example("KERMINA - Le port est fermé.", ("KERMINA [place]",)),
            Example("LORIENT – Le port est fermé depuis lundi."),
        ),
    ),
    Rule(
        "names.title_off",
        NAME_WORDS.is_title,
        (
            Example("L'abbé Kervoal est venu.", ("Kervoal [person]",)),
            Example("Armand Kervoal est venu."),
        ),
    ),
    Rule(
        "names.extended",
        NAME_WORDS.is_particle,
        (
            Example("Dom João de Kerval est venu.", ("Dom João de Kerval [person]",)),
            Example("Armand Kervoal est venu."),
        ),
    ),
    Rule(
        "names.outlet",
        is_medium,
        (
            Example(
                "Selon des propos rapportés par l'agence Marmara, il part.",
                ("Marmara [organization]",),
            ),
            Example("Selon des propos rapportés à Lorient, il part."),
        ),
    ),
    Rule(
        "names.whole_body",
        NAME_WORDS.is_body,
        (
            Example(
                "La Ligue des pêcheurs du littoral a ouvert une école.",
                ("Ligue des pêcheurs du littoral [organization]",),
            ),
            Example("La ligue a ouvert une école aux pêcheurs du littoral."),
        ),
    ),
    Rule(
        "names.clause_off",
        NAME_WORDS.ties,
        (
            Example(
                "Le porte-parole précise que la Confédération financerait la rencontre.",
                ("Confédération [organization]",),
            ),
            Example("Le porte-parole de la Confédération a souri."),
        ),
    ),
    Rule(
        "names.apart",
        NAME_WORDS.relates,
        (
            Example(
                "L'émissaire des Nations unies pour l'Asie centrale est arrivé à Lorient.",
                ("Nations unies [organization]",),
            ),
            Example("L'émissaire de l'Organisation des ports pour la mer est arrivé."),
        ),
    ),
    Rule(
        "names.acronym",
        NAME_WORDS.is_body_acronym,
        (
            Example(
                "On relit encore l'essentiel de la dépêche de l'ASK, avant le départ.",
                ("ASK [organization]",),
            ),
            Example("On relit encore l'essentiel de l'étude du PIB, avant le départ."),
        ),
    ),
    Rule(
        "names.credited",
        NAME_WORDS.credits,
        (
            Example(
                "Le maire devant la halle (photo : Kermedia Commons)",
                ("Kermedia Commons [organization]",),
            ),
            Example("Le maire devant la photo de la halle, lundi."),
        ),
    ),
    Rule(
        "names.apposed",
        NAME_WORDS.is_title,
        (
            Example(
                "Ouvert à 14 heures par la présidente de la Chambre, Tessy Dierich, le débat a duré"
                " sept heures.",
                ("Tessy Dierich [person]",),
            ),
            Example("Ouvert à 14 heures par la présidente, selon l'Alliance, le débat a duré."),
        ),
    ),
    Rule(
        "names.dateline",
        NAME_WORDS.is_locality,
        (
            Example("KERMINA (ABX) - Le maire de la ville est mort.", ("KERMINA [place]",)),
            Example("KERMINA a perdu le maire de la ville."),
        ),
    ),
    Rule(
        "names.again",
        NAME_WORDS.folded,
        (
            Example(
                "L'association Rivages a ouvert une école. Avec Rivages, les enfants lisent.",
                ("Rivages [organization]",),
            ),
            Example("L'association Rivages a ouvert une école. Avec eux, les enfants lisent."),
        ),
    ),
)
"""Rules of names, with their examples."""
