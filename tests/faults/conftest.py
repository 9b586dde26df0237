"""Processes that are killed, and how many: `pytest tests/faults --runs 200`."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from greffier.lang.fr import FRENCH
from greffier.recording.faults import verify
from greffier.store import Store, open_store

QUICK = 24
Acknowledge = Callable[[str], None]
Work = Callable[[Path, Acknowledge], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--runs", type=int, default=QUICK, help="processes killed, over all kinds")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each kind of work is killed its share of the runs."""
    if "seed" in metafunc.fixturenames:
        runs = metafunc.config.getoption("--runs", QUICK)
        metafunc.parametrize("seed", range(max(1, runs // KINDS)))


STRUCK: Counter[str] = Counter()
"""How many processes were killed at work, and how many had done before."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for what, count in sorted(STRUCK.items()):
        terminalreporter.write_line(f"{count:4} {what}")


KINDS = 6
"""Kinds of work that `test_kill` kills."""


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    with closing(open_store(path)) as store:
        yield store


def sound(path: Path) -> bool:
    """Whether a record has no fault."""
    with opened(path) as store, opened(path.with_name("scratch.record")) as scratch:
        found = verify(store, scratch, FRENCH)
    for beside in path.parent.glob("scratch.record*"):
        beside.unlink()
    assert found.faults == ()
    return True


def started(work: Work, record: Path, told: Path) -> multiprocessing.process.BaseProcess:
    """A process of its own that works on a record and appends what it acknowledges to a file.
    Forked: a new interpreter would take a hundred times as long as the work."""
    process = multiprocessing.get_context("fork").Process(target=_work, args=(work, record, told))
    process.start()
    return process


def _work(work: Work, record: Path, told: Path) -> None:
    file = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    work(record, lambda done: _write(file, done))


def _write(file: int, done: str) -> None:
    os.write(file, f"{done}\n".encode())


def killed(work: Work, record: Path, seed: int, whole: float) -> list[str]:
    """What work had acknowledged when it was killed, at a random moment of `whole` seconds."""
    told = record.with_name("acknowledged")
    told.unlink(missing_ok=True)
    process = started(work, record, told)
    time.sleep(random.Random(f"{work.__name__} {seed}").uniform(0, whole))
    process.kill()
    process.join()
    STRUCK[f"{work.__name__} {'killed' if process.exitcode else 'done before'}"] += 1
    return told.read_text().split() if told.exists() else []


def lasts(work: Work, record: Path) -> float:
    """How many seconds work takes when it is not killed."""
    begun = time.monotonic()
    process = started(work, record, record.with_name("acknowledged"))
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - begun
