"""A dossier on whatever is asked for (a person, a story, a period): what was done, said and
counted, what articles disagree on, and the numbered passages that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from greffier.exports.proof import credit
from greffier.views import Contents
from greffier.views.shown import Attestation, DisagreementView, Reported


@dataclass(frozen=True, slots=True)
class Line:
    """Something told, and the numbers of its proofs."""

    text: str
    proofs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A numbered passage: the sentence, where it stands, and the address of the article."""

    number: int
    passage: str
    credit: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    title: str
    sections: tuple[Section, ...]
    proofs: tuple[Proof, ...]


@dataclass(slots=True)
class _Numbers:
    """Gives each passage its number, the same one when it is told twice."""

    proofs: dict[tuple[str, int, int], Proof] = field(default_factory=dict)

    def of(self, told: Sequence[Attestation]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._number(one) for one in told if not one.copied))

    def _number(self, one: Attestation) -> int:
        passage = one.passages[0]
        start = passage.context_start
        key = passage.document, start, start + len(passage.context)
        if key not in self.proofs:
            uri = one.article.uri
            self.proofs[key] = Proof(
                len(self.proofs) + 1,
                " ".join(passage.context.split()),
                credit(one.article),
                uri if uri.startswith(("http://", "https://")) else None,
            )
        return self.proofs[key].number


def dossier(contents: Contents) -> Dossier:
    """The dossier of what the contents' filter asks for; it is held in memory."""
    numbers = _Numbers()
    told = (
        Section("Qui", tuple(_who(contents))),
        Section("Chronologie", tuple(_line(one, numbers) for one in contents.events())),
        Section("Propos", tuple(_said(one, numbers) for one in contents.statements())),
        Section("Chiffres", tuple(_line(one, numbers) for one in contents.figures())),
        Section(
            "Désaccords", tuple(_disagreement(one, numbers) for one in contents.disagreements())
        ),
    )
    sections = tuple(section for section in told if section.lines)
    return Dossier(_title(contents), sections, tuple(numbers.proofs.values()))


def _title(contents: Contents) -> str:
    """Who, which story and which days are asked for."""
    asked = contents.asked
    ids = (*asked.who, *asked.speaker, *asked.about, *asked.place)
    found = [known.entry.label for id in ids if (known := contents.described(id))]
    if asked.story:
        found += [one.story.label for one in contents.stories() if one.story.id in asked.story]
    if asked.since or asked.until:
        found.append(f"{asked.since or '…'} – {asked.until or '…'}")
    return ", ".join(found) or "Dossier"


def _who(contents: Contents) -> Iterator[Line]:
    """Those asked for, with the offices that articles give them."""
    for id in contents.asked.who:
        known = contents.described(id)
        for office in known.offices if known else ():
            days = f"{office.first or '?'} – {office.last or '?'}"
            name = ", ".join(part for part in (office.function, office.of) if part)
            yield Line(f"{name} ({days})")


def _line(one: Reported, numbers: _Numbers) -> Line:
    day = one.first or one.published or "?"
    if one.last and one.last != one.first and one.first:
        day = f"{day} – {one.last}"
    status = f" [{one.status}]" if one.status and one.status != "occurred" else ""
    return Line(f"{day}: {one.label}{status}", numbers.of(one.attestations))


def _said(one: Reported, numbers: _Numbers) -> Line:
    who = [part.entry.label if part.entry else part.name for part in one.played("speaker")]
    words = " ".join(one.attestations[0].passages[0].text.split())
    return Line(
        f"{one.published or '?'}: {', '.join(who[:1]) or '?'}: « {words} »",
        numbers.of(one.attestations),
    )


def _disagreement(one: DisagreementView, numbers: _Numbers) -> Line:
    sides = (f"{side.value} {_marks(numbers.of(side.attestations))}".strip() for side in one.sides)
    return Line(f"{one.entry.label} ({one.kind}): {' / '.join(sides)}")


def _marks(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)
