"""The command line starts at once: the model is loaded only when it is needed."""

from __future__ import annotations

import subprocess
import sys
import time

SLOWEST_HELP = 0.5
"""Seconds, best of three, for `greffier --help`."""


def test_help_is_quick() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "greffier", "--help"], capture_output=True, check=True
        )
        times.append(time.perf_counter() - start)
    assert b"doctor" in done.stdout
    assert min(times) < SLOWEST_HELP


def test_the_model_is_not_imported_for_help() -> None:
    script = "import sys, greffier.cli; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
