"""All regular expressions that greffier compiles, and inputs made to make each slow.

Run by itself (`python -m tests.security.patterns`), it writes them as JSON: in a fresh interpreter,
so that none was compiled before it looks.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from re import _constants as sre
from re import _parser as parser
from typing import Any

PACKAGES = ("greffier.lang", "greffier.clean", "greffier.annotate", "greffier.sources",
            "greffier.store", "greffier.web", "greffier.model")  # fmt: skip
WORDS = ("le ", "de ", "Un ", "deux ", "1er ", "lundi ", "« ", "» ", "A a ", "a. ", "<a ")
UNITS = ("a", "A", "é", "1", " ", "\n", "-", ".", "’", "1 ", "A-", "&", *WORDS)
"""Pumped into every pattern, whatever it looks for."""
MANY = 100
"""A repetition that may come more often than that has no bound to speak of."""

Named = tuple[str, str, int]
"""Where it is compiled, the pattern, its flags."""


def ours() -> list[Named]:
    """The patterns that greffier compiles when all of it is imported and a text is read."""
    found: dict[tuple[str, int], str] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def watched(pattern: Any, flags: Any) -> Any:
        made = compile_(pattern, flags)
        frame = sys._getframe(2)
        module = frame.f_globals.get("__name__", "")
        if module.startswith(PACKAGES) and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), f"{module}:{frame.f_lineno}")
        return made

    re._compile = watched  # type: ignore[attr-defined]
    for package in PACKAGES:
        for module in pkgutil.walk_packages(
            importlib.import_module(package).__path__, f"{package}."
        ):
            if not module.name.endswith(("postgres", "__main__")):
                importlib.import_module(module.name)
    import greffier

    greffier.read(
        "Le lundi 3 mars 2020, Amira Tadouri a dit : « La digue tiendra ». Elle a 12 ans."
    )
    return [(where, pattern, flags) for (pattern, flags), where in found.items()]


def attacks(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """(before, unit, after): for each unbounded repetition, what leads to it, what it repeats, and
    a sign that lets it fail; and the common units."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    found = [(before, unit, after) for before, unit in _repeated(tree, "") for after in ("\0", " ")]
    found += [("", unit, "\0") for unit in UNITS]
    return list(dict.fromkeys(found))


def _repeated(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    told = before
    for op, value in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[1] > MANY:
            for unit in dict.fromkeys((_sample([*value[2]], 0), _sample([*value[2]], -1))):
                if unit:
                    yield told, unit
        for inner in _inner(op, value):
            yield from _repeated(inner, told)
        told += _sample([(op, value)], 0)


def _inner(op: Any, value: Any) -> list[Any]:
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return [value[2]]
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op is sre.BRANCH:
        return list(value[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if op is sre.ATOMIC_GROUP else []


def _sample(items: list[Any], which: int) -> str:
    """A text that fits (nearly): the first or last choice of each."""
    return "".join(_one(op, value, which) for op, value in items)


def _one(op: Any, value: Any, which: int) -> str:
    if op is sre.LITERAL:
        return chr(int(value))
    if op is sre.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if op is sre.ANY:
        return "a"
    if op is sre.IN:
        return _class(value, which)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _sample([*value[2]], which) * max(int(value[0]), 1 - abs(which))
    if op is sre.SUBPATTERN:
        return _sample([*value[3]], which)
    if op is sre.BRANCH:
        return _sample([*value[1][which]], which)
    if op is sre.ATOMIC_GROUP:
        return _sample([*value], which)
    return ""


CATEGORIES: dict[Any, str] = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: "-",
}


def _class(value: Any, which: int) -> str:
    if value[0][0] is sre.NEGATE:
        refused = re.compile("[" + "".join(map(re.escape, _members(value[1:]))) + "]")
        return next((c for c in "aé1 -«X" if not refused.match(c)), "ж")
    op, told = value[which]
    if op is sre.RANGE:
        return chr(int(told[0]))
    return chr(told) if op is sre.LITERAL else CATEGORIES.get(told, "a")


def _members(items: list[Any]) -> Iterator[str]:
    for op, told in items:
        if op is sre.LITERAL:
            yield chr(told)
        elif op is sre.RANGE:
            yield chr(told[0])
        else:
            yield CATEGORIES.get(told, "a")


if __name__ == "__main__":
    json.dump(ours(), sys.stdout)
