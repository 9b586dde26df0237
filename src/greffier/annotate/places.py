"""Names of places, told from people and bodies that bear them, with the noun of a site."""

from __future__ import annotations

from greffier.annotate.missed import Piece, after_locality, longest_region
from greffier.model.annotations import EntityKind
from greffier.model.language import NameWords
from greffier.model.syntax import Sentence, Token

DATELINE = 12
"""Tokens: « KERMOR, 14 oct 2023 (ABX) - » has nine."""
DASHES = ("-", "–", "—")
OPENING = ("(", ",", *DASHES)


def whole(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """A place's name goes on to the end of a region's (« Caucase du Nord »), or to the place that
    a stroke ties to it (« le poste-frontière de Qaïm/Boukamal »)."""
    mended: list[Piece] = []
    for first, last, kind, rule in pieces:
        if mended and first <= mended[-1][1]:
            continue
        end = last
        if kind is EntityKind.PLACE:
            end = longest_region(sentence, first, last, words) or last
            if after_locality(sentence, first, words):
                end = _after_stroke(sentence, end)
        mended.append((first, end, kind, rule if end == last else "names.whole_place"))
    return mended


def _after_stroke(sentence: Sentence, last: int) -> int:
    tokens = sentence.tokens[last : last + 3]
    tied = len(tokens) == 3 and tokens[1].text == "/" and tokens[0].end == tokens[1].start
    named = tied and tokens[1].end == tokens[2].start and not tokens[2].text.islower()
    return last + 2 if named else last


def of_dateline(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« KERMOR (ABX) - Le port… »: the capitals that open a dateline are a town's."""
    opening = [t.text for t in sentence.tokens[1:DATELINE]]
    closed = any(t in DASHES for t in opening) or opening[-1:] == [")"]
    dated = closed and opening[0] in OPENING
    return [
        (first, last, EntityKind.PLACE, "names.dateline")
        if dated
        and first == last == 0
        and sentence.tokens[0].text.isupper()
        and kind is not EntityKind.PLACE
        else (first, last, kind, rule)
        for first, last, kind, rule in pieces
    ]


def of_locality(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """The complement of a place's noun is no person: « la prison de Kermor », « le maire de
    Kermor », unless a given name opens it (« la ville de Solène Kervoal »)."""
    return [
        (first, last, EntityKind.PLACE, "names.locality")
        if kind is EntityKind.PERSON
        and (_is_placed(sentence, first, last, words) or _has_article(sentence, first, last, words))
        else (first, last, kind, rule)
        for first, last, kind, rule in pieces
    ]


def _has_article(sentence: Sentence, first: int, last: int, words: NameWords) -> bool:
    """« La Souterraine »: a town's name that opens with its article."""
    name = " ".join(t.text for t in sentence.tokens[first : last + 1])
    article = first < last and words.is_native_article(sentence.tokens[first])
    return article and words.is_any_town(name)


def _is_placed(sentence: Sentence, first: int, last: int, words: NameWords) -> bool:
    if first < 2 or words.is_given_name(sentence.tokens[first].text):
        return False
    noun = _linked_noun(sentence, first, words)
    if noun is not None:
        return words.is_locality(noun) or words.is_placed(noun)
    if first == last and words.is_locality(sentence.tokens[first - 1]):
        return True
    return _stands_at(sentence, first, last, words)


def _stands_at(sentence: Sentence, first: int, last: int, words: NameWords) -> bool:
    """« arrêté à Bender »: after « à », a name that the gazetteer knows, or whose governor says
    where somebody is."""
    if not words.is_at(sentence.tokens[first - 1]):
        return False
    name = " ".join(t.text for t in sentence.tokens[first : last + 1])
    governor = sentence.head(sentence.tokens[first])
    return words.is_lived_in(governor) or (words.is_any_town(name) and not words.is_asked(governor))


def _linked_noun(sentence: Sentence, first: int, words: NameWords) -> Token | None:
    """The noun that « de » ties to a name."""
    place = first - 1
    while place > 0 and words.ties(sentence.tokens[place]):
        place -= 1
    return sentence.tokens[place] if 0 <= place < first - 1 else None


def without_people(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« les Lyonnais » are no place, nor « Pâques », nor « l'Argentine Solène Kervoal »."""
    people = {first for first, _, kind, _ in pieces if kind is EntityKind.PERSON}
    kept: list[Piece] = []
    for piece in pieces:
        token, alone = sentence.tokens[piece[0]], piece[0] == piece[1]
        if (
            alone
            and piece[2] in (EntityKind.PLACE, EntityKind.ORGANIZATION)
            and (
                words.is_inhabitant(sentence, token)
                or words.is_feast(words.folded(token.text))
                or (piece[1] + 1 in people and words.is_demonym(token.text))
                or (token.i == 0 and token.pos == "VERB")
                or (token.i == 0 and token.pos == "ADJ" and _is_unknown(token, words))
            )
        ):
            continue
        kept.append(piece)
    return kept


def _is_unknown(token: Token, words: NameWords) -> bool:
    """« Limogé lundi, … »: no name of any place."""
    return not (words.is_any_town(token.text) or words.is_region(words.folded(token.text)))


def within_offices(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« la mairie de Lyon » names a body, and no town of its own."""
    kept = []
    for piece in pieces:
        noun = _linked_noun(sentence, piece[0], words)
        if piece[2] is not EntityKind.PLACE or noun is None or not words.is_office(noun):
            kept.append(piece)
    return kept


def of_sites(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« l'aéroport de Lyon » is another place than Lyon: its noun is part of its name."""
    mended: list[Piece] = []
    for first, last, kind, rule in pieces:
        noun = _linked_noun(sentence, first, words) or (
            sentence.tokens[first - 1] if first else None
        )
        if kind is EntityKind.PLACE and noun is not None and words.is_site(noun):
            mended.append((noun.i, last, kind, "names.site"))
        else:
            mended.append((first, last, kind, rule))
    return mended
