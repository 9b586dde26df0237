"""Which entity a passage or a token stands for."""

from __future__ import annotations

from collections import defaultdict

from greffier.model.annotations import Entity, EntityKind, MentionKind
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

NAME_LINKS = ("flat", "appos", "flat:name", "compound")
"""Relations by which a common noun carries the name of the one it describes."""


class Owners:
    """The entities of a reading, found by position. Built once by each stage that needs it."""

    def __init__(self, reading: Reading) -> None:
        self._at: defaultdict[int, list[tuple[int, Span, Entity]]] = defaultdict(list)
        entries = [
            (span.end - span.start, span, entity)
            for entity in reading.entities
            for span in (m.span for m in entity.mentions)
        ]
        entries.sort(key=lambda entry: (-entry[0], entry[1], entry[2].id))
        for entry in entries:
            for offset in range(entry[1].start, entry[1].end):
                self._at[offset].append(entry)
        self._offices = {
            offset: entity
            for entity in reading.entities
            for role in entity.roles
            for offset in range(role.start, role.end)
        }

    def in_office(self, offset: int) -> bool:
        """Whether a passage that tells somebody's office holds an offset."""
        return offset in self._offices

    def covering(self, span: Span) -> Entity | None:
        """The entity of the longest mention that holds the whole span."""
        for _, held, entity in self._at.get(span.start, ()):
            if held.contains(span):
                return entity
        return None

    def inside(self, span: Span) -> list[Entity]:
        """The entities mentioned within a span, in order of the text, each once; a mention
        inside a longer one that also fits does not count."""
        found: dict[str, Entity] = {}
        offset = span.start
        while offset < span.end:
            fitting = [e for e in self._at.get(offset, ()) if span.contains(e[1])]
            if fitting and fitting[0][1].start == offset:
                found.setdefault(fitting[0][2].id, fitting[0][2])
                offset = fitting[0][1].end
            else:
                offset += 1
        return list(found.values())

    def of(self, sentence: Sentence, token: Token) -> Entity | None:
        """The entity that a noun phrase stands for, given its head: a mention that holds the
        head, else a name in apposition to it (« le général Bagheri »), else the holder of the
        office that it tells."""
        covering = self.covering(token.span)
        if covering is not None:
            return covering
        for child in sentence.children(token, *NAME_LINKS):
            named = self.covering(child.span)
            if named is not None and any(
                m.kind is MentionKind.NAME and m.span.contains(child.span) for m in named.mentions
            ):
                return named
        return self._labelled(sentence, token) or self._offices.get(token.start)

    def _begins(self, entity: Entity, offset: int) -> bool:
        """Whether a person's name begins there, with a particle: « Mme von Thal »."""
        return entity.kind is EntityKind.PERSON and any(
            m.start == offset and m.kind is MentionKind.NAME for m in entity.mentions
        )

    def _labelled(self, sentence: Sentence, token: Token) -> Entity | None:
        """The bearer of the name right after a noun: « son frère R. », « la chaîne russe T. »."""
        if token.pos != "NOUN":
            return None
        for following in sentence.tokens[token.i + 1 : token.i + 3]:
            named = self.covering(following.span)
            if named is not None and (
                following.text[0].isupper() or self._begins(named, following.start)
            ):
                return named if named.kind is not EntityKind.PLACE else None
            if following.pos != "ADJ":
                return None
        return None
