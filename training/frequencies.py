"""How many articles of WiNER-fr use each stem: the table by which merging knows rare words.

python -m training.frequencies CORPUS
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from greffier.lang.fr.merging.words import TABLE, WORD, stem

LEAST = 10
"""Articles, of some thousand. A stem in fewer is rare."""

HEAD = """# Stems that the French press uses often, with how many of {count} articles hold them.
# Counted over WiNER-fr (Wikinews, CC BY 2.5) by training/frequencies.py; read by words.py.
"""


def main(corpus: Path) -> None:
    counts: Counter[str] = Counter()
    paths = sorted(corpus.rglob("*.txt"))
    articles = [p.read_text(encoding="utf-8") for p in paths if re.match(r"\d{4}_", p.name)]
    for text in articles:
        counts.update({stem(word) for word in WORD.findall(text.lower().replace("’", "'"))})
    rows = sorted((-n, s) for s, n in counts.items() if n >= LEAST)
    lines = "".join(f"{word} {-count}\n" for count, word in rows)
    TABLE.write_text(HEAD.format(count=len(articles)) + lines, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
