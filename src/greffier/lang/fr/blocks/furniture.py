"""Page furniture: forms, calls to share or subscribe, navigation, related links, rights."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.blocks.story import STORY
from greffier.lang.fr.blocks.words import core, either, folded, words
from greffier.model.rules import Example, Rule

LONGEST = 400
"""Code points. Nothing longer is furniture, whatever it begins with."""
LONGEST_CALL = 200
"""Code points of a line that only its first word and a word of the web make furniture."""
LONGEST_ITEM = 40
"""Code points of an item of a row."""

BEGINS = "fr.blocks.furniture"
CALLS = "fr.blocks.call"
ALONE = "fr.blocks.alone"
HOLDS = "fr.blocks.rights"
ADDRESS = "fr.blocks.address"

_ARROW = re.compile(r"[←→]|.*[←→]$")
"""A link to the next or the last article."""
_COLUMNS = re.compile(r"\s{2,}|\t|\s[|·•›>]\s")
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:#\w+[ ,]*)+|@\w+"
    r"|(?:tel|fax|tel/fax)\b[ .:]*\+?[\d .()/-]{6,})",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[a-z]{2,5}[-/]){1,5}[a-z]{2,5}(?: ?\(\w{2,6}\))?")
"""What closes an agency's dispatch: its writers' initials, « abc-de/fgh »."""
_QUOTED = ("«", '"', "“", "„")


@functools.cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words()['furniture'])})(?!\w)")


@functools.cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words()['openers'])})(?![\w'-])(?P<mark> ?[:|>])?")


@functools.cache
def _web() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words()['web'])})(?!\w)")


@functools.cache
def _order() -> re.Pattern[str]:
    """« Participez à la discussion »: an order to the reader, about what pages have."""
    return re.compile(
        r"(?<![a-z])[a-z]{3,}ez "
        rf"(?:[^,;]{{0,60}}[ '])?(?:{either(words()['page_nouns'])})\b[^,;]{{0,40}}"
    )


@functools.cache
def _holds() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words()['holds'])})(?!\w)")


def furniture(line: str) -> str | None:
    """The rule by which a line's words make it page furniture, or null."""
    if len(line) > LONGEST:
        return None
    bare_line = folded(line)
    if _begins().match(bare_line):
        return BEGINS
    left = core(line)
    if not left or left in _bare_items() or _is_row(line, left):
        return ALONE
    if _ARROW.match(line):
        return ALONE
    if _ADDRESS.fullmatch(bare_line) or _INITIALS.fullmatch(line.strip()):
        return ADDRESS
    if len(line) > LONGEST_CALL or line.startswith(_QUOTED):
        return None
    if _holds().search(bare_line):
        return HOLDS
    return CALLS if _is_call(bare_line) else None


@functools.cache
def _bare_items() -> frozenset[str]:
    return words()["alone"] | words()["openers"]


def _is_row(line: str, left: str) -> bool:
    """« Nom *   E-mail *   Site web »: short items side by side, of which one is known alone;
    or nothing but such words."""
    items = [core(item) for item in _COLUMNS.split(line.strip())]
    if len(items) < 2:
        return all(word in _bare_items() for word in left.split(" "))
    return all(len(item) <= LONGEST_ITEM for item in items) and any(
        item in _bare_items() for item in items
    )


def _is_call(bare_line: str) -> bool:
    """« Recevez nos alertes par courriel »: what articles may begin with too, but not so."""
    if _order().fullmatch(bare_line):
        return True
    found = _opens().match(bare_line)
    if not found:
        return False
    return bool(found["mark"]) or bool(_web().search(bare_line, found.end()))


def list_head(line: str) -> bool:
    """Whether links to other articles follow the line."""
    return core(line) in words()["list_heads"]


def comments_head(line: str) -> bool:
    """Whether readers' comments, or their form, follow the line."""
    return core(line) in words()["comment_heads"]


def genre(line: str) -> bool:
    """Whether the line only says what kind of article follows, or in which rubric."""
    parts = [core(part) for part in re.split(r"[/|>•·–—,-]", line)]
    return all(part in words()["genres"] for part in parts if part) and any(parts)


RULES = (
    Rule(
        BEGINS,
        furniture,
        (
            Example(
                f"{STORY}\n\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.",
                (
                    "Laisser un commentaire [boilerplate]",
                    "Votre adresse e-mail ne sera pas publiée. [boilerplate]",
                ),
            ),
            Example(
                f"Il vous reste 60 % de cet article à lire.\n\n{STORY}",
                ("Il vous reste 60 % de cet article à lire. [boilerplate]",),
            ),
            Example("Le site a recueilli mille commentaires en deux jours, dit la mairie."),
        ),
    ),
    Rule(
        CALLS,
        furniture,
        (
            Example(
                f"{STORY}\n\nRecevez les alertes de Vercourt par courriel",
                ("Recevez les alertes de Vercourt par courriel [boilerplate]",),
            ),
            Example(
                f"{STORY}\n\nContact : Anne Roux, 01 02 03 04 05",
                ("Contact : Anne Roux, 01 02 03 04 05 [boilerplate]",),
            ),
            Example("Soutenez nos soldats, a lancé le ministre de la Défense."),
            Example("Pour aller plus loin, le gouvernement propose une loi."),
        ),
    ),
    Rule(
        ALONE,
        furniture,
        (
            Example(f"{STORY}\n\nCommentaires (4)", ("Commentaires (4) [boilerplate]",)),
            Example(
                f"Menu   Rechercher   Se connecter\n\n{STORY}",
                ("Menu   Rechercher   Se connecter [boilerplate]",),
            ),
            Example("Emploi : le chômage recule à Vercourt"),
        ),
    ),
    Rule(
        HOLDS,
        furniture,
        (
            Example(
                f"{STORY}\n\nLe Réveil de l’Aulne, tous droits réservés",
                ("Le Réveil de l’Aulne, tous droits réservés [boilerplate]",),
            ),
            Example("« Tous droits réservés aux habitants », promet le maire de Vercourt."),
        ),
    ),
    Rule(
        ADDRESS,
        furniture,
        (
            Example(f"{STORY}\n\nabc-de/fgh", ("abc-de/fgh [boilerplate]",)),
            Example(f"{STORY}\n\n#pont #Vercourt", ("#pont #Vercourt [boilerplate]",)),
            Example("Le maire a répondu sur son compte, @vercourt, mardi soir."),
        ),
    ),
)
