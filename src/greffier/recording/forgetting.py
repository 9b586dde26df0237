"""An article taken out for good, with all that only it supported and all that was said of it."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.recording import take_out
from greffier.recording.disagreeing import refresh
from greffier.recording.merging import resettle
from greffier.store.base import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went with an article: the addresses at which its text was printed, judgements about
    it, entries that are gone, and entries that others attest too (`touched`)."""

    document: str
    uris: tuple[str, ...]
    judgements: tuple[str, ...]
    gone: tuple[str, ...]
    touched: tuple[str, ...]


def forget(store: Store, told: str) -> list[Forgotten]:
    """Forget an article, by its id or by an address at which it was printed; its text goes with
    all its printings. Empty when the record has no such article."""
    found = [told] if store.has(told) else store.documents_at(told)
    return [_forget(store, document) for document in found]


def _forget(store: Store, document: str) -> Forgotten:
    with store.writing():
        uris = [printing.uri for printing in store.printings(document)]
        nodes = [node.id for node in store.nodes_of_document(document)]
        before = {*store.entries_of_nodes(nodes).values()}
        changed = take_out(store, document)
        judgements = store.forget(document)
        changed |= resettle(store, store.judgements())
        refresh(store, changed)
        stay = {*store.entry_rows(before | changed)}
    return Forgotten(
        document=document,
        uris=tuple(uris),
        judgements=tuple(judgements),
        gone=tuple(sorted(before - stay)),
        touched=tuple(sorted(stay)),
    )
