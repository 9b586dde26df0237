"""Feeds watched on a real server: each article once, whatever happens between."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest

from greffier.model.text import Capture, Refusal
from greffier.sources import KINDS
from greffier.sources.kinds import Found
from greffier.sources.online import watching
from greffier.sources.online.fetching import Client, Limits
from greffier.sources.online.manners import Visitor
from greffier.sources.online.memory import MOST_SEEN, MOST_TRIES, Memory, State
from greffier.sources.online.watching import LONGEST_REST, Watched
from tests.sources.samples import page
from tests.sources.server import Answer, Headers, Site

CLIENT = Client((ipaddress.ip_network("127.0.0.1/32"),), Limits(answer=1.0, end=2.0))
WHOLE = "<p>Le musée a rouvert mardi, après deux ans de travaux menés par la commune.</p>" * 12
SHORT = "Le musée rouvre."


def rss(site: Site, *items: tuple[str, str]) -> bytes:
    entries = "".join(
        f"<item><title>{name}</title><link>{site.at('/' + name)}</link><guid>{name}</guid>"
        f"<pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
        for name, text in items
    )
    return f"<rss version='2.0'><channel><title>Le Phare</title>{entries}</channel></rss>".encode()


class Watch:
    """A watch of one feed of a site, at a time that the test sets."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.state = folder / "state.json"
        self.now = 1_700_000_000.0
        self.found: list[Found] = []

    def __call__(
        self, receive: Callable[[Found], None] | None = None, pages: str = "short"
    ) -> list[Found]:
        """What one run brings."""
        self.found = []
        watched = (Watched(self.site.at("/rss"), pages=pages),)
        visitor = Visitor(CLIENT, 0.0)
        taken = receive or self.found.append
        state = State.read(self.state)
        state.clock = lambda: self.now
        watching.run(watched, state, visitor, taken, KINDS, once=True)
        return self.found

    @property
    def memory(self) -> Memory:
        return State.read(self.state).of(self.site.at("/rss"))


@pytest.fixture
def watch(site: Site, tmp_path: Path) -> Watch:
    return Watch(site, tmp_path)


def uris(found: list[Found]) -> list[str]:
    return [item.uri.rpartition("/")[2] for item in found if isinstance(item, Capture)]


def test_each_entry_is_delivered_once(site: Site, watch: Watch) -> None:
    site.page("/rss", rss(site, ("a", WHOLE)), "application/rss+xml")
    (first,) = watch()
    assert isinstance(first, Capture)
    assert (first.given.outlet, first.given.title) == ("Le Phare", "a")
    assert first.given.published == "2025-03-04"
    assert watch() == []
    site.page("/rss", rss(site, ("b", WHOLE), ("a", WHOLE)), "application/rss+xml")
    assert uris(watch()) == ["b"]


def test_a_feed_is_asked_for_only_if_it_changed(site: Site, watch: Watch) -> None:
    def answer(asked: Headers) -> Answer:
        if asked.get("if-none-match") == '"v1"' and "if-modified-since" in asked:
            return 304, {}, b""
        headers = {"ETag": '"v1"', "Last-Modified": "Tue, 04 Mar 2025 10:00:00 GMT"}
        return 200, {"Content-Type": "text/xml", **headers}, rss(site, ("a", WHOLE))

    site.answers["/rss"] = answer
    assert uris(watch()) == ["a"]
    assert watch() == []
    assert site.asked[-1][1]["if-none-match"] == '"v1"'
    assert watch.memory.failures == 0


def test_the_page_is_fetched_where_the_feed_has_only_a_summary(site: Site, watch: Watch) -> None:
    site.page("/rss", rss(site, ("a", SHORT), ("b", WHOLE)), "text/xml")
    site.page("/a", page("Le musée du Sel rouvre"))
    first, second = watch()
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.media_type, second.media_type) == ("text/html", "text/plain")
    assert (first.given.published, first.given.outlet) == ("2025-03-04", "Le Phare")
    assert site.paths() == ["/rss", "/a"]


@pytest.mark.parametrize(
    ("pages", "asked"), [("never", ["/rss"]), ("always", ["/rss", "/a", "/b"])]
)
def test_pages_are_fetched_as_asked(site: Site, watch: Watch, pages: str, asked: list[str]) -> None:
    site.page("/rss", rss(site, ("a", SHORT), ("b", WHOLE)), "text/xml")
    site.page("/a", page("a"))
    site.page("/b", page("b"))
    assert len(uris(watch(pages=pages))) == 2
    assert site.paths() == asked


def test_a_page_that_is_not_to_be_had_leaves_the_summary_and_is_told(
    site: Site, watch: Watch
) -> None:
    site.page("/rss", rss(site, ("a", SHORT)), "text/xml")
    site.answers["/a"] = (403, {}, b"")
    found = watch()
    assert uris(found) == ["a"]
    told = [item.reason for item in found if isinstance(item, Refusal)]
    assert told == ["its site refuses the visit", "only a summary in the feed"]


def test_a_page_that_is_down_is_asked_again_before_its_summary_is_taken(
    site: Site, watch: Watch
) -> None:
    site.page("/rss", rss(site, ("a", SHORT)), "text/xml", ETag='"v1"')
    site.answers["/a"] = (503, {}, b"")
    for _ in range(MOST_TRIES - 1):
        assert watch() == []
    assert watch.memory.etag is None  # else the feed would say that nothing changed
    assert uris(watch()) == ["a"]
    site.page("/rss", rss(site, ("b", SHORT)), "text/xml")
    site.answers["/b"] = (503, {}, b"")
    assert watch() == []
    site.page("/b", page("b"))
    assert [type(item) for item in watch()] == [Capture]


def test_what_was_not_received_is_delivered_again(site: Site, watch: Watch) -> None:
    site.page("/rss", rss(site, ("a", WHOLE), ("b", WHOLE), ("c", WHOLE)), "text/xml", ETag='"v1"')
    received: list[str] = []

    def receive(found: Found) -> None:
        if found.uri.endswith("/b"):
            raise KeyboardInterrupt
        received.append(found.uri)

    with pytest.raises(KeyboardInterrupt):
        watch(receive)
    assert uris(watch()) == ["b", "c"]
    assert len(received) == 1


def test_a_feed_that_fails_rests_longer_each_time(site: Site, watch: Watch) -> None:
    site.answers["/rss"] = (500, {}, b"")
    pauses = []
    for _ in range(12):
        (told,) = watch()
        assert isinstance(told, Refusal)
        assert not told.expected
        pauses.append(watch.memory.due - watch.now)
        (resting,) = watch()
        assert isinstance(resting, Refusal)
        assert resting.expected
        watch.now = watch.memory.due + 1
    assert pauses[:3] == [watching.EVERY, 2 * watching.EVERY, 4 * watching.EVERY]
    assert pauses[-1] == LONGEST_REST
    site.page("/rss", rss(site, ("a", WHOLE)), "text/xml")
    assert uris(watch()) == ["a"]
    assert watch.memory.failures == 0


def test_a_server_may_say_when_to_come_back(site: Site, watch: Watch) -> None:
    site.answers["/rss"] = (429, {"Retry-After": "7200"}, b"")
    watch()
    assert watch.memory.due - watch.now == 7200
    watch.now = watch.memory.due + 1
    later = formatdate(watch.now + 9000, usegmt=True)
    site.answers["/rss"] = (503, {"Retry-After": later}, b"")
    watch()
    assert watch.memory.due - watch.now == pytest.approx(2 * 9000, abs=2)


def test_a_feed_that_moved_for_good_is_told(site: Site, watch: Watch) -> None:
    site.moved("/rss", "/new", 301)
    site.page("/new", rss(site, ("a", WHOLE)), "text/xml")
    told, _ = watch()
    assert isinstance(told, Refusal)
    assert told.expected
    assert site.at("/new") in told.reason


@pytest.mark.parametrize("body", [b"", b"<html><p>Erreur", b"\x00\xff", b'{"items": 3}'])
def test_what_is_no_feed_is_told(site: Site, watch: Watch, body: bytes) -> None:
    site.page("/rss", body, "text/xml")
    (told,) = watch()
    assert isinstance(told, Refusal)


def test_a_feed_is_asked_again_when_it_is_due(site: Site, watch: Watch) -> None:
    site.page("/rss", rss(site, ("a", WHOLE)), "text/xml")
    state = State(watch.state, clock=lambda: watch.now)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        watch.now += seconds
        if len(slept) == 2:
            site.page("/rss", rss(site, ("b", WHOLE), ("a", WHOLE)), "text/xml")

    def receive(found: Found) -> None:
        watch.found.append(found)
        if found.uri.endswith("/b"):
            raise KeyboardInterrupt

    watched = (Watched(site.at("/rss"), every=600),)
    with pytest.raises(KeyboardInterrupt):
        watching.run(watched, state, Visitor(CLIENT, 0.0, sleep), receive, KINDS)
    assert slept == [600, 600]
    assert uris(watch.found) == ["a", "b"]


def test_a_json_feed_is_watched_too(site: Site, watch: Watch) -> None:
    items = [{"id": "1", "url": site.at("/a"), "content_html": WHOLE}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Le Phare", "items": items}
    site.page("/rss", json.dumps(feed).encode(), "application/feed+json")
    assert uris(watch()) == ["a"]


def test_links_are_relative_to_the_feed(site: Site, watch: Watch) -> None:
    feed = rss(site, ("a", WHOLE)).replace(site.at("/a").encode(), b"a?b=1")
    site.page("/rss", feed, "text/xml")
    (found,) = watch()
    assert found.uri == site.at("/a?b=1")


def test_memory_forgets_the_oldest_entries() -> None:
    memory = Memory()
    for number in range(MOST_SEEN + 5):
        memory.learn(str(number))
    assert len(memory.seen) == MOST_SEEN
    assert not memory.knows("4")
    assert memory.knows("5")


def test_a_state_of_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    for told in ('{"version": 99}', "[]", "{", '{"version": 1, "feeds": {"a": {"b": 1}}}'):
        path.write_text(told)
        with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
            State.read(path)


def test_feeds_toml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        'every = "2h"\n[[feed]]\naddress = "https://a.example/rss"\noutlet = "Le Phare"\n'
        '[[feed]]\naddress = "https://b.example/rss"\nevery = "1s"\npages = "never"\n'
    )
    assert watching.feeds(path) == (
        Watched("https://a.example/rss", "Le Phare", "short", 7200),
        Watched("https://b.example/rss", None, "never", watching.LEAST),
    )


@pytest.mark.parametrize(
    "told",
    [
        "",
        "feed = 3",
        "[[feed]]",
        '[[feed]]\naddress = "ftp://a"',
        '[[feed]]\naddress = "https://a.example/"\nevery = "soon"',
        '[[feed]]\naddress = "https://a.example/"\npages = "some"',
        '[[feed]]\naddress = "https://a.example/"\nname = "x"',
        "[[feed",
    ],
)
def test_a_fault_in_feeds_toml_is_told(tmp_path: Path, told: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(told)
    with pytest.raises(ValueError, match=r"."):
        watching.feeds(path)
