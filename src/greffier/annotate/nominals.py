"""Organisations and people that common nouns describe: « l'armée », « de hauts responsables »."""

from __future__ import annotations

from dataclasses import replace

from greffier.model.annotations import EntityKind, Mention, MentionKind
from greffier.model.language import Language, Nominals
from greffier.model.phrases import noun_phrase
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

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
        for mention in _described(sentence, token, named, nouns)
    ]
    outer = [m for m in found if not any(o != m and o.span.contains(m.span) for o in found)]
    mentions = sorted((*reading.mentions, *outer), key=lambda m: (m.start, -m.end))
    return replace(reading, mentions=tuple(mentions))


def _described(sentence: Sentence, head: Token, named: set[int], nouns: Nominals) -> list[Mention]:
    """The mention that a noun heads, if it describes a body or a group."""
    people = nouns.people(head)
    if people is not None and _acts(sentence, head, nouns):
        kind = MentionKind.NOMINAL
        return [Mention(head.start, head.end, kind, EntityKind.COUNTRY, "nominals.people", people)]
    if not (nouns.is_body(head, True) or nouns.is_group(head, True)):
        return []
    phrase = noun_phrase(sentence, head, nouns.links)
    if _labels_a_name(phrase, head, named):
        return []
    span = Span(phrase[0].start, phrase[-1].end)
    country = next((c for t in phrase if (c := nouns.demonym(t.text))), None)
    named_more = country is not None or any(t.text[0].isupper() for t in phrase[1:])
    if nouns.is_body(head, named_more) and _determined(sentence, head):
        return [_mention(span, EntityKind.ORGANIZATION, "nominals.body", country)]
    if (
        nouns.is_group(head, len(phrase) > 1)
        and _acts(sentence, head, nouns)
        and _unnamed(sentence, head, nouns)
    ):
        return [_mention(span, EntityKind.GROUP, "nominals.group", country)]
    return []


def _labels_a_name(phrase: list[Token], head: Token, named: set[int]) -> bool:
    """Whether the noun only says what the name right after it is: « l'agence N. »."""
    after = [t for t in phrase if t.i > head.i]
    direct = next((t for t in after if t.pos != "ADJ" or t.start in named), None)
    return direct is not None and direct.start in named


def _mention(span: Span, kind: EntityKind, rule: str, country: str | None) -> Mention:
    return Mention(span.start, span.end, MentionKind.NOMINAL, kind, rule, country)


def _determined(sentence: Sentence, head: Token) -> bool:
    subject = head.dep.startswith(SUBJECT) or head.dep == "ROOT"
    return subject or any(t.pos in ("DET", "ADP") for t in sentence.children(head))


def _acts(sentence: Sentence, head: Token, nouns: Nominals) -> bool:
    """Whether the noun is the subject or agent of a clause, or the source of a word (« selon »)."""
    if head.dep.startswith(SUBJECT) or head.dep in ("obl:agent", "iobj"):
        return True
    if head.dep == "conj":
        return _acts(sentence, sentence.head(head), nouns)
    return any(nouns.sources(t) for t in sentence.children(head, "case"))


def _unnamed(sentence: Sentence, head: Token, nouns: Nominals) -> bool:
    """Whether the noun stands for people in number or for somebody not told before: « le
    général » alone refers to a person, whom coreference looks for."""
    plural = head.morph.number == "Plur" or head.norm.endswith(("s", "x"))
    new = any(t.norm in ("un", "une") for t in sentence.children(head, "det"))
    return plural or new or nouns.is_collective(head)
