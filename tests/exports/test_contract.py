"""What every form of export keeps to, whatever it writes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from greffier.exports import FORMS, FolderForm, Form
from greffier.store import Store, open_store
from greffier.views import Contents, Filter

every = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


class Counting(io.RawIOBase):
    """A file that tells how much was written at once, and that cannot be gone back in."""

    def __init__(self) -> None:
        self.total = 0

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def write(self, data: object) -> int:
        size = len(memoryview(data).tobytes())  # type: ignore[arg-type]
        self.total += size
        return size


def files(form: Form | FolderForm, contents: Contents, folder: Path) -> dict[str, bytes]:
    """All that a form writes, by file."""
    folder.mkdir()
    if isinstance(form, Form):
        with (folder / "file").open("wb") as out:
            form.write(contents, out)
    else:
        form.write(contents, folder)
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@every
def test_the_same_record_gives_the_same_bytes(
    form: Form | FolderForm, demo_store: Store, tmp_path: Path
) -> None:
    once = files(form, Contents(demo_store), tmp_path / "once")
    again = files(form, Contents(demo_store), tmp_path / "again")
    assert sum(map(len, once.values())) > 100
    assert once == again


@every
def test_an_empty_record_is_written(form: Form | FolderForm, tmp_path: Path) -> None:
    store = open_store(tmp_path / "empty.record")
    files(form, Contents(store), tmp_path / "out")
    store.close()


@every
def test_a_filter_gives_less(form: Form | FolderForm, demo_store: Store, tmp_path: Path) -> None:
    whole = files(form, Contents(demo_store), tmp_path / "whole")
    part = files(form, Contents(demo_store, Filter(since="2999-01-01")), tmp_path / "part")
    assert sum(map(len, part.values())) < sum(map(len, whole.values()))


@every
def test_a_pipe_is_enough(form: Form | FolderForm, contents: Contents) -> None:
    if isinstance(form, Form):
        out = Counting()
        pipe = io.BufferedWriter(out)
        form.write(contents, pipe)
        assert not pipe.closed
        pipe.flush()
        assert out.total > 100
