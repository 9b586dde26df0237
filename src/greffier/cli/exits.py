"""Exit codes, stable: scripts may rely on them (docs/reference/cli.md)."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    READ = 0  # everything was read
    FAILED = 1  # the program is not in order: `greffier doctor` tells
    USAGE = 2  # the command line was wrong
    SKIPPED = 3  # some inputs were read, some skipped
    NOTHING = 4  # no input could be read
    FAULTY = 5  # the record is not what its articles make it, or something could not be forgotten
    INTERRUPTED = 130  # stopped by the user
