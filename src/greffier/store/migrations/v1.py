"""Version 1: articles, nodes and forms, entries, judgements, disagreements, words."""

from __future__ import annotations

ARTICLES = (
    """CREATE TABLE articles (
        number KEY, document WORD NOT NULL UNIQUE, uri WORD NOT NULL, outlet WORD, title WORD,
        published WORD, published_from WORD, language WORD, sha256 WORD NOT NULL,
        reading BYTES NOT NULL, added WORD NOT NULL)""",
    "CREATE INDEX articles_outlet ON articles (outlet, published)",
    "CREATE INDEX articles_published ON articles (published)",
    """CREATE TABLE printings (
        document WORD NOT NULL, uri WORD NOT NULL, outlet WORD, title WORD, published WORD,
        PRIMARY KEY (document, uri))""",
)
NODES = (
    """CREATE TABLE nodes (
        id WORD PRIMARY KEY, document WORD NOT NULL, layer WORD NOT NULL, kind WORD NOT NULL,
        form WORD NOT NULL, told_form WORD NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL, published WORD,
        keys WORD, evidence WORD NOT NULL, facts BYTES)""",
    "CREATE INDEX nodes_document ON nodes (document, layer)",
    "CREATE INDEX nodes_form ON nodes (form, document)",
    "CREATE INDEX nodes_apart ON nodes (id, form) WHERE form <> told_form",
    """CREATE TABLE forms (
        id WORD PRIMARY KEY, layer WORD NOT NULL, kind WORD NOT NULL, entry WORD,
        stands INTEGER NOT NULL DEFAULT 0, ranked WORD NOT NULL, first_node WORD NOT NULL,
        count INTEGER NOT NULL, leans INTEGER NOT NULL, facts BYTES NOT NULL)""",
    "CREATE INDEX forms_entry ON forms (entry, count)",
    """CREATE TABLE form_keys (
        layer WORD NOT NULL, key WORD NOT NULL, form WORD NOT NULL,
        PRIMARY KEY (layer, key, form)) COMPACT""",
    "CREATE INDEX form_keys_form ON form_keys (form)",
    """CREATE TABLE names (
        folded WORD NOT NULL, form WORD NOT NULL, PRIMARY KEY (folded, form)) COMPACT""",
    "CREATE INDEX names_form ON names (form)",
    """CREATE TABLE links (
        layer WORD NOT NULL, one WORD NOT NULL, other WORD NOT NULL, weak INTEGER NOT NULL,
        data WORD NOT NULL, PRIMARY KEY (layer, one, other))""",
    "CREATE INDEX links_other ON links (layer, other)",
    """CREATE TABLE rulings (
        layer WORD NOT NULL, one WORD NOT NULL, other WORD NOT NULL, verdict WORD NOT NULL,
        data WORD NOT NULL, PRIMARY KEY (layer, one, other, verdict))""",
    "CREATE INDEX rulings_other ON rulings (layer, other)",
)
ENTRIES = (
    """CREATE TABLE entries (
        id WORD PRIMARY KEY, layer WORD NOT NULL, kind WORD NOT NULL, label WORD NOT NULL,
        folded WORD NOT NULL, country WORD, attestations INTEGER NOT NULL, mode WORD, status WORD,
        first WORD, last WORD, published WORD)""",
    "CREATE INDEX entries_kind ON entries (layer, kind, attestations)",
    "CREATE INDEX entries_first ON entries (layer, first)",
    "CREATE INDEX entries_published ON entries (layer, published)",
    "CREATE INDEX entries_folded ON entries (layer, folded)",
    """CREATE TABLE former (
        node WORD PRIMARY KEY, document WORD NOT NULL, layer WORD NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL)""",
    """CREATE TABLE reviews (
        layer WORD NOT NULL, one WORD NOT NULL, other WORD NOT NULL, leaning WORD,
        score REAL NOT NULL, data WORD NOT NULL, PRIMARY KEY (layer, one, other))""",
    "CREATE INDEX reviews_one ON reviews (one)",
    "CREATE INDEX reviews_other ON reviews (other)",
    "CREATE INDEX reviews_leaning ON reviews (leaning)",
    "CREATE INDEX reviews_score ON reviews (score)",
    """CREATE TABLE disagreements (
        id WORD PRIMARY KEY, kind WORD NOT NULL, layer WORD NOT NULL, entry WORD NOT NULL,
        weight REAL NOT NULL, data WORD NOT NULL)""",
    "CREATE INDEX disagreements_entry ON disagreements (entry)",
    "CREATE INDEX disagreements_weight ON disagreements (weight)",
    """CREATE TABLE judgements (
        number KEY, id WORD NOT NULL UNIQUE, data WORD NOT NULL)""",
)
TOLD = (
    """CREATE TABLE told (
        node WORD PRIMARY KEY, document WORD NOT NULL, layer WORD NOT NULL, kind WORD NOT NULL,
        type WORD, mode WORD, status WORD NOT NULL, first WORD, last WORD,
        block WORD, data BYTES NOT NULL)""",
    "CREATE INDEX told_document ON told (document)",
    "CREATE INDEX told_block ON told (block)",
    "CREATE INDEX told_type ON told (layer, type)",
    """CREATE TABLE parts (
        node WORD NOT NULL, role WORD NOT NULL, target WORD NOT NULL,
        PRIMARY KEY (node, role, target)) COMPACT""",
    "CREATE INDEX parts_target ON parts (target, role)",
    """CREATE TABLE offices (
        node WORD NOT NULL, document WORD NOT NULL, published WORD, data BYTES NOT NULL)""",
    "CREATE INDEX offices_node ON offices (node)",
    "CREATE INDEX offices_document ON offices (document)",
)
STATEMENTS = (*ARTICLES, *NODES, *ENTRIES, *TOLD)
