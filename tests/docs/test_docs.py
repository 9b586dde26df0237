"""The docs keep up: every command, option, layer and exit code is in the reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from greffier import exports, sources
from greffier.cli import app
from greffier.cli.exits import Exit
from greffier.model.show import LAYERS
from greffier.sources.kinds import Kind
from greffier.web import site

DOCS = Path(__file__).resolve().parents[2] / "docs"
CLI = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
SOURCES = (DOCS / "reference" / "sources.md").read_text(encoding="utf-8")
EXPORTS = (DOCS / "reference" / "exports.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)
COMMANDS: dict[str, typer.core.TyperCommand] = GROUP.commands  # type: ignore[attr-defined] # a group


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"## `greffier {name}" in CLI


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    section = CLI.split(f"## `greffier {name}", 1)[1].split("\n## ", 1)[0]
    options = [o for p in COMMANDS[name].params for o in p.opts if o.startswith("--")]
    assert [o for o in options if f"`{o}" not in section] == []


@pytest.mark.parametrize("code", Exit, ids=lambda c: c.name)
def test_every_exit_code_is_documented(code: Exit) -> None:
    assert f"| {code.value} |" in CLI


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_is_documented(layer: str) -> None:
    assert f"`{layer}`" in CLI


def section(name: str) -> str:
    return SOURCES.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("kind", sources.KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_source_is_documented(kind: Kind) -> None:
    told = section(kind.name)
    assert [suffix for suffix in kind.suffixes if f"`{suffix}`" not in told] == []
    assert not kind.extra or f"Extra: `{kind.extra}`" in told
    assert "\nLost" in told


@pytest.mark.parametrize("place", sources.PLACES, ids=lambda place: place.name)
def test_every_kind_of_address_is_documented(place: sources.web.Place) -> None:
    assert [begin for begin in place.addresses if f"`{begin}…`" not in section(place.name)] == []


def test_no_kind_is_documented_that_is_not_there() -> None:
    known = {kind.name for kind in sources.KINDS} | {place.name for place in sources.PLACES}
    assert {line[3:] for line in SOURCES.splitlines() if line.startswith("## ")} == known


@pytest.mark.parametrize("name", re.findall(r"`([A-Z]+_?[A-Z_]+)`", SOURCES.split("## ")[0]))
def test_limits_are_named_as_in_the_code(name: str) -> None:
    package = Path(sources.__file__).parent
    assert any(f"\n{name} = " in path.read_text("utf-8") for path in package.rglob("*.py"))


@pytest.mark.parametrize("form", [*exports.FORMS, site.FORM], ids=lambda form: form.name)
def test_every_form_of_export_is_documented(form: exports.Form | exports.FolderForm) -> None:
    told = EXPORTS.split(f"\n## {form.name}\n", 1)[1].split("\n## ", 1)[0]
    assert f"--format {form.name}" in told
    assert "Lost: " in told
    assert not form.extra or f"greffier[{form.extra}]" in told
