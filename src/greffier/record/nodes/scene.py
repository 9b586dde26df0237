"""What an article is about, worked out once for all its nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.model.annotations import Basis, Entity, EntityKind, MentionKind, TimexType
from greffier.model.facts import Setting, Who
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.text import Block, BlockKind, Span
from greffier.record import policy
from greffier.record.compare.names import parse
from greffier.record.days import bounds, buckets
from greffier.record.nodes import forms

SKIPPED = (BlockKind.BOILERPLATE, BlockKind.BYLINE)


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with what its nodes share. `who` gives each entity as others see it."""

    reading: Reading
    language: Language
    setting: Setting
    days: tuple[str, ...]
    who: dict[str, Who]
    paragraphs: tuple[tuple[Span, str], ...]  # blocks that are the article's, with their TEXT form

    @staticmethod
    def of(reading: Reading, language: Language) -> Scene:
        days = _days(reading)
        day = days[0] if days else None
        who = {e.id: _who(e, reading, language) for e in reading.entities}
        terms = _terms(reading, language, who)
        own = (b for b in reading.document.blocks if b.kind not in SKIPPED)
        paragraphs = tuple((b.span, forms.of_text(_passage(reading, b))) for b in own)
        return Scene(reading, language, Setting(day, terms), days, who, paragraphs)

    @property
    def document(self) -> str:
        return self.reading.document.id

    @property
    def published(self) -> str | None:
        return self.reading.document.published

    def block_of(self, span: Span) -> str | None:
        """The TEXT form of the paragraph that a passage stands in."""
        return next((form for own, form in self.paragraphs if own.contains(span)), None)

    def sentence_of(self, span: Span) -> Span:
        """The sentence that a passage begins in, as far as full stops tell where the reading has
        no sentences."""
        for sentence in self.reading.sentences:
            tokens = sentence.tokens
            if tokens and tokens[0].start <= span.start < tokens[-1].end:
                return Span(tokens[0].start, tokens[-1].end)
        text = self.reading.document.text
        start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! ")) + 1
        ends = [end for mark in (". ", "\n") if (end := text.find(mark, span.end)) >= 0]
        return Span(start, min(ends, default=len(text)))

    @property
    def key_terms(self) -> tuple[str, ...]:
        """By which its figures, events and groups are found: whom and what it tells of first,
        and the rare words that it repeats most."""
        named = [t for t in self.setting.terms if t[0] not in policy.WORD_TERMS]
        repeated = [t for t in self.setting.terms if t.startswith("k:")]
        return (*named[: policy.NAMED_IN_KEYS], *repeated[: policy.WORDS_IN_KEYS])

    def buckets(self, width: int) -> tuple[str, ...]:
        return tuple(b for day in self.days for b in buckets(day, width)) or ("undated",)


def _passage(reading: Reading, block: Block) -> str:
    return reading.passage(block.span)


def _days(reading: Reading) -> tuple[str, ...]:
    """The days that an article may look from: its publication, else the days that it names most."""
    published = reading.document.published
    if published:
        return (published[:10],)
    named: Counter[str] = Counter()
    for timex in reading.timexes:
        if timex.type != TimexType.DURATION and timex.basis == Basis.EXPLICIT:
            first, last = bounds(timex.value)
            if first and first == last:
                named[first] += 1
    ranked = sorted(named.items(), key=lambda found: (-found[1], found[0]))
    return tuple(day for day, _ in ranked[: policy.DAYS_OF_UNDATED])


def _who(entity: Entity, reading: Reading, language: Language) -> Who:
    form = forms.of_entity(entity, reading, language)
    return Who(entity.kind, entity.name, entity.country, form, entity.geonames_id)


def _terms(reading: Reading, language: Language, who: dict[str, Who]) -> tuple[str, ...]:
    """What the article is about, the weightiest first: by how much a thing tells, times how often
    it is told."""
    counts: Counter[str] = Counter()
    for entity in reading.entities:
        term = _term(entity, language)
        if term:
            counts[term] += len(entity.mentions)
    entity_terms = _ranked(counts)[: policy.TERMS_OF_ARTICLE]
    words: Counter[str] = Counter()
    for block in reading.document.blocks:
        if block.kind not in SKIPPED and block.repeats is None:
            times = policy.TITLE_COUNTS if block.kind == BlockKind.TITLE else 1
            for stem in language.merging.words(_passage(reading, block)):
                words[stem] += times
    named = {
        part
        for e in reading.entities
        if e.kind in (EntityKind.PERSON, EntityKind.PLACE)
        for part in language.merging.words(e.name)
    }
    rare = Counter(
        {
            term: times
            for stem, times in words.items()
            if stem not in named and (term := _word_term(stem, language))
        }
    )
    kept = _ranked(rare)[: policy.WORDS_OF_ARTICLE]
    repeated = (f"k:{term[2:]}" for term in kept if rare[term] > 1)
    return (*entity_terms, *kept, *repeated)


def _ranked(counts: Counter[str]) -> list[str]:
    weighed = ((-policy.term_weight(term) * min(n, 6), term) for term, n in counts.items())
    return [term for _, term in sorted(weighed)]


def _word_term(stem: str, language: Language) -> str | None:
    weight = language.merging.weight(stem)
    if weight < policy.RARE_WORD or len(stem) < 4:
        return None
    return f"{'x' if weight >= policy.VERY_RARE_WORD else 'w'}:{stem}"


def _term(entity: Entity, language: Language) -> str | None:
    merging = language.merging
    if entity.kind == EntityKind.PERSON:
        name = parse(entity.name)
        if not name.words:
            return None
        return f"{'p' if name.is_full else 's'}:{forms.sound(name.surname)}"
    if entity.kind == EntityKind.COUNTRY:
        return f"c:{entity.country or entity.name}"
    if entity.kind == EntityKind.PLACE:
        if language.naming.government_at(entity.name):
            return f"c:{entity.country}"
        words = merging.place(entity.name)[-1]
        return "l:" + " ".join(forms.sound(w) for w in words) if words else None
    if entity.kind == EntityKind.ORGANIZATION:
        words = merging.body(entity.name, entity.country)
        if merging.is_vague(words):
            return None
        told = merging.full_form(" ".join(words)) or words
        return ("b:" if language.naming.is_international(entity.name) else "o:") + " ".join(told)
    return None


def names(entity: Entity, reading: Reading) -> Iterator[str]:
    """How the article writes an entity's name."""
    yield entity.name
    for mention in entity.mentions:
        if mention.kind == MentionKind.NAME:
            yield reading.passage(mention.span)
