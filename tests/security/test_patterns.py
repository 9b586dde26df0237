"""No regular expression takes more than linear time, on inputs made to make it slow: four times as
long an input may take about four times as long, never sixteen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import greffier
from tests.security.patterns import attacks

SHORT, LONG = 2_000, 8_000
"""Code points."""
QUICK = 0.02
"""Seconds of processor time on the long input: what takes less is no danger at this length."""
SLOPE = 8.0
"""How many times as long four times the input may take: 4 is linear, 16 quadratic."""
BOUNDED = (
    "greffier.clean.lines",  # looks at 5,000 code points at most, whatever follows
    "greffier.lang.fr.quantities.figures",  # asked to fit right after a figure, nowhere else
)
SOURCES = Path(greffier.__file__).parent
SEARCHES = ("search", "finditer", "findall", "sub", "subn", "split")


def searched(where: str) -> bool:
    """Whether a pattern is looked for in a text, not only asked to fit at a place: by what is
    called on its name, all over the package."""
    module, _, line = where.rpartition(":")
    path = SOURCES.parent.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    lines = path.read_text("utf-8").splitlines()
    above = [re.match(r"(\w+)(?:: [^=]+)? = ", told) for told in lines[int(line) - 1 :: -1][:1]]
    name = above[0][1] if above and above[0] else None
    if name is None:
        return True
    used = [told for told in ALL if name in told] if not name.startswith("_") else [_text(path)]
    return any(re.search(rf"\b{name}\.(?:{'|'.join(SEARCHES)})\(", told) for told in used)


def _text(path: Path) -> str:
    return path.read_text("utf-8")


ALL = [_text(path) for path in SOURCES.rglob("*.py")]


def seconds(pattern: re.Pattern[str], text: str, whole: bool) -> float:
    begun = time.process_time()
    (pattern.search if whole else pattern.match)(text)
    return time.process_time() - begun


def slowest(pattern: str, flags: int, whole: bool) -> tuple[float, float, tuple[str, str, str]]:
    """Seconds on the long input, how many times as long as on the short one, and the input; of
    the worst attack."""
    made = re.compile(pattern, flags)
    worst = (0.0, 1.0, ("", "", ""))
    for before, unit, after in attacks(pattern, flags):
        short = before + unit * (SHORT // len(unit)) + after
        took = seconds(made, short, whole)
        if took * 16 < QUICK:
            continue
        long = before + unit * (LONG // len(unit)) + after
        took = min(seconds(made, short, whole) for _ in range(2))
        longer = min(seconds(made, long, whole) for _ in range(2))
        worst = max(worst, (longer, longer / max(took, 1e-6), (before, unit, after)))
    return worst


def test_every_pattern_takes_linear_time() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.security.patterns"],
        capture_output=True,
        check=True,
        text=True,
    )
    patterns = json.loads(told.stdout)
    assert len(patterns) > 100
    slow = [
        f"{where} {took:.2f} s, {slope:.0f} times as long, on {attack}: {pattern[:60]!r}"
        for where, pattern, flags in patterns
        if not where.startswith(BOUNDED)
        for took, slope, attack in [slowest(pattern, flags, searched(where))]
        if took > QUICK and slope > SLOPE
    ]
    assert not slow, "\n".join(slow)


def test_slow_patterns_would_be_found() -> None:
    took, slope, _ = slowest(r"\s+x", 0, True)
    assert took > QUICK
    assert slope > SLOPE
    assert ("", "a", "\0") in attacks(r"(?:a+)+$", 0)
