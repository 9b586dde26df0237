"""Text for XML."""

from __future__ import annotations


def clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c in BLANKS or (c >= " " and c not in "\ufffe\uffff"))


BLANKS = "\t\n\r"
