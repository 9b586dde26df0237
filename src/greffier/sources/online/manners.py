"""How greffier behaves on others' sites: robots.txt, and time between two requests to a host."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from greffier.sources.kinds import PassingError, UnreadableError
from greffier.sources.online.addresses import Address
from greffier.sources.online.fetching import AGENT, NO_HEADERS, Client, Fetched

if TYPE_CHECKING:
    from protego import Protego

DELAY = 1.0
"""Seconds between two requests to one host, where its robots.txt asks for no other pause."""
LONGEST_DELAY = 60.0
"""Seconds; a robots.txt that asks for more is given this."""
KEPT = 6 * 3600.0
"""Seconds for which a site's rules are kept; RFC 9309 allows a day."""
LARGEST_ROBOTS = 512_000
"""Bytes of robots.txt that are read, as RFC 9309 has it at least."""


@dataclass(slots=True)
class Visitor:
    """Fetches pages with manners; remembers each site's rules and the time of the last visit."""

    client: Client
    delay: float = field(default_factory=lambda: DELAY)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _rules: dict[str, tuple[float, Protego | None]] = field(default_factory=dict)
    _visited: dict[str, float] = field(default_factory=dict)

    def get(self, told: str, headers: Mapping[str, str] = NO_HEADERS) -> Fetched:
        """The answer of an address whose site, and each it redirects to, allows the visit; raises
        `UnreadableError`."""
        return self.client.get(told, headers, self._before)

    def _before(self, address: Address) -> None:
        """Ask the site's rules, then wait until its turn."""
        rules = self._rules_of(address.origin)
        if rules is None:
            reason = "its site's robots.txt cannot be had now, so nothing is fetched from it"
            raise PassingError(reason, "Try again later.")
        if not rules.can_fetch(str(address), AGENT):
            remedy = "Ask the outlet, or save the page from your browser and read the file."
            raise UnreadableError("its site's robots.txt asks not to be fetched", remedy)
        pause = rules.crawl_delay(AGENT)
        self._wait(address.host, self.delay if pause is None else min(pause, LONGEST_DELAY))

    def _wait(self, host: str, pause: float) -> None:
        since = self.clock() - self._visited.get(host, float("-inf"))
        if since < pause:
            self.sleep(pause - since)
        self._visited[host] = self.clock()

    def _rules_of(self, origin: str) -> Protego | None:
        """A site's rules; null where they could not be had, which forbids all (RFC 9309)."""
        asked, rules = self._rules.get(origin, (float("-inf"), None))
        if self.clock() - asked > KEPT:
            rules = self._asked(origin)
            self._rules[origin] = (self.clock(), rules)
        return rules

    def _asked(self, origin: str) -> Protego | None:
        from protego import Protego

        limits = replace(self.client.limits, size=LARGEST_ROBOTS, cut=True)
        found = replace(self.client, limits=limits).get(f"{origin}/robots.txt")
        if found.status == 200:
            return Protego.parse(found.body.decode("utf-8", "replace"))
        return Protego.parse("") if 400 <= found.status < 500 else None
