"""Which French words refer back to somebody, and to whom they may."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.entities.gazetteer import folded
from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.roles.offices import is_function, is_rank, singular
from greffier.lang.fr.spelling import bare, plain
from greffier.model.language import Anaphora, Reference
from greffier.model.syntax import Sentence, Token

PACKAGE = "greffier.lang.fr.coreference"
PRONOUNS = {
    "il": ("Masc", "Sing"),
    "elle": ("Fem", "Sing"),
    "ils": ("Masc", "Plur"),
    "elles": ("Fem", "Plur"),
    "lui": ("", "Sing"),
    "celui-ci": ("Masc", "Sing"),
    "celle-ci": ("Fem", "Sing"),
    "lui-même": ("Masc", "Sing"),
    "elle-même": ("Fem", "Sing"),
}
IMPERSONAL = frozenset(
    {"falloir", "agir", "sembler", "paraître", "pleuvoir", "neiger", "exister", "rester"}
)
DEFINITE = frozenset({"le", "la", "l'", "ce", "cet", "cette"})
LAST_NAMED = frozenset({"dernier", "dernière"})
CONCERNED = frozenset({"intéressé", "intéressée"})


@functools.cache
def _genders() -> dict[str, str]:
    table = lexicon.load(PACKAGE, "lexicon.toml")
    found = dict.fromkeys(lexicon.words(table, "masculine", PACKAGE), "Masc")
    return found | dict.fromkeys(lexicon.words(table, "feminine", PACKAGE), "Fem")


@functools.cache
def _hypernyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = lexicon.load(PACKAGE, "lexicon.toml")["hypernyms"]
    return {plain(noun): tuple(map(plain, offices)) for noun, offices in table.items()}


def gender_of_name(name: str) -> str | None:
    """The gender that a given name tells, or null."""
    first = bare(name).replace("’", "'").split()[0] if name.split() else ""
    return _genders().get(first)


def gender_before_name(sentence: Sentence, first: int) -> str | None:
    """The gender that a civility, an article or a noun before a name tells (« Mme », « la »)."""
    for token in reversed(sentence.tokens[max(0, first - 4) : first]):
        word = plain(token.norm)
        if word in ("mme", "mmes", "mlle", "madame", "mademoiselle", "sœur", "soeur", "la"):
            return "Fem"
        if word in ("m.", "mm.", "monsieur", "mgr", "monseigneur", "fra", "père", "le"):
            return "Masc"
        if token.pos in ("VERB", "PUNCT", "AUX", "ADP", "PROPN"):
            return None
    return None


def gender_of_office(function: str) -> str | None:
    """The gender of a feminine or masculine noun of office (« députée », « directeur »)."""
    noun = plain(function).split()
    word = next(
        (w for w in noun if w not in ("ancien", "ancienne", "premier", "future", "futur")), ""
    )
    if any(w in ("ancienne", "première", "vice-première", "future", "générale") for w in noun):
        return "Fem"
    if word.endswith(
        (
            "trice",
            "euse",
            "ière",
            "ienne",
            "ée",
            "ante",
            "ente",
            "cheffe",
            "reine",
            "eure",
            "esse",
            "ienne",
        )
    ):
        return "Fem"
    if word.endswith(("eur", "ier", "ien", "député", "élu", "roi", "président")):
        return "Masc"
    return None


def reference(sentence: Sentence, token: Token) -> Reference | None:
    """What a token refers back with, or null when it does not."""
    word = plain(token.norm).lstrip("-").removeprefix("t-")
    if token.pos == "PRON" and word in PRONOUNS:
        if _impersonal(sentence, token, word):
            return None
        return Reference("pronoun", *PRONOUNS[word], word)
    before = plain(sentence.tokens[token.i - 1].norm) if token.i else ""
    if word in LAST_NAMED and before in ("ce", "cette"):
        return Reference("last", "Fem" if word.endswith("ère") else "Masc", "Sing", word)
    if word in CONCERNED and before == "l'":
        return Reference("last", "Fem" if word.endswith("ée") else "", "Sing", word)
    if token.pos in ("NOUN", "ADJ", "PROPN") and _definite(sentence, token):
        noun = singular(token.norm)
        if is_function(token) or is_rank(token) or noun in _hypernyms():
            return Reference("noun", _article_gender(sentence, token), "Sing", noun)
        if token.pos == "NOUN" and _is_body(token):
            return Reference("body", "", "Sing", plain(token.lemma))
    return None


def _is_body(token: Token) -> bool:
    lemma = plain(token.lemma)
    return lemma in heads("bodies") or lemma in heads("labels")


def _impersonal(sentence: Sentence, token: Token, word: str) -> bool:
    """« il faut », « il y a », « il s'agit », « il est clair que »."""
    if word != "il":
        return False
    verb = sentence.head(token)
    following = [plain(t.norm) for t in sentence.tokens[token.i + 1 : token.i + 4]]
    clause = token.dep.startswith("expl") and bool(sentence.children(verb, "csubj", "ccomp"))
    said = token.text.startswith("-")
    copular = bool(sentence.children(verb, "cop")) and verb.pos == "ADJ" and clause
    return verb.lemma in IMPERSONAL or following[:2] == ["y", "a"] or (copular and not said)


def _definite(sentence: Sentence, token: Token) -> bool:
    return any(plain(t.norm) in DEFINITE for t in sentence.children(token, "det")) or (
        token.i > 0 and plain(sentence.tokens[token.i - 1].norm) in DEFINITE
    )


def _article_gender(sentence: Sentence, token: Token) -> str:
    for child in sentence.children(token, "det"):
        word = plain(child.norm)
        if word in ("la", "cette"):
            return "Fem"
        if word in ("le", "ce"):
            return "Masc"
    return ""


def noun_fits(noun: str, offices: tuple[str, ...]) -> bool:
    """Whether a noun may stand for somebody with these offices: « le ministre », « l'élu »."""
    folded = [plain(office) for office in offices]
    for office in folded:
        words = office.removeprefix("ancien ").removeprefix("ancienne ").split()
        if words and (
            words[0] == noun
            or words[0].removeprefix("vice-") == noun
            or (len(words) > 1 and words[1] == noun)
        ):
            return True
    return any(
        office.startswith(begin) for office in folded for begin in _hypernyms().get(noun, ())
    )


def is_headed(name: str, noun: str) -> bool:
    """Whether a body's name begins with this noun: « le collectif » for « collectif K. »."""
    return folded(name).split()[:1] == folded(noun).split()[:1]


ANAPHORA = Anaphora(
    is_headed=is_headed,
    reference=reference,
    noun_fits=noun_fits,
    gender_of_name=gender_of_name,
    gender_before_name=gender_before_name,
    gender_of_office=gender_of_office,
)
