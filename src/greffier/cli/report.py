"""What a run tells on stderr: progress while it lasts, then what was skipped and why."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.cli.exits import Exit
from greffier.model.text import Refusal

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(slots=True)
class Tally:
    """Counts of a run; `refusals` are told at the end, in order."""

    read: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    @property
    def skipped(self) -> int:
        return sum(not refusal.partly_read for refusal in self.refusals)

    @property
    def rate(self) -> float:
        """Articles a second since the start."""
        return self.read / max(time.monotonic() - self.started, 1e-3)

    @property
    def exit_code(self) -> Exit:
        if self.read and not self.refusals:
            return Exit.READ
        return Exit.SKIPPED if self.read else Exit.NOTHING


Advance = Callable[[Tally], None]
"""Tells progress after one more input."""


def stderr() -> Console:
    from rich.console import Console

    return Console(stderr=True, highlight=False)


@contextmanager
def progress(console: Console, total: int | None = None) -> Iterator[Advance]:
    """A bar with rate and time left on a terminal; nothing where stderr is piped.
    `total` counts articles, null when only reading can tell."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with bar:
        task = bar.add_task("reading", total=total)

        def advance(tally: Tally) -> None:
            told = f"{tally.read} read, {tally.rate:.1f} a second"
            bar.update(task, advance=1, description=told)

        yield advance


def tell(tally: Tally, console: Console) -> None:
    """The summary: each refusal with its remedy, then what was read and at what rate."""
    for refusal in tally.refusals:
        what = "read in part" if refusal.partly_read else "skipped"
        line = f"{refusal.uri}: {what}: {refusal.reason}. {refusal.remedy}"
        console.print(line, markup=False, soft_wrap=True)
    articles = f"{tally.read} article{'' if tally.read == 1 else 's'} read"
    skipped = f", {tally.skipped} skipped" if tally.skipped else ""
    console.print(f"{articles}{skipped} ({tally.rate:.1f} a second)", markup=False)
