"""The proof of one report, to be pasted where it is cited: quotation, outlet, date, address.

Forms: plain text, Markdown, CSL-JSON (the Citation Style Language's input, for Zotero and
others), and a W3C Web Annotation with a text position and a text quote selector.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from greffier.model.told import Passage
from greffier.views.shown import ArticleRef, Attestation

AROUND = 32
"""Code points of prefix and suffix in a text quote selector."""

Write = Callable[[Attestation, str], str]
"""The proof of an attestation; the second argument is the address at which the record shows it."""


def plain(attestation: Attestation, permalink: str) -> str:
    """« passage » — Outlet, title, 2019-03-18. address"""
    passage = _proof(attestation)
    return f"« {passage.text} » — {_credit(attestation.article)}. {permalink}"


def markdown(attestation: Attestation, permalink: str) -> str:
    """The passage as a block quotation, the credit as a link."""
    passage = _proof(attestation)
    lines = "\n".join(f"> {line}" for line in passage.text.splitlines())
    credit = _credit(attestation.article).replace("[", r"\[").replace("]", r"\]")
    return f"{lines}\n>\n> — [{credit}]({permalink})"


def csl(attestation: Attestation, permalink: str) -> str:
    """One CSL-JSON item; the passage is its note."""
    article = attestation.article
    item: dict[str, Any] = {
        "id": attestation.node,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.outlet,
        "URL": article.uri if article.uri.startswith("http") else permalink,
        "issued": _issued(article.published),
        "note": _proof(attestation).text,
    }
    return json.dumps([{k: v for k, v in item.items() if v}], ensure_ascii=False, indent=1)


def annotation(attestation: Attestation, permalink: str) -> str:
    """A W3C Web Annotation of the article, by position (code points) and by quotation."""
    passage = attestation.passages[0]
    before, after = _around(passage)
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": permalink,
            "type": "Annotation",
            "motivation": "identifying",
            "target": {
                "source": attestation.article.uri,
                "selector": [
                    {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": passage.text,
                        "prefix": before,
                        "suffix": after,
                    },
                ],
            },
        },
        ensure_ascii=False,
        indent=1,
    )


FORMS: Mapping[str, Write] = MappingProxyType(
    {"text": plain, "markdown": markdown, "csl-json": csl, "web-annotation": annotation}
)


def _proof(attestation: Attestation) -> Passage:
    """What to cite: the sentence of an event or figure, whose passage is a word or two; the
    words of a statement."""
    passage = attestation.passages[0]
    if attestation.kind == "statement":
        return passage
    start = passage.context_start
    end = start + len(passage.context)
    return Passage(passage.document, start, end, passage.context, passage.context, start)


def _around(passage: Passage) -> tuple[str, str]:
    at = passage.start - passage.context_start
    before = passage.context[:at]
    after = passage.context[at + len(passage.text) :]
    return before[-AROUND:], after[:AROUND]


def _credit(article: ArticleRef) -> str:
    told = (article.outlet, article.title, article.published)
    return ", ".join(part for part in told if part) or article.uri


def _issued(published: str | None) -> dict[str, list[list[int]]] | None:
    """A date as CSL writes it: year, month and day as far as they are known."""
    parts = [int(part) for part in (published or "").split("-") if part.isdigit()]
    return {"date-parts": [parts]} if parts else None
