"""Mentions put together into the article's entities, with kind, fullest name and country.

Two mentions are one entity when their names say so: the same name in another spelling, a surname
of one person only, an acronym introduced in parentheses. When two candidates remain, none is
linked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz.distance import Indel

from greffier.annotate import acronyms, governments
from greffier.annotate.acronyms import Named
from greffier.model.annotations import Entity, EntityKind, Mention, MentionKind
from greffier.model.language import Language, Naming
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

SAME_GIVEN_NAME = 0.72
"""Least likeness of two romanised given names before the same surname, within one article:
Othman and Osman are alike, Bachar and Maher are not."""
SAME_SURNAME = 0.85


def gather(reading: Reading, language: Language) -> Reading:
    naming = language.naming
    towns = _towns(reading, naming)
    told = (_named(m, reading, tokens, naming, towns) for m, tokens in _with_tokens(reading))
    named = [n for n in told if n is not None]
    countries = Counter(n.country for n in named if n.country)
    clusters = [
        *_countries(named),
        *_people([n for n in named if n.kind is EntityKind.PERSON], naming),
        *_others(
            [
                n
                for n in named
                if n.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.GROUP)
            ],
            reading,
            naming,
            countries.most_common(1)[0][0] if countries else None,
        ),
    ]
    context = frozenset(countries)
    clusters.sort(key=lambda cluster: (cluster[0].mention.start, -cluster[0].mention.end))
    entities = [
        _entity(f"e{number}", cluster, naming, context)
        for number, cluster in enumerate(clusters, 1)
    ]
    return replace(reading, entities=tuple(entities))


Tokens = tuple[Sentence, Token] | None


def _with_tokens(reading: Reading) -> Iterator[tuple[Mention, Tokens]]:
    """Each mention with the sentence that holds it and the token that heads it there."""
    at = {t.start: (s, t) for s in reading.sentences for t in s.tokens}
    for mention in reading.mentions:
        found = at.get(mention.start)
        if found is None:
            yield mention, None
            continue
        sentence = found[0]
        inside = sentence.tokens_in(mention.span) or [found[1]]
        outward = [t for t in inside if not mention.start <= sentence.head(t).start < mention.end]
        yield mention, (sentence, (outward or inside)[0])


def _towns(reading: Reading, naming: Naming) -> frozenset[int]:
    """Where the names of places that stand for no government begin."""
    places = (m for m in reading.mentions if m.entity_kind is EntityKind.PLACE)
    texts = ((m.start, reading.passage(m.span)) for m in places)
    return frozenset(
        start for start, t in texts if not naming.government_at(t) and not naming.country_named(t)
    )


def _named(
    mention: Mention, reading: Reading, tokens: Tokens, naming: Naming, towns: frozenset[int]
) -> Named | None:
    text = reading.passage(mention.span)
    kind = mention.entity_kind or EntityKind.ORGANIZATION
    if mention.kind is MentionKind.NOMINAL:
        return Named(mention, text, kind, mention.country)
    if kind is EntityKind.PERSON:
        return Named(mention, text, kind, None, _regnal(mention, text, tokens, naming))
    country = naming.country_named(text) or _inhabitants(text, naming)
    seat = None if country else naming.government_at(text)
    body = naming.body_at(text)
    if seat and naming.is_seat(text) and tokens and governments.is_site(*tokens, naming):
        return Named(mention, text, EntityKind.PLACE, seat)
    if seat and (naming.is_seat(text) or (tokens and governments.acts(*tokens, naming, towns))):
        country = seat
    if country:
        return Named(mention, text, EntityKind.COUNTRY, country)
    if body:
        return Named(mention, text, EntityKind.ORGANIZATION, body)
    if tokens is None:
        return Named(mention, text, kind, None)
    if naming.is_portfolio(*tokens):
        return None
    own = next((c for w in text.split() if w[0].islower() and (c := naming.demonym(w))), None)
    own = own or _demonym_before(mention, kind, tokens[0], naming)
    label = _label(mention, kind, tokens[0], reading, naming)
    return Named(mention, text, kind, own, label)


def _regnal(mention: Mention, text: str, tokens: Tokens, naming: Naming) -> str:
    """« la reine Solène », « le roi Aubin »: one name alone after the title that goes with
    it, which is no given name of somebody else's."""
    if tokens is None or len(text.split()) > 1:
        return ""
    sentence, _ = tokens
    before = [t for t in sentence.tokens if t.end <= mention.start][-1:]
    if not before or not naming.is_regnal(before[0]):
        return ""
    return f"{before[0].text} {text}"


def _inhabitants(text: str, naming: Naming) -> str | None:
    """The country of « les Tadjiks », taken for a place or a body."""
    return naming.demonym(text) if text[:1].isupper() else None


def _demonym_before(
    mention: Mention, kind: EntityKind, sentence: Sentence, naming: Naming
) -> str | None:
    """« le quotidien thaïlandais X », « le groupe allemand X »: the adjective right before the
    name of a body tells its country."""
    before = [t for t in sentence.tokens if t.end <= mention.start][-1:]
    beside = kind is EntityKind.ORGANIZATION and bool(before) and before[0].text.islower()
    return naming.demonym(before[0].text) if beside else None


def _label(
    mention: Mention, kind: EntityKind, sentence: Sentence, reading: Reading, naming: Naming
) -> str:
    """The longer name that the noun before a name makes, or nothing: « la prison de R. » is a
    place of that whole name, and « l'agence N. » an organisation."""
    before = [t for t in sentence.tokens if t.end <= mention.start][-4:]
    linked = False
    while before and before[-1].pos in ("ADP", "DET"):
        if not naming.links(before[-1]):
            return ""
        linked = True
        before.pop()
    if not before:
        return ""
    noun = before[-1]
    one = noun.morph.number != "Plur"
    names_place = kind is EntityKind.PLACE and one and naming.is_place_head(noun.lemma)
    names_body = kind is EntityKind.ORGANIZATION and not linked and naming.is_label(noun.lemma)
    return reading.document.text[noun.start : mention.end] if names_place or names_body else ""


def _countries(named: Iterable[Named]) -> list[list[Named]]:
    clusters: dict[str, list[Named]] = {}
    for n in named:
        if n.kind is EntityKind.COUNTRY and n.country:
            clusters.setdefault(n.country, []).append(n)
    return list(clusters.values())


def _people(named: list[Named], naming: Naming) -> list[list[Named]]:
    """Persons: full names first, then names that are part of one full name only."""
    clusters: list[list[Named]] = []
    by_length = sorted(named, key=lambda n: (-len(_words(n, naming)), n.mention.start))
    for n in by_length:
        words = _words(n, naming)
        fitting = [c for c in clusters if _same_person(_words(c[0], naming), words, naming)]
        exact = [
            c for c in fitting if any(naming.folded(m.text) == naming.folded(n.text) for m in c)
        ]
        chosen = exact or fitting
        if len(chosen) == 1:
            chosen[0].append(n)
        else:
            clusters.append([n])
    return [sorted(c, key=lambda n: n.mention.start) for c in clusters]


def _words(named: Named, naming: Naming) -> tuple[str, ...]:
    return naming.name_words(named.label or named.text)


def _same_person(full: tuple[str, ...], other: tuple[str, ...], naming: Naming) -> bool:
    """Whether a name may be another form of a fuller one: same surname, given names that agree."""
    a, b = [naming.romanised(w) for w in full], [naming.romanised(w) for w in other]
    if len(b) == 1:
        return b[0] in (a[-1], a[0]) or (len(a) > 2 and b[0] in a[1:]) or _alike(a[-1], b[0]) >= 0.9
    if _alike(a[-1], b[-1]) < SAME_SURNAME:
        return len(b) >= 2 and all(w in a for w in b)
    return all(_given_alike(w, a[:-1]) for w in b[:-1])


def _given_alike(word: str, others: list[str]) -> bool:
    return any(
        _alike(word, o) >= SAME_GIVEN_NAME
        or (len(word) == 1 and o.startswith(word))
        or (len(o) == 1 and word.startswith(o))
        for o in others
    )


def _alike(a: str, b: str) -> float:
    return Indel.normalized_similarity(a, b)


def _others(
    named: list[Named], reading: Reading, naming: Naming, home: str | None
) -> list[list[Named]]:
    """Organisations, places and groups: the same words, an acronym and what it stands for, or a
    short form of one longer name only."""
    key_of = acronyms.introduced(named, reading, naming)
    named = [_as_its_full_name(n, key_of, naming) for n in named]
    clusters: Clusters = {}
    for n in named:
        place = n.kind is EntityKind.PLACE
        key = naming.place_key(n.label or n.text) if place else _body_key(n, naming)
        family = "place" if place else "body"
        clusters.setdefault((family, key_of.get(key, key)), []).append(n)
    acronyms.join_initials(clusters, naming)
    _join_short_forms(clusters, home)
    _join_sites(clusters, naming)
    return [sorted(c, key=lambda n: n.mention.start) for c in clusters.values()]


def _body_key(named: Named, naming: Naming) -> str:
    """« les troupes maliennes », « l'armée malienne », « les forces armées du Mali » are one."""
    armed = naming.is_army(named.text) and named.mention.kind is MentionKind.NOMINAL
    return f"armee {named.country}" if armed and named.country else naming.body_key(named.text)


Clusters = dict[tuple[str, str], list[Named]]


def _as_its_full_name(named: Named, key_of: dict[str, str], naming: Naming) -> Named:
    """An acronym is what its full name is, whatever the finder took it for."""
    if named.kind is EntityKind.PLACE and naming.folded(named.text) in key_of:
        return replace(named, kind=EntityKind.ORGANIZATION)
    return named


def _join_short_forms(clusters: Clusters, home: str | None) -> None:
    """Put « la police » with « la police d'Orsk », « l'Union » with « l'Union européenne »,
    « l'ordre de K. » with « l'ordre souverain de K. », when the article has one such body only:
    told before it, or in the country that the article names most (`home`)."""
    for family, key in sorted(clusters, key=lambda k: (-len(k[1].split()), k)):
        cluster = clusters.get((family, key))
        if cluster is None or family == "place" or any(n.text.isupper() for n in cluster):
            continue
        words = key.split()
        longer = [
            k
            for k in clusters
            if k[0] == family
            and len(k[1].split()) > len(words)
            and k[1].split()[0] == words[0]
            and set(words) <= set(k[1].split())
        ]
        placed = [k for k in longer if any(n.country for n in clusters[k])]
        only = placed if len(placed) == 1 else longer
        if len(only) == 1 and _goes_with(cluster, clusters[only[0]], home):
            clusters[only[0]] += clusters.pop((family, key))


def _goes_with(short: list[Named], full: list[Named], home: str | None) -> bool:
    """Whether a short form may stand for a body: one of another country must have been told."""
    country = next((n.country for n in full if n.country), None)
    first = min(n.mention.start for n in short)
    return country in (None, home) or min(n.mention.start for n in full) < first


def _join_sites(clusters: Clusters, naming: Naming) -> None:
    """Put « Qaïm » with « le poste-frontière de Qaïm », whichever comes first."""
    for family, key in sorted(clusters):
        after = naming.named_after(key) if family == "place" else None
        if after is not None and (family, after) in clusters:
            clusters[family, key] += clusters.pop((family, after))


def _entity(number: str, cluster: list[Named], naming: Naming, context: frozenset[str]) -> Entity:
    votes = Counter(n.kind for n in cluster)
    kind = max(votes, key=lambda k: (votes[k], k == EntityKind.ORGANIZATION))
    names = [n.label or n.text for n in cluster]
    fullest = (
        max(names, key=len) if kind is not EntityKind.COUNTRY else _country_name(cluster, naming)
    )
    country = next((n.country for n in cluster if n.country), None)
    if kind is EntityKind.ORGANIZATION:
        country = country or _country_known(cluster, naming)
    place = naming.place(cluster[0].text, context) if kind is EntityKind.PLACE else None
    return Entity(
        id=number,
        kind=kind,
        name=fullest,
        country=country or (place.country if place else None),
        mentions=tuple(n.mention for n in cluster),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geonames_id=place.geonames_id if place else None,
    )


def _country_known(cluster: list[Named], naming: Naming) -> str | None:
    """That of a body known everywhere by one of its names, which no other country's bears."""
    known = (naming.countries_of_body(n.text) for n in cluster)
    return next((countries[0] for countries in known if len(countries) == 1), None)


def _country_name(cluster: list[Named], naming: Naming) -> str:
    """A country by its own name where the article has it, not by its capital or people."""
    proper = [n.text for n in cluster if naming.country_named(n.text)]
    return max(proper or [n.text for n in cluster], key=len)
