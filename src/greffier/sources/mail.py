"""Newsletters and dispatches received as mail: a message (EML), or a box of them (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses
from typing import BinaryIO

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import Found, Kind, all_of
from greffier.sources.parts import article_pages, markup, wrapping
from greffier.sources.parts.articles import article
from greffier.sources.parts.days import day

LARGEST_MESSAGE = 50_000_000
"""Bytes, with what is attached; servers refuse messages of more than 25 to 50 MB."""
_HEADERS = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Delivered-To|Message-ID|Sender"
    rb"|Reply-To|DKIM-Signature|X-[\w-]+|Content-[\w-]+|List-[\w-]+|ARC-[\w-]+):[^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*){2}",
    re.I,
)
_FROM = re.compile(rb"From .*\d{4}\s*$")
"""The line that opens a message of a box: « From », an address, a date."""
_LONGEST_FROM = 1000
_ESCAPED = re.compile(rb"^>(>*From )")
FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError)
"""How the standard library gives up on headers and encodings that break the rules."""
REMEDY = "Save the message again as EML, or as text."


def message(stream: BinaryIO, uri: str) -> Iterator[Found]:
    yield from _read(all_of(stream, LARGEST_MESSAGE), uri)


def box(stream: BinaryIO, uri: str) -> Iterator[Found]:
    """Each message of a box, one in memory at a time."""
    number = 0
    for number, data in enumerate(_messages(stream), start=1):
        name = f"{uri}#{number}"
        if data is None:
            reason = f"a message larger than {LARGEST_MESSAGE // 1_000_000} MB"
            yield Refusal(name, reason, "Save its text by itself.")
        else:
            yield from _read(data, name)
    if not number:
        yield Refusal(uri, "a box without messages", "Save the messages again, as mbox or EML.")


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """The messages of a box; null for one that is too large, which is skipped unread."""
    lines: list[bytes] = []
    size = 0
    opened, blank = False, True
    while line := stream.readline(_LONGEST_LINE):
        if blank and len(line) < _LONGEST_FROM and _FROM.match(line):
            if opened:
                yield b"".join(lines) if size <= LARGEST_MESSAGE else None
            opened, size = True, 0
            lines.clear()
        elif opened:
            size += len(line)
            if size <= LARGEST_MESSAGE:
                lines.append(_ESCAPED.sub(rb"\1", line))
        blank = not line.strip()
    if opened:
        yield b"".join(lines) if size <= LARGEST_MESSAGE else None


_LONGEST_LINE = 1 << 20


def _read(data: bytes, uri: str) -> Iterator[Found]:
    """The text of a message, then what is attached to it and was not read."""
    try:
        parsed = message_from_bytes(data, policy=policy.default)
        body = parsed.get_body(("html", "plain"))
        text = _text(body) if body is not None else ""
        given, attached = _given(parsed), list(_attached(parsed))
    except FAULTS as error:
        yield Refusal(uri, f"a broken message ({type(error).__name__})", REMEDY)
        return
    if attached:
        told = f"attachments left out: {', '.join(attached)}"
        yield Refusal(uri, told, "Save them and read them as files.", partly_read=True)
    yield article(uri, text.split(markup.BETWEEN), given)


def _text(body: MIMEPart) -> str:
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    known = article_pages.encoding(data, str(body["content-type"] or ""))
    fits = known or article_pages.encoding(data, "charset=utf-8") or "windows-1252"
    told = data.decode(fits, "replace")
    if body.get_content_subtype() == "html":
        return markup.text_of(told)
    return wrapping.unwrapped(told)


def _given(parsed: EmailMessage) -> Given:
    sender = getaddresses([_header(parsed, "from")])[:1]
    return Given(
        published=day(_header(parsed, "date")),
        outlet=next((name or address for name, address in sender), None) or None,
        title=_header(parsed, "subject").strip() or None,
    )


def _header(parsed: EmailMessage, name: str) -> str:
    """A header's text, empty where there is none or it breaks the rules."""
    try:
        return str(parsed[name] or "")
    except FAULTS:
        return ""


def _attached(parsed: EmailMessage) -> Iterator[str]:
    for part in parsed.iter_attachments():
        if part.get_content_maintype() not in ("image", "multipart"):
            yield part.get_filename() or part.get_content_type()


def _is_message(head: bytes) -> bool:
    return bool(_HEADERS.match(head.replace(b"\r\n", b"\n")))


EML = Kind(
    "mail",
    (".eml",),
    _is_message,
    message,
    "a message: its text, its subject as title, its sender as outlet; attachments are named",
)
MBOX = Kind(
    "mail box",
    (".mbox", ".mbx"),
    lambda head: bool(_FROM.match(head.partition(b"\n")[0])),
    box,
    "the messages of an mbox file, each as a message of its own",
    many=True,
)
