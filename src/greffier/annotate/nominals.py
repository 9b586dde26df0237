"""Organisations and people that common nouns describe: « l'armée », « de hauts responsables »."""

from __future__ import annotations

from dataclasses import replace

from greffier.model.annotations import EntityKind, Mention, MentionKind
from greffier.model.language import Language, Nominals
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

LONGEST = 9
"""Tokens. A longer phrase tells a story, it no longer names anybody."""
COMPLEMENT = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
SUBJECT = ("nsubj", "csubj")


def find(reading: Reading, language: Language) -> Reading:
    """Adds nominal mentions of bodies and groups that no name mention covers."""
    nouns = language.nominals
    named = {offset for m in reading.mentions for offset in range(m.start, m.end)}
    found = [
        mention
        for sentence in reading.sentences
        for token in sentence.tokens
        if token.pos in ("NOUN", "PROPN", "ADJ") and token.start not in named
        for mention in _described(sentence, token, nouns)
    ]
    mentions = sorted((*reading.mentions, *found), key=lambda m: (m.start, -m.end))
    return replace(reading, mentions=tuple(mentions))


def _described(sentence: Sentence, head: Token, nouns: Nominals) -> list[Mention]:
    """The mention that a noun heads, if it describes a body or a group."""
    people = nouns.people(head)
    if people is not None and _acts(sentence, head):
        kind = MentionKind.NOMINAL
        return [Mention(head.start, head.end, kind, EntityKind.COUNTRY, "nominals.people", people)]
    phrase = _phrase(sentence, head, nouns)
    span = Span(phrase[0].start, phrase[-1].end)
    country = next((c for t in phrase if (c := nouns.demonym(t.text))), None)
    told_more = len(phrase) > 1
    if nouns.is_body(head, told_more) and _determined(sentence, head):
        return [_mention(span, EntityKind.ORGANIZATION, "nominals.body", country)]
    if (
        nouns.is_group(head, told_more)
        and _acts(sentence, head)
        and _several(sentence, head, told_more, nouns)
    ):
        return [_mention(span, EntityKind.GROUP, "nominals.group", country)]
    return []


def _mention(span: Span, kind: EntityKind, rule: str, country: str | None) -> Mention:
    return Mention(span.start, span.end, MentionKind.NOMINAL, kind, rule, country)


def _phrase(sentence: Sentence, head: Token, nouns: Nominals) -> list[Token]:
    """The noun with its adjectives and its complements in « de », without determiner, relative
    clause or apposition."""
    first = head.i
    while (
        first > 0
        and sentence.tokens[first - 1].pos == "ADJ"
        and sentence.tokens[first - 1].head == head.i
    ):
        first -= 1
    last = head.i
    for token in sentence.tokens[head.i + 1 : head.i + LONGEST]:
        if token.pos in COMPLEMENT and (token.pos != "NUM"):
            if token.pos == "ADJ" or token.pos == "DET" or token.dep != "appos":
                last = token.i
                continue
        if nouns.links(token):
            continue
        break
    while last > head.i and sentence.tokens[last].pos in ("DET", "ADP"):
        last -= 1
    return list(sentence.tokens[first : last + 1])


def _determined(sentence: Sentence, head: Token) -> bool:
    return any(t.pos in ("DET", "ADP") for t in sentence.children(head)) or head.dep in (
        "nsubj",
        "root",
        "ROOT",
    )


def _acts(sentence: Sentence, head: Token) -> bool:
    """Whether the noun is the subject or agent of a clause, or the source of a word (« selon »)."""
    if head.dep.startswith(SUBJECT) or head.dep in ("obl:agent", "iobj", "obl:arg"):
        return True
    if head.dep == "conj":
        return _acts(sentence, sentence.head(head))
    return any(
        t.lemma in ("selon", "par") or t.norm == "d'après" for t in sentence.children(head, "case")
    )


def _several(sentence: Sentence, head: Token, told_more: bool, nouns: Nominals) -> bool:
    """Whether the noun stands for people in number, or for one person who is told by more than
    the noun: « le général » alone is for coreference to resolve."""
    plural = head.morph.number == "Plur" or head.norm.endswith(("s", "x"))
    return (
        plural
        or told_more
        or nouns.is_collective(head)
        or any(t.norm in ("un", "une") for t in sentence.children(head, "det"))
    )
