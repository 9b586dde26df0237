"""Which French words refer back to somebody, and to whom they may."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import country_of_demonym
from greffier.lang.fr.entities.gazetteer import folded
from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.roles.functions import is_function, is_rank, singular
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
DEFINITE = frozenset({"le", "la", "l'", "ce", "cet", "cette", "au", "du"})
LAST_NAMED = frozenset({"dernier", "dernière"})
ORDINALS = {
    "premier": ("first", "Masc"),
    "première": ("first", "Fem"),
    "second": ("second", "Masc"),
    "seconde": ("second", "Fem"),
}
TYING = frozenset({"de", "d'", "du", "des"})
CIVILITIES = frozenset({"m.", "mm.", "mme", "mmes", "mlle", "monsieur", "madame", "me"})
CONCERNED = frozenset({"intéressé", "intéressée"})


@functools.cache
def _genders() -> dict[str, str]:
    table = lexicon.load(PACKAGE, "lexicon.toml")
    found = dict.fromkeys(lexicon.words(table, "masculine", PACKAGE), "Masc")
    return found | dict.fromkeys(lexicon.words(table, "feminine", PACKAGE), "Fem")


@functools.cache
def words(key: str) -> frozenset[str]:
    """A list of the lexicon."""
    return lexicon.words(lexicon.load(PACKAGE, "lexicon.toml"), key, PACKAGE)


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
        governed = token.i and sentence.tokens[token.i - 1].pos == "ADP"
        titled = any(is_title(t) for t in sentence.tokens[token.i + 1 : first])
        if token.pos == "DET" and governed and not titled:  # « ministre de la Défense X »
            return None
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
        gender, number = PRONOUNS[word]
        if word == "lui" and token.i and sentence.tokens[token.i - 1].pos == "ADP":
            gender = "Masc"  # « pour lui », and not « il lui répond »
        return Reference("pronoun", gender, number, word)
    before = plain(sentence.tokens[token.i - 1].norm) if token.i else ""
    if word in LAST_NAMED and before in ("ce", "cette"):
        return Reference("last", "Fem" if word.endswith("ère") else "Masc", "Sing", word)
    if word in CONCERNED and before == "l'":
        return Reference("last", "Fem" if word.endswith("ée") else "", "Sing", word)
    if word in ORDINALS and before in ("le", "la", "au") and _stands_alone(sentence, token):
        kind, gender = ORDINALS[word]
        return Reference(kind, gender or ("Fem" if before == "la" else "Masc"), "Sing", word)
    if token.pos in ("NOUN", "ADJ", "PROPN"):
        return _noun(sentence, token)
    return None


def _noun(sentence: Sentence, token: Token) -> Reference | None:
    noun = singular(token.norm)
    gender = _article_gender(sentence, token)
    country, more = _told_more(sentence, token)
    before = plain(sentence.tokens[token.i - 1].norm) if token.i else ""
    if before in ("son", "sa", "leur"):
        if noun in words("counterparts"):
            return Reference("counterpart", "", "Sing", noun, country)
        if noun in words("partners"):
            return Reference("partner", "", "Sing", noun)
    if is_civility(token):
        return None
    personal = is_function(token) or is_rank(token) or noun in _hypernyms()
    if personal and _definite(sentence, token):
        pointing = before in ("ce", "cet", "cette")
        return Reference("noun", gender, "Sing", noun, country, more, pointing)
    if personal and token.i == 0 and (country or more):  # a headline: « Ministre turc : … »
        return Reference("noun", "", "Sing", noun, country, more)
    if personal:
        return Reference("named", "", "Sing", noun)
    demonym = country_of_demonym(token.text) if token.text[0].isupper() else None
    if demonym and _definite(sentence, token) and not token.norm.endswith("s"):
        return Reference("noun", gender, "Sing", "", demonym)
    lemma = plain(token.lemma)
    body = lemma in heads("bodies") or lemma in heads("labels")
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    named = following.i > token.i and following.text[0].isupper()
    if token.pos == "NOUN" and body and not named and _definite(sentence, token):
        return Reference("body", "", "Sing", lemma, None, more)
    return None


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    """Whether an ordinal has no noun after it: « a dit la première à la seconde »."""
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return following is None or following.pos in ("PUNCT", "ADP", "VERB", "AUX", "PRON", "ADV")


def _told_more(sentence: Sentence, token: Token) -> tuple[str | None, tuple[str, ...]]:
    """The country of a noun's adjective, and the content words of its complement."""
    country, more, tied = None, [], False
    for following in sentence.tokens[token.i + 1 : token.i + 10]:
        norm = plain(following.norm)
        demonym = country_of_demonym(following.text) if following.text[0].islower() else None
        if demonym and not tied:
            country = country or demonym
        elif norm in TYING or (norm in ("à", "aux", "au") and _to_portfolio(sentence, following)):
            tied = True
        elif following.pos == "DET" or (following.pos == "ADJ" and not tied):
            continue
        elif tied and following.pos in ("NOUN", "PROPN", "ADJ"):
            more.append(norm)
        else:
            break
    return country, tuple(more)


def _to_portfolio(sentence: Sentence, preposition: Token) -> bool:
    """« secrétaire à l'Économie », and not « a dit le ministre à sa descente »."""
    following = sentence.tokens[preposition.i + 1 : preposition.i + 3]
    return any(t.text[0].isupper() for t in following if t.pos != "DET")


def is_title(token: Token) -> bool:
    """Whether a noun before a name tells what the person is: « docteur », « maire »."""
    return is_function(token) or is_rank(token)


def is_topic(sentence: Sentence, token: Token) -> bool:
    """« Quant à X, il … »: what the sentence is about, as much as a subject."""
    before = sentence.tokens[max(0, token.i - 4) : token.i]
    return any(plain(t.norm) == "quant" for t in before)


def is_civility(token: Token) -> bool:
    return plain(token.norm) in CIVILITIES


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


def noun_fits(reference: Reference, offices: tuple[str, ...]) -> int:
    """How well a noun with its complement may stand for somebody with these offices: « le
    ministre », « l'élu », « le chef de l'État »: 2, or 1 when only a complement lacks, or 0."""
    noun, more, best = reference.word, reference.more, 0
    if not noun:
        return 0
    phrase = " ".join((noun, *more))
    begins = _hypernyms().get(phrase, ()) or _hypernyms().get(noun, ())
    for office in offices:
        told = plain(office).removeprefix("ancien ").removeprefix("ancienne ")
        held = told.replace("'", " ").split()
        same = bool(held) and (
            held[0] in (noun, f"vice-{noun}") or (len(held) > 1 and held[1] == noun)
        )
        if same and all(w in held for w in more):
            return 2
        if any(told.startswith(begin) for begin in begins):
            if not more or phrase in _hypernyms():
                return 2
            best = 1
        if same and len(held) == 1:
            best = 1
    return best


def is_headed(name: str, noun: str) -> bool:
    """Whether a body's name begins with this noun: « le collectif » for « collectif K. »."""
    return folded(name).split()[:1] == folded(noun).split()[:1]


ANAPHORA = Anaphora(
    is_headed=is_headed,
    is_any_body=lambda noun: noun in words("any_body"),
    is_any_official=lambda noun: not noun or noun in words("any_official"),
    is_civility=is_civility,
    is_topic=is_topic,
    is_title=is_title,
    reference=reference,
    noun_fits=noun_fits,
    gender_of_name=gender_of_name,
    gender_before_name=gender_before_name,
    gender_of_office=gender_of_office,
)
