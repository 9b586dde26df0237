"""What somebody is reported to have said or written, and who said it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.annotate.quotations.cues import Cue, cues
from greffier.annotate.quotations.direct import BlockView, direct
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.embedded import embedded
from greffier.annotate.quotations.indirect import indirect
from greffier.annotate.quotations.layout import answers, headline, joined
from greffier.annotate.quotations.parties import with_parties
from greffier.annotate.quotations.speakers import speaker_of
from greffier.model.annotations import (
    Entity,
    EntityKind,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
)
from greffier.model.language import Language, Reporting
from greffier.model.lookup import Owners
from greffier.model.marks import Marked, marked
from greffier.model.phrases import noun_phrase
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

GUESSED = ("quotations.continued", "quotations.headline")
"""Rules that give words to whom the layout suggests: the same words elsewhere tell better."""
JUST_BEFORE = 120
"""Code points between a quotation and the pronoun of who goes on speaking."""
LED = 4
"""Tokens from a civility or noun to the name that it leads to."""
SPEAKERS = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP}
)


def find(reading: Reading, language: Language) -> Reading:
    """The article's quotations, each with its speaker where the words tell an entity."""
    views = list(_views(reading, language.reporting))
    before = Owners(reading)

    def is_speaker(sentence: Sentence, head: Token) -> bool:
        owner = before.of(sentence, head)
        person = owner is not None and owner.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
        return person or language.offices.is_function(head)

    reporting = language.reporting
    blocks = (with_parties(v, _drafts(v, reporting, is_speaker), reporting) for v in views)
    drafts = joined(views, [draft for block in blocks for draft in block])
    drafts = _with_answers(drafts, views, language.reporting)
    drafts = _introduced(drafts, views)
    reading = _with_described_speakers(reading, drafts, language)
    owners = Owners(reading)
    found: list[Quotation] = []
    speaker: str | None = None
    for draft in drafts:
        told = _entity(draft.speaker, owners, language)
        again = draft.speaker is not None and language.reporting.same(*draft.speaker)
        if draft.rule == "quotations.headline" and told is None:
            continue  # « France : … » tells a topic, not a speaker
        again = again or _goes_on(draft, found, reading)
        speaker = speaker if draft.same_as_before or again else told
        addressee = _addressee(draft.addressee, owners, language)
        via = _entity(draft.via, owners, language)
        if again and found and draft.via is None:
            via = found[-1].via
        addressee, via = (p if p != speaker else None for p in (addressee, via))
        kind, rule, cue = draft.kind, draft.rule, draft.cue
        found.append(Quotation(*draft.content, kind, rule, cue, speaker, addressee, via))
    found = _same_words_same_speaker(found, reading)
    return replace(reading, quotations=tuple(sorted(found, key=lambda q: (q.start, q.end))))


def _goes_on(draft: Draft, found: Sequence[Quotation], reading: Reading) -> bool:
    """Whether a pronoun takes up a speaker without a name, who spoke just before: nobody else was
    told since (« …, raconte un riverain. Selon lui, … »)."""
    if draft.speaker is None or draft.speaker.head.pos != "PRON" or not found:
        return False
    last = found[-1]
    said = reading.entity(last.speaker) if last.speaker is not None else None
    if said is None or said.kind is not EntityKind.GROUP or said.gender is not None:
        return False
    start = draft.speaker.head.start
    between = Span(last.end, start)
    near = 0 <= start - last.end <= JUST_BEFORE
    people = (e.mentions for e in reading.entities if e.kind is EntityKind.PERSON)
    told = (m for mentions in people for m in mentions if m.kind is not MentionKind.PRONOUN)
    return near and not any(between.contains(m.span) for m in told)


def _with_answers(
    drafts: list[Draft], views: Sequence[BlockView], reporting: Reporting
) -> list[Draft]:
    """In an interview each answer is one quotation, whatever it quotes in turn; its speaker is
    the one whom the title quotes."""
    spans = list(answers(views, reporting))
    if not spans:
        return drafts
    kept = [d for d in drafts if not any(s.contains(d.content) for s in spans)]
    title = next((d.speaker for d in kept if d.speaker is not None), None)
    direct_speech = QuotationKind.DIRECT
    spoken = [Draft(s, direct_speech, "quotations.answer", speaker=title) for s in spans]
    return sorted((*kept, *spoken), key=lambda d: d.content)


def _same_words_same_speaker(found: list[Quotation], reading: Reading) -> list[Quotation]:
    """A title quotes the article: its words are of whom the article gives them to."""
    known: dict[str, str] = {}
    for quotation in found:
        if quotation.speaker is not None and quotation.rule not in GUESSED:
            known.setdefault(_opening_words(quotation, reading), quotation.speaker)
    return [
        replace(q, speaker=known.get(_opening_words(q, reading), q.speaker))
        if q.rule in GUESSED
        else q
        for q in found
    ]


def _opening_words(quotation: Quotation, reading: Reading) -> str:
    words = reading.passage(quotation.span).replace("’", "'").casefold().split()
    return " ".join(words[:4])


def _introduced(drafts: list[Draft], views: Sequence[BlockView]) -> list[Draft]:
    """A quotation that opens a paragraph belongs to whom the paragraph before announces with a
    colon (« Le maire a conclu : »)."""
    announced: dict[int, Cue] = {}
    for before, view in pairwise(views):
        ended = view.text[before.span.start : before.span.end].rstrip().endswith(":")
        if ended and before.cues:
            announced[view.span.start] = before.cues[-1]
    by_start = {v.marks[0].content.start: v.span.start for v in views if v.marks}
    found = []
    for draft in drafts:
        cue = announced.get(by_start.get(draft.content.start, -1))
        if cue is not None and draft.same_as_before:
            draft = replace(
                draft,
                cue=cue.span,
                speaker=speaker_of(cue),
                same_as_before=False,
                rule="quotations.announced",
            )
        found.append(draft)
    return found


def _with_described_speakers(
    reading: Reading, drafts: Sequence[Draft], language: Language
) -> Reading:
    """Adds a group for each speaker whom common nouns describe and who is no entity yet."""
    owners, nominals = Owners(reading), language.nominals
    known = {e.name.casefold(): e for e in reading.entities if e.kind in SPEAKERS}
    spoken = [(d.speaker, _describes) for d in drafts] + [(d.addressee, _is_group) for d in drafts]
    for words, describes in spoken:
        if words is None or not describes(words, language):
            continue
        if _entity(words, owners, language) is not None:
            continue
        phrase = noun_phrase(words.sentence, words.head, nominals.links)
        body = nominals.is_body(words.head, True)
        mention = Mention(
            phrase[0].start,
            phrase[-1].end,
            MentionKind.NOMINAL,
            kind := EntityKind.ORGANIZATION if body else EntityKind.GROUP,
            "quotations.described_speaker",
            next((c for t in phrase if (c := nominals.demonym(t.text))), None),
        )
        name = reading.passage(mention.span)
        twin = known.get(name.casefold())
        if twin is None:
            entity = Entity(f"new{len(known)}", kind, name, mention.country, (mention,))
        else:
            entity = replace(twin, mentions=(*twin.mentions, mention))
        known[name.casefold()] = entity
    return _with(reading, known.values())


def _with(reading: Reading, entities: Iterable[Entity]) -> Reading:
    """The reading with these entities in place of those of the same id, or after all others."""
    changed = {e.id: e for e in entities}
    kept = [changed.pop(e.id, e) for e in reading.entities]
    added = [
        replace(e, id=f"e{number}")
        for number, e in enumerate(changed.values(), _last_number(reading) + 1)
    ]
    return replace(reading, entities=(*kept, *added))


def _last_number(reading: Reading) -> int:
    return max((int(e.id[1:]) for e in reading.entities), default=0)


def _is_group(words: Words, language: Language) -> bool:
    """Whether a noun tells people who are spoken to: « aux députés », « à son homologue »."""
    head, offices = words.head, language.offices
    several = head.morph.number == "Plur" and offices.is_function(head)
    group = language.nominals.is_group(head, True) or offices.same_office(head) or several
    return head.pos == "NOUN" and group


def _describes(words: Words, language: Language) -> bool:
    """Whether a noun tells a speaker who has no name: « un riverain », « la préfecture »."""
    sentence, head = words
    if head.pos != "NOUN" or language.reporting.same(sentence, head):
        return False
    if language.anaphora.is_civility(head):
        return False
    return language.nominals.is_body(head, True) or language.reporting.speaks(head)


def _entity(words: Words | None, owners: Owners, language: Language) -> str | None:
    """The entity that some words tell; for a document, its author."""
    if words is None:
        return None
    entity = owners.of(words.sentence, words.head)
    if entity is None:
        author = language.reporting.author(words.sentence, words.head)
        entity = owners.of(words.sentence, author) if author is not None else None
    if entity is None and language.anaphora.is_civility(words.head):
        entity = _named_after(words, owners)
    return entity.id if entity is not None and entity.kind in SPEAKERS else None


def _addressee(words: Words | None, owners: Owners, language: Language) -> str | None:
    """The person, group or outlet that some words tell; an institution (« à l'Assemblée ») is
    sooner where it was said."""
    told = _entity(words, owners, language)
    if told is None or words is None:
        return None
    entity = owners.of(words.sentence, words.head)
    if entity is None or entity.kind is EntityKind.COUNTRY:
        return None
    medium = language.names.is_medium(words.head)
    institution = language.nominals.is_body(words.head, True) and not medium
    return None if entity.kind is EntityKind.ORGANIZATION and institution else told


def _named_after(words: Words, owners: Owners) -> Entity | None:
    """The bearer of the name that a civility or noun leads to (« Mme de X »)."""
    tokens = words.sentence.tokens[words.head.i + 1 : words.head.i + LED]
    for token in tokens:
        entity = owners.covering(token.span)
        if entity is not None and token.text[0].isupper():
            return entity
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _views(reading: Reading, reporting: Reporting) -> Iterator[BlockView]:
    by_block: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    names = frozenset(m.span for m in reading.mentions if m.kind is MentionKind.NAME)
    for index, sentences in by_block.items():
        block = reading.document.blocks[index]
        span = block.span
        marks = marked(reading.document.text, span)
        tokens = [(s, t) for s in sentences for t in s.tokens]
        yield BlockView(
            text=reading.document.text,
            span=span,
            sentences=sentences,
            tokens=tokens,
            starts=[t.start for _, t in tokens],
            marks=marks,
            cues=[_of_journalist(c, marks) for s in sentences for c in cues(s, reporting)],
            names=names,
            kind=block.kind,
        )


def _of_journalist(cue: Cue, marks: Sequence[Marked]) -> Cue:
    """A reporting verb outside marks has no subject inside them."""
    subject = cue.subject
    if subject is None or any(m.content.contains(cue.span) for m in marks):
        return cue
    quoted = any(m.content.contains(subject.span) for m in marks)
    return replace(cue, subject=None, inverted=False) if quoted else cue


def _drafts(
    view: BlockView, reporting: Reporting, is_speaker: Callable[[Sentence, Token], bool]
) -> list[Draft]:
    """Direct and reported speech of a block: marks inside a reported clause make it mixed; a
    clause that is nothing but a marked passage is direct."""
    spoken = [d for mark in view.marks if (d := direct(view, mark, reporting)) is not None]
    told = headline(view, is_speaker) if view.is_heading else None
    told_by = [*([told] if told else []), *indirect(view, reporting)]
    told_by, spoken = _relayed(told_by, spoken)
    reported = _outermost(told_by)
    drafts = []
    for draft in reported:
        inside = [m for m in view.marks if m.whole.overlaps(draft.content)]
        if draft.kind is QuotationKind.DIRECT:
            drafts.append(draft)
            continue
        if any(_is_all_of(m.whole, draft.content) for m in inside):
            continue
        kind = QuotationKind.MIXED if inside else QuotationKind.INDIRECT
        drafts.append(replace(draft, kind=kind))
    taken = [d.content for d in spoken]
    found = (embedded(view, m, reporting) for m in view.marks if m.content not in taken)
    spoken += [d for d in found if d is not None]
    drafts += [d for d in spoken if not any(r.content.contains(d.content) for r in drafts)]
    return sorted(drafts, key=lambda d: d.content)


def _relayed(told: list[Draft], spoken: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """« X a dit que …, selon Y », « « … », a dit X, selon Y »: what X said is X's, relayed by Y."""
    kept = list(told)
    for outer in told:
        if outer.rule != "quotations.source":
            continue
        inner = [
            d
            for d in (*told, *spoken)
            if d is not outer
            and d.cue is not None
            and d.rule != "quotations.source"
            and d.speaker is not None
            and outer.content.contains(d.cue)
            and d.content.overlaps(outer.content)
        ]
        if inner and outer.kind is QuotationKind.INDIRECT:
            kept = [replace(d, via=outer.speaker) if d in inner else d for d in kept if d != outer]
            spoken = [replace(d, via=outer.speaker) if d in inner else d for d in spoken]
    return kept, spoken


def _is_all_of(mark: Span, content: Span) -> bool:
    return mark.start - 2 <= content.start and content.end <= mark.end + 2


def _outermost(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts not contained in another; of two that overlap, the first."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.content.start, -d.content.end)):
        if not any(k.content.overlaps(draft.content) for k in kept):
            kept.append(draft)
    return kept
