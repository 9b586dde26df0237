"""Which articles of WiNER-fr the name finder is trained on, and which it is measured on."""

from __future__ import annotations

import hashlib
from pathlib import Path

PARTS = 8
"""One article of so many is held back, chosen by a hash of its name: the same ones for good."""
KEPT_OUT = frozenset(
    line
    for line in Path(__file__).with_name("kept_out.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
"""Articles that belong to another gold: neither trained on nor measured on here."""


def is_held_back(name: str) -> bool:
    """Whether an article (its file's name without ending) is for measuring."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS == 0


def is_for_training(name: str) -> bool:
    return name not in KEPT_OUT and not is_held_back(name)
