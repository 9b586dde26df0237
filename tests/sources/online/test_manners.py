"""Manners: robots.txt is kept to, and a host is not asked twice at once."""

from __future__ import annotations

import ipaddress

import pytest

from greffier.sources.kinds import PassingError, UnreadableError
from greffier.sources.online.fetching import Client, Limits
from greffier.sources.online.manners import KEPT, LONGEST_DELAY, Visitor
from tests.sources.server import Site

CLIENT = Client((ipaddress.ip_network("127.0.0.1/32"),), Limits(answer=1.0, end=2.0))


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def visitor(clock: Clock, delay: float = 1.0) -> Visitor:
    return Visitor(CLIENT, delay, clock.sleep, clock)


def test_robots_txt_is_kept_to(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /prive\nAllow: /prive/ouvert\nDisallow: /*.pdf$\n"
    site.page("/robots.txt", rules, "text/plain")
    for path in ("/a", "/prive/a", "/prive/ouvert", "/b.pdf"):
        site.page(path, b"x")
    ours = visitor(Clock())
    assert ours.get(site.at("/a")).body == b"x"
    assert ours.get(site.at("/prive/ouvert")).body == b"x"
    for path in ("/prive/a", "/b.pdf"):
        with pytest.raises(UnreadableError, match=r"robots\.txt"):
            ours.get(site.at(path))
    assert site.paths() == ["/a", "/prive/ouvert"]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_greffier_may_be_named_in_robots_txt(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: greffier\nDisallow: /\n", "text/plain")
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        visitor(Clock()).get(site.at("/a"))


def test_a_redirect_is_asked_of_robots_txt_too(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /prive\n", "text/plain")
    site.moved("/a", "/prive/a")
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        visitor(Clock()).get(site.at("/a"))
    assert site.paths() == ["/a"]


def test_a_site_without_robots_txt_allows_all_and_one_that_is_down_nothing(site: Site) -> None:
    site.page("/a", b"x")
    assert visitor(Clock()).get(site.at("/a")).body == b"x"
    site.answers["/robots.txt"] = (503, {}, b"")
    clock = Clock()
    ours = visitor(clock)
    with pytest.raises(PassingError, match=r"robots\.txt"):
        ours.get(site.at("/a"))
    site.answers["/robots.txt"] = (404, {}, b"")
    clock.now += KEPT + 1
    assert ours.get(site.at("/a")).body == b"x"


def test_a_robots_txt_that_is_too_large_is_read_as_far_as_it_goes(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /prive\n" + b"# x\n" * 300_000
    site.page("/robots.txt", rules, "text/plain")
    with pytest.raises(UnreadableError, match=r"asks not"):
        visitor(Clock()).get(site.at("/prive"))


@pytest.mark.parametrize(
    ("rules", "pause"),
    [
        (b"", 1.0),
        (b"User-agent: *\nCrawl-delay: 7\n", 7.0),
        (b"User-agent: *\nCrawl-delay: 9999\n", LONGEST_DELAY),
    ],
)
def test_a_host_is_left_in_peace_between_two_visits(site: Site, rules: bytes, pause: float) -> None:
    site.page("/robots.txt", rules, "text/plain")
    site.page("/a", b"x")
    clock = Clock()
    ours = visitor(clock)
    ours.get(site.at("/a"))
    clock.now += 0.25
    ours.get(site.at("/a"))
    assert clock.slept == [pause - 0.25]
