"""The lexicon of what tells an event: frames, one file a PLOVER type.

A frame gives words that tell the same kind of event in the same syntax, what must stand around
them, and where each one's part is found. Its `yes` and `no` are its examples: tests read both.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from greffier.lang import lexicon
from greffier.lang.fr.events import phrases
from greffier.lang.fr.events.around import Around, classes, in_class
from greffier.lang.fr.events.phrases import Entry
from greffier.lang.fr.events.syntax import PACKAGE
from greffier.lang.fr.events.tenses import is_conditional, is_future
from greffier.lang.lexicon import LexiconError
from greffier.model.syntax import Token

FILES = (
    *("accuse", "agree", "aid", "assault", "coerce", "concede", "consult", "cooperate", "mobilize"),
    *("nothing", "protest", "reject", "request", "retreat", "sanction", "support", "threaten"),
)
NOTHING = "nothing"
"""The file of frames that tell no event, before whose words no other frame is looked at."""
KINDS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
NEEDS = frozenset({"", "actor", "recipient", "anyone", "both"})
SLOTS = frozenset({"subject", "object", "dative", "owner", ""})
COMPUTED = frozenset({"someone", "place", "thing", "act"})
VISIBLE = ("object", "dative")
CLAUSES = frozenset({"infinitive", "que"})
DUTY = "devoir"
WEIGHTS = {
    "governs": 9,
    "governs_future": 9,
    "obliges": 9,
    "object_not": 1,
    "subject_not": 1,
    "without": 1,
}
COMMON = 3
"""How much a condition tells of its frame: what is there tells more than what is not."""
WORDS = frozenset({*KINDS, "phrases"})
CONDITIONS = frozenset(
    {"object", "object_not", "subject", "subject_not", "with", "also", "without", "under"}
    | {"governs", "governs_future", "obliges"}
)
OTHERS = frozenset({"mode", "actor", "recipient", "needs", "result", "yes", "no"})


@dataclass(frozen=True, slots=True)
class Frame:
    """How a kind of event is told. `type` is null for what tells none."""

    type: str | None
    mode: str | None
    entries: tuple[Entry, ...]
    actor: tuple[tuple[str, ...], tuple[str, ...]]  # of its verbs, of its nouns
    recipient: tuple[tuple[str, ...], tuple[str, ...]]
    needs: str
    result: bool  # tells what an event brought about
    conditions: tuple[tuple[str, tuple[str, ...]], ...]
    yes: str
    no: str

    def holds(self, around: Around) -> bool:
        """Whether what stands around a word is what the frame asks for."""
        return all(_HOLDS[name](around, wanted) for name, wanted in self.conditions)


Rank = tuple[int, bool, int, int]


class Candidate(NamedTuple):
    """A frame that a word may open; the lowest rank is tried first."""

    rank: Rank
    entry: Entry
    frame: Frame


@functools.cache
def frames() -> tuple[Frame, ...]:
    """Every frame of the lexicon, in the order of its files; LexiconError when one is amiss."""
    return tuple(frame for name in FILES for frame in _file(name))


@functools.cache
def by_word() -> dict[tuple[str, str], tuple[Candidate, ...]]:
    """Entries by their head, with their frames: longest phrase first, then what has conditions."""
    found: dict[tuple[str, str], list[Candidate]] = {}
    for number, frame in enumerate(frames()):
        for entry in frame.entries:
            candidate = Candidate(_rank(entry, frame, number), entry, frame)
            found.setdefault((entry.kind, entry.key), []).append(candidate)
    return {key: tuple(sorted(known, key=lambda c: c.rank)) for key, known in found.items()}


def _rank(entry: Entry, frame: Frame, number: int) -> Rank:
    told = frame.type is not None
    asked = sum(WEIGHTS.get(name, COMMON) for name, _ in frame.conditions)
    return -len(entry.parts) - bool(entry.before), told, -asked, number


def _file(name: str) -> Iterator[Frame]:
    table = lexicon.load(PACKAGE, f"lexicon/{name}.toml")
    kind = None if name == NOTHING else name.upper()
    for number, written in enumerate(table.get("frame", ()), start=1):
        where = f"{name}.toml, frame {number}"
        unknown = set(written) - WORDS - CONDITIONS - OTHERS
        if unknown:
            raise LexiconError(f"{where}: unknown {', '.join(sorted(unknown))}")
        yield _frame(kind, written, table, where)


def _frame(kind: str | None, written: dict[str, Any], table: dict[str, Any], where: str) -> Frame:
    if not written.get("yes") or not written.get("no"):
        raise LexiconError(f"{where}: an example and a counter-example are needed")
    needs = written.get("needs", "")
    if needs not in NEEDS:
        raise LexiconError(f"{where}: needs {needs!r}")
    return Frame(
        kind,
        written.get("mode"),
        tuple(_entries(written, where)),
        (
            _slots("actor", "verb", written, table, where),
            _slots("actor", "noun", written, table, where),
        ),
        (
            _slots("recipient", "verb", written, table, where),
            _slots("recipient", "noun", written, table, where),
        ),
        needs,
        written.get("result", False),
        tuple((n, _checked(n, written[n], where)) for n in sorted(CONDITIONS) if n in written),
        written["yes"],
        written["no"],
    )


def _entries(written: dict[str, Any], where: str) -> Iterator[Entry]:
    for key, kind in (*KINDS.items(), ("phrases", "verb")):
        if key in written:
            for word in sorted(lexicon.words(written, key, where)):
                yield phrases.entry(kind, word)


def _slots(
    part: str, pos: str, written: dict[str, Any], table: dict[str, Any], where: str
) -> tuple[str, ...]:
    """Where a part is looked for: as the frame says, else as the file does for verbs or nouns."""
    found = written.get(part, table.get(pos, {}).get(part, []))
    unknown = [slot for slot in found if slot not in SLOTS and not slot.isalpha()]
    if unknown:
        raise LexiconError(f"{where}: {part} {', '.join(unknown)}")
    return tuple(found)


def _checked(name: str, wanted: list[str], where: str) -> tuple[str, ...]:
    """The values of a condition, each naming classes of words that there are."""
    for value in wanted:
        *cases, last = value.split()
        plain = value in VISIBLE or last in CLAUSES or (not cases and last.isalpha())
        known = last in classes() or last in COMPUTED
        if name in ("with", "also", "without"):
            good = known if cases and last not in CLAUSES else plain
        else:
            good = known and not cases
        if not good:
            raise LexiconError(f"{where}: {name} {value!r}")
    return tuple(wanted)


def _any_in(around: Around, group: str, wanted: tuple[str, ...]) -> bool:
    return any(
        in_class(around.sentence, token, name)
        for token in getattr(around, group)
        for name in wanted
    )


def _with(around: Around, wanted: tuple[str, ...]) -> bool:
    """Whether one of the complements is there: « que », « à infinitive », « à place »."""
    return any(_complement(around, value) for value in wanted)


def _complement(around: Around, value: str) -> bool:
    if value in VISIBLE:
        return bool(around.objects if value == "object" else around.datives)
    case, _, name = value.partition(" ")
    if value in CLAUSES or name in CLAUSES:
        return value in around.clauses
    found = [token for told, token in around.obliques if told == case]
    return any(not name or in_class(around.sentence, token, name) for token in found)


def _under(around: Around, wanted: tuple[str, ...]) -> bool:
    """Whether a noun is the object, complement or subject of such a verb."""
    head = around.sentence.head(around.token)
    below = [t for t in around.sentence.children(around.token, "acl") if t.i > around.token.i]
    return any(in_class(around.sentence, verb, name) for verb in (head, *below) for name in wanted)


def _governs(around: Around, wanted: tuple[str, ...]) -> bool:
    """Whether it governs such a verb: « accepte de libérer X »."""
    return any(in_class(around.sentence, verb, n) for verb in around.governed for n in wanted)


def _governs_future(around: Around, wanted: tuple[str, ...]) -> bool:
    """« annonce qu'il boycottera », « qu'il boycotterait »."""
    ahead = [v for v in around.governed if _is_ahead(around, v)]
    return any(in_class(around.sentence, verb, n) for verb in ahead for n in wanted)


def _is_ahead(around: Around, verb: Token) -> bool:
    """« partira », « serait réparé »."""
    first = next(iter(around.sentence.children(verb, "aux", "cop")), verb)
    return is_future(first) or is_conditional(first)


def _obliges(around: Around, wanted: tuple[str, ...]) -> bool:
    """« déclare que X doit partir »: who has a duty is one of these."""
    return any(
        in_class(around.sentence, who, name)
        for verb in around.governed
        if verb.lemma == DUTY
        for who in Around(around.sentence, verb).subjects
        for name in wanted
    )


_HOLDS = {
    "object": lambda around, wanted: _any_in(around, "objects", wanted),
    "object_not": lambda around, wanted: not _any_in(around, "objects", wanted),
    "subject": lambda around, wanted: _any_in(around, "subjects", wanted),
    "subject_not": lambda around, wanted: not _any_in(around, "subjects", wanted),
    "with": _with,
    "also": _with,
    "without": lambda around, wanted: not _with(around, wanted),
    "under": _under,
    "governs": _governs,
    "governs_future": _governs_future,
    "obliges": _obliges,
}
"""What each condition of a frame asks of what stands around the word."""
