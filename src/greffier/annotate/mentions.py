"""Passages that name somebody or something: what the trained finder proposes, mended by rules.

The finder sees one line at a time and knows no article; the rules know what titles, civilities
and prepositions tell, and let the mentions of one article vote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from greffier.annotate import bodies, places
from greffier.annotate.missed import Piece, again, known, missed
from greffier.model.annotations import EntityKind, Mention, MentionKind
from greffier.model.language import Language, NameWords
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

LOOSE_MARKS = frozenset('-–—,;:()[]/«»"')
"""Marks that end no name; « Canal + » keeps its own."""
APPOSED = 10
"""Tokens between an office and the name of its holder."""
KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "LOC": EntityKind.PLACE,
}


def find(reading: Reading, language: Language) -> Reading:
    """Fills the reading's name mentions."""
    words = language.names
    drafts = [(s, _in_sentence(s, words)) for s in reading.sentences]
    ships = _ships(reading, words)
    drafts = [
        (s, [p for p in pieces if words.folded(_text(s, p)) not in ships]) for s, pieces in drafts
    ]
    forms = ((words.folded(_text(s, p)), p[2]) for s, pieces in drafts for p in pieces)
    names = known(forms)
    found = [
        _mention(sentence, piece)
        for sentence, pieces in drafts
        for piece in sorted([*pieces, *again(sentence, pieces, names, words)])
    ]
    return replace(reading, mentions=tuple(_voted(found, reading, words)))


def _ships(reading: Reading, words: NameWords) -> frozenset[str]:
    """The folded names of ships, which are nobody's and no place: « le chalutier Maëva »."""
    beside = [(a, b) for s in reading.sentences for a, b in pairwise(s.tokens)]
    apart = [
        (s.tokens[i], s.tokens[i - 2])
        for s in reading.sentences
        for i in range(2, len(s.tokens))
        if s.tokens[i - 1].text == ","
    ]  # « le Maëva, chalutier breton »
    return frozenset(
        words.folded(name.text)
        for noun, name in (*beside, *apart)
        if words.is_vessel(noun) and name.text[0].isupper()
    )


def _text(sentence: Sentence, piece: Piece) -> str:
    return " ".join(t.text for t in sentence.tokens[piece[0] : piece[1] + 1])


def _mention(sentence: Sentence, piece: Piece) -> Mention:
    first, last, kind, rule = piece
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Mention(start, end, MentionKind.NAME, kind, rule)


def _in_sentence(sentence: Sentence, words: NameWords) -> list[Piece]:
    pieces = [
        (name.first, name.last, KINDS[name.label], "names.model")
        for name in sentence.names
        if name.label in KINDS
        and _has_capital(sentence, name.first, name.last)
        and not (name.label == "PER" and _is_common(sentence, name.first, name.last))
    ]
    for mend in (
        bodies.whole,
        _without_dangling,
        bodies.apart,
        _without_titles,
        _after_civility,
        _apposed,
        missed,
        _one_name,
        places.whole,
        _whole_names,
        bodies.in_brackets,
        places.of_dateline,
        places.of_locality,
        places.without_people,
        places.within_offices,
        places.of_sites,
        _not_storms,
        bodies.not_things,
        bodies.without_labels,
        bodies.named_by_noun,
        bodies.known_everywhere,
        bodies.acronyms,
        bodies.credited,
    ):
        pieces = mend(sentence, pieces, words)
    return pieces


def _is_common(sentence: Sentence, first: int, last: int) -> bool:
    """« Attentat à… »: a common noun with the capital of a sentence names nobody."""
    return first == last == 0 and sentence.tokens[first].pos == "NOUN"


def _has_capital(sentence: Sentence, first: int, last: int) -> bool:
    """Whether any word of a passage has the capital of a name: « le commissariat central » has
    none, and describes."""
    return any(t.text != t.text.lower() for t in sentence.tokens[first : last + 1])


def _without_dangling(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """The pieces without the links and marks that end them."""
    return [_trimmed(sentence, piece, words) for piece in pieces]


def _trimmed(sentence: Sentence, piece: Piece, words: NameWords) -> Piece:
    first, last, kind, rule = piece
    while last > first and _is_loose(sentence.tokens[last], words):
        last, rule = last - 1, "names.trimmed"
    return (first, last, kind, rule)


def _is_loose(token: Token, words: NameWords) -> bool:
    """A link without what it ties, or a mark: no name ends with « de » or a dash."""
    return words.dangles(token) or token.text in LOOSE_MARKS


def _without_titles(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """Titles and civilities are no part of a name; a title alone is no name."""
    kept = []
    for first, last, kind, rule in pieces:
        if rule == "names.whole_body":
            kept.append((first, last, kind, rule))
            continue  # « les Gardiens de la forêt »
        start = first
        person = kind is EntityKind.PERSON
        if person and start < last and _tells_country(sentence, start, words):
            start += 1
        while start <= last and _is_no_name(sentence.tokens[start], person, words):
            start += 1
        if start > last:
            continue
        if start > first and kind is EntityKind.ORGANIZATION:
            rest = sentence.tokens[start : last + 1]
            if any(words.dangles(t) for t in rest[:1]) or not rest[0].text[0].isupper():
                continue  # « Premier ministre du Bénin » names an office
        kept.append((start, last, kind, rule if start == first else "names.title_off"))
    return kept


def _tells_country(sentence: Sentence, first: int, words: NameWords) -> bool:
    """« la Belge Solène Kervoal »."""
    determined = first > 0 and sentence.tokens[first - 1].pos == "DET"
    return determined and words.is_demonym(sentence.tokens[first].text)


def _is_no_name(token: Token, person: bool, words: NameWords) -> bool:
    """Whether a word at the head of a name is a title: a capital makes it part of a person's
    name (« Cheikh Anta », « Major Lazer »), unless it is a civility."""
    if person and token.text[0].isupper():
        return words.is_civility(token)
    return words.is_title(token)


def _after_civility(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """A name after « M. », « Mme » or a rank is a person's."""
    return [
        (first, last, EntityKind.PERSON, "names.civility")
        if first and words.is_civility(sentence.tokens[first - 1])
        else (first, last, kind, rule)
        for first, last, kind, rule in pieces
    ]


def _one_name(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« sœur Awa | Diarrou »: the name that follows another right after its title goes on it."""
    mended: list[Piece] = []
    for piece in pieces:
        before = mended[-1] if mended else None
        person = EntityKind.PERSON
        adjacent = before is not None and piece[0] == before[1] + 1 and piece[2] is person
        if before is not None and adjacent and before[3] == "names.civility":
            mended[-1] = (before[0], piece[1], person, "names.civility")
        else:
            mended.append(piece)
    return mended


def _apposed(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« le porte-parole de la Chambre, Bilie Nzé, déclare »: whom an office tells is a person."""
    return [
        (first, last, EntityKind.PERSON, "names.apposed")
        if kind is EntityKind.ORGANIZATION and _is_holder(sentence, first, last, words)
        else (first, last, kind, rule)
        for first, last, kind, rule in pieces
    ]


def _is_holder(sentence: Sentence, first: int, last: int, words: NameWords) -> bool:
    """Whether a name of several words stands between commas after an office."""
    tokens = sentence.tokens
    marks = [t.text for t in (*tokens[first - 1 : first], *tokens[last + 1 : last + 2])]
    name = tokens[first : last + 1]
    if first == last or marks != [",", ","] or not all(_is_name_word(t, words) for t in name):
        return False
    for token in reversed(tokens[max(0, first - APPOSED) : first - 1]):
        if words.is_title(token):
            return True
        if token.pos in ("VERB", "AUX") or token.text == ",":
            return False
    return False


def _is_name_word(token: Token, words: NameWords) -> bool:
    capital = token.text[0].isupper() and not token.text.isupper()
    return capital and token.pos in ("PROPN", "X") and not words.is_body(token)


def _whole_names(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """A person's name goes on over the capitalised words beside it, particles included."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    mended = []
    for first, last, kind, rule in pieces:
        end = last
        if kind is EntityKind.PERSON:
            while (more := _next_name_word(sentence, end, taken, words)) is not None:
                end = more
        mended.append((first, end, kind, rule if end == last else "names.extended"))
    return mended


def _next_name_word(sentence: Sentence, last: int, taken: set[int], words: NameWords) -> int | None:
    """The next capitalised word of a name, right after it or after one particle."""
    tokens = sentence.tokens
    place = last + 1
    if place < len(tokens) and words.is_particle(tokens[place]) and place not in taken:
        place += 1
    elif place < len(tokens) and words.is_particle(tokens[last]):
        pass
    if place >= len(tokens) or place in taken:
        return None
    word = tokens[place]
    named = word.text[0].isupper() and word.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB")
    return place if named and not words.is_title(word) and len(word.text) > 1 else None


def _not_storms(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """A storm bears a given name, and is nobody: « le cyclone Maëva »."""
    return [p for p in pieces if not (p[0] and words.is_storm(sentence.tokens[p[0] - 1]))]


def _voted(found: list[Mention], reading: Reading, words: NameWords) -> Iterator[Mention]:
    """One form, one kind: what most of the article's mentions say; a capital is a place; the
    surname of somebody named in full is a person wherever it stands."""
    forms = [words.folded(reading.passage(m.span)) for m in found]
    votes: dict[str, Counter[EntityKind]] = {}
    for form, mention in zip(forms, found, strict=True):
        if mention.entity_kind is not None and mention.rule != "names.again":
            weight = 3 if mention.rule == "names.civility" else 1
            votes.setdefault(form, Counter())[mention.entity_kind] += weight
    full = {f for f in forms if len(f.split()) > 1 and _most(votes[f]) is EntityKind.PERSON}
    surnames = {f.split()[-1] for f in full}
    for form, mention in zip(forms, found, strict=True):
        if words.is_organization(form):
            kind, rule = EntityKind.ORGANIZATION, "names.known"
        elif form in surnames:
            kind, rule = EntityKind.PERSON, "names.surname"
        elif words.is_capital(form) and votes[form][EntityKind.PERSON]:
            kind, rule = EntityKind.PLACE, "names.capital"
        else:
            kind, rule = _most(votes[form]), "names.vote"
        if kind is mention.entity_kind:
            yield mention
        else:
            yield replace(mention, entity_kind=kind, rule=rule)


def _most(votes: Counter[EntityKind]) -> EntityKind:
    """The kind most voted for; of equals, the one voted for first."""
    return votes.most_common(1)[0][0]
