"""Named thresholds: when two candidates are put together, and when a person is asked."""

from __future__ import annotations

SAME_NAME = 0.84
"""Two full names are one person's from this score on: the slip of one letter in one word, where
nothing else differs. Measured on the public list of name pairs (benchmarks/names.py)."""

SURE_NAME = 0.9
"""From here on the names alone decide; below, two countries must agree or two articles tell the
same story."""
