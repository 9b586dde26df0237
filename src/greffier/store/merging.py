"""Forms, links and entries into tables and back: what merging makes of what was told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

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
from greffier.store.summary import summary
from greffier.store.words import folded, words

ENTRY = (
    "id, layer, kind, label, folded, country, attestations, mode, status, first, last, published"
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
        """Forget forms that no node has any more; their links go with the next assembly."""
        gone = list(forms)
        for table, column in (("forms", "id"), ("names", "form")):
            self.database.run_among(f"DELETE FROM {table} WHERE {column} IN ({{}})", gone)

    def drop_keys(self, forms: Iterable[str]) -> None:
        self.database.run_among("DELETE FROM form_keys WHERE form IN ({})", forms)

    def near(self, layer: Layer, keys: Iterable[str]) -> list[Form]:
        rows = self.database.among(
            "SELECT DISTINCT form FROM form_keys WHERE layer = ? AND key IN ({})", keys, [layer]
        )
        return self.forms(form for (form,) in rows)

    def links(self, layer: Layer, forms: Iterable[str], weak: bool) -> list[Link]:
        asked = list(forms)
        found = {
            (one, other): data
            for side in ("one", "other")
            for one, other, data in self.database.among(
                "SELECT one, other, data FROM links"
                f" WHERE layer = ? AND weak = ? AND {side} IN ({{}})",
                asked,
                [layer, int(weak)],
            )
        }
        return [load(Link, found[pair]) for pair in sorted(found)]

    def rulings(self, layer: Layer, forms: Iterable[str]) -> list[Link]:
        """What persons' judgements say of some forms."""
        asked = list(forms)
        found = {
            tuple(key): data
            for side in ("one", "other")
            for *key, data in self.database.among(
                "SELECT one, other, verdict, data FROM rulings"
                f" WHERE layer = ? AND {side} IN ({{}})",
                asked,
                [layer],
            )
        }
        return [load(Link, found[key]) for key in sorted(found)]

    def all_rulings(self) -> list[Link]:
        rows = self.database.rows("SELECT data FROM rulings ORDER BY layer, one, other, verdict")
        return [load(Link, data) for (data,) in rows]

    def put_rulings(self, rulings: Iterable[Link]) -> None:
        """Replace all of them."""
        self.database.run("DELETE FROM rulings")
        self.database.many(
            "INSERT INTO rulings (layer, one, other, verdict, data) VALUES (?, ?, ?, ?, ?)",
            [(k.layer, k.one, k.other, k.verdict, dump(k)) for k in rulings],
        )

    def entries_of_forms(self, forms: Iterable[str]) -> dict[str, str]:
        rows = self.database.among("SELECT id, entry FROM forms WHERE id IN ({})", forms)
        return {form: entry for form, entry in rows if entry is not None}

    def forms_of_entries(self, entries: Iterable[str]) -> list[Form]:
        """The forms that stand or lean in some entries."""
        rows = self.database.among("SELECT id FROM forms WHERE entry IN ({})", entries)
        return self.forms(form for (form,) in rows)

    def kept_entries(self, ids: Iterable[str]) -> list[Entry]:
        """Entries as merging gave them, by their own ids."""
        asked = list(ids)
        standing: dict[str, list[str]] = {}
        for entry, form in self.database.among(
            "SELECT entry, id FROM forms WHERE stands = 1 AND entry IN ({})"
            " ORDER BY ranked, first_node",
            asked,
        ):
            standing.setdefault(entry, []).append(form)
        rows = self.database.among(
            "SELECT id, layer, kind, label FROM entries WHERE id IN ({}) ORDER BY id", asked
        )
        return [Entry(id, Layer(a), k, b, tuple(standing.get(id, ()))) for id, a, k, b in rows]

    def put_assembly(self, assembly: Assembly, stood: Iterable[str]) -> None:
        self._put_links(assembly)
        database = self.database
        leaning = dict(assembly.leaning)
        touched = assembly.region | leaning.keys()
        old = {*self.entries_of_forms(touched).values(), *stood}
        database.run_among("UPDATE forms SET entry = NULL WHERE id IN ({})", touched)
        standing = {form: entry.id for entry in assembly.entries for form in entry.forms}
        database.many(
            "UPDATE forms SET entry = ?, stands = ? WHERE id = ?",
            [
                (entry, int(form in standing), form)
                for form, entry in {**leaning, **standing}.items()
            ],
        )
        now = {entry.id for entry in assembly.entries}
        gone = old - now - {*leaning.values()}
        database.run_among("DELETE FROM entries WHERE id IN ({})", gone)
        database.run_among("DELETE FROM disagreements WHERE entry IN ({})", gone)
        self._put_entries(assembly.entries)
        database.run_among(
            "UPDATE entries SET attestations ="
            " (SELECT COALESCE(SUM(f.count), 0) FROM forms f WHERE f.entry = entries.id)"
            " WHERE id IN ({})",
            (old | {*leaning.values()}) - now,
        )

    def _put_links(self, assembly: Assembly) -> None:
        database, layer = self.database, assembly.layer
        database.many(
            "DELETE FROM links WHERE layer = ? AND one = ? AND other = ?",
            [(layer, *pair) for pair in assembly.dropped],
        )
        database.many(
            "INSERT INTO links (layer, one, other, weak, data) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (layer, one, other) DO UPDATE SET weak = excluded.weak,"
            " data = excluded.data",
            [(layer, k.one, k.other, int(k.weak), dump(k)) for k in assembly.links],
        )
        self._put_reviews(assembly)

    def _put_reviews(self, assembly: Assembly) -> None:
        """Pairs about what is touched are replaced: a weak one is about its leaning form."""
        database, layer = self.database, assembly.layer
        touched = assembly.region | {form for form, _ in assembly.leaning}
        database.run_among("DELETE FROM reviews WHERE leaning IN ({})", touched)
        for side in ("one", "other"):
            sql = f"DELETE FROM reviews WHERE layer = ? AND leaning IS NULL AND {side} IN ({{}})"
            database.run_among(sql, assembly.region, [layer])
        weak = {form for k in assembly.unsure if k.weak for form in (k.one, k.other)}
        leaning = {form.id for form in self.forms(weak) if form.leans}
        database.many(
            "INSERT INTO reviews (layer, one, other, leaning, score, data)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (layer, one, other) DO UPDATE SET leaning = excluded.leaning,"
            " score = excluded.score, data = excluded.data",
            [
                (
                    layer,
                    k.one,
                    k.other,
                    (k.one if k.one in leaning else k.other) if k.weak else None,
                    k.score,
                    dump(k),
                )
                for k in assembly.unsure
            ],
        )

    def _put_entries(self, entries: Sequence[Entry]) -> None:
        """Keep entries with what sorts and filters them."""
        summaries = {entry.id: self._summary(entry) for entry in entries}
        self.database.run_among("DELETE FROM entries WHERE id IN ({})", summaries)
        self.database.many(
            f"INSERT INTO entries ({ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    e.id,
                    e.layer,
                    e.kind,
                    plain(e.label),
                    fold(e.label),
                    *summaries[e.id],
                )
                for e in entries
            ],
        )

    def _summary(self, entry: Entry) -> tuple[Any, ...]:
        counted = self.database.rows("SELECT SUM(count) FROM forms WHERE entry = ?", (entry.id,))[
            0
        ][0]
        forms = self.forms(entry.forms) or self.forms_of_entries([entry.id])
        told = []
        if entry.layer in (Layer.EVENT, Layer.STATEMENT, Layer.FIGURE):
            rows = self.database.among(
                "SELECT t.node, t.type, t.mode, t.status, t.first, t.last"
                " FROM nodes n JOIN told t ON t.node = n.id WHERE n.form IN ({})",
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
