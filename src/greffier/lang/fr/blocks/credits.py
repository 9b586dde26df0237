"""Captions: the credit that ends them, the words that only point at something in a picture."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.blocks.story import STORY
from greffier.lang.fr.blocks.words import cased, either, folded, plain, words
from greffier.lang.fr.timexes.words import time_words
from greffier.model.rules import Example, Rule

CREDIT = "fr.blocks.credit"
POINTING = "fr.blocks.pointing"
SCENE = "fr.blocks.scene"

SHORTEST_SCENE, LONGEST_SCENE = 25, 220
FEWEST_SPACES = 2
"""In what is shown: « Vercourt, mardi » only dates the article."""
_FINITE = re.compile(
    r"(?<![\w-])(?:a|ont|est|sont|étai(?:t|ent)|avai(?:t|ent)|sera|seront|va|vont|doit|doivent|peut"
    r"|peuvent|fait|font|veut|veulent|n'\w+|s'est|qu'\w+|que)(?![\w-])"
)
"""The commonest finite verbs: what they stand in is told, not shown."""

_SIDE = re.compile(
    r"\((?:a )?(?:g|d|c|gauche|droite|au centre|a gauche|a droite|1er plan)\.?\)"
    r"|, (?:a|au|tout a) (?:gauche|droite|centre|l'extreme gauche|l'extreme droite),? "
    r"(?:avec|et|entre|aux cotes|en compagnie|serre|serrant|accueille|accueillant|recoit|salue)\b"
)


@functools.cache
def _credit() -> re.Pattern[str]:
    """Matches `cased` text: the name of a maker begins with a capital, other words do not."""
    word, agency = either(words()["credits"]), either(words()["agencies"])
    agencies = rf"(?:{agency.upper()}|Keystone|Reuters|Belga|Xinhua)"
    maker = rf"(?:[A-Z](?:{INSIDE}){{1,60}}|(?i:d\.? ?r\.?)|(?i:{agency})\b[^.!?()]{{0,40}})"
    return re.compile(
        # (photo : X), [Image Y], (photo d’archives)
        rf"[(\[]\s*(?:(?i:{word})\b[ :.]*(?=\w)[^()\[\]]{{1,70}}|(?i:{DATED})|(?i:photo))"
        r"[)\]][\s.]*$"
        # … lundi. Photo X pour Le Journal ; PHOTO X, COLLABORATION SPÉCIALE
        rf"|(?:^|[.!?»\")|:–—-] ?|, )(?i:{word})\b(?: (?i:de|par|fournie par|pour|prise par))?"
        rf"\s*+[:.©/|–-]?\s*+{maker}\.?$"
        # © X ; (c) X
        rf"|(?:©|(?<!\w)\([cC]\)|[Cc]opyright) ?(?:{INSIDE}|[()]){{0,70}}\.?$"
        # … lundi. AFP ; … lundi / AFP ; … lundi (AFP)
        rf"|[.!?»\")] ?[|/(–—-]? ?{agencies}\)?\.?$"
        rf"|[^.!?»\"] ?(?:[|/]|[–—-] ) ?{agencies}\.?$|[^.!?»\"] ?\( ?{agencies}\)$"
        # … lundi. | JOURNAL
        r"|[.!?»)] ?\| ?[^|.]{2,60}$"
        # Crédit photo : x
        rf"|^(?i:{word}) ?: .{{3,80}}$"
    )


INSIDE = r"[^.!?()]|(?<=[A-Z])\."
"""A letter of a maker's name, or the stop of an initial."""
DATED = r"(?:photo|image)s? d'(?:archives?|illustration)|archives?|illustration|capture d'ecran"
"""Credits that name no maker."""

_DISPATCH_END = re.compile(r"[.!?»\"] ?\([^()]{2,30}\)\.?$")
"""A sentence, then an agency in parentheses: how a dispatch ends, not a caption."""


@functools.cache
def _scene() -> re.Pattern[str]:
    """Matches `folded` text: « …, mardi à Vercourt », « …, le 3 mars 2021 », « …, en 2019 »."""
    known = time_words()
    months, days = either(known.months), either(known.weekdays)
    return re.compile(
        rf", ?(?:(?:ce |hier |le )?(?:(?:{days})\b)?(?: ?\d{{1,2}}(?:er)? (?:{months}))?"
        rf"(?: \d{{4}})?|hier|en \d{{4}}|(?:en )?(?:{months}) \d{{4}})(?<=\w)"
        r"(?: (?:matin|soir|midi|apres-midi))?"
        r"(?:,? (?:a|au|aux|en|dans|devant|lors|pres|sur|pendant|avant|apres)\b[^.,;:!?]{2,60})?"
    )


def scene(line: str) -> str | None:
    """The rule by which the line shows who was where, and when, without telling what they did."""
    text = folded(line)
    if (
        not SHORTEST_SCENE <= len(text) <= LONGEST_SCENE
        or ":" in text
        or _FINITE.search(plain(line))
    ):
        return None
    comma = text.find(", ")
    while comma >= 0:
        if text.count(" ", 0, comma) >= FEWEST_SPACES and _scene().fullmatch(text, comma):
            return SCENE
        comma = text.find(", ", comma + 1)
    return None


def credit(line: str) -> str | None:
    """The rule by which the line is a caption: its credit, or its pointing words; else null."""
    text = cased(line)
    found = _credit().search(text)
    if found and not (_DISPATCH_END.search(text) and not _names_picture(text)):
        return CREDIT
    if _SIDE.search(folded(line)) or _pointing().search(folded(line)):
        return POINTING
    return None


def _names_picture(text: str) -> bool:
    """Whether what stands in the last parentheses is a picture's credit in so many words."""
    inside = text[text.rindex("(") + 1 :]
    return bool(re.match(rf"\s*(?i:{either(words()['credits'])})\b", inside)) or "©" in inside


@functools.cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words()['pointing'])})(?!\w)")


RULES = (
    Rule(
        CREDIT,
        credit,
        (
            Example(
                f"Le pont de l’Aulne ferme\n\nLe pont, mardi. (Photo : Anne Roux)\n\n{STORY}",
                ("Le pont, mardi. (Photo : Anne Roux) [caption]",),
            ),
            Example(
                f"Le pont de l’Aulne ferme\n\nLe pont, mardi à Vercourt. A. ROUX / AFP\n\n{STORY}",
                ("Le pont, mardi à Vercourt. A. ROUX / AFP [caption]",),
            ),
            Example("Le maire s’est excusé, photo à l’appui."),
            Example("Le pont est fermé, selon l’agence marocaine de presse (MAP)."),
        ),
    ),
    Rule(
        POINTING,
        credit,
        (
            Example(
                f"Le pont ferme\n\nPaul Aubrac, à droite, avec la préfète, lundi\n\n{STORY}",
                ("Paul Aubrac, à droite, avec la préfète, lundi [caption]",),
            ),
            Example("Le maire, à droite depuis toujours, soutient la candidate du centre."),
        ),
    ),
    Rule(
        SCENE,
        scene,
        (
            Example(
                f"Le pont ferme\n\nLes écluses de l’Aulne, mardi à Vercourt\n\n{STORY}",
                ("Les écluses de l’Aulne, mardi à Vercourt [caption]",),
            ),
            Example(f"Le pont de l’Aulne fermé, mardi à Vercourt\n\n{STORY}"),
            Example(f"Le pont ferme\n\nLe maire a tranché, mardi à Vercourt\n\n{STORY}"),
        ),
    ),
)
