"""Which French words report what somebody said."""

from __future__ import annotations

import re

from greffier.lang.fr.quotations.sources import author, source, tells_more, tells_people
from greffier.lang.fr.quotations.words import words
from greffier.lang.fr.spelling import plain
from greffier.model.language import Reporting
from greffier.model.syntax import Sentence, Token

_INTRODUCING = re.compile(
    r"^\s*(?:(?!.*\bqu\w*\b.*\bqu)[^;.:]{0,140}\b(?:que|qu['’]|ainsi)\s*|:?\s*)$"
)
IRREGULAR = {"dément": "démentir", "démentent": "démentir"}
"""Forms that the tagger takes for other words."""


def _lemma(token: Token) -> str:
    """The verb's lemma; for what the tagger takes for a noun (« réplique X »), that of the verb
    with this form."""
    form = plain(token.norm)
    if form.endswith("-t"):  # « souffle-t-il », cut before the pronoun
        infinitive = form.removesuffix("-t") + "r"
        return infinitive if infinitive in words("saying") else _closed(infinitive)
    if token.pos in ("NOUN", "ADJ", "PROPN") and form.endswith("e"):
        return _known(form + "r")
    if token.pos in ("NOUN", "ADJ", "PROPN") and form.endswith("é"):
        return form[:-1] + "er"  # « a-t-il tweeté »
    lemma = IRREGULAR.get(form) or plain(token.lemma)
    if token.pos == "VERB" and lemma not in words("saying") and form.endswith("e"):
        return _known(form + "r")
    return lemma


def _known(infinitive: str) -> str:
    """The infinitive of a form in « -e » (« rappelle », « tempère »)."""
    for spelled in (infinitive, _closed(infinitive), infinitive[:-3] + "er"):
        if spelled in words("saying"):
            return spelled
    return infinitive


def _closed(infinitive: str) -> str:
    """« répèter » → « répéter »: the accent that the endingless form opens."""
    stem, _, ending = infinitive.rpartition("è")
    return f"{stem}é{ending}"


def conjunction(token: Token) -> bool:
    return plain(token.norm) in ("que", "qu'") and token.pos in ("SCONJ", "PRON", "ADV", "CCONJ")


def _participle(token: Token) -> str:
    """A participle without its endings."""
    return plain(token.norm).rstrip("es") if token.pos in ("VERB", "ADJ", "NOUN") else ""


def channel(sentence: Sentence, token: Token) -> bool:
    """Whether a word ends a phrase after which a relay is told: « sur les ondes de », « au micro
    de », « par la voix de », « sur la radio »."""
    tokens = sentence.tokens
    before = tokens[token.i - 1] if token.i else None
    if before is None:
        return False
    if plain(token.norm) in OF and plain(before.lemma) in words("channels"):
        return any(plain(t.norm) in LEADING for t in tokens[max(0, token.i - 4) : token.i])
    broadcast = plain(token.norm) in ("la", "les", "une") and plain(before.norm) == "sur"
    following = tokens[token.i + 1 : token.i + 2]
    return broadcast and any(plain(t.lemma) in words("broadcasters") for t in following)


def speaks(noun: Token) -> bool:
    """Whether a noun may tell who speaks: no document, thing, time or abstraction."""
    lemma = plain(noun.lemma)
    return lemma not in words("documents") | words("mute") and not lemma.endswith(ABSTRACT)


def introduces(between: str) -> bool:
    """Whether the words between a reporting verb and the opening marks leave them its object."""
    return bool(_INTRODUCING.match(between))


LEANING = frozenset(
    {"ne", "n'", "pas", "plus", "jamais", "rien", "se", "s'", "me", "m'", "y", "en", "l'", "le"}
    | {"la", "les", "lui", "leur", "nous", "vous", "tout", "bien", "toujours", "déjà", "même"}
)
OF = frozenset({"de", "d'", "du", "des"})
LEADING = frozenset({"sur", "au", "à", "dans", "par"})
RESUMING = frozenset(
    {"alors", "tandis", "ce", "en", "y", "avant", "après", "même", "bien", "quand", "tout", "mais"}
)
ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "age",
    "isme",
    "ure",
    "ude",
    "ise",
    "ité",
    "eté",
)
"""Endings of nouns that speak only when they are bodies."""
COMPOUND = frozenset(
    {"alors", "tandis", "bien", "après", "avant", "pour", "afin", "dès", "parce", "puis", "ainsi"}
    | {"sans", "lors", "lorsque", "depuis", "pendant", "jusqu'à", "à", "de", "ce", "tout", "quoi"}
    | {"sauf", "sorte", "moins", "plus", "autant", "tant", "si", "tel", "telle"}
)
YOU = frozenset({"vous", "votre", "vos", "tu", "toi", "ton", "ta", "tes", "-vous"})
ME = frozenset({"je", "j'", "me", "m'", "moi", "mon", "ma", "mes", "nous", "notre", "nos", "-je"})
NEGATIONS = frozenset({"pas", "plus", "jamais", "rien", "point", "guère"})
OWN = frozenset(
    {"on", "je", "j'", "nous", "l'on", "rien", "cela", "ce", "c'", "ça", "tout", "personne"}
)


def restricts(sentence: Sentence, verb: Token, conjunction: Token) -> bool:
    """« il n'a confirmé que le blocage »: a restriction, which opens no clause."""
    around = sentence.tokens[max(0, verb.i - 4) : conjunction.i]
    norms = [plain(t.norm) for t in around]
    return ("ne" in norms or "n'" in norms) and not NEGATIONS.intersection(norms)


REPORTING = Reporting(
    says=lambda t: _lemma(t) in words("saying") or _lemma(t) in words("accusing"),
    takes_that=lambda t: (
        (_lemma(t) in words("saying") and _lemma(t) not in words("not_with_que"))
        or _lemma(t) in words("made_known")
    ),
    takes_infinitive=lambda t: _lemma(t) in words("with_infinitive"),
    accuses=lambda t: _lemma(t) in words("accusing"),
    beside=lambda t: _lemma(t) in words("beside") or _lemma(t) in words("made_known"),
    conjunction=conjunction,
    introduces=introduces,
    source=source,
    author=author,
    same=lambda sentence, noun: any(plain(t.norm) == "même" for t in sentence.children(noun)),
    tells_more=tells_more,
    wishes=lambda t: _lemma(t) in words("wishing"),
    likens=lambda t: plain(t.norm) in ("comme", "ainsi"),
    leans=lambda t: plain(t.norm) in LEANING,
    restricts=restricts,
    speaks=speaks,
    tells_people=tells_people,
    needs_cause=lambda t: t.morph.form == "Inf" and plain(t.lemma) in words("made_known"),
    causes=lambda t: plain(t.lemma) in ("faire", "laisser"),
    is_ours=lambda t: t.morph.person == "1" or plain(t.norm).endswith("ons"),
    is_being=lambda t: plain(t.lemma) == "être",
    is_reflexive=lambda t: plain(t.norm) in ("se", "s'", "me", "m'", "nous", "vous"),
    informs=lambda t: _lemma(t) in words("informing"),
    compound=lambda t: plain(t.norm) in COMPOUND,
    announces=lambda t: plain(t.lemma) in words("announcing"),
    judges=lambda t: _lemma(t) in words("judging"),
    resumes=lambda t: plain(t.norm) in RESUMING,
    to=lambda t: plain(t.norm) in ("à", "au", "aux", "devant", "auprès"),
    asked=lambda t: _participle(t) in words("asked"),
    relayed=lambda t: _participle(t) in words("relayed"),
    channel=channel,
    second_person=lambda t: plain(t.norm) in YOU,
    first_person=lambda t: plain(t.norm) in ME,
    is_own_word=lambda t: t is not None and plain(t.norm) in OWN,
)
