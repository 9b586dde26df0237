"""The command line: one file a command."""

from __future__ import annotations


def main() -> None:
    raise SystemExit("greffier: no command yet")
