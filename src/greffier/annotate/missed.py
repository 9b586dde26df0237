"""Names that the trained finder passed over, told by the words around them or by the article.

The finder knows the words of the press it was trained on; a civility, the noun « ville » or the
same name found elsewhere in the article tell a name that it never saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.model.annotations import EntityKind
from greffier.model.language import NameWords
from greffier.model.syntax import Sentence, Token

Piece = tuple[int, int, EntityKind, str]
"""First and last token of a name, its kind, and the rule that decided."""

LONGEST_REGION = 6
"""Tokens: « Territoire de la capitale australienne » has five."""
SHORTEST_AGAIN = 4
"""Letters: shorter names are too often other words."""

Known = dict[str, list[tuple[int, str, EntityKind]]]
"""First word of each name that an article has, to its length in tokens, form and kind."""


def missed(sentence: Sentence, pieces: list[Piece], words: NameWords) -> list[Piece]:
    """The pieces with the names that the words before them, or the gazetteer, tell."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    found = []
    for token in sentence.tokens:
        if token.i in taken or not _in_capitals(token) or _of_occasion(sentence, token, words):
            continue
        for tell in (_after_civility, _of_locality, _in_gazetteer):
            piece = tell(sentence, token, taken, words)
            if piece is not None:
                found.append(piece)
                taken.update(range(piece[0], piece[1] + 1))
                break
    return sorted([*pieces, *found], key=lambda piece: piece[:2])


def _in_capitals(token: Token) -> bool:
    """A capital at the head of the word, or after the article of « al-Qaïm »."""
    text = token.text
    return text[0].isupper() or (
        "-" in text and any(part[:1].isupper() for part in text.split("-")[1:])
    )


def _of_occasion(sentence: Sentence, token: Token, words: NameWords) -> bool:
    """« le festival d'Avignon », « l'affaire Kervoal »: the name is the occasion's."""
    return _after(sentence, token.i, words.is_occasion, words)


def _after_civility(
    sentence: Sentence, token: Token, taken: set[int], words: NameWords
) -> Piece | None:
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is None or not words.is_civility(before) or words.is_title(token):
        return None
    if before.i > 1 and sentence.tokens[before.i - 1].text[0].isupper():
        return None  # a title of capitals: « Capitaine Me Voilà »
    named = token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "X", "ADJ")
    return (token.i, token.i, EntityKind.PERSON, "names.civility") if named else None


def _of_locality(
    sentence: Sentence, token: Token, taken: set[int], words: NameWords
) -> Piece | None:
    """« le palais Al-Alam », « le poste-frontière d'al-Qaïm »."""
    if token.text.isupper() or token.pos not in ("PROPN", "X") or words.is_title(token):
        return None
    if not after_locality(sentence, token.i, words):
        return None
    last = token.i
    for following in sentence.tokens[token.i + 1 :]:
        if following.pos not in ("PROPN", "X") or not following.text[0].isupper():
            break
        if following.i in taken:
            break
        last = following.i
    return (token.i, last, EntityKind.PLACE, "names.locality")


def after_locality(sentence: Sentence, first: int, words: NameWords) -> bool:
    """Whether the noun right before a name, or before its preposition, is a place's."""
    return _after(sentence, first, words.is_locality, words)


def _after(
    sentence: Sentence, first: int, is_such: Callable[[Token], bool], words: NameWords
) -> bool:
    place = first - 1
    while place > max(0, first - 3) and words.ties(sentence.tokens[place]):
        place -= 1
    return place >= 0 and is_such(sentence.tokens[place])


def _in_gazetteer(
    sentence: Sentence, token: Token, taken: set[int], words: NameWords
) -> Piece | None:
    """A region or country after an article or preposition, a sizable town after a preposition."""
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is None or before.pos not in ("ADP", "DET") or not token.text[0].isupper():
        return None
    if before.i and before.text[0].isupper():
        return None  # a title: « Le Tigre aime… »
    last = longest_region(sentence, token.i, token.i, words)
    if last is not None and last + 1 in taken and words.is_demonym(token.text):
        return None  # « l'Argentine Solène Kervoal » is somebody's
    if last is not None and taken.isdisjoint(range(token.i, last + 1)):
        return (token.i, last, EntityKind.PLACE, "names.gazetteer")
    placed = words.is_locative(before) or words.is_contracted(before)
    if token.pos != "PROPN" or token.text.isupper() or not placed:
        return None
    return (
        None
        if not _is_town(before, token, words)
        else (token.i, token.i, EntityKind.PLACE, "names.gazetteer")
    )


def _is_town(before: Token, token: Token, words: NameWords) -> bool:
    """« à Kermor »; « du Mans », « au Havre », whose article goes into the preposition."""
    if words.is_contracted(before):
        return words.is_town(words.folded(f"le {token.text}"))
    return words.is_town(words.folded(token.text))


def longest_region(sentence: Sentence, first: int, last: int, words: NameWords) -> int | None:
    """The last token of the longest region's name that starts at `first` and holds `last`."""
    end = last + 1
    while end < min(len(sentence.tokens), first + LONGEST_REGION) and _is_word(
        sentence.tokens[end]
    ):
        end += 1
    for stop in range(end - 1, last - 1, -1):
        text = " ".join(t.text for t in sentence.tokens[first : stop + 1])
        if words.is_region(words.folded(text)):
            return stop
    return None


def _is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def known(forms: Iterator[tuple[str, EntityKind]]) -> Known:
    """The names of an article, to be looked for where the finder passed over them."""
    found: Known = {}
    for form, kind in _with_surnames(forms):
        first, *rest = form.split() or [""]
        entry = (len(rest) + 1, form, kind)
        if (rest or len(first) >= SHORTEST_AGAIN) and entry not in found.setdefault(first, []):
            found[first].append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (-entry[0], entry[1]))
    return found


def _with_surnames(forms: Iterator[tuple[str, EntityKind]]) -> Iterator[tuple[str, EntityKind]]:
    """The forms, and the surnames that one person only of those named in full bears."""
    bearers: dict[str, set[str]] = {}
    for form, kind in forms:
        yield form, kind
        *given, surname = form.split() or [""]
        if given and kind is EntityKind.PERSON:
            bearers.setdefault(surname, set()).add(form)
    for surname, full in bearers.items():
        if len(full) == 1:
            yield surname, EntityKind.PERSON


def again(
    sentence: Sentence, pieces: list[Piece], names: Known, words: NameWords
) -> Iterator[Piece]:
    """Other occurrences of the article's names, where no name was found."""
    taken = {i for first, last, _, _ in pieces for i in range(first, last + 1)}
    for token in sentence.tokens:
        if token.i in taken or not _in_capitals(token) or _of_occasion(sentence, token, words):
            continue
        if token.pos != "PROPN" and (token.i == 0 or token.pos not in ("NOUN", "X", "ADJ")):
            continue
        if words.is_demonym(token.text) or _after(sentence, token.i, words.is_office, words):
            continue
        first = words.folded(token.text).partition(" ")[0]
        for length, form, kind in names.get(first, ()):
            last = _ending(sentence, token.i, length, form, words)
            if last is not None and taken.isdisjoint(range(token.i, last + 1)):
                taken.update(range(token.i, last + 1))
                yield (token.i, last, kind, "names.again")
                break


def _ending(sentence: Sentence, first: int, length: int, form: str, words: NameWords) -> int | None:
    """The last token of a form that starts here; hyphens make one token of several words."""
    for stop in range(first, min(len(sentence.tokens), first + length)):
        text = " ".join(t.text for t in sentence.tokens[first : stop + 1])
        if words.folded(text) == form and sentence.tokens[stop].text[-1].isalnum():
            return stop
    return None
