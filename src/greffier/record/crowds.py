"""Affairs in the news every day: their stories are cut by week, so that none grows without end.

A link between articles of two weeks unites them unless both have more neighbours than any single
event draws. What a link does depends on its two articles' links alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from greffier.model.facts import ArticleFacts
from greffier.model.record import Form, Link, Verdict
from greffier.record import policy
from greffier.record.days import ordinal

LinksOf = Callable[[set[str]], Sequence[Link]]
"""The links of some forms: as they were kept, or as they are now."""


def week(form: Form | None) -> int | None:
    """The week that an article looks from; null for other things, which are never cut."""
    facts = form.facts if form else None
    if not isinstance(facts, ArticleFacts) or not facts.days:
        return None
    return ordinal(facts.days[0]) // policy.STORY_DAYS


def degree(form: str, links_of: LinksOf) -> int:
    """How many others a form is linked with."""
    return sum(link.verdict == Verdict.SAME for link in links_of({form}))


def flipped(near: Iterable[str], before: LinksOf, now: LinksOf) -> set[str]:
    """The neighbours of forms that became crowded, or are crowded no more: their links may have
    begun or ceased to unite."""
    found: set[str] = set()
    for form in near:
        if (degree(form, before) > policy.CROWD) != (degree(form, now) > policy.CROWD):
            links = (*before({form}), *now({form}))
            found |= {end for link in links for end in (link.one, link.other)}
    return found
