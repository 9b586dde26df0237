"""People, bodies, countries, places and groups, with the keys by which they find each other."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from greffier.model.annotations import Entity, EntityKind, MentionKind
from greffier.model.facts import EntityFacts, RoleFact
from greffier.model.language import Language
from greffier.model.record import Anchor, Layer, Node
from greffier.record import policy
from greffier.record.compare.acronyms import acronym, initials
from greffier.record.compare.names import Name, lexicon, parse
from greffier.record.compare.romanise import fold, skeleton
from greffier.record.days import half_year, ordinal
from greffier.record.nodes import forms
from greffier.record.nodes.scene import Scene, names


def nodes(scene: Scene) -> Iterator[Node]:
    for entity in scene.reading.entities:
        spans = tuple(sorted({m.span for m in entity.mentions}))
        if not spans or entity.id not in scene.who:
            continue
        named = [m.span for m in entity.mentions if m.kind == MentionKind.NAME] or list(spans)
        anchor = Anchor(scene.document, Layer.ENTITY, *min(named))
        form = scene.who[entity.id].form
        keys = tuple(sorted(set(_keys(entity, scene, form))))
        yield Node(anchor, entity.kind, form, keys, spans, scene.published, _facts(entity, scene))


def _facts(entity: Entity, scene: Scene) -> EntityFacts:
    merging, day = scene.language.merging, scene.published
    roles = {
        RoleFact(
            merging.office(r.function),
            fold(r.of) if r.of else None,
            r.country,
            r.tenure,
            day,
            day,
        )
        for r in entity.roles
    }
    form = scene.who[entity.id].form
    needs_setting = forms.leans(form) or entity.kind == EntityKind.GROUP
    return EntityFacts(
        name=entity.name,
        spellings=tuple(sorted(set(names(entity, scene.reading))))[: policy.SPELLINGS_KEPT],
        known_as=known_as(entity, scene),
        acronyms=tuple(sorted({a for n in names(entity, scene.reading) if (a := acronym(n))})),
        vague=entity.kind == EntityKind.ORGANIZATION and _is_bound(entity, scene),
        country=entity.country,
        roles=tuple(sorted(roles, key=repr))[: policy.ROLES_KEPT],
        geonames_id=entity.geonames_id,
        latitude=entity.latitude,
        longitude=entity.longitude,
        gender=entity.gender,
        setting=scene.setting if needs_setting else None,
        first=day,
        last=day,
    )


def _is_bound(entity: Entity, scene: Scene) -> bool:
    """Whether a body's country is part of what it is called: « fédération russe »."""
    merging = scene.language.merging
    words = merging.body(entity.name, entity.country)
    return merging.is_vague(words) or words != merging.body(entity.name, None)


def known_as(entity: Entity, scene: Scene) -> tuple[str, ...]:
    """A body's, group's or place's spellings as they are compared."""
    merging = scene.language.merging
    if entity.kind == EntityKind.PERSON:
        return ()
    told = set()
    for spelling in names(entity, scene.reading):
        if entity.kind == EntityKind.PLACE:
            told |= {" ".join(words) for words in merging.place(spelling)}
        else:
            words = merging.body(spelling, entity.country)
            told.add(" ".join(merging.full_form(" ".join(words)) or words))
    return tuple(sorted(told - {""}))[: policy.SPELLINGS_KEPT]


def _keys(entity: Entity, scene: Scene, form: str) -> Iterator[str]:
    language = scene.language
    if entity.kind == EntityKind.PERSON:
        yield from _person_keys(entity, scene, form)
    elif entity.kind == EntityKind.COUNTRY:
        yield form
    elif entity.kind == EntityKind.PLACE:
        for told in known_as(entity, scene):
            yield "l:" + " ".join(min(skeleton(w)) for w in told.split())
    elif entity.kind == EntityKind.GROUP:
        words = " ".join(language.merging.body(entity.name, entity.country))
        if not language.merging.is_anonymous(entity.name):
            yield from _scene_keys(f"g:{words}", scene)
    else:
        yield from _body_keys(entity, scene, form)


def _scene_keys(told: str, scene: Scene) -> Iterator[str]:
    for bucket in scene.buckets(policy.STORY_DAYS * 2):
        for term in scene.key_terms:
            yield f"{told}@{bucket}:{term}"


@functools.cache
def _replacements() -> dict[str, frozenset[str]]:
    """Given names with those that replace them."""
    known = lexicon()
    found: dict[str, set[str]] = {}
    for told in (*known["short_forms"], *known["variants"]):
        one, other = told.split()
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}


def given_initials(word: str) -> frozenset[str]:
    """First sounds of a given name and of those that replace it."""
    told = {word, *_replacements().get(word, ())}
    return frozenset(forms.sound(w)[:1] for w in told)


def _person_keys(entity: Entity, scene: Scene, form: str) -> Iterator[str]:
    name = parse(entity.name)
    if not name.words:
        return
    if name.is_full:
        yield from full_name_keys(name)
        yield from _standing_keys(entity, name, scene)
    else:
        yield from _leaning_keys(entity, name, scene)


def full_name_keys(name: Name) -> Iterator[str]:
    """The first sound of the given name with what the consonants of each other word begin with,
    as romanisations share them."""
    turned = [(name.words[-1], name.words[:-1])] if name.led else []
    for given, others in ((name.words[0], name.words[1:]), *turned):
        for initial in given_initials(given):
            for word in others:
                for bare in skeleton(word):
                    heard = bare.replace("C", "S")[: policy.SKELETON_KEPT]
                    yield f"p:{initial}.{heard}"
    yield "p:" + forms.sound("".join(name.words))


def _standing_keys(entity: Entity, name: Name, scene: Scene) -> Iterator[str]:
    """By which a surname told alone, with an office or beside the same people, finds the person."""
    period = half_year(scene.published)
    offices = {scene.language.merging.office(r.function) for r in entity.roles}
    for word in name.words[1:]:
        for told in {*offices, *(office.partition(" ")[0] for office in offices)}:
            if period and entity.country:
                yield f"po:{heard(word)}:{entity.country}:{told}:{period}"
    for day in scene.days:
        week = scene_week(day)
        for term in _other_terms(scene, name)[: policy.TERMS_OF_STANDING]:
            yield f"pc:{heard(name.surname)}@{week}:{term}"


def _leaning_keys(entity: Entity, name: Name, scene: Scene) -> Iterator[str]:
    period = half_year(scene.published)
    office = forms.office_of(entity, scene.language)
    told = heard(name.words[0])
    if office and entity.country and period:
        for near in (period - 1, period, period + 1):
            yield f"po:{told}:{entity.country}:{office}:{near}"
        return
    for day in scene.days:
        for week in (scene_week(day) - 1, scene_week(day), scene_week(day) + 1):
            for term in _other_terms(scene, name)[: policy.TERMS_OF_LEANING]:
                yield f"pc:{told}@{week}:{term}"


def heard(word: str) -> str:
    """How a surname begins, as it sounds."""
    return forms.sound(word)[: policy.SOUND_KEPT]


def scene_week(day: str) -> int:
    return ordinal(day) // policy.STORY_DAYS


def _other_terms(scene: Scene, name: Name) -> list[str]:
    own = {f"{mark}:{forms.sound(word)}" for mark in "ps" for word in name.words}
    return [t for t in scene.setting.terms if t not in own and not t.startswith("c:")]


def _body_keys(entity: Entity, scene: Scene, form: str) -> Iterator[str]:
    language: Language = scene.language
    words = language.merging.body(entity.name, entity.country)
    if forms.leans(form):
        yield from _scene_keys(f"v:{' '.join(words)}", scene)
        return
    if language.merging.is_vague(words):
        yield from _scene_keys(f"v:{' '.join(words)}", scene)
    spelled = set(names(entity, scene.reading))
    for spelling in spelled:
        told = language.merging.body(spelling, entity.country)
        if not language.merging.is_vague(told):
            yield "b:" + " ".join(language.merging.full_form(" ".join(told)) or told)
        short = acronym(spelling)
        if short:
            yield f"a:{short}"
    if _is_bound(entity, scene):
        yield f"b:{' '.join(words)}:{entity.country}"
    for short in initials(entity.name):
        if 3 <= len(short) <= policy.LONGEST_ACRONYM:
            yield f"a:{short}"
