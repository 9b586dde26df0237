"""Archives: read as what they hold, never unpacked, left when they swell or lead astray."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from greffier import clean, sources
from greffier.lang.fr import FRENCH
from greffier.model.text import Capture, Refusal
from greffier.sources import archives
from greffier.sources.kinds import Found
from tests.sources.samples import ARTICLE, RECORD, page, tarred, warc, workbook, zipped

TEXT = ARTICLE.encode()


Read = Callable[[bytes, str], list[Found]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Reads bytes as a file of a name, in a folder where nothing else may appear."""
    monkeypatch.chdir(tmp_path)

    def found(data: bytes, name: str) -> list[Found]:
        path = Path(name)
        path.write_bytes(data)
        taken = list(sources.captures(name))
        assert os.listdir() == [name]
        path.unlink()
        return taken

    return found


def names(found: list[Found]) -> list[str]:
    return [f"{item.uri}{'' if isinstance(item, Capture) else '!'}" for item in found]


def told(found: list[Found]) -> str:
    (refusal,) = (item for item in found if isinstance(item, Refusal))
    assert refusal.remedy.endswith(".")
    return refusal.reason


def test_each_file_is_read_as_its_own_kind(read: Read) -> None:
    members = {
        "b/a.html": page("Le pont"),
        "a.txt": TEXT,
        "c.jsonl": f"{RECORD}\n{RECORD}\n".encode(),
        "c.xlsx": workbook({"a": [["texte"], ["Le pont ferme."]]}),
        "photo.jpg": b"\xff\xd8",
        ".cache/x.txt": TEXT,
        "__MACOSX/._a.txt": TEXT,
        "e.warc.gz": warc([("https://a.example/1", "200 OK", "text/html", page("Le pont"))]),
    }
    taken = ["a.txt", "b/a.html", "c.jsonl#1", "c.jsonl#2", "c.xlsx!", "c.xlsx#2"]
    expected = [f"a.zip!/{name}" for name in [*taken]]
    expected += ["https://a.example/1", "a.zip!/photo.jpg!"]
    assert names(read(zipped(members), "a.zip")) == expected
    found = names(read(tarred(members), "a.tar"))
    assert sorted(found) == sorted(name.replace("a.zip", "a.tar") for name in expected)


@pytest.mark.parametrize(
    ("pack", "suffix"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")]
)
def test_compressed_files_are_read(read: Read, pack: Callable[[bytes], bytes], suffix: str) -> None:
    assert names(read(pack(TEXT), f"a.txt.{suffix}")) == [f"a.txt.{suffix}"]
    found = read(pack(tarred({"a.txt": TEXT})), f"a.txt.{suffix}")
    assert names(found) == [f"a.txt.{suffix}"]  # the name tells


def test_a_compressed_tar_is_read(read: Read) -> None:
    data = gzip.compress(tarred({"a.txt": TEXT}))
    assert names(read(data, "a.tar.gz")) == ["a.tar.gz!/a.txt"]


def test_a_tgz_is_read(read: Read) -> None:
    data = gzip.compress(tarred({"a.txt": TEXT, "b.jsonl.gz": gzip.compress(RECORD.encode())}))
    assert names(read(data, "a.tgz")) == ["a.tgz!/a.txt", "a.tgz!/b.jsonl.gz!"]


def test_archives_within_archives_are_left(read: Read) -> None:
    inner = zipped({"a.txt": TEXT})
    found = read(zipped({"b.zip": zipped({"c.zip": inner, "d.txt": TEXT})}), "a.zip")
    assert names(found) == ["a.zip!/b.zip!/c.zip!", "a.zip!/b.zip!/d.txt"]
    assert "archive within archives" in told(found)


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "/etc/out.txt",
        "a/../../out.txt",
        "C:\\out.txt",
        "..\\out.txt",
        "\\\\h\\out.txt",
    ],
)
def test_a_name_that_leads_out_is_told(read: Read, name: str) -> None:
    assert "out of the archive" in told(read(zipped({name: TEXT}), "a.zip"))
    assert "out of the archive" in told(read(tarred({name: TEXT}), "a.tar"))


def test_links_and_devices_are_left(read: Read) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for way, name in ((tarfile.SYMTYPE, "a.txt"), (tarfile.CHRTYPE, "b.txt")):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = way, "/etc/passwd"
            archive.addfile(member)
    assert names(read(out.getvalue(), "a.tar")) == ["a.tar!/a.txt!", "a.tar!/b.txt!"]


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "zip": lambda data: zipped({"a.jsonl": data}),
    "jsonl.gz": lambda data: gzip.compress(data, 6),
    "jsonl.bz2": bz2.compress,
    "jsonl.xz": lambda data: lzma.compress(data, preset=0),
    "tgz": lambda data: gzip.compress(tarred({"a.jsonl": data}), 6),
}


@pytest.mark.parametrize("ending", PACKED)
def test_a_bomb_is_left_before_it_fills_the_memory(read: Read, ending: str) -> None:
    line = b'{"text": "' + b"a" * 200_000 + b'"}\n'
    data = PACKED[ending](line * 150)
    found = read(data, f"a.{ending}")
    refusals = {item.reason for item in found if isinstance(item, Refusal)}
    assert refusals == {"swells out of all proportion when it is decompressed"}
    assert isinstance(found[0], Capture)
    assert len(found) * len(line) < archives.FREE + len(data) * archives.MOST_SWELLING + len(line)


def test_a_zip_that_lies_about_its_sizes_is_left(read: Read) -> None:
    data = bytearray(zipped({"a.txt": b"a" * 50_000_000}))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 10)  # says ten bytes
    found = read(bytes(data), "a.zip")
    assert len(found) == 1
    assert isinstance(found[0], Refusal) or len(found[0].data) <= 10


def test_a_tar_whose_header_claims_to_be_huge_is_left(read: Read) -> None:
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 5_000_000_000
    data = header.tobuf(tarfile.GNU_FORMAT) + b"a" * 10_000
    assert "broken" in told(read(data, "a.tar"))


def test_an_archive_of_too_many_files_is_read_in_part(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    members = {f"{n}.txt": TEXT for n in range(5)}
    for data, name in ((zipped(members), "a.zip"), (tarred(members), "a.tar")):
        found = read(data, name)
        assert sum(isinstance(item, Capture) for item in found) == 3
        assert "more than 3 files" in told(found)


def test_all_that_comes_out_of_an_archive_is_bounded(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_OUT", 100_000)
    members = {f"{n}.txt": os.urandom(30_000).hex().encode() for n in range(5)}
    found = read(zipped(members, zipfile.ZIP_STORED), "a.zip")
    assert [type(item) for item in found] == [Capture, Refusal]


def test_a_locked_zip_is_told(read: Read) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    assert "password" in told(read(bytes(data), "a.zip"))


def test_a_broken_member_does_not_stop_the_others(read: Read) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT * 2}, zipfile.ZIP_STORED))
    data[data.index(TEXT)] ^= 1
    found = read(bytes(data), "a.zip")
    assert names(found) == ["a.zip!/a.txt!", "a.zip!/b.txt"]
    assert "broken" in told(found)


def test_an_empty_archive_is_told(read: Read) -> None:
    assert told(read(zipped({}), "a.zip")) == "an empty archive"
    assert told(read(tarred({}), "a.tar")) == "an empty archive"


def test_what_is_packed_again_and_again_is_left(read: Read) -> None:
    data = TEXT
    for _ in range(5):
        data = gzip.compress(data)
    (found,) = read(data, "a.gz.gz.gz.gz.gz")
    assert isinstance(found, Capture)
    (refused,) = clean.documents(found, FRENCH)
    assert isinstance(refused, Refusal)
    assert "gzip" in refused.reason
