"""A record as Python sees it: the same questions as everywhere else, answered one by one.

with greffier.open_record("affaires.record") as record:
    for event in record.timeline(who="Ali Soilihi", since="2021-01-01"):
        print(event.first, event.label, event.attestations[0].passages[0].text)
    frame = record.quotes(speaker="Ali Soilihi").to_pandas()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from greffier import views
from greffier.exports.rows import row
from greffier.model.questions import MOST, SINGLE, Filter, Page, Slice
from greffier.model.reading import Reading
from greffier.model.record import Judgement, Link, Verdict
from greffier.recording import Added, explain, judge
from greffier.store import Order, Store, open_store
from greffier.views.articles import ArticleView
from greffier.views.entries import EntryView
from greffier.views.overview import Status
from greffier.views.reviews import Candidate
from greffier.views.shown import ArticleRef, DisagreementView, EventView, Reported
from greffier.views.stories import StoryRow, StoryView

if TYPE_CHECKING:
    import pandas
    import polars

Item = TypeVar("Item")


class Answers(Generic[Item]):
    """All the answers to a question, fetched a page at a time as they are gone through."""

    def __init__(self, ask: Callable[[Slice], Page[Item]]) -> None:
        self._ask = ask

    def __iter__(self) -> Iterator[Item]:
        part: Slice | None = Slice(MOST)
        while part:
            page = self._ask(part)
            yield from page.items
            part = page.next

    def __len__(self) -> int:
        return self._ask(Slice(0)).total

    def page(self, limit: int = 50, offset: int = 0) -> Page[Item]:
        """A part of them."""
        return self._ask(Slice(limit, offset))

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each answer as one flat row (docs/reference/record.md)."""
        return map(row, self)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas table, one row an answer; needs `pip install 'greffier[pandas]'`."""
        import pandas

        return pandas.DataFrame(list(self.rows()))

    def to_polars(self) -> polars.DataFrame:
        """A Polars table, one row an answer; needs `pip install 'greffier[polars]'`."""
        import polars

        return polars.DataFrame(list(self.rows()), infer_schema_length=None)


class Record:
    """An open record. Filters are those of `Filter`: strings or lists of strings; entries are
    given by id or by name (of several with one name, the one attested most often)."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def add(self, readings: Iterable[Reading]) -> dict[Added, int]:
        """Put readings into the record; how many were new, the same, read again, copies."""
        from greffier import pipeline

        counts = dict.fromkeys(Added, 0)
        for _, became in pipeline.add(self.store, readings):
            counts[became] += 1
        return counts

    def status(self) -> Status:
        return views.status(self.store)

    def reading(self, document: str) -> Reading | None:
        """The reading of an article, as it was kept."""
        return views.reading(self.store, document)

    def article(self, document: str) -> ArticleView | None:
        return views.article(self.store, document)

    def entry(self, id_or_name: str) -> EntryView | None:
        """A person, organisation, place, country or group with all that is told of it."""
        row = views.named(self.store, id_or_name)
        return views.entry(self.store, row.id) if row else None

    def event(self, id: str) -> EventView | None:
        return views.event(self.store, id)

    def story(self, id: str) -> StoryView | None:
        return views.story(self.store, id)

    def entries(self, **asked: Any) -> Answers[views.EntryRow]:
        """People, organisations, places… that fit, the most attested first."""
        told = self._filter(asked)
        return Answers(lambda part: views.entries(self.store, told, part))

    def articles(self, **asked: Any) -> Answers[ArticleRef]:
        told = self._filter(asked)
        return Answers(lambda part: views.articles(self.store, told, part))

    def timeline(self, order: Order = Order.DAY, **asked: Any) -> Answers[Reported]:
        """Events that fit, by day."""
        told = self._filter(asked)
        return Answers(lambda part: views.timeline(self.store, told, part, order))

    def quotes(self, order: Order = Order.NEWEST, **asked: Any) -> Answers[Reported]:
        """Statements that fit, the newest first."""
        told = self._filter(asked)
        return Answers(lambda part: views.quotes(self.store, told, part, order))

    def figures(self, **asked: Any) -> Answers[Reported]:
        told = self._filter(asked)
        return Answers(lambda part: views.figures(self.store, told, part))

    def stories(self, **asked: Any) -> Answers[StoryRow]:
        told = self._filter(asked)
        return Answers(lambda part: views.stories(self.store, told, part))

    def disagreements(self, **asked: Any) -> Answers[DisagreementView]:
        told = self._filter(asked)
        return Answers(lambda part: views.disagreements(self.store, told, part))

    def candidates(self) -> Answers[Candidate]:
        """Pairs for a person to judge."""
        return Answers(lambda part: views.candidates(self.store, (), part))

    def search(self, words: str, **asked: Any) -> views.Found:
        """Articles with all the words and each "exact phrase"."""
        return views.search(self.store, words, self._filter(asked))

    def same(self, one: str, other: str, author: str, reason: str = "") -> Judgement:
        """Say that two things (ids of entries or nodes) are one."""
        return judge(self.store, one, other, Verdict.SAME, author, reason)

    def differ(self, one: str, other: str, author: str, reason: str = "") -> Judgement:
        """Say that two things are two."""
        return judge(self.store, one, other, Verdict.DIFFERENT, author, reason)

    def why(self, one: str, other: str) -> tuple[Link, ...] | None:
        """The judgements by which two ids are one thing; null where they are two."""
        return explain(self.store, one, other)

    def _filter(self, asked: dict[str, Any]) -> Filter:
        told: dict[str, Any] = {
            name: value if name in SINGLE or not isinstance(value, str) else (value,)
            for name, value in asked.items()
        }
        return views.by_name(self.store, Filter(**told))


def open_record(path_or_url: str | PathLike[str], *, create: bool = True) -> Record:
    """The record in a file, or in a PostgreSQL database by URL. Raises `StoreError`."""
    return Record(open_store(str(path_or_url), create=create))
