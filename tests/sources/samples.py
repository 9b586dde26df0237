"""A sample of each kind of source: files of `files/`, and those that the reference writer of a
format makes. Persons and outlets are invented."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import docx
import openpyxl
import pyarrow
from fpdf import FPDF
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FILES = Path(__file__).parent / "files"
ARTICLE = "Le pont de Vercourt ferme.\r\n\r\nLe maire l’a annoncé mardi."
RECORD = json.dumps({"text": ARTICLE})
ROWS = (
    ("Titre", "Date", "Média", "Texte", "Lien"),
    (
        "Le pont ferme",
        "03/04/2023",
        "Le Phare",
        "Le pont de Vercourt ferme lundi.",
        "https://a.example/1",
    ),
    (
        "La mairie renonce",
        "2023-04-12",
        "La Marche",
        "La maire de Lambrec renonce.",
        "https://a.example/2",
    ),
)
FONT = "DejaVuSans.ttf"
PAGE = (
    "<!DOCTYPE html><html lang='fr'><head><title>{title}</title>"
    "<meta property='og:type' content='article'></head><body><main><article><h1>{title}</h1>"
    "<p>{text}</p></article></main></body></html>"
)


def file(name: str) -> bytes:
    return (FILES / name).read_bytes()


def page(title: str, text: str = ARTICLE) -> bytes:
    return PAGE.format(title=title, text=text).encode()


def zipped(members: Mapping[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            told = tarfile.TarInfo(name)
            told.size = len(data)
            archive.addfile(told, io.BytesIO(data))
    return out.getvalue()


def warc(
    pages: Iterable[tuple[str, str, str, bytes]], compressed: bool = True, encoded: bool = False
) -> bytes:
    """Answers as (address, status line, media type, body), written by warcio."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "tests"}))
    for address, status, media, body in pages:
        headers = [("Content-Type", media)]
        if encoded:
            body = gzip.compress(body)
            headers.append(("Content-Encoding", "gzip"))
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        answer = writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=http
        )
        asked = StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
        request = writer.create_warc_record(address, "request", http_headers=asked)
        writer.write_request_response_pair(request, answer)
    return out.getvalue()


def document(*paragraphs: str, title: str | None = None) -> bytes:
    """A DOCX written by python-docx."""
    made = docx.Document()
    if title:
        made.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(*paragraphs: str, width: float = 80.0) -> bytes:
    """A PDF of lines as wide as told (in mm), broken by fpdf2."""
    made = FPDF(format="A4")
    made.add_page()
    made.set_font("Times", size=11)
    for paragraph in paragraphs:
        made.multi_cell(width, 5, paragraph.replace("’", "'"), new_x="LMARGIN", new_y="NEXT")
        made.ln(4)
    return bytes(made.output())


def workbook(sheets: Mapping[str, Iterable[Iterable[object]]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parquet_table(columns: Mapping[str, list[object]]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(columns)), out)
    return out.getvalue()


def box(*messages: bytes) -> bytes:
    """An mbox written by the standard library."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "box"
        made = mailbox.mbox(path)
        for message in messages:
            made.add(message)
        made.close()
        return path.read_bytes()


ANSWER = ("https://phare.example/pont", "200 OK", "text/html", page("Le pont ferme"))
SAMPLES = {
    "text": ARTICLE.encode(),
    "html": f"<!DOCTYPE html><html><body><p>{ARTICLE}</p></body></html>".encode(),
    "JSON": f"[{RECORD},\n {RECORD}]".encode(),
    "JSON lines": f"{RECORD}\n{RECORD}\n".encode(),
    "RSS or Atom": file("rss.xml"),
    "JSON Feed": file("feed.json"),
    "ninjs": file("ninjs.json"),
    "NewsML-G2": file("newsml.xml"),
    "TEI": file("tei.xml"),
    "Europresse": file("europresse.html"),
    "Factiva": file("factiva.html"),
    "mail": file("newsletter.eml"),
    "mail box": box(file("newsletter.eml"), file("newsletter.eml")),
    "CSV": file("table.csv"),
    "Excel": workbook({"Articles": ROWS}),
    "Parquet": parquet_table(
        dict(zip(ROWS[0], map(list, zip(*ROWS[1:], strict=True)), strict=True))
    ),
    "PDF": pdf(ARTICLE),
    "DOCX": document(ARTICLE, title="Le pont"),
    "WARC": warc([ANSWER]),
    "WACZ": zipped(
        {"archive/a.warc.gz": warc([ANSWER]), "datapackage.json": b"{}"}, zipfile.ZIP_STORED
    ),
    "ZIP": zipped({"a.txt": ARTICLE.encode(), "b/c.html": page("Le pont")}),
    "tar": tarred({"a.txt": ARTICLE.encode()}),
    "compressed": gzip.compress(f"{RECORD}\n".encode()),
}
"""Of each kind, by its name."""


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
