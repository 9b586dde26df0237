"""Forms, links and entries into tables and back: what merging makes of what was told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from greffier.model.facts import EntityFacts
from greffier.model.record import (
    Assembly,
    Disagreement,
    Entry,
    Form,
    Judgement,
    Layer,
    Link,
)
from greffier.store.base import disagreement_id
from greffier.store.codec import dump, load
from greffier.store.keeping import FORM, Keeping, form_row, plain
from greffier.store.summary import Summary, summary
from greffier.store.words import folded, words

ENTRY = (
    "id, layer, kind, label, folded, country, attestations, mode, status, first, last,"
    " published, data"
)


class Merging(Keeping):
    """The part of a store that keeps what merging makes of articles."""

    def put_forms(self, forms: Iterable[Form]) -> None:
        """Keep forms as they now are; where they stand is left as it was."""
        known = list(forms)
        self.database.many(
            f"INSERT INTO forms ({FORM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, ranked = excluded.ranked,"
            " first_node = excluded.first_node, count = excluded.count, leans = excluded.leans,"
            " facts = excluded.facts",
            [form_row(form) for form in known],
        )
        self.database.many(
            "INSERT INTO names (folded, form) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [
                (f" {fold(name)}", form.id)
                for form in known
                if isinstance(form.facts, EntityFacts)
                for name in (form.facts.name, *form.facts.spellings)
            ],
        )

    def put_keys(self, keys: Iterable[tuple[Layer, str, str]]) -> None:
        """Keep (layer, key, form) by which forms are found."""
        self.database.many(
            "INSERT INTO form_keys (layer, key, form) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            list(keys),
        )

    def drop_forms(self, forms: Iterable[str]) -> None:
        """Forget forms that no node has any more, with all that rests on them."""
        gone = list(forms)
        for table, column in (("forms", "id"), ("form_keys", "form"), ("names", "form")):
            self.database.run_among(f"DELETE FROM {table} WHERE {column} IN ({{}})", gone)
        for table in ("links", "reviews"):
            for column in ("one", "other"):
                self.database.run_among(f"DELETE FROM {table} WHERE {column} IN ({{}})", gone)

    def keys_of(self, forms: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        rows = self.database.among("SELECT form, key FROM form_keys WHERE form IN ({})", forms)
        for form, key in sorted(rows):
            found.setdefault(form, []).append(key)
        return found

    def near(self, layer: Layer, keys: Iterable[str]) -> list[Form]:
        rows = self.database.among(
            "SELECT DISTINCT form FROM form_keys WHERE layer = ? AND key IN ({})", keys, [layer]
        )
        return self.forms(form for (form,) in rows)

    def links_of(self, layer: Layer, forms: Iterable[str]) -> list[Link]:
        asked = list(forms)
        found = {
            (one, other): data
            for side in ("one", "other")
            for one, other, data in self.database.among(
                f"SELECT one, other, data FROM links WHERE layer = ? AND {side} IN ({{}})",
                asked,
                [layer],
            )
        }
        return [load(Link, found[pair]) for pair in sorted(found)]

    def entries_of_forms(self, forms: Iterable[str]) -> dict[str, str]:
        rows = self.database.among("SELECT id, entry FROM forms WHERE id IN ({})", forms)
        return {form: entry for form, entry in rows if entry is not None}

    def forms_of_entries(self, entries: Iterable[str]) -> list[Form]:
        """The forms that stand or lean in some entries."""
        rows = self.database.among("SELECT id FROM forms WHERE entry IN ({})", entries)
        return self.forms(form for (form,) in rows)

    def kept_entries(self, ids: Iterable[str]) -> list[Entry]:
        """Entries as merging gave them, by their own ids."""
        rows = self.database.among("SELECT data FROM entries WHERE id IN ({})", ids)
        return sorted((load(Entry, data) for (data,) in rows), key=lambda entry: entry.id)

    def put_assembly(self, assembly: Assembly) -> None:
        database = self.database
        stood = set(self.entries_of_forms(assembly.region).values())
        moved = set(self.entries_of_forms(form for form, _ in assembly.leaning).values())
        database.run_among("DELETE FROM entries WHERE id IN ({})", stood)
        self._put_links(assembly)
        standing = [(e.id, form) for e in assembly.entries for form in e.forms]
        leaning = [(entry, form) for form, entry in assembly.leaning]
        database.many("UPDATE forms SET entry = ? WHERE id = ?", [*standing, *leaning])
        self._put_entries(assembly.entries)
        known = {entry.id for entry in assembly.entries}
        left = {entry for entry, _ in leaning} | moved
        self._put_entries(self.kept_entries(left - known - stood))

    def _put_links(self, assembly: Assembly) -> None:
        database, layer = self.database, assembly.layer
        for side in ("one", "other"):
            sql = f"DELETE FROM links WHERE layer = ? AND {side} IN ({{}})"
            database.run_among(sql, assembly.judged, [layer])
            sql = f"DELETE FROM reviews WHERE layer = ? AND {side} IN ({{}})"
            database.run_among(sql, assembly.region | assembly.judged, [layer])
        database.many(
            "INSERT INTO links (layer, one, other, data) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (layer, one, other) DO UPDATE SET data = excluded.data",
            [(layer, link.one, link.other, dump(link)) for link in assembly.links],
        )
        database.many(
            "INSERT INTO reviews (layer, one, other, score, data) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (layer, one, other) DO UPDATE SET score = excluded.score,"
            " data = excluded.data",
            [(layer, u.one, u.other, u.score, dump(u)) for u in assembly.unsure],
        )

    def _put_entries(self, entries: Sequence[Entry]) -> None:
        """Keep entries with what sorts and filters them."""
        summaries = {entry.id: self._summary(entry) for entry in entries}
        self.database.run_among("DELETE FROM entries WHERE id IN ({})", summaries)
        self.database.many(
            f"INSERT INTO entries ({ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    e.id,
                    e.layer,
                    e.kind,
                    plain(e.label),
                    fold(e.label),
                    *summaries[e.id].columns,
                    dump(e),
                )
                for e in entries
            ],
        )
        self.database.many(
            "INSERT INTO former (entry, node) VALUES (?, ?) ON CONFLICT (entry) DO NOTHING",
            [(e.id, summaries[e.id].first_node) for e in entries],
        )

    def _summary(self, entry: Entry) -> Summary:
        counted = self.database.rows("SELECT SUM(count) FROM forms WHERE entry = ?", (entry.id,))[
            0
        ][0]
        forms = self.forms(entry.forms) or self.forms_of_entries([entry.id])
        told = []
        if entry.layer in (Layer.EVENT, Layer.STATEMENT, Layer.FIGURE):
            rows = self.database.among(
                "SELECT node, type, mode, status, first, last FROM told WHERE form IN ({})",
                entry.forms,
            )
            told = sorted(rows)
        countries = [f.facts.country for f in forms if isinstance(f.facts, EntityFacts)]
        return summary(forms, told, int(counted or 0), countries)

    def put_disagreements(self, entries: Iterable[str], found: Iterable[Disagreement]) -> None:
        self.database.run_among("DELETE FROM disagreements WHERE entry IN ({})", entries)
        self.database.many(
            "INSERT INTO disagreements (id, kind, layer, entry, weight, data)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            [(disagreement_id(d), d.kind, d.layer, d.entry, d.weight, dump(d)) for d in found],
        )

    def add_judgement(self, judgement: Judgement) -> bool:
        if self.database.rows("SELECT 1 FROM judgements WHERE id = ?", (judgement.id,)):
            return False
        self.database.run(
            "INSERT INTO judgements (id, data) VALUES (?, ?)", (judgement.id, dump(judgement))
        )
        return True

    def judgements(self) -> list[Judgement]:
        rows = self.database.rows("SELECT data FROM judgements ORDER BY number")
        return [load(Judgement, data) for (data,) in rows]


def fold(text: str) -> str:
    """A text's words folded, to sort and find it by."""
    return " ".join(map(folded, words(text)))
