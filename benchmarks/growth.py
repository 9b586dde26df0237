"""What adding one article costs, as a record grows.

    python -m benchmarks.growth [SIZE…]

Fills a record (a file in a temporary folder) with made-up readings, and at each size prints the
median processor time of adding one more, and the size of the file. Some names are in every third
article, as in the press; stories hold some five articles of one week; days are spread over years.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from greffier import pipeline
from greffier.model.annotations import (
    Comparison,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Figure,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Role,
)
from greffier.model.ids import document_id, sha256
from greffier.model.reading import Reading
from greffier.model.text import Block, BlockKind, Document, Span
from greffier.store import open_store

SIZES = (1_000, 10_000)
MEASURED = 40
PER_STORY = 5
EVER = date(2015, 1, 1)
GIVEN = ("Anne", "Boubacar", "Claire", "Driss", "Elsa", "Farid", "Gaëlle", "Hamid", "Inès", "Jules")
BEGIN = ("Bar", "Cor", "Del", "Fal", "Gor", "Hel", "Kor", "Lam", "Mor", "Nal", "Por", "Ral", "Zan")
END = ("adi", "ane", "elle", "enko", "ier", "ibe", "ogne", "onde", "oumi", "urat", "uvel", "yre")
DEEDS = ("CONSULT", "ACCUSE", "SUPPORT", "REQUEST", "ASSAULT", "AID")
OFFICES = ("ministre", "maire", "ambassadeur", "président", "porte-parole")
COUNTRIES = ("FRA", "MLI", "TUN", "CAN", "BEL", "SEN")


def readings() -> Iterator[Reading]:
    """Made-up readings without end, always the same."""
    for number in itertools.count():
        yield reading(number)


def reading(number: int) -> Reading:
    """One made-up reading."""
    story, own = random.Random(number // PER_STORY), random.Random(-number - 1)
    day = EVER + timedelta(days=story.randrange(3650) + own.randrange(4))
    lead, other, place = _name(story), _name(story), _surname(story)
    known = _name(random.Random(story.randrange(20)))  # one of a few that are always in the news
    people = [lead, other, known] if own.random() < 0.33 else [lead, other]
    deed, toll = story.choice(DEEDS), story.randrange(2, 400) + own.randrange(2)
    made = _Text()
    made.line(f"{deed.title()} à {place}, nouvelle {number}")
    entities = [
        made.entity(i, EntityKind.PERSON, name, story.choice(COUNTRIES), story.choice(OFFICES))
        for i, name in enumerate(people)
    ]
    entities.append(made.entity(len(people), EntityKind.PLACE, place, story.choice(COUNTRIES)))
    trigger = made.line(f"{lead} et {other} à {place}")
    words = made.line(" ".join(_surname(story) for _ in range(12)))
    counted = made.line(f"{toll} {story.choice(('blessés', 'morts', 'tonnes'))}")
    occurred, where = EventStatus.OCCURRED, entities[-1].id
    return Reading(
        made.document(f"made:{number}", f"Journal {own.randrange(40)}", day.isoformat()),
        entities=tuple(entities),
        events=(
            Event(
                *(deed, None, (trigger,), ("e0",), ("e1",), where, day.isoformat()),
                *(occurred, None, 0.8, "made"),
            ),
        ),
        quotations=(Quotation(*words, QuotationKind.DIRECT, "made", speaker="e0"),),
        figures=(Figure(*counted, float(toll), Comparison.EXACT, "blessés", "made"),),
    )


def _surname(chance: random.Random) -> str:
    return chance.choice(BEGIN) + chance.choice(END) + chance.choice(("", "", "s", "x", "o", "a"))


def _name(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {_surname(chance)}"


class _Text:
    """A text that grows line by line."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []

    def line(self, told: str) -> Span:
        start = len(self.text)
        kind = BlockKind.PARAGRAPH if self.blocks else BlockKind.TITLE
        self.blocks.append(Block(start, start + len(told), kind, "made"))
        self.text += told + "\n\n"
        return Span(start, start + len(told))

    def entity(
        self, number: int, kind: EntityKind, name: str, country: str, office: str | None = None
    ) -> Entity:
        span = self.line(name)
        mention = Mention(*span, MentionKind.NAME, kind, "made")
        roles = (Role(office, None, country, *span, "made"),) if office else ()
        return Entity(f"e{number}", kind, name, country, (mention,), roles)

    def document(self, uri: str, outlet: str, published: str) -> Document:
        return Document(
            id=document_id(self.text),
            uri=uri,
            text=self.text,
            sha256=sha256(self.text.encode()),
            blocks=tuple(self.blocks),
            outlet=outlet,
            published=published,
        )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="cost of adding one article")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    sizes = sorted(parser.parse_args(arguments).sizes)
    made = readings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growth.record"
        store, held = open_store(path), 0
        for size in sizes:
            for _ in pipeline.add(store, itertools.islice(made, size - held)):
                pass
            times = []
            for one in itertools.islice(made, MEASURED):
                start = time.process_time()
                list(pipeline.add(store, [one]))
                times.append(time.process_time() - start)
            held = size + MEASURED
            worst = sorted(times)[int(0.95 * MEASURED)]
            mega = path.stat().st_size / 1e6
            print(
                f"{size:>8} articles: {statistics.median(times) * 1e3:7.1f} ms for one more"
                f" (p95 {worst * 1e3:.1f} ms), {mega:.1f} MB",
                flush=True,
            )
        store.close()


if __name__ == "__main__":
    main()
