"""`/api/v1`: lists are pages (`limit`, `offset`, `total`), things are found by id, ids of former
entries and of single attestations lead to the present ones."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from greffier import views
from greffier.views import EntryRow, Page
from greffier.views.articles import ArticleView
from greffier.views.entries import EntryView
from greffier.views.overview import Status
from greffier.views.places import PlaceShown
from greffier.views.reviews import Candidate, Judged
from greffier.views.search import Found
from greffier.views.shown import ArticleRef, DisagreementView, EventView, Reported
from greffier.views.stories import StoryRow, StoryView
from greffier.web.api.asked import Asked, Part
from greffier.web.asked import Record, found

NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"description": "No such thing in the record"}}
router = APIRouter(prefix="/api/v1", tags=["record"])
Id = Annotated[str, Path(max_length=80, pattern=r"^[\w-]+$")]


@router.get("/status")
def status(store: Record) -> Status:
    """How much the record holds."""
    return views.status(store)


@router.get("/articles")
def articles(store: Record, asked: Asked, part: Part) -> Page[ArticleRef]:
    """Articles, the newest first."""
    return views.articles(store, asked, part)


@router.get("/articles/{id}", responses=NOT_FOUND)
def article(store: Record, id: Id) -> ArticleView:
    """One article: its text, blocks, entities, and each claim with its passages."""
    return found(views.article(store, id))


@router.get("/entries")
def entries(store: Record, asked: Asked, part: Part) -> Page[EntryRow]:
    """People, organisations, places, countries and groups, the most often named first."""
    return views.entries(store, asked, part)


@router.get("/entries/{id}", responses=NOT_FOUND)
def entry(store: Record, id: Id) -> EntryView:
    """One of them: variants, offices, encounters, statements, events."""
    return found(views.entry(store, id))


@router.get("/events")
def events(store: Record, asked: Asked, part: Part) -> Page[Reported]:
    """Events by day, each with all its attestations."""
    return views.timeline(store, asked, part)


@router.get("/statements")
def statements(store: Record, asked: Asked, part: Part) -> Page[Reported]:
    """Who said what to whom."""
    return views.quotes(store, asked, part)


@router.get("/figures")
def figures(store: Record, asked: Asked, part: Part) -> Page[Reported]:
    """How much or how many of what."""
    return views.figures(store, asked, part)


@router.get("/reports/{id}", responses=NOT_FOUND)
def report(store: Record, id: Id) -> EventView:
    """One event, statement or figure: what each attestation says, side by side."""
    return found(views.event(store, id))


@router.get("/stories")
def stories(store: Record, asked: Asked, part: Part) -> Page[StoryRow]:
    """Articles on one event, those of most articles first."""
    return views.stories(store, asked, part)


@router.get("/stories/{id}", responses=NOT_FOUND)
def story(store: Record, id: Id) -> StoryView:
    return found(views.story(store, id))


@router.get("/disagreements")
def disagreements(store: Record, asked: Asked, part: Part) -> Page[DisagreementView]:
    """Attestations of one thing that cannot all be right, the weightiest first."""
    return views.disagreements(store, asked, part)


@router.get("/places")
def places(store: Record, asked: Asked) -> tuple[PlaceShown, ...]:
    """Where the events took place."""
    return views.places(store, asked)


@router.get("/candidates")
def candidates(store: Record, part: Part) -> Page[Candidate]:
    """Pairs for a person to judge."""
    return views.candidates(store, part=part)


@router.get("/judgements")
def judgements(store: Record, part: Part) -> Page[Judged]:
    """What persons judged, the latest first."""
    return views.judgements(store, part)


@router.get("/search")
def search(
    store: Record, asked: Asked, part: Part, q: Annotated[str, Query(min_length=1, max_length=200)]
) -> Found:
    """Articles that have all the words, whatever their accents and endings."""
    return views.search(store, q, asked, part)
