"""What French says of coming to an office: « devenir », « comme », « présider »."""

from __future__ import annotations

from greffier.lang.fr.entities.countries import country_named
from greffier.lang.fr.roles.functions import words
from greffier.lang.fr.spelling import plain
from greffier.model.language import Office
from greffier.model.syntax import Sentence, Token

OF = frozenset({"de", "d'", "du", "des"})
PRESIDING = frozenset({"présider", "coprésider"})


def becomes(verb: Token) -> bool:
    """Whether the subject of a verb comes to hold the office after it, or goes on holding it."""
    return plain(verb.lemma) in words("becoming")


def appoints(verb: Token) -> bool:
    """Whether the object of a verb comes to hold the office after it."""
    return plain(verb.lemma) in words("appointing")


def presides(verb: Token) -> bool:
    return plain(verb.lemma) in PRESIDING


def as_one(sentence: Sentence, first: int) -> bool:
    """« comme ministre », « en tant que maire », « au poste de directeur »."""
    before = [plain(t.norm) for t in sentence.tokens[max(0, first - 3) : first]]
    return (
        before[-1:] == ["comme"]
        or before[-2:] == ["tant", "que"]
        or (
            len(before) > 1
            and before[-1] in OF
            and before[-2] in ("poste", "fonction", "qualité", "titre")
        )
    )


def presidency(body: str, verb: Token) -> Office:
    """« X préside la Fédération »: president of it."""
    country = country_named(body)
    return Office(
        function="président",
        of=None if country else body,
        countries=(country,) if country else (),
        first=verb.i,
        last=verb.i,
        tenure=None,
        plural=False,
        is_state=False,
        is_public=False,
        of_somebody=False,
        is_of_another=False,
        possessed=False,
    )


def in_gender(function: str, gender: str | None) -> str:
    """« président » of a woman is « présidente »; other functions stand as they are told."""
    return "présidente" if function == "président" and gender == "Fem" else function
