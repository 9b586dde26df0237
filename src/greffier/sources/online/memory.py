"""What is remembered of watched feeds between two polls and two runs, in one JSON file."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

VERSION = 1
MOST_SEEN = 5000
"""Entries remembered of a feed; feeds show their last 10 to 200."""
MOST_TRIES = 3
"""Polls at which an article's page is asked for before its summary is taken instead."""


@dataclass(slots=True)
class Memory:
    """Of one feed: what its server said of its state, when it is due (seconds since 1970), how
    often it failed in a row, and the entries delivered, oldest first."""

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0
    seen: dict[str, None] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)

    def conditions(self) -> Mapping[str, str]:
        """Headers that ask for the feed only if it changed."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in told.items() if value}

    def knows(self, entry: str) -> bool:
        return entry in self.seen

    def tried(self, entry: str) -> int:
        """Count one more try in vain; how many there were."""
        self.tries[entry] = self.tries.get(entry, 0) + 1
        return self.tries[entry]

    def learn(self, entry: str) -> None:
        self.tries.pop(entry, None)
        self.seen[entry] = None
        while len(self.seen) > MOST_SEEN:
            del self.seen[next(iter(self.seen))]

    def rest(self, now: float, pause: float, longest: float) -> None:
        """After a failure, wait twice as long as the time before."""
        self.failures += 1
        self.due = now + min(longest, pause * 2.0 ** min(self.failures - 1, 16))


@dataclass(slots=True)
class State:
    """The memories of all feeds, by address, and the file that keeps them."""

    path: Path
    feeds: dict[str, Memory] = field(default_factory=dict)
    clock: Callable[[], float] = time.time

    def of(self, address: str) -> Memory:
        return self.feeds.setdefault(address, Memory())

    @classmethod
    def read(cls, path: Path) -> State:
        """The state of a file, empty where there is none; raises ValueError for what is no state
        of this version."""
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(path)
        try:
            if told["version"] != VERSION:
                raise ValueError(f"{path}: of another version ({told['version']})")
            held = {
                address: Memory(**{**memory, "seen": dict.fromkeys(memory["seen"])})
                for address, memory in told["feeds"].items()
            }
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"{path}: no state of watched feeds ({error})") from None
        return cls(path, held)

    def write(self) -> None:
        """Replace the file at once: a crash leaves the old state or the new, never half of one."""
        held = {
            address: {**asdict(memory), "seen": list(memory.seen)}
            for address, memory in self.feeds.items()
        }
        new = self.path.with_name(self.path.name + ".new")
        with new.open("w", encoding="utf-8") as out:
            json.dump({"version": VERSION, "feeds": held}, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        new.replace(self.path)
