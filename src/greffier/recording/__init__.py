"""How readings enter a record, and persons' judgements on it: each in one transaction.

The record is a function of its readings and judgements: the order in which they come, the
batches, and the store do not matter.
"""

from __future__ import annotations

from enum import StrEnum

from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.readings import kept, storable
from greffier.model.record import UNDATED, Layer
from greffier.model.told import Kept
from greffier.record.nodes import nodes
from greffier.recording import additions
from greffier.recording.disagreeing import refresh
from greffier.recording.explaining import explain
from greffier.recording.judging import judge, resettled
from greffier.recording.merging import apply, settled
from greffier.store.base import Store

__all__ = ["Added", "add", "explain", "judge", "remove"]


class Added(StrEnum):
    """What became of a reading."""

    NEW = "new"
    SAME = "same"  # it was there, and read the same
    AGAIN = "again"  # it was there, read differently
    COPY = "copy"  # its text is there, printed elsewhere before: one article, another printing


def add(store: Store, reading: Reading, language: Language) -> Added:
    """Put one article into a record: what it tells, and the entries around it.

    The same article read again takes the place of its former reading. A text that several outlets
    print word for word is one article, that of the earliest; the others are kept as printings.
    """
    found = storable(kept(reading))
    document = found.document.id
    told = nodes(found, language)
    addition = additions.addition(found, told)
    with store.writing():
        store.put_printing(addition.article)
        before, changed = store.article(document), set[str]()
        if before is not None:
            if before.uri != addition.article.uri and _rank(before) < _rank(addition.article):
                return Added.COPY
            if before.reading == addition.article.reading:
                return Added.SAME
            changed |= _take_out(store, document)
        store.put_article(addition, told, settled(store).own)
        changed |= apply(store, told, {})
        refresh(store, changed | resettled(store, document))
    return Added.AGAIN if before else Added.NEW


def remove(store: Store, document: str) -> bool:
    """Take an article out of a record; false when it is not in it. Judgements on it are kept."""
    with store.writing():
        if not store.has(document):
            return False
        changed = _take_out(store, document)
        refresh(store, changed | resettled(store, document))
    return True


def _rank(article: Kept) -> tuple[str, str, str]:
    """The order of printings: the earliest is the article."""
    return article.published or UNDATED, article.outlet or "", article.uri


def _take_out(store: Store, document: str) -> set[str]:
    """Take out what an article tells; returns the entries that changed."""
    layers: dict[str, Layer] = {
        node.id: node.anchor.layer for node in store.nodes_of_document(document)
    }
    gone = {form: layers[node] for node, form in store.placed(layers).items()}
    store.drop_article(document)
    return apply(store, (), gone)
