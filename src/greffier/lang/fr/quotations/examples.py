"""How words are given to who said them, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.entities.nominals import is_group
from greffier.lang.fr.quotations.reporting import REPORTING, introduces
from greffier.lang.fr.quotations.sources import source
from greffier.model.rules import Example, Rule

DIRECT: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "quotations.after",
        REPORTING.beside,
        (
            Example(
                "« Nous rouvrirons le pont en mai », a annoncé Armand Kervoal.",
                ("Nous rouvrirons le pont en mai | Armand Kervoal | a annoncé",),
            ),
            Example("« Le Pont des larmes » a gagné un prix."),
            Example(
                "« Le pont tiendra », mais « il faudra payer », a dit Armand Kervoal.",
                (
                    "Le pont tiendra | Armand Kervoal | a dit",
                    "il faudra payer | Armand Kervoal | a dit",
                ),
            ),
            Example(
                "« Le pont tiendra », a assuré Armand Kervoal, cité par Radio Rivage.",
                ("Le pont tiendra | Armand Kervoal | a assuré | via Radio Rivage",),
            ),
            Example(
                "« Le pont tiendra », a assuré Armand Kervoal, professeur à Sciences Po.",
                ("Le pont tiendra | Armand Kervoal | a assuré",),
            ),
        ),
    ),
    Rule(
        "quotations.incise",
        REPORTING.beside,
        (
            Example(
                "« Le pont est sûr, assure Armand Kervoal, et il le restera. »",
                (
                    "Le pont est sûr, assure Armand Kervoal, et il le restera."
                    " | Armand Kervoal | assure",
                ),
            ),
            Example("« Le pont est sûr et il le restera », assure Armand Kervoal."),
        ),
    ),
    Rule(
        "quotations.colon",
        REPORTING.says,
        (
            Example(
                "Armand Kervoal a déclaré : « Le pont sera rouvert en mai. »",
                ("Le pont sera rouvert en mai. | Armand Kervoal | a déclaré",),
            ),
            Example("Armand Kervoal a lu « Le Pont des larmes » en mai."),
        ),
    ),
    Rule(
        "quotations.before",
        introduces,
        (
            Example(
                "Armand Kervoal estime que « le pont est sûr ».",
                ("le pont est sûr | Armand Kervoal | estime",),
            ),
            Example("Armand Kervoal a lu « Le Pont des larmes » en mai."),
        ),
    ),
    Rule(
        "quotations.announced",
        REPORTING.says,
        (
            Example(
                "Le pont est fermé.\n\nArmand Kervoal a conclu :\n\n"
                "« Nous rouvrirons le pont en mai. »",
                ("Nous rouvrirons le pont en mai. | Armand Kervoal | a conclu",),
            ),
            Example("Le pont est fermé.\n\nArmand Kervoal a conclu un accord."),
        ),
    ),
    Rule(
        "quotations.continued",
        REPORTING.says,
        (
            Example(
                "« Nous rouvrirons le pont en mai », a dit Armand Kervoal."
                " « Il sera gratuit pour tous. »",
                ("Il sera gratuit pour tous. | Armand Kervoal | ?",),
            ),
            Example("« Nous rouvrirons le pont en mai », a dit Armand Kervoal."),
        ),
    ),
    Rule(
        "quotations.answer",
        REPORTING.says,
        (
            Example(
                "Le pont, un an après\n\nUne association a répondu par écrit.\n\n"
                "Comment va le pont ?\n\nLe pont va bien et tiendra cent ans.\n\n"
                "Qui a payé les travaux ?\n\nLa commune a tout payé.\n\n"
                "Quand ouvrira la halle ?\n\nLa halle ouvrira au printemps.",
                (
                    "Le pont va bien et tiendra cent ans. | ? | ?",
                    "La commune a tout payé. | ? | ?",
                    "La halle ouvrira au printemps. | ? | ?",
                ),
            ),
            Example("Qui a payé les travaux ?\n\nLa commune a tout payé."),
        ),
    ),
    Rule(
        "quotations.headline",
        REPORTING.says,
        (
            Example(
                "Kervoal : le pont rouvrira en mai\n\n"
                "Le maire Armand Kervoal a visité le chantier.",
                ("le pont rouvrira en mai | Armand Kervoal | :",),
            ),
            Example(
                "Travaux : le pont rouvrira en mai\n\nLe maire Armand Kervoal a visité le chantier."
            ),
        ),
    ),
    Rule(
        "quotations.judged",
        REPORTING.judges,
        (
            Example(
                "Armand Kervoal juge ce projet « absurde et ruineux ».",
                ("ce projet « absurde et ruineux » | Armand Kervoal | juge",),
            ),
            Example(
                "Armand Kervoal se dit « prêt » à rouvrir le pont.",
                ("« prêt » à rouvrir le pont | Armand Kervoal | dit",),
            ),
            Example("Armand Kervoal juge ce projet absurde."),
            Example("Armand Kervoal a évoqué un « projet absurde »."),
        ),
    ),
    Rule(
        "quotations.embedded",
        REPORTING.leans,
        (
            Example(
                "Armand Kervoal « s'associe à la douleur des familles ».",
                ("s'associe à la douleur des familles | Armand Kervoal | ?",),
            ),
            Example("Armand Kervoal est le patron d'un « petit bistrot de quartier »."),
        ),
    ),
)

REPORTED: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "quotations.announcement",
        REPORTING.announces,
        (
            Example(
                "L'annonce que le pont serait rouvert en mai, faite par Armand Kervoal, a surpris.",
                ("le pont serait rouvert en mai | Armand Kervoal | annonce",),
            ),
            Example("L'annonce que la mairie a publiée a surpris Armand Kervoal."),
        ),
    ),
    Rule(
        "quotations.that_clause",
        REPORTING.takes_that,
        (
            Example(
                "Armand Kervoal a déclaré que le pont serait rouvert en mai.",
                ("le pont serait rouvert en mai | Armand Kervoal | a déclaré",),
            ),
            Example("Armand Kervoal traverse le pont que la mairie a rouvert."),
            Example(
                "Armand Kervoal a indiqué à Basile Toran que le pont serait rouvert.",
                ("le pont serait rouvert | Armand Kervoal | a indiqué | to Basile Toran",),
            ),
            Example(
                "Armand Kervoal a affirmé que le pont tiendrait, ajoutant que l'État paierait.",
                (
                    "le pont tiendrait | Armand Kervoal | a affirmé",
                    "l'État paierait | Armand Kervoal | ajoutant",
                ),
            ),
            Example(
                "Armand Kervoal a fait savoir que le pont serait rouvert.",
                ("le pont serait rouvert | Armand Kervoal | a fait savoir",),
            ),
            Example(
                "Selon des propos rapportés par l'agence Rivage, Armand Kervoal a déclaré que le"
                " pont tiendrait.",
                ("le pont tiendrait | Armand Kervoal | a déclaré | via agence Rivage",),
            ),
            Example("Armand Kervoal sait que le pont sera rouvert."),
            Example("Armand Kervoal souhaite que le pont soit rouvert."),
            Example("Rappelons que le pont est fermé depuis mai."),
            Example("Il est établi que le pont est fermé depuis mai."),
        ),
    ),
    Rule(
        "quotations.infinitive",
        REPORTING.takes_infinitive,
        (
            Example(
                "Armand Kervoal a affirmé vouloir rouvrir le pont.",
                ("vouloir rouvrir le pont | Armand Kervoal | a affirmé",),
            ),
            Example("Armand Kervoal a fait rouvrir le pont."),
        ),
    ),
    Rule(
        "quotations.accusation",
        REPORTING.accuses,
        (
            Example(
                "Armand Kervoal accuse ses adversaires d'avoir caché les fissures du pont.",
                ("avoir caché les fissures du pont | Armand Kervoal | accuse",),
            ),
            Example("Armand Kervoal empêche ses adversaires de traverser le pont."),
        ),
    ),
    Rule(
        "quotations.put_after",
        REPORTING.beside,
        (
            Example(
                "Le pont sera rouvert en mai, a annoncé Armand Kervoal.",
                ("Le pont sera rouvert en mai | Armand Kervoal | a annoncé",),
            ),
            Example("Le pont rouvert en mai, Armand Kervoal est parti."),
        ),
    ),
    Rule(
        "quotations.source",
        source,
        (
            Example(
                "Selon Armand Kervoal, le pont sera rouvert en mai.",
                ("le pont sera rouvert en mai | Armand Kervoal | Selon",),
            ),
            Example("Avec Armand Kervoal, le pont sera rouvert en mai."),
            Example(
                "Selon Armand Kervoal, maire de Brest, « le pont tiendra ».",
                ("le pont tiendra | Armand Kervoal | Selon",),
            ),
            Example(
                "Quelque 300 riverains selon la police, 900 selon le collectif Rives Vives, ont"
                " défilé.",
                (
                    "Quelque 300 riverains | police | selon",
                    "900 | collectif Rives Vives | selon",
                ),
            ),
            Example("Selon la loi, le pont doit être rouvert en mai."),
        ),
    ),
)

RULES = (*DIRECT, *REPORTED)
"""Rules of quotations, with their examples."""

SPEAKERS: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "quotations.described_speaker",
        is_group,
        (
            Example("« Le pont a tremblé », raconte un riverain.", ("riverain → riverain",)),
            Example("Un riverain traverse le pont."),
        ),
    ),
)
"""Speakers that only a common noun tells, with examples."""
