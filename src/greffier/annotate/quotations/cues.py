"""Verbs that report words, with the words that tell who speaks and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from greffier.annotate.quotations.draft import Words
from greffier.model.language import Reporting
from greffier.model.phrases import subject_of
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

NEAR = 5
"""Tokens after a verb that the tagger missed within which its conjunction follows."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: its span with auxiliaries and clitic, and its subject."""

    sentence: Sentence
    verb: Token
    span: Span
    subject: Token | None
    inverted: bool

    @property
    def speaker(self) -> Words | None:
        subject = self.subject
        if subject is None:
            subject = self._nearest_name()
        elif subject.norm.lstrip("-") == "on":
            subject = self._unnamed_source() or subject
        return Words(self.sentence, subject) if subject is not None else None

    def _unnamed_source(self) -> Token | None:
        """« a-t-on appris de source militaire »: the noun that tells it, without article."""
        for token in self.sentence.tokens:
            cased = self.sentence.children(token, "case")
            if token.pos == "NOUN" and cased and not self.sentence.children(token, "det"):
                return token
        return None

    def _nearest_name(self) -> Token | None:
        """What the parser missed: the nearest name before the verb, with no other verb between;
        for a participle, the subject of the sentence."""
        tokens = self.sentence.tokens
        if self.verb.morph.form == "Part" and self.verb.morph.tense == "Pres":
            roots = [t for t in tokens if t.head == t.i and t.pos in ("VERB", "AUX")]
            return next((s for r in roots if (s := subject_of(self.sentence, r))), None)
        for token in reversed(tokens[: self.verb.i]):
            if token.pos == "PROPN" and token.text[0].isupper():
                return token
            if token.pos == "VERB" and token.morph.form == "Fin":
                return None
        return None


def cues(sentence: Sentence, reporting: Reporting) -> Iterator[Cue]:
    """The reporting verbs of a sentence, in order."""
    for token in sentence.tokens:
        if (
            token.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV")
            and reporting.says(token)
            and _is_verb(sentence, token, reporting)
        ):
            subject = subject_of(sentence, token)
            inverted = subject is not None and (
                subject.start > token.start or subject.text.startswith("-")
            )
            yield Cue(sentence, token, _span(sentence, token), subject, inverted)


def _is_verb(sentence: Sentence, token: Token, reporting: Reporting) -> bool:
    """Whether a word is an active verb. Taggers take « lance » or « juge » for nouns: what stands
    before and after decides."""
    if token.pos in ("VERB", "AUX"):
        return not sentence.children(token, "aux:pass")
    before = sentence.tokens[token.i - 1] if token.i else None
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    clitic = after is not None and after.norm.startswith(("-t-", "-il", "-elle", "-on"))
    if before is None:
        return clitic
    if before.text.startswith("-") and before.pos == "PRON":  # « a-t-il tweeté »
        return True
    if before.text[0].isupper() and before.pos in ("PROPN", "NOUN"):  # « X dément que »
        following = sentence.tokens[token.i + 1 : token.i + NEAR]
        return clitic or any(reporting.conjunction(t) for t in following)
    beside = before.norm in (",", "»", '"', "”") or before.norm in ("qui", "ne", "n'", "se", "s'")
    return clitic or beside or (before.pos == "PRON" and before.dep.startswith("nsubj"))


def _span(sentence: Sentence, verb: Token) -> Span:
    """The verb with its auxiliaries before it, and the inverted pronoun after or inside."""
    start, end = verb.start, verb.end
    for child in sentence.children(verb, "aux", "advmod"):
        if child.start < verb.start and child.dep.startswith("aux"):
            start = min(start, child.start)
    after = sentence.tokens[verb.i + 1] if verb.i + 1 < len(sentence.tokens) else None
    if after is not None and after.norm.startswith("-") and after.start == end:
        end = after.end
    return Span(start, end)
