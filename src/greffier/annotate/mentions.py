"""Passages that refer to somebody or something: names, nominals, pronouns."""

from __future__ import annotations

from greffier.model.annotations import EntityKind, Mention, MentionKind
from greffier.model.language import Language
from greffier.model.reading import Reading

KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "LOC": EntityKind.PLACE,
}


def find(reading: Reading, language: Language) -> Reading:
    from dataclasses import replace

    found = []
    for sentence in reading.sentences:
        for name in sentence.names:
            if name.label in KINDS:
                a, b = sentence.tokens[name.first].start, sentence.tokens[name.last].end
                found.append(Mention(a, b, MentionKind.NAME, KINDS[name.label], "names.model"))
    return replace(reading, mentions=tuple(found))
