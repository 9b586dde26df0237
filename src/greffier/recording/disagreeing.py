"""Disagreements about entries that changed, found anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from greffier.model.facts import EventFacts, FigureFacts, StatementFacts
from greffier.model.record import Disagreement, Layer, Node
from greffier.record.disagreements import find
from greffier.store.base import Store

LAYERS = (Layer.EVENT, Layer.STATEMENT, Layer.FIGURE)


def refresh(store: Store, changed: Iterable[str]) -> None:
    """Find the disagreements about these entries anew, and about those that are told in
    paragraphs whose copies changed: copies are one witness."""
    rows = store.entry_rows(changed)
    texts = [id for id, row in rows.items() if row.layer is Layer.TEXT]
    asked = {id for id, row in rows.items() if row.layer in LAYERS}
    asked |= store.entries_with_texts(texts)
    found: list[Disagreement] = []
    for entry in store.kept_entries(asked):
        nodes = store.nodes_of_forms(form.id for form in store.forms_of_entries([entry.id]))
        if len({node.anchor.document for node in nodes}) > 1:
            found += find(entry, nodes, _among(witnesses(store, nodes)))
    store.put_disagreements(asked, found)


def witnesses(store: Store, nodes: Iterable[Node]) -> Mapping[str, str]:
    """Who is behind each node: the first article that has its paragraph, else its own."""
    blocks = {node.id: _block(node) for node in nodes}
    texts = store.entries_of_forms(block for block in blocks.values() if block)
    first = store.documents(texts.values())
    return {
        node.id: first.get(texts.get(blocks[node.id] or "", ""), node.anchor.document)
        for node in nodes
    }


def _block(node: Node) -> str | None:
    facts = node.facts
    return facts.block if isinstance(facts, EventFacts | StatementFacts | FigureFacts) else None


def _among(behind: Mapping[str, str]) -> Callable[[Node], str]:
    return lambda node: behind[node.id]
