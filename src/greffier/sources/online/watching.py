"""Feeds watched over time: asked again politely, each article delivered once.

    for feed in watched:  # from `feeds`, which reads feeds.toml
        ...
    state = State.read(Path("feeds.state.json"))
    watching.run(watched, state, Visitor(Client()), receive, KINDS)

`receive` is called with each capture or refusal; an article counts as delivered when it returns,
and the state is written then. After a crash at most one article is delivered again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple

from greffier.model.text import Capture, Given, Refusal
from greffier.sources import feed, json_feed, streams, web
from greffier.sources.kinds import Found, PassingError, UnreadableError, note
from greffier.sources.online.addresses import parsed
from greffier.sources.online.fetching import Fetched
from greffier.sources.online.manners import Visitor
from greffier.sources.online.memory import MOST_TRIES, Memory, State
from greffier.sources.parts.entries import Entry, captured
from greffier.sources.streams import Kinds

EVERY = 1800.0
"""Seconds between two polls of a feed, where feeds.toml says nothing else."""
LEAST = 60.0
"""Seconds; no feed is asked more often, whatever feeds.toml says."""
LONGEST_REST = 86_400.0
"""Seconds; the longest pause after failures."""
PAGES = ("short", "always", "never")
"""When an article's page is fetched: where the feed has only a summary, always, never."""
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass(frozen=True, slots=True)
class Watched:
    """One feed of feeds.toml."""

    address: str
    outlet: str | None = None
    pages: str = "short"
    every: float = EVERY


Receive = Callable[[Found], None]


def feeds(path: Path) -> tuple[Watched, ...]:
    """The feeds that a TOML file lists; raises ValueError, with what is wrong, or OSError."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(told) - {"every", "feed"}
    listed = told.get("feed")
    if unknown or not isinstance(listed, list) or not listed:
        wrong = f"unknown {', '.join(sorted(unknown))}" if unknown else "no [[feed]]"
        raise ValueError(f'{wrong}; write [[feed]] and below it address = "https://…"')
    return tuple(_watched(item, told.get("every", EVERY)) for item in listed)


def _watched(item: Any, every: Any) -> Watched:
    if not isinstance(item, dict) or not isinstance(item.get("address"), str):
        raise ValueError('a [[feed]] without address = "https://…"')
    address = item["address"]
    if unknown := set(item) - {"address", "outlet", "pages", "every"}:
        raise ValueError(f"{address}: unknown {', '.join(sorted(unknown))}")
    try:
        parsed(address)
    except UnreadableError as error:
        raise ValueError(f"{address}: {error.reason}. {error.remedy}") from None
    if (pages := item.get("pages", "short")) not in PAGES:
        raise ValueError(f"{address}: pages is one of {', '.join(PAGES)}, not {pages!r}")
    return Watched(address, item.get("outlet"), pages, _seconds(item.get("every", every)))


def _seconds(told: Any) -> float:
    """A number of seconds, or a number with s, m, h or d."""
    try:
        if isinstance(told, str):
            return max(LEAST, float(told[:-1]) * _UNITS[told[-1]])
        return max(LEAST, float(told))
    except (ValueError, KeyError, IndexError, TypeError):
        raise ValueError(f'every = {told!r} is no time; write "30m" or "2h"') from None


def run(  # noqa: PLR0913 - each is another thing
    watched: tuple[Watched, ...],
    state: State,
    visitor: Visitor,
    receive: Receive,
    kinds: Kinds,
    once: bool = False,
) -> None:
    """Poll every feed when it is due, for ever or `once`; a feed that failed rests longer each
    time, also between runs."""
    while True:
        for one in watched:
            memory = state.of(one.address)
            if memory.due > state.clock() and (memory.failures or not once):
                if once:
                    told = f"rests after {memory.failures} failure(s)"
                    receive(note(one.address, told, "It is asked again later."))
                continue
            for delivery in poll(one, memory, visitor, kinds, state.clock):
                for found in delivery.items:
                    receive(found)
                if delivery.entry is not None:
                    memory.learn(delivery.entry)
                    state.write()
            state.write()
        if once:
            return
        visitor.sleep(max(1.0, min(state.of(o.address).due for o in watched) - state.clock()))


class Delivery(NamedTuple):
    """What an entry brings, to be remembered by its id once it is received; or, without an id, what
    is to be told of the feed."""

    items: list[Found]
    entry: str | None = None


def poll(
    one: Watched, memory: Memory, visitor: Visitor, kinds: Kinds, clock: Callable[[], float]
) -> Iterator[Delivery]:
    """What is new in a feed; `memory` is told how the poll went, not what was received."""
    try:
        answer = visitor.get(one.address, memory.conditions())
    except OSError as error:
        memory.rest(clock(), one.every, LONGEST_REST)
        yield Delivery([streams.failed(one.address, error)])
        return
    if answer.status not in (200, 304):
        memory.rest(clock(), max(one.every, _retry_after(answer, clock())), LONGEST_REST)
        yield Delivery([web.refused(answer, one.address)])
        return
    memory.failures, memory.due = 0, clock() + one.every
    if answer.status == 304:
        return
    if answer.moved:
        told = f"moved for good to {answer.address}"
        yield Delivery([note(one.address, told, "Change it in feeds.toml.")])
    pending = False
    for entry in _entries(answer):
        if isinstance(entry, Refusal):
            yield Delivery([entry])
        elif memory.knows(entry.id):
            continue
        else:
            found = list(_taken(one, entry, visitor, kinds))
            passing = not found  # its page may be had another time
            if passing and memory.tried(entry.id) < MOST_TRIES:
                pending = True
                continue
            yield Delivery(found or list(captured(entry, f"{one.address}#{entry.id}")), entry.id)
    if not pending:  # else the feed must be asked again though it did not change
        memory.etag = answer.headers.get("etag")
        memory.modified = answer.headers.get("last-modified")


def _entries(answer: Fetched) -> list[Entry | Refusal]:
    begins = answer.body.lstrip()[:1]
    read = json_feed.entries if begins == b"{" else feed.entries
    try:
        return list(read(answer.body, answer.address))
    except Exception as error:
        return [streams.unforeseen(answer.address, error)]


def _taken(one: Watched, entry: Entry, visitor: Visitor, kinds: Kinds) -> Iterator[Found]:
    """The article of an entry, from its page or from the feed; nothing when its page cannot be
    had for now."""
    entry = replace(entry, outlet=one.outlet or entry.outlet)
    wanted = one.pages == "always" or (one.pages == "short" and not entry.is_whole)
    if not wanted or not entry.link:
        yield from captured(entry, f"{one.address}#{entry.id}")
        return
    try:
        answer = visitor.get(entry.link)
        if answer.status >= 500 or answer.status == 429:
            return
        found = list(streams.guarded(web.taken(answer, entry.link, kinds), entry.link))
    except PassingError:
        return
    except OSError as error:
        found = [streams.failed(entry.link, error)]
    if not any(isinstance(item, Capture) for item in found):
        yield from (replace(f, partly_read=True) for f in found if isinstance(f, Refusal))
        yield from captured(entry, f"{one.address}#{entry.id}")
        return
    for item in found:
        yield _with(item, entry.given) if isinstance(item, Capture) else item


def _with(found: Capture, told: Given) -> Capture:
    """A page's capture with what the feed tells; the page itself tells its title best."""
    given = found.given
    return replace(
        found,
        given=replace(
            given,
            published=told.published or given.published,
            outlet=told.outlet or given.outlet,
        ),
    )


def _retry_after(answer: Fetched, now: float) -> float:
    """Seconds that the server asks to be left alone; 0 where it does not."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isdigit():
        return min(float(told), LONGEST_REST)
    try:
        return min(max(0.0, parsedate_to_datetime(told).timestamp() - now), LONGEST_REST)
    except (ValueError, TypeError, OverflowError):
        return 0.0
