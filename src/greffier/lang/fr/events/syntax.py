"""French words that decide how syntax gives an event its participants."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import country_of_demonym
from greffier.lang.fr.spelling import plain
from greffier.model.annotations import Timex
from greffier.model.happenings import Clauses
from greffier.model.syntax import Sentence, Token

PACKAGE = "greffier.lang.fr.events"
REFLEXIVES = frozenset({"se", "s'", "me", "m'", "nous", "vous", "-vous"})
RELATIVES = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})
IMPERSONAL = frozenset({"que", "qu'", "ce", "c'", "on", "l'on", "cela", "ça", "-on", "tout"})
PERSONAL = frozenset({"il", "elle", "ils", "elles", "je", "j'", "nous"})
OPENING = 2
"""Words among which the pronoun that goes on with a sentence stands."""
LATTER = re.compile(
    "(ce dernier|cette dernière|ces derni(er|ère)s|ce(lui|lle|ux|lles) ?-ci)( |,|$)"
)
ASIDE = re.compile(
    "(pour (s|l)a part|pour (ma|notre|votre|leur) part|de (son|leur) côté|quant (à|aux?) )"
)
ON_THE_SPOT = frozenset(
    {"devant", "derrière", "sous", "sur", "dans", "autour", "dehors", "dedans", "au-dehors"}
)
CAUSATIVES = frozenset({"fait", "faire", "faisait", "fera", "font", "vu", "voir", "laissé"})
POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos"})
SINCE = frozenset({"depuis", "partir", "compter"})
UNTIL = frozenset({"ici", "jusqu'", "jusque", "avant"})
LINKS = frozenset({"à", "au", "de", "du", "la", "le", "l'", "fin", "mi", "début"})
FIRST = 2
"""Words of a name among which its head noun stands."""
BEFORE = 3
"""Words before a date among which a bound stands: « d'ici à la »."""
CLITICS: dict[str, tuple[str | None, bool]] = {
    "l'": (None, False),
    "le": ("Masc", False),
    "la": ("Fem", False),
    "lui": (None, False),
    "les": (None, True),
    "leur": (None, True),
}
ADDRESSED = frozenset({"nous", "vous", "me", "m'", "te", "t'"})
PARTICIPLE = re.compile("(é|i|u|s|t)e?s?$")
"""How a past participle ends: « signera » is none, whatever the parser says."""
DEFINITE = frozenset({"les", "ces", "leurs", "aux", "des"})
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4}
CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de"}
SPOKESMEN = frozenset({"nous", "notre", "nos"})
SPEAKER = SPOKESMEN | {"je", "j'", "me", "m'", "moi", "mon", "ma", "mes"}


@functools.cache
def _words(kind: str) -> frozenset[str]:
    table = lexicon.load(PACKAGE, "syntax.toml")
    return frozenset(map(plain, lexicon.words(table, kind, "syntax.toml")))


@functools.cache
def _prepositions() -> dict[str, str]:
    table: dict[str, str] = lexicon.load(PACKAGE, "syntax.toml")["prepositions"]
    return {plain(noun): case for noun, case in table.items()}


def _is(kind: str) -> Callable[[Token], bool]:
    return lambda token: plain(token.lemma) in _words(kind)


def _named(kind: str) -> Callable[[str], bool]:
    """Whether a name has such a noun, in the singular or plural, among its first words."""

    def named(name: str) -> bool:
        first = re.split("[ '-]", plain(name))[:FIRST]
        return not _words(kind).isdisjoint({*first, *(w.removesuffix("s") for w in first)})

    return named


def complement(sentence: Sentence, noun: Token) -> tuple[str, Token]:
    """The preposition before a noun, as the lexicon writes it, and the noun that it brings in:
    « à l'encontre de X » is (contre, X)."""
    cases = sentence.children(noun, "case")
    if not cases:
        return "", noun
    simple = _prepositions().get(plain(noun.lemma))
    if simple is not None:
        for inner in sentence.children(noun, "nmod", "obl"):
            return simple, inner
    word = plain(cases[0].norm)
    return CONTRACTED.get(word, word), noun


def bounded(sentence: Sentence, timex: Timex) -> str:
    """The value of a date as an event has it: open after « depuis » (EDTF `2012/..`), a limit
    after « d'ici à »."""
    value = timex.value
    if not value[:1].isdigit() or "/" in value:
        return value
    before = [t for t in sentence.tokens if t.end <= timex.start][-BEFORE:]
    words = [plain(t.norm) for t in before]
    near = next((w for w in reversed(words) if w not in LINKS), "")
    if near in SINCE:
        return f"{value}/.."
    return f"../{value}" if near in UNTIL else value


def participle(verb: Token) -> bool:
    """Whether a verb's form may be a past participle."""
    return PARTICIPLE.search(verb.norm) is not None


def counted(sentence: Sentence, noun: Token) -> tuple[bool, int] | None:
    """« les deux pays », « les trois hommes »: whether they are states, and how many."""
    if noun.pos != "NOUN":
        return None
    before = sentence.tokens[max(0, noun.i - 4) : noun.i]
    words = [t.norm for t in before if t.head == noun.i]
    number = next((NUMBERS[w] for w in words if w in NUMBERS), None)
    if number is None or not DEFINITE.intersection(words):
        return None
    forms = {plain(noun.lemma), plain(noun.norm).removesuffix("s")}
    if not forms.isdisjoint(_words("states")):
        return True, number
    return None if forms.isdisjoint(_words("people")) else (False, number)


def takes_up(sentence: Sentence) -> bool:
    """Whether a sentence opens with who the one before told: « elle », « ce dernier »."""
    first = sentence.tokens[:OPENING]
    return any(t.norm in PERSONAL for t in first) or LATTER.match(_opening(sentence)) is not None


def sets_apart(sentence: Sentence) -> bool:
    """Whether a sentence opens on somebody else's part: « pour sa part », « quant au maire »."""
    return ASIDE.match(_opening(sentence)) is not None


def _opening(sentence: Sentence) -> str:
    return " ".join(t.norm for t in sentence.tokens[: 2 * OPENING])


def speaks_for_state(office: str) -> bool:
    """Whether who holds an office speaks for the state: « ministre des Finances »."""
    return not _words("state_offices").isdisjoint(re.split("[ '-]", plain(office)))


CLAUSES = Clauses(
    complement=complement,
    object_control=_is("object_control"),
    dative_control=_is("dative_control"),
    supports=_is("support"),
    bridges=_is("bridging"),
    receives=_is("receiving"),
    intransitive=_is("intransitive"),
    makes_passive=lambda auxiliary: auxiliary.lemma == "être",
    participle=participle,
    stands_for=_is("standing"),
    bounded=bounded,
    durative=_is("durative"),
    demonym=country_of_demonym,
    counted=counted,
    within=frozenset({"en", "dans"}),
    gerund=frozenset({"en"}),
    subject_control=frozenset({"à"}),
    addressed=ADDRESSED,
    counterpart=_is("counterparts"),
    protesting=_named("protesters"),
    governing=_named("governments"),
    denies=_is("denying"),
    mutual=_is("mutual"),
    relatives=RELATIVES,
    where=frozenset({"où", "dont"}),
    where_to=frozenset({"où"}),
    there=frozenset({"y"}),
    reflexives=REFLEXIVES,
    clitics=CLITICS,
    datives=frozenset({"lui", "leur"}),
    impersonal=IMPERSONAL,
    causatives=CAUSATIVES,
    possessives=POSSESSIVES,
    demonstratives=frozenset({"ce", "cet", "cette", "ces"}),
    personal=PERSONAL,
    takes_up=takes_up,
    sets_apart=sets_apart,
    on_the_spot=ON_THE_SPOT,
    speakers=SPEAKER,
    spokesmen=SPOKESMEN,
    speaks_for_state=speaks_for_state,
)
