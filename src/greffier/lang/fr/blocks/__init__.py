"""Lines of French pages: furniture, bylines and datelines, picture credits, mastheads."""

from __future__ import annotations

from greffier.lang.fr.blocks import bylines, credits, furniture, mastheads
from greffier.model.language import LineRules

LINES = LineRules(
    furniture=furniture.furniture,
    list_head=furniture.list_head,
    comments_head=furniture.comments_head,
    genre=furniture.genre,
    masthead=mastheads.masthead,
    caption=credits.credit,
    scene=credits.scene,
    byline=bylines.byline,
    date_line=bylines.date_line,
    signature=bylines.signature,
    dateline=bylines.dateline,
    dated=bylines.dated,
    published=bylines.published,
)
"""What `clean` asks of French lines."""

RULES = furniture.RULES + credits.RULES + bylines.RULES
"""Every rule that judges a line by its words, with its examples."""
