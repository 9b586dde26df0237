"""Which French words report what somebody said."""

from __future__ import annotations

import functools
import re

from greffier.lang import lexicon
from greffier.lang.fr.spelling import plain
from greffier.model.language import Reporting, Source
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

PACKAGE = "greffier.lang.fr.quotations"
_INTRODUCING = re.compile(r"^\s*(?:[^,;.]{0,40}\b(?:que?|qu['’]|ainsi)\s*|:?\s*)$")
IRREGULAR = {"dément": "démentir", "démentent": "démentir"}
"""Forms that the tagger takes for other words."""


@functools.cache
def verbs(key: str) -> frozenset[str]:
    """A list of the lexicon of reporting verbs, by lemma."""
    return lexicon.words(lexicon.load(PACKAGE, "lexicon.toml"), key, "lexicon.toml")


def _lemma(token: Token) -> str:
    """The verb's lemma; for what the tagger takes for a noun (« réplique X »), that of the verb
    with this form."""
    form = plain(token.norm)
    if form.endswith("-t"):  # « souffle-t-il », cut before the pronoun
        infinitive = form.removesuffix("-t") + "r"
        return infinitive if infinitive in verbs("saying") else _closed(infinitive)
    if token.pos in ("NOUN", "ADJ", "PROPN") and form.endswith("e"):
        return form + "r"
    return IRREGULAR.get(form) or plain(token.lemma)


def _closed(infinitive: str) -> str:
    """« répèter » → « répéter »: the accent that the endingless form opens."""
    stem, _, ending = infinitive.rpartition("è")
    return f"{stem}é{ending}"


def _for_whom(sentence: Sentence, token: Token) -> Source | None:
    """« X, pour qui … », « une note selon laquelle … »: the nearest noun or name before."""
    relative = sentence.tokens[token.i + 1]
    for before in reversed(sentence.tokens[: token.i]):
        if before.pos in ("NOUN", "PROPN"):
            return Source(before, Span(token.start, relative.end), relative=True)
        if before.pos in ("VERB", "AUX"):
            return None
    return None


RELATIVES = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})


def source(sentence: Sentence, token: Token) -> Source | None:
    """« selon X », « d'après X », « pour X » at the head of a sentence, « à en croire X »."""
    norm, tokens = plain(token.norm), sentence.tokens
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if norm in ("pour", "selon") and following and plain(following.norm) in RELATIVES:
        return _for_whom(sentence, token)
    if (
        norm == "selon"
        or norm == "d'après"
        or (norm in ("après",) and token.i and tokens[token.i - 1].norm == "d'")
    ):
        start = tokens[token.i - 1].start if norm == "après" else token.start
        return _source(sentence, token.i + 1, Span(start, token.end))
    if norm == "pour" and token.i == 0 and following is not None:
        return _source(sentence, token.i + 1, token.span, only_people=True)
    if norm in ("croire",) and token.i >= 2 and plain(tokens[token.i - 1].norm) == "en":
        return _source(sentence, token.i + 1, Span(tokens[token.i - 2].start, token.end))
    if (
        norm in ("yeux", "avis")
        and following is not None
        and plain(following.norm) in ("de", "du", "des", "d'")
    ):
        first = tokens[max(0, token.i - (1 if norm == "yeux" else 2))]
        return _source(sentence, following.i + 1, Span(first.start, following.end))
    return None


def _source(sentence: Sentence, first: int, cue: Span, only_people: bool = False) -> Source | None:
    for token in sentence.tokens[first : first + 6]:
        if token.pos in ("NOUN", "PROPN") or (
            token.pos == "PRON" and plain(token.norm) in _PRONOUNS
        ):
            if (
                only_people
                and token.pos == "NOUN"
                and not token.text[0].isupper()
                and not _describes(sentence, token)
            ):
                return None
            return Source(token, cue)
        if token.pos in ("VERB", "PUNCT"):
            return None
    return None


def _describes(sentence: Sentence, token: Token) -> bool:
    return any(t.pos == "PROPN" for t in sentence.children(token, "appos", "flat", "flat:name"))


_PRONOUNS = frozenset({"lui", "elle", "eux", "elles", "celui-ci", "celle-ci", "dernier"})


def conjunction(token: Token) -> bool:
    return plain(token.norm) in ("que", "qu'") and token.pos in ("SCONJ", "PRON", "ADV", "CCONJ")


def introduces(between: str) -> bool:
    """Whether the words between a reporting verb and the opening marks leave them its object."""
    return bool(_INTRODUCING.match(between))


REPORTING = Reporting(
    says=lambda t: _lemma(t) in verbs("saying") or _lemma(t) in verbs("accusing"),
    takes_that=lambda t: _lemma(t) in verbs("saying") and _lemma(t) not in verbs("not_with_que"),
    takes_infinitive=lambda t: _lemma(t) in verbs("with_infinitive"),
    accuses=lambda t: _lemma(t) in verbs("accusing"),
    beside=lambda t: _lemma(t) in verbs("beside"),
    conjunction=conjunction,
    introduces=introduces,
    source=source,
    same=lambda sentence, noun: any(plain(t.norm) == "même" for t in sentence.children(noun)),
)
