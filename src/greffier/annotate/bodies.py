"""Names of organisations: where they end, and the nouns that tell them from people and places."""

from __future__ import annotations

from greffier.annotate.missed import Piece
from greffier.model.annotations import EntityKind
from greffier.model.language import NameWords
from greffier.model.syntax import Sentence, Token

LONGEST_KNOWN = 6
"""Tokens: « Europe Écologie Les Verts » has four."""
COMPLEMENTS = 2
"""Complements that a body's name goes on over: « Ligue | des pêcheurs | du littoral »."""


def whole(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """The pieces with organisations' names that were cut before a complement put together:
    « Organisation… en | Europe », « Conférence des représentants | des cultes »."""
    mended: list[Piece] = []
    for piece in _with_bodies(sentence, pieces, words):
        before = mended[-1] if mended else None
        dangling = before is not None and words.dangles(sentence.tokens[before[1]])
        adjacent = before is not None and piece[0] == before[1] + 1
        if before is not None and dangling and adjacent and before[2] is EntityKind.ORGANIZATION:
            mended[-1] = (before[0], piece[1], before[2], "names.joined")
        elif before is None or piece[0] > before[1]:
            mended.append(piece)
    return mended


def _with_bodies(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """The pieces, those of bodies with the common nouns that go on their name, and the bodies
    that the finder passed over: « la Ligue des pêcheurs du littoral »."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    found = []
    for first, last, kind, rule in pieces:
        end = _known_end(sentence, first, last, words)
        if end > last:
            found.append((first, end, EntityKind.ORGANIZATION, "names.whole_body"))
            taken.update(range(first, end + 1))
            continue
        end = last
        if kind is EntityKind.ORGANIZATION and words.is_body(sentence.tokens[first]):
            end = _end(sentence, first, last, taken, words)
        found.append((first, end, kind, rule if end == last else "names.whole_body"))
    for token in sentence.tokens[1:]:
        if token.i in taken or not token.text[0].isupper():
            continue
        if not (words.is_body(token) or words.is_people(sentence, token)):
            continue
        end = _end(sentence, token.i, token.i, taken, words)
        if end > token.i and not token.text.isupper():
            found.append((token.i, end, EntityKind.ORGANIZATION, "names.whole_body"))
            taken.update(range(token.i, end + 1))
    return sorted(found, key=lambda piece: piece[:2])


def _known_end(sentence: Sentence, first: int, last: int, words: NameWords) -> int:
    """The last token of the longest name of a body known everywhere that starts at `first`:
    « Debout | la France »."""
    for end in range(min(first + LONGEST_KNOWN, len(sentence.tokens)) - 1, last, -1):
        if sentence.tokens[end].text[-1].isalnum() and words.is_known_body(
            _text(sentence, first, end)
        ):
            return end
    return last


def _end(sentence: Sentence, first: int, last: int, taken: set[int], words: NameWords) -> int:
    """The last token of a body's name with the complements in common nouns that follow it."""
    tokens = sentence.tokens
    for _ in range(COMPLEMENTS):
        if not (tokens[last].text.islower() or first == last):
            break
        place = last + 1
        while place < len(tokens) and words.ties(tokens[place]):
            place += 1
        noun = tokens[place] if place < len(tokens) else None
        if noun is None or place == last + 1 or noun.pos != "NOUN" or place in taken:
            break
        if not noun.text.islower() or (noun.morph.number != "Plur" and tokens[last].pos != "NOUN"):
            break
        last = place
        while (
            last + 1 < len(tokens) and _qualifies(tokens[last + 1], last) and last + 1 not in taken
        ):
            last += 1
    return last


def _qualifies(token: Token, noun: int) -> bool:
    return token.pos == "ADJ" and token.text.islower() and token.head == noun


def apart(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """The pieces without what is no part of a name: the verb after it, or what the name of a body
    known everywhere is put in relation with (« les Nations unies | pour l'Asie centrale »)."""
    mended: list[Piece] = []
    for first, last, kind, rule in pieces:
        tokens = sentence.tokens[first + 1 : last + 1]
        verb = next((t.i for t in tokens if _is_verb(sentence, t, words)), None)
        if kind is EntityKind.PERSON and tokens and _is_party(sentence.tokens[first], words):
            mended.append((first, first, EntityKind.ORGANIZATION, "names.apart"))
            mended.append((first + 1, last, kind, "names.apart"))
        elif kind is EntityKind.PERSON or not tokens:
            mended.append((first, last, kind, rule))
        elif verb is not None:
            end = (
                verb - 2 if verb > first + 1 and _is_object(sentence.tokens[verb - 1]) else verb - 1
            )
            mended.append((first, end, kind, "names.clause_off"))
        else:
            mended += _known_apart(sentence, (first, last, kind, rule), words)
    return mended


def _is_party(token: Token, words: NameWords) -> bool:
    """« la députée Ecolo | Solène Toran »; « Marianne » is an outlet and a given name."""
    return words.is_known_body(token.text) and not words.is_given_name(token.text)


def _is_verb(sentence: Sentence, token: Token, words: NameWords) -> bool:
    """Whether a verb in lower case begins a clause; the parser may take a noun for one after
    « de la »."""
    finite = token.pos in ("VERB", "AUX") and token.text.islower() and token.morph.form == "Fin"
    return finite and not all(words.ties(t) for t in sentence.tokens[token.i - 2 : token.i])


def _is_object(token: Token) -> bool:
    return token.text.islower() and (token.pos == "PRON" or token.norm in ("l'", "les", "se", "s'"))


def _known_apart(sentence: Sentence, piece: Piece, words: NameWords) -> list[Piece]:
    first, last, kind, _ = piece
    for link in sentence.tokens[first + 1 : last]:
        if not words.relates(link):
            continue
        name = words.folded(_text(sentence, first, link.i - 1))
        if words.is_organization(name) or words.is_capital(name):
            rest = link.i + 1
            while rest < last and words.ties(sentence.tokens[rest]):
                rest += 1
            known = words.is_organization(words.folded(_text(sentence, rest, last)))
            after = [(rest, last, kind, "names.apart")] if known else []
            return [(first, link.i - 1, kind, "names.apart"), *after]
    return [piece]


def _text(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(t.text for t in sentence.tokens[first : last + 1])


def in_brackets(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """An acronym in brackets after a person is a party or body: « Léa Morvan (LR) »."""
    tokens, mended = sentence.tokens, {piece[0]: piece for piece in pieces}
    for _, last, kind, _ in pieces:
        after = tokens[last + 1 : last + 4]
        bracketed = len(after) == 3 and (after[0].text, after[2].text) == ("(", ")")
        if kind is EntityKind.PERSON and bracketed and words.is_acronym(after[1]):
            place = last + 2
            mended[place] = (place, place, EntityKind.ORGANIZATION, "names.party")
    return [mended[first] for first in sorted(mended)]


def not_things(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« le PIB », « le vaccin DTP »: what an acronym of a thing stands for is no body."""
    return [
        piece
        for piece in pieces
        if piece[0] < piece[1] or not words.is_thing(sentence.tokens[piece[0]])
    ]


def without_labels(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« l'ONG Rives », « le Parti X »: the noun that says what a body is, in capitals of its own
    (an acronym) before a longer name, is no part of it; in « Association des X » it is."""
    return [
        (first + 1, last, kind, "names.label_off")
        if first < last
        and kind is EntityKind.ORGANIZATION
        and words.is_label(sentence.tokens[first])
        and not words.dangles(sentence.tokens[first + 1])
        else (first, last, kind, rule)
        for first, last, kind, rule in pieces
    ]


def named_by_noun(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« l'agence Fars », « le quotidien thaïlandais X », « la société X », « Radio X »: the noun
    beside or at the head of a name tells that it is an organisation's."""
    return [
        (first, last, EntityKind.ORGANIZATION, "names.outlet")
        if kind is not EntityKind.ORGANIZATION and _is_named_by_noun(sentence, first, last, words)
        else (first, last, kind, rule)
        for first, last, kind, rule in pieces
    ]


def _is_named_by_noun(sentence: Sentence, first: int, last: int, words: NameWords) -> bool:
    tokens = sentence.tokens
    if first < last and (words.is_medium(tokens[first]) or words.is_foreign_article(tokens[first])):
        return True
    place = first - 1
    while place > 0 and tokens[place].pos == "ADJ" and tokens[place].text.islower():
        place -= 1
    noun = tokens[place] if place >= 0 else None
    return noun is not None and (words.is_medium(noun) or words.is_firm(noun))


def acronyms(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """Acronyms after an article that the finder passed over: « la dépêche de l'AMP », « la
    CGT-Énergie », but not « le PIB », which is nobody."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    shouted = sum(t.text.isupper() for t in sentence.tokens) * 3 > len(sentence.tokens)
    found = [
        (t.i, t.i, EntityKind.ORGANIZATION, "names.acronym")
        for t in sentence.tokens[1:]
        if t.i not in taken
        and not shouted
        and words.is_body_acronym(t)
        and words.is_singular_article(sentence.tokens[t.i - 1])
    ]
    return sorted([*pieces, *found], key=lambda piece: piece[:2])


def credited(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """« (Photo : DIRPA) », « © Reporters/EPA »: whom a picture is credited to."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    found = []
    for token in sentence.tokens:
        place = token.i + 1
        if not words.credits(token):
            continue
        while place < len(sentence.tokens) and sentence.tokens[place].text == ":":
            place += 1
        last = place - 1
        while last + 1 < len(sentence.tokens) and _is_credited(sentence.tokens[last + 1]):
            last += 1
        run = range(place, last + 1)
        if run and taken.isdisjoint(run):
            person = len(run) > 1 and words.is_given_name(sentence.tokens[place].text)
            kind = EntityKind.PERSON if person else EntityKind.ORGANIZATION
            found.append((place, last, kind, "names.credited"))
    return sorted([*pieces, *found], key=lambda piece: piece[:2])


def _is_credited(token: Token) -> bool:
    return token.text[0].isupper() and len(token.text) > 1


def known_everywhere(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """Bodies known everywhere that the finder passed over (« sur Twitter », « selon l'ONU »)."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    missed = [
        (t.i, t.i, EntityKind.ORGANIZATION, "names.known")
        for t in sentence.tokens
        if t.i not in taken
        and t.text[0].isupper()
        and (len(t.text) > 2 or words.publishes(sentence.tokens[t.i - 1]))
        and words.is_organization(words.folded(t.text))
    ]
    return sorted([*pieces, *missed], key=lambda piece: piece[:2])
