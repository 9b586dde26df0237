"""spaCy's documents to our sentences, by columns: an object per token and attribute would cost
half as much as the models themselves."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from greffier.model.syntax import Morph, Name, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MendLemma = Callable[[str, str, str], str]
"""Form, part of speech and the tables' lemma, to a better lemma."""

Kind = tuple[str, str, str, Morph]
"""Form in lower case, lemma, part of speech and features."""
KEPT_KINDS = 1 << 16
"""Kinds of tokens kept, some 20 MB; all are forgotten when there are more."""


class Converter:
    """Turns parsed documents into sentences; strings and lemmas are looked up once a word."""

    def __init__(self, pipeline: Pipeline, mend: MendLemma | None) -> None:
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, MORPH, ORTH, POS, SENT_START

        self._strings = pipeline.vocab.strings
        self._lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        index = self._lemmatizer.lookups.get_table("lemma_index")
        for part in list(index):
            index[part] = frozenset(index[part])  # a list of 66,191 nouns is slow to search
        self._mend = mend
        self._columns = [ORTH, POS, DEP, MORPH, IDX, LENGTH, HEAD, SENT_START, IS_SPACE]
        self._kinds: dict[tuple[int, int, int], Kind] = {}
        self._relations: dict[int, str] = {}

    def sentences(self, doc: Doc, block: int, shift: int, text: str) -> list[Sentence]:
        """The sentences of a block's parse; `shift` is the block's start in `text`."""
        table = doc.to_array(self._columns)
        hashes = table[:, :4].tolist()
        rows = table[:, 4:].astype("int64").tolist()
        starts = [i for i, row in enumerate(rows) if row[3] == 1 or i == 0]
        ends = [*starts[1:], len(rows)]
        names = [(e.start, e.end - 1, e.label_) for e in doc.ents]
        found = []
        for first, last in zip(starts, ends, strict=True):
            words = [i for i in range(first, last) if not rows[i][4]]
            if not words:
                continue
            place = {i: position for position, i in enumerate(words)}
            tokens = tuple(
                self._token(doc, i, rows[i], hashes[i], place, shift, text) for i in words
            )
            spans = tuple(
                Name(place[a], place[b], label)
                for a, b, label in names
                if first <= a and b < last and a in place and b in place
            )
            found.append(Sentence(block, tokens, spans))
        return found

    def _token(  # noqa: PLR0913 - one row of a table, with what its columns count from
        self,
        doc: Doc,
        i: int,
        row: list[int],
        hashes: list[int],
        place: dict[int, int],
        shift: int,
        text: str,
    ) -> Token:
        orth, pos, dep, morph = hashes
        start = shift + row[0]
        end = start + row[1]
        position = place[i]
        norm, lemma, part, features = self._kinds.get(key := (orth, pos, morph)) or self._kind(
            key, doc[i]
        )
        return Token(
            position,
            start,
            end,
            text[start:end],
            norm,
            lemma,
            part,
            self._relation(dep),
            place.get(i + row[2], position),
            features,
        )

    def _relation(self, key: int) -> str:
        known = self._relations.get(key)
        if known is None:
            known = self._relations[key] = self._strings[key] if key else ""
        return known

    def _kind(self, key: tuple[int, int, int], token: Any) -> Kind:
        """What all tokens of one form, part of speech and features share."""
        norm, part = token.lower_, token.pos_
        lemma = self._lemmatizer.rule_lemmatize(token)[0]
        if self._mend:
            lemma = self._mend(norm, part, lemma)
        if len(self._kinds) >= KEPT_KINDS:
            self._kinds.clear()
            self._lemmatizer.cache.clear()
        kind = norm, lemma, part, _morph(str(token.morph))
        self._kinds[key] = kind
        return kind


@functools.cache
def _morph(features: str) -> Morph:
    """`Gender=Masc|Number=Sing` as a value."""
    told = dict(pair.split("=", 1) for pair in features.split("|") if "=" in pair)
    return Morph(
        gender=told.get("Gender", ""),
        number=told.get("Number", ""),
        person=told.get("Person", ""),
        mood=told.get("Mood", ""),
        tense=told.get("Tense", ""),
        form=told.get("VerbForm", ""),
        voice=told.get("Voice", ""),
    )
