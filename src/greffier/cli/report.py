"""What a run tells on stderr: progress while it lasts, then what was skipped and why."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from greffier.cli.exits import Exit
from greffier.model.text import Refusal

if TYPE_CHECKING:
    from rich.console import Console


MOST_TOLD = 20
"""Inputs of one reason that are named one by one; `--report` has them all."""


@dataclass(slots=True)
class Tally:
    """What became of the inputs of a run; `refusals` are told at the end, in order, and each
    outcome is written to `log` at once, as a line of JSON."""

    read: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    faults_told: int = 0  # at once, and not kept
    log: TextIO | None = None
    started: float = field(default_factory=time.monotonic)

    def took(self, uri: str) -> None:
        """Count an article that was read."""
        self.read += 1
        self._write({"uri": uri, "outcome": "read"})

    def refuse(self, refusal: Refusal) -> None:
        """Count what was not read, or only in part, and keep it for the summary."""
        self.refusals.append(refusal)
        self.record(refusal)

    def tell(self, refusal: Refusal, console: Console) -> None:
        """Tell what was not read at once, and do not keep it: for runs that never end."""
        self.faults_told += not refusal.expected
        self.record(refusal)
        tell_one(refusal, console)

    def record(self, refusal: Refusal) -> None:
        """Write what was not read to the log."""
        told = {"uri": refusal.uri, "outcome": outcome(refusal), "reason": refusal.reason}
        self._write({**told, "remedy": refusal.remedy})

    def _write(self, told: dict[str, str]) -> None:
        if self.log:
            self.log.write(json.dumps(told, ensure_ascii=False) + "\n")

    @property
    def skipped(self) -> int:
        return sum(not refusal.partly_read for refusal in self.refusals)

    @property
    def faults(self) -> int:
        """What went wrong, be it in part."""
        return self.faults_told + sum(not refusal.expected for refusal in self.refusals)

    @property
    def rate(self) -> float:
        """Articles a second since the start."""
        return self.read / max(time.monotonic() - self.started, 1e-3)

    @property
    def exit_code(self) -> Exit:
        if self.read and not self.faults:
            return Exit.READ
        return Exit.SKIPPED if self.read else Exit.NOTHING


def outcome(refusal: Refusal) -> str:
    """What became of an input that was not read as a whole, in a word or two."""
    if refusal.expected:
        return "note"
    return "read in part" if refusal.partly_read else "skipped"


@contextmanager
def logged(path: Path | None) -> Iterator[Tally]:
    """A tally, whose log is the file of a report where one was asked for."""
    if path is None:
        yield Tally()
        return
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace") as log:
            yield Tally(log=log)
    except OSError as error:
        raise typer.BadParameter(f"cannot write to {path}: {error.strerror}") from None


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
    """The summary: refusals with their remedies, then what was read, and what was skipped by
    reason."""
    told: Counter[str] = Counter()
    for refusal in tally.refusals:
        told[refusal.reason] += 1
        if told[refusal.reason] <= MOST_TOLD:
            tell_one(refusal, console)
    for reason, count in told.items():
        if count > MOST_TOLD:
            console.print(f"and {count - MOST_TOLD} more: {reason}", markup=False, soft_wrap=True)
    articles = f"{tally.read} article{'' if tally.read == 1 else 's'} read"
    skipped = f", {tally.skipped} skipped" if tally.skipped else ""
    console.print(f"{articles}{skipped} ({tally.rate:.1f} a second)", markup=False)
    if tally.skipped > 1:
        reasons = Counter(r.reason for r in tally.refusals if not r.partly_read)
        for reason, count in reasons.most_common():
            console.print(f"  {count} skipped: {reason}", markup=False, soft_wrap=True)


def tell_one(refusal: Refusal, console: Console) -> None:
    line = f"{refusal.uri}: {outcome(refusal)}: {refusal.reason}. {refusal.remedy}"
    console.print(line, markup=False, soft_wrap=True)
