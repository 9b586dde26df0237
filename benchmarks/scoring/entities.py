"""Entities and their roles; and which of the reading's entities is which of the gold's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from benchmarks.gold import GoldArticle
from benchmarks.scoring.tally import Tallies, pair

FAMILY = {
    "organization": "actor",
    "group": "actor",
    "country": "actor",
    "place": "place",
    "person": "person",
}
LAYERS = {
    "persons": {"person"},
    "organizations": {"organization", "group"},
    "countries": {"country"},
    "places": {"place"},
}
DETERMINER = re.compile(r"^(?:l'|d'|(?:les?|la|des?|du|un|une|ce|cette|ces|son|sa|ses|leurs?) )")


def normal(name: str) -> str:
    """A name without case, kind of apostrophe or space, and leading determiners."""
    name = re.sub(r"\s+", " ", name.replace("’", "'")).strip().casefold()
    while (shorter := DETERMINER.sub("", name)) != name and shorter:
        name = shorter
    return name


@dataclass(frozen=True, slots=True)
class Alignment:
    """Gold entity ids to the reading's."""

    same: dict[str, str]

    @classmethod
    def of(cls, article: GoldArticle, reading: dict[str, Any]) -> Alignment:
        wanted, found = article.gold["entities"], reading["entities"]
        surfaces = {e["id"]: _surface(e, article.text) for e in found}

        def alike(w: dict[str, Any], g: dict[str, Any]) -> float:
            return _alike(w, g, surfaces[g["id"]])

        pairs = pair(wanted, found, alike)
        return cls({wanted[i]["id"]: found[j]["id"] for i, j in pairs.items()})

    def agrees(self, wanted: str | None, found: str | None) -> bool:
        """Whether the reading's entity is the gold one; both absent counts as right."""
        if wanted is None or found is None:
            return wanted is found
        return self.same.get(wanted) == found


def _surface(entity: dict[str, Any], text: str) -> set[str]:
    named = {
        normal(text[m["start"] : m["end"]])
        for m in entity["mentions"]
        if m.get("kind", "name") == "name"
    }
    return named | {normal(entity["name"])}


def _alike(wanted: dict[str, Any], found: dict[str, Any], surface: set[str]) -> float:
    families = {FAMILY[wanted["kind"]], FAMILY[found["kind"]]}
    if len(families) == 2 and families != {"actor", "place"}:
        return 0.0
    shared = len(({normal(a) for a in wanted["aliases"]} | {normal(wanted["name"])}) & surface)
    if not shared and wanted["kind"] == "group":
        core = normal(wanted["name"])
        shared = any(core in s or (len(s) > 5 and s in core) for s in surface)
    return shared + 0.5 * (wanted["kind"] == found["kind"]) if shared else 0.0


def score_entities(
    article: GoldArticle, reading: dict[str, Any], alignment: Alignment, tallies: Tallies
) -> None:
    found = {e["id"]: e for e in reading["entities"]}
    for layer, kinds in LAYERS.items():
        _score_kinds(layer, kinds, article, found, alignment, tallies)
    for want in article.gold["entities"]:
        got = found.get(alignment.same.get(want["id"], ""))
        if got and want.get("country"):
            tallies["entity country"].add(want["country"] == got["country"], 1, 1)
        if want["kind"] == "person":
            where = f"{article.name}: {want['name']}"
            tallies.compare("roles", where, _roles(want), _roles(got or {}))


def _score_kinds(  # noqa: PLR0913 - the two sides of a comparison and where it is counted
    layer: str,
    kinds: set[str],
    article: GoldArticle,
    found: dict[str, dict[str, Any]],
    alignment: Alignment,
    tallies: Tallies,
) -> None:
    wanted = [e for e in article.gold["entities"] if e["kind"] in kinds]
    got = [e for e in found.values() if e["kind"] in kinds]
    hits = {
        e["id"]: alignment.same[e["id"]]
        for e in wanted
        if e["id"] in alignment.same and found[alignment.same[e["id"]]]["kind"] in kinds
    }
    tally = tallies[layer]
    tally.add(len(hits), len(got), len(wanted))
    missed = [e["name"] for e in wanted if e["id"] not in hits]
    spurious = [e["name"] for e in got if e["id"] not in hits.values()]
    tally.misses += [f"{article.name}: missed {name!r}" for name in missed]
    tally.misses += [f"{article.name}: spurious {name!r}" for name in spurious]


def _roles(entity: dict[str, Any]) -> set[tuple[str, str | None]]:
    return {(normal(r["function"]), r.get("country")) for r in entity.get("roles", [])}
