"""The docs keep up: every command, option, layer and exit code is in the reference."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.main

from greffier.cli import app
from greffier.cli.exits import Exit
from greffier.model.show import LAYERS

DOCS = Path(__file__).resolve().parents[2] / "docs"
CLI = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
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
