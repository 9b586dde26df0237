"""Reads the figures of a passage: the number, what bounds it, what it counts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from greffier.lang import lexicon
from greffier.lang.fr.numbers import Form, Number, numbers_in
from greffier.lang.fr.spelling import any_of, bare
from greffier.model.annotations import Comparison, Figure
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

PACKAGE = "greffier.lang.fr.quantities"
PERCENT = re.compile(r"\s?(?:%|pour cent\b|pour-cent\b)")
CURRENCY = re.compile(r"\s?(?:\$ ?us|\$ ?can|us\$|[€$£¥]|f cfa|fcfa|francs? cfa)(?!\w)")
BARE = re.compile(r"(?:\bni|\bet non|\bpuis|\bcontre|\betaient|\bsont|\bseraient|\bou|\bqu'a) $")
"""Before a number that counts what was told before: « ni 22 ni 25 », « ils étaient 23 »."""
KNOWN_PAIR = re.compile(r"\b(?:les|des|aux|ces|ses|leurs|nos|vos|mes|entre|tous|toutes) $")
"""« les deux pays », « ces deux hommes » refer to who was told before; they count nobody."""
KNOWN_FEW = re.compile(r"(?:\bces|\bentre les|\bparmi les|\bchacun des) $")
"""« entre les trois pays », « ces trois vaccins » too."""
LINK = re.compile(r"\s(?:d'|de |du |des |de la |de l')$")
"""What ties a counted noun to the name that completes it."""
PARTITIVE = re.compile(
    r"\s(?:d'entre (?=eux|elles|nous|vous)|de (?=(?:ses|leurs|nos|mes|ces)\b)|des (?=siens))"
)
YEARS = range(1500, 2101)


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon, compiled; patterns match bare text."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    comparisons: dict[str, Comparison]
    times: frozenset[str]
    references: frozenset[str]
    ones: frozenset[str]
    multiples: dict[str, float]


@functools.cache
def words() -> Words:
    table = lexicon.load(PACKAGE, "lexicon.toml")
    bounds, after, other = table["bounds"], table["after"], table["other"]
    comparisons = {w: Comparison(k) for k, found in (bounds | after).items() for w in found}
    comparisons |= {w: Comparison(k) for k, found in bounds.items() for w in found}
    every = [w for found in bounds.values() for w in found]
    return Words(
        before=re.compile(rf"(?:^|(?<=[\s«\"“(,.;:!?'’]))({any_of(every)})\s*(?:l[ea]s? |l')?$"),
        after=re.compile(rf"\s++({any_of(w for found in after.values() for w in found)})(?!\w)"),
        comparisons=comparisons,
        times=lexicon.words(other, "times", PACKAGE),
        references=lexicon.words(other, "references", PACKAGE),
        ones=lexicon.words(other, "ones", PACKAGE),
        multiples=table["multiples"],
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its text, bare, for matching at the article's offsets."""

    text: str
    folded: str  # same length as `text`
    sentence: Sentence

    def token_at(self, offset: int) -> Token | None:
        return next((t for t in self.sentence.tokens if t.start <= offset < t.end), None)

    def tokens_from(self, offset: int) -> list[Token]:
        return [t for t in self.sentence.tokens if t.start >= offset]


_folded = functools.lru_cache(maxsize=4)(bare)
"""The article's text is folded once for all its sentences."""


def figures(text: str, sentence: Sentence, taken: tuple[Span, ...]) -> tuple[Figure, ...]:
    """The figures of a sentence; none overlaps a passage already taken (dates, names)."""
    if not _may_hold(sentence):
        return ()
    passage = Passage(text, _folded(text), sentence)
    found: list[Figure] = []
    numbers = [n for n in numbers_in(text, sentence.start, sentence.end) if _counts(n, taken)]
    done = -1
    for place, number in enumerate(numbers):
        if number.start < done:
            continue
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        figure = _range(passage, number, following) or _ratio(passage, number, following)
        figure = figure or _single(passage, number, bool(found))
        if figure is not None:
            found.append(figure)
            done = figure.end
    found += [f for f in _indefinite(passage) if not any(f.span.overlaps(o.span) for o in found)]
    found += [f for f in _multiples(passage) if not any(f.span.overlaps(o.span) for o in found)]
    clear = (_clear_of(f, passage, taken) for f in found)
    return tuple(sorted((f for f in clear if f is not None), key=lambda f: f.start))


def _clear_of(figure: Figure, passage: Passage, taken: tuple[Span, ...]) -> Figure | None:
    """The figure without the name that completes its unit (« vingt lycéens | de Kermor »); a name
    may be what is counted (« 114 Airbus »), a date may not."""
    over = next((span for span in taken if figure.span.overlaps(span)), None)
    if over is None:
        return figure
    unit = figure.unit or ""
    begun = figure.end - len(unit)
    if passage.text[begun : figure.end] != unit or over.start < begun:
        return None
    if over.start == begun:
        named = passage.text[over.start].isupper() and over.end <= figure.end
        return figure if named else None
    link = LINK.search(passage.folded, begun, over.start)
    if link is None:
        return None
    return replace(figure, end=link.start(), unit=passage.text[begun : link.start()])


HINTS = re.compile(
    r"un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trent|quarant|cinquant|soixant|cent|mill|septant|nonant|octant|dizain|douzain"
    r"|plusieurs|quelques|des|moitié|tiers|quart|double|triple|quadruple|zéro"
)


def _may_hold(sentence: Sentence) -> bool:
    return any(t.text[0].isdigit() or HINTS.match(t.norm) for t in sentence.tokens)


def _counts(number: Number, taken: tuple[Span, ...]) -> bool:
    if number.form in (Form.ORDINAL, Form.ROMAN):
        return False
    return not any(number.span.overlaps(span) for span in taken)


def _single(passage: Passage, number: Number, follows: bool) -> Figure | None:
    """One number with its unit; without a unit it must follow another figure."""
    if _is_reference(passage, number):
        return None
    start, comparison = _bound(passage, number.start, number.form is Form.COLLECTIVE)
    end, unit, value, told = _unit(passage, number.end, number.value)
    leading = passage.folded[max(0, number.start - 12) : number.start]
    pair = number.value == 2 and KNOWN_PAIR.search(leading)
    if told == "time" or pair or (number.form is Form.WORDS and KNOWN_FEW.search(leading)):
        return None
    if number.form is Form.FRACTION or told == "percent":
        start = _with_article(passage, start)
    if number.value == 1 and number.form is Form.WORDS and bare(unit or "") not in words().ones:
        return None
    alone = BARE.search(passage.folded[max(0, number.start - 10) : number.start])
    if unit is None and not (
        follows
        or alone
        or (number.form is Form.WORDS and number.value >= 100)
        or number.form is Form.FRACTION
        or comparison is not Comparison.EXACT
    ):
        return None
    if (
        unit is None
        and number.form is Form.DIGITS
        and number.value in YEARS
        and comparison is Comparison.EXACT
    ):
        return None
    after = words().after.match(passage.folded, number.end)
    if after and comparison is Comparison.EXACT:
        comparison, end = words().comparisons[after.group(1)], max(end, after.end())
    rule = f"figures.{told or 'count'}"
    return Figure(start, end, value, comparison, unit, rule)


def _is_reference(passage: Passage, number: Number) -> bool:
    """« article 49 », « Airbus 320 », « 3-1 », « A380 »: numbers that name, not count."""
    text = passage.text
    before = text[number.start - 1] if number.start else " "
    after = text[number.end] if number.end < len(text) else " "
    if before in "-/" and number.start > 1 and text[number.start - 2].isalnum():
        return True
    if (
        after in "-/"
        and text[number.end + 1 : number.end + 2].isalnum()
        and number.form is Form.DIGITS
    ):
        return True
    if number.form is not Form.DIGITS:
        return False
    leading = passage.folded[max(0, number.start - 20) : number.start].split()
    following = passage.tokens_from(number.end)[:1]
    if leading[-1:] == ["au"] and not (following and following[0].pos in ("NOUN", "ADJ", "NUM")):
        return True  # « un appel au 911 »
    return bool(leading) and leading[-1].rstrip(".°") in words().references


def _bound(passage: Passage, start: int, collective: bool) -> tuple[int, Comparison]:
    """Where the figure begins with the words that bound it, and how they do."""
    leading = passage.folded[max(0, start - 28) : start]
    found = words().before.search(leading)
    if found is None:
        return start, Comparison.ABOUT if collective else Comparison.EXACT
    begun = start - len(leading) + found.start(1)
    comparison = words().comparisons[found.group(1)]
    wider = words().before.search(passage.folded[max(0, begun - 28) : begun])
    if wider is not None and comparison is Comparison.ABOUT:
        begun = begun - len(passage.folded[max(0, begun - 28) : begun]) + wider.start(1)
        comparison = words().comparisons[wider.group(1)]
    return begun, comparison


def _with_article(passage: Passage, start: int) -> int:
    leading = passage.folded[max(0, start - 4) : start]
    for article in ("les ", "la ", "l'"):
        if leading.endswith(article):
            return start - len(article)
    return start


Unit = tuple[int, str | None, float, str]
"""End of the figure, unit as written, value after it, and what kind of unit it is."""


def _unit(passage: Passage, end: int, value: float) -> Unit:
    percent = PERCENT.match(passage.folded, end)
    if percent:
        stop = percent.end()
        of = re.compile(r"\s(?:d[eu]s? |de l'|d')").match(passage.folded, stop)
        noun = _noun_end(passage, of.end()) if of else None
        unit = passage.text[stop + 1 : noun] if noun else "%"
        return noun or stop, unit, round(value / 100, 8), "percent"
    currency = CURRENCY.match(passage.folded, end)
    if currency:
        return currency.end(), passage.text[end : currency.end()].strip(), value, "sum"
    part = PARTITIVE.match(passage.folded, end)
    if part:
        whole = passage.tokens_from(part.end())[:2]
        if len(whole) == 2 and whole[0].pos != "DET":
            whole = whole[:1]
        stop = whole[-1].end if whole else end
        return stop, passage.text[part.end() : stop], value, "count"
    begin = re.compile(r"[»”\"]?\s(?:d[eu]s? |de l'|d'|autres )?").match(passage.folded, end)
    if begin is None:
        return end, None, value, ""
    following = passage.token_at(begin.end())
    if following is not None and bare(following.text).rstrip(".") in words().times:
        return end, None, value, "time"
    noun = _noun_end(passage, begin.end())
    if noun is None:
        return end, None, value, ""
    return noun, passage.text[begin.end() : noun], value, "count"


def _noun_end(passage: Passage, offset: int) -> int | None:
    """The end of the counted noun with its adjectives and one complement without article."""
    tokens = passage.tokens_from(offset)
    if not tokens or tokens[0].start != offset:
        return None
    end, noun, linked = None, False, False
    for token in tokens[:6]:
        nominal = token.pos in ("NOUN", "PROPN") or (
            token.pos in ("ADJ", "VERB", "X") and not noun and len(token.text) > 2
        )
        if nominal and (not noun or linked):
            noun, linked, end = True, False, token.end
        elif token.pos == "ADJ" and (noun or token is tokens[0]):
            end = token.end if noun else end
        elif noun and token.norm in ("de", "d'") and not linked:
            linked = True
        else:
            break
    return end


def _range(passage: Passage, number: Number, following: Number | None) -> Figure | None:
    """« entre 20 et 30 », « de 20 à 30 », « 20 à 30 », « trois ou quatre »."""
    if following is None:
        return None
    between = passage.folded[number.end : following.start].strip()
    leading = passage.folded[max(0, number.start - 7) : number.start].split()
    opening = leading[-1] if leading else ""
    if between == "et" and opening == "entre":
        start = passage.folded.rindex("entre", 0, number.start)
    elif between == "a":
        start = number.start
        start = passage.folded.rindex("de", 0, start) if opening == "de" else start
    elif between == "ou" and following.value > number.value:
        start = number.start
    else:
        return None
    end, unit, high, told = _unit(passage, following.end, following.value)
    low = number.value * (high / following.value if following.value else 1)
    if told == "time":
        return None
    if following.value >= 1000 > number.value and following.form is not Form.WORDS:
        low = number.value * _scale(passage, following)
    begun, _ = _bound(passage, start, collective=False)
    return Figure(begun, end, (low, high), Comparison.BETWEEN, unit, "figures.range")


def _scale(passage: Passage, number: Number) -> float:
    """The scale that the second number names for both: « 30 à 50 milliards »."""
    told = passage.folded[number.start : number.end]
    for word, scale in (("milliard", 1e9), ("million", 1e6), ("mille", 1e3)):
        if word in told:
            return scale
    return 1.0


def _ratio(passage: Passage, number: Number, following: Number | None) -> Figure | None:
    """« un habitant sur cinq », « neuf tomates sur dix »."""
    if following is None or following.value <= number.value:
        return None
    between = passage.folded[number.end : following.start]
    if not re.fullmatch(r"\s[\w' -]{2,40}\ssur\s", between) and between.strip() != "sur":
        return None
    start, comparison = _bound(passage, number.start, collective=False)
    unit = passage.text[number.end : following.start].strip().removesuffix("sur").strip()
    value = round(number.value / following.value, 6)
    return Figure(start, following.end, value, comparison, unit or None, "figures.ratio")


_INDEFINITE = re.compile(
    r"\b(?:(?:des|plusieurs) (?:dizaines|centaines) de|des|plusieurs|quelques|de nombreuses)"
    r" (?:dizaines|douzaines|vingtaines|centaines|milliers|millions|milliards)\b"
)
_HALF = re.compile(r"\b(?:la moitie|un demi)\b")


def _indefinite(passage: Passage) -> Iterator[Figure]:
    """« des centaines de soldats »: about how many, without a number."""
    for found in _INDEFINITE.finditer(passage.folded, passage.sentence.start, passage.sentence.end):
        end, unit, _, told = _unit(passage, found.end(), 0.0)
        if told != "time":
            yield Figure(found.start(), end, None, Comparison.ABOUT, unit, "figures.indefinite")
    for found in _HALF.finditer(passage.folded, passage.sentence.start, passage.sentence.end):
        start, comparison = _bound(passage, found.start(), collective=False)
        end, unit, _, told = _unit(passage, found.end(), 0.5)
        if told != "time":
            yield Figure(start, end, 0.5, comparison, unit, "figures.share")


def _multiples(passage: Passage) -> Iterator[Figure]:
    """« le double », « près du triple »."""
    for token in passage.sentence.tokens:
        value = words().multiples.get(bare(token.norm))
        if value is None or token.pos not in ("NOUN", "ADJ"):
            continue
        leading = passage.folded[max(0, token.start - 12) : token.start]
        article = re.search(r"(?:pres du|plus du|moins du|le) $", leading)
        if article is None:
            continue
        start = token.start - len(article.group())
        bound = words().comparisons.get(
            article.group().strip().replace("du", "de"), Comparison.EXACT
        )
        yield Figure(start, token.end, value, bound, token.text, "figures.multiple")
