"""The built wheel works with the source tree out of reach: all data files are inside."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST_WHEEL = 15 * 2**20
"""Bytes. The name finder and the gazetteers are most of it; more means something slipped in."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an environment that holds the wheel, and our dependencies, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    assert wheel.stat().st_size < LARGEST_WHEEL
    environment = folder / "venv"
    create = [sys.executable, "-m", "venv", "--without-pip", str(environment)]
    subprocess.run(create, check=True, capture_output=True)
    (site,) = environment.glob("lib/python*/site-packages")
    # the dependencies, by path only: the .pth of our editable install is not followed from here
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return environment / "bin" / "python"


def run(python: Path, *arguments: str, cwd: Path) -> str:
    command = [str(python), "-m", "greffier", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    where = "import greffier; print(greffier.__file__)"
    done = subprocess.run(
        [str(installed), "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(installed.parents[1]) in done.stdout


def test_the_demo_reads_its_articles(installed: Path, tmp_path: Path) -> None:
    assert "«" in run(installed, "demo", cwd=tmp_path)


def test_it_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "--version", cwd=tmp_path).startswith("greffier ")
