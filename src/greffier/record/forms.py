"""Forms: nodes that merging cannot tell apart, put together. Order never matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from greffier.model.facts import EntityFacts, Facts, RoleFact, TextFacts
from greffier.model.record import Form, Node
from greffier.record import policy
from greffier.record.nodes.forms import leans


def of_node(node: Node, form: str | None = None) -> Form:
    """The form that one node makes by itself: its own, or the one a person's judgement gave it."""
    return Form(
        id=form or node.form,
        layer=node.anchor.layer,
        kind=node.kind,
        facts=node.facts,
        first=node.rank,
        first_node=node.id,
        leans=leans(form or node.form),
    )


def gather(nodes: Iterable[Node], form: str | None = None) -> Form:
    """The form of all its nodes; ValueError when there is none."""
    made: Form | None = None
    for node in nodes:
        alone = of_node(node, form)
        made = alone if made is None else join(made, alone)
    if made is None:
        raise ValueError("a form has at least one node")
    return made


def join(one: Form, other: Form) -> Form:
    """Two parts of one form as a whole; the parts' nodes must be distinct."""
    first = min((one, other), key=lambda form: (form.first, form.first_node))
    return replace(
        first,
        kind=min(one.kind, other.kind),
        facts=_joined(one.facts, other.facts, first.facts),
        count=one.count + other.count,
    )


def _joined(one: Facts, other: Facts, first: Facts) -> Facts:
    if isinstance(one, EntityFacts) and isinstance(other, EntityFacts):
        return _entity(one, other)
    if isinstance(one, TextFacts) and isinstance(other, TextFacts):
        credited = min(filter(None, (one.credit, other.credit)), default=None)
        earlier = one if first is one else other
        return replace(earlier, credit=credited, first=_earliest(one.first, other.first))
    return first


def _entity(a: EntityFacts, b: EntityFacts) -> EntityFacts:
    located = min((f for f in (a, b) if f.geonames_id), key=lambda f: f.geonames_id or 0, default=a)
    return EntityFacts(
        name=max(a.name, b.name, key=best_spelling),
        spellings=_kept(a.spellings, b.spellings),
        known_as=_kept(a.known_as, b.known_as),
        acronyms=_kept(a.acronyms, b.acronyms),
        vague=a.vague and b.vague,
        country=a.country or b.country,
        roles=_roles((*a.roles, *b.roles)),
        geonames_id=located.geonames_id,
        latitude=located.latitude,
        longitude=located.longitude,
        gender=a.gender if a.gender == b.gender else _one_gender(a.gender, b.gender),
        setting=a.setting if a.setting == b.setting else None,
        first=_earliest(a.first, b.first),
        last=max(filter(None, (a.last, b.last)), default=None),
    )


MIXED = "mixed"


def _one_gender(a: str | None, b: str | None) -> str | None:
    return MIXED if a and b else a or b


def best_spelling(name: str) -> tuple[bool, int, int, str]:
    """Order of preference for showing a name: not in capitals, longer, with its accents."""
    accents = sum(ord(c) > 127 for c in name)
    return (not name.isupper(), len(name), accents, name)


def _kept(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*a, *b})[: policy.SPELLINGS_KEPT])


def _roles(told: tuple[RoleFact, ...]) -> tuple[RoleFact, ...]:
    """Each office once, from the first to the last day that an article gave it."""
    found: dict[tuple[str, ...], RoleFact] = {}
    for role in told:
        key = (role.function, role.of or "", role.country or "", role.tenure or "")
        known = found.get(key, role)
        first = _earliest(known.first, role.first)
        last = max(filter(None, (known.last, role.last)), default=None)
        found[key] = replace(role, first=first, last=last)
    return tuple(found[key] for key in sorted(found)[: policy.ROLES_KEPT])


def _earliest(a: str | None, b: str | None) -> str | None:
    return min(filter(None, (a, b)), default=None)
