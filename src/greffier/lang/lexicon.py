"""Lexicons: words as data, in commented TOML files beside the rules that use them."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


class LexiconError(ValueError):
    """A lexicon does not have the shape its rules expect."""


def load(package: str, name: str) -> dict[str, Any]:
    """The content of `name` (a TOML file) in a package's folder."""
    source = resources.files(package).joinpath(name)
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{package}/{name}: {error}") from error


def words(table: dict[str, Any], key: str, where: str) -> frozenset[str]:
    """The list of strings under a key, checked: no other type, no double."""
    found = table.get(key)
    if not isinstance(found, list) or not all(isinstance(w, str) and w for w in found):
        raise LexiconError(f"{where}: {key!r} must be a list of words")
    doubles = sorted({w for w in found if found.count(w) > 1})
    if doubles:
        raise LexiconError(f"{where}: {key!r} lists twice: {', '.join(doubles)}")
    return frozenset(found)
