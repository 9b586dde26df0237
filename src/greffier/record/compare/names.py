"""A person's name taken apart: words that identify, without civilities, with particles known."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources

from greffier.record.compare.romanise import fold


@dataclass(frozen=True, slots=True)
class Name:
    """Folded words in order, given names first;
    `led` where the first word follows a particle (« ben Salmane Mohammed »)."""

    words: tuple[str, ...]
    led: bool = False

    @property
    def surname(self) -> str:
        return self.words[-1] if self.words else ""

    @property
    def is_full(self) -> bool:
        """Whether it holds more than one word, so that it can identify a person."""
        return len(self.words) > 1


@functools.cache
def lexicon() -> dict[str, frozenset[str]]:
    """Civilities and particles; short forms as « short full », variants as « one other »."""
    table = tomllib.loads(
        resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    )
    return {
        "civilities": frozenset(table["civilities"]),
        "particles": frozenset(table["particles"]),
        "short_forms": frozenset(f"{short} {full}" for short, full in table["short_forms"]),
        "variants": frozenset(
            f"{one} {other}" for group in table["variants"] for one in group for other in group
        ),
    }


@functools.lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """The name as compared. « BEN ALI, Isa » is put given names first; a name made of civilities
    and particles alone keeps its words."""
    before, comma, after = text.partition(",")
    ordered = f"{after} {before}" if comma and after.strip() else text
    words = fold(ordered).split()
    known = lexicon()
    bare = [w for w in words if w not in known["civilities"]] or words
    kept = [w for w in bare if w not in known["particles"]] or bare
    unique = [w for i, w in enumerate(kept) if i == 0 or w != kept[i - 1]]
    return Name(tuple(unique), led=not comma and bool(bare) and bare[0] in known["particles"])
