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
"""Tokens around a verb: its auxiliaries before it, its conjunction after it."""
OPENING = 3
"""Tokens of a sentence that opens with its source (« De source proche, on indique »)."""
AUXILIARY = 8
"""Tokens before a verb among which its auxiliary stands."""
PRESENT = ("que", "gue", "ne", "le", "re", "me", "che", "ge", "ve", "ce", "de", "pe")
"""Endings of the present that no participle shares."""
PARTICIPLES = ("é", "ée", "és", "ées")
"""Endings of participles that no finite form shares."""


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
        """« a-t-on appris de source militaire »: the noun that tells it, without article, outside
        what the verb reports."""
        tokens = self.sentence.tokens
        for token in (*tokens[self.verb.i + 1 : self.verb.i + 1 + NEAR], *tokens[:OPENING]):
            if token.i > self.verb.i and token.pos == "SCONJ":
                continue
            cased = self.sentence.children(token, "case")
            bare = token.pos == "NOUN" and not self.sentence.children(token, "det")
            if bare and (cased or tokens[token.i - 1].pos == "ADP"):
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
        before = sentence.tokens[token.i - 1] if token.i else None
        if reporting.needs_cause(token):
            if before is not None and reporting.causes(before):
                yield _made_known(sentence, token, before)
            continue
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


def _is_passive(sentence: Sentence, verb: Token, reporting: Reporting) -> bool:
    """« est annoncé », « accusé de »: a passive, or a past participle without auxiliary."""
    if sentence.children(verb, "aux:pass"):
        return True
    if verb.morph.form != "Part" or verb.morph.tense == "Pres" or verb.norm.endswith(PRESENT):
        return False
    helpers = sentence.children(verb, "aux")
    before = sentence.tokens[max(0, verb.i - AUXILIARY) : verb.i]
    if any(reporting.is_being(t) for t in helpers):  # « s'est exclamé » is active
        return not any(reporting.is_reflexive(t) for t in before)
    if verb.dep.startswith(("acl", "amod")):
        return not helpers
    alone = verb.head == verb.i and verb.norm.endswith(PARTICIPLES)
    return alone and not has_auxiliary(sentence, verb)


def has_auxiliary(sentence: Sentence, verb: Token) -> bool:
    """Whether an auxiliary or inverted pronoun stands before a verb, also where the parser ties
    it to another word (« a-t-elle ainsi concédé », « avait, dans un communiqué, déclaré »)."""
    before = sentence.tokens[max(0, verb.i - AUXILIARY) : verb.i]
    helped = any(t.pos == "AUX" or t.text.startswith("-") for t in before)
    return helped or bool(sentence.children(verb, "aux"))


def is_finite(cue: Cue) -> bool:
    """Whether a reporting verb is finite, with an auxiliary or alone; « rétorque », which no
    participle ends like, is, whatever the tagger says."""
    morph = cue.verb.morph
    if morph.form in ("Fin", "") or cue.verb.pos not in ("VERB", "AUX"):
        return True
    if morph.form == "Part" and cue.verb.norm.endswith(PRESENT):
        return True
    return morph.tense != "Pres" and morph.form != "Inf" and has_auxiliary(cue.sentence, cue.verb)


def _made_known(sentence: Sentence, verb: Token, cause: Token) -> Cue:
    """« X a fait savoir »: two words that are one verb, with the subject of the first."""
    subject = subject_of(sentence, cause)
    morph = cause.morph._replace(form="Fin")
    told = verb._replace(morph=morph, dep=cause.dep, head=cause.head)
    span = Span(_span(sentence, cause).start, verb.end)
    inverted = subject is not None and subject.start > verb.start
    return Cue(sentence, told, span, subject, inverted)


def _is_verb(sentence: Sentence, token: Token, reporting: Reporting) -> bool:
    """Whether a word is an active verb. Taggers take « lance » or « juge » for nouns: what stands
    before and after decides."""
    if token.pos in ("VERB", "AUX"):
        return not _is_passive(sentence, token, reporting)
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
