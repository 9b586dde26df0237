"""Named thresholds: when two candidates are put together, and when a person is asked."""

from __future__ import annotations

SAME_NAME = 0.84
"""Two full names are one person's from this score on: the slip of one letter in one word, where
nothing else differs. Measured on the public list of name pairs (benchmarks/names.py)."""

SURE_NAME = 0.9
"""From here on the names alone decide; below, two countries must agree or two articles tell the
same story."""

TIE = 0.015
"""Candidates whose scores differ by less are equally good: none is linked, a person decides."""

AGREES = 0.02
"""What a country or an office in common adds to the likeness of names, so that it breaks ties."""

SPELLINGS_KEPT, ROLES_KEPT = 24, 16
"""Of a form, the first in alphabetical order: a bound that does not depend on the order in which
articles came."""

STORY_DAYS = 7
"""Two articles more days apart are not linked directly; a story grows from article to article."""

DAYS_OF_UNDATED = 3
"""How many of the days that an undated article names may be the one it looks from."""

TERMS_OF_ARTICLE, WORDS_OF_ARTICLE, TITLE_COUNTS = 16, 24, 3
"""People, bodies and places, and rare words, by which an article's story is known; a word of the
title counts so many times."""

TERMS_OF_STANDING, TERMS_OF_LEANING = 3, 6
"""Terms of the article by which a full name finds the surname told alone, and that surname the
full name."""

KEYS_OF_ARTICLE = 16
"""Terms by which articles find one another."""

SKELETON_KEPT, SOUND_KEPT = 3, 4
"""Consonants of a surname in its key, and sounds of one told alone: what follows may be misspelled
or cut."""

LONG_WORD = 6
"""Letters from which one that differs is a slip and not another name, where nothing contradicts."""

LONGEST_ACRONYM = 8

RARE_WORD, VERY_RARE_WORD = 0.45, 0.75
"""Weights (1 - log frequency) from which a word tells something of a story: in fewer than one
article of twenty, of two hundred."""

TERM_WEIGHTS = {
    "p": 3.0,
    "s": 1.5,
    "o": 1.5,
    "b": 0.5,
    "l": 1.5,
    "c": 0.3,
    "x": 0.7,
    "w": 0.3,
    "k": 0.8,
}
"""What sharing a thing tells of two articles' story: people by full name, by surname, a body, a
body known everywhere, a place, a country, a very rare word, a rare one, and in addition a rare
one that the article repeats."""

SAME_STORY, LEAST_NAMED, LEAST_SHARED, NAMED_TERMS = 4.5, 1.5, 3, frozenset("psol")
"""Two articles of one week tell one story from this sum of weights on, with at least so much of
it from people, bodies or places, and so many different ones or very rare words."""


def term_weight(term: str) -> float:
    return TERM_WEIGHTS[term[0]]


PARTIES_IN_KEYS = 3
"""Participants by whose names an event is found."""

SHORT_STATEMENT = 8
"""Content words: all pairs of a shorter statement are keys, of a longer one every other."""

NAMED_IN_KEYS, WORDS_IN_KEYS, WORD_TERMS = 5, 3, frozenset("xwk")
"""People, bodies and places of its article, and words that it repeats, by which a figure, an
event or a group is found; the marks of words."""

ABOUT = 0.1
"""« Près de 1.000 » does not contradict 980: a tenth more or less."""

SKETCH, BAND, SHINGLE, SHORTEST_COPY = 24, 4, 3, 10
"""Near copies: numbers in a MinHash and in each of its bands, words in a run, and words that a
paragraph must have. Six bands of four find nine copies of ten that share 70 % of their runs."""

SAME_TEXT = 0.6
"""Paragraphs that share this part of their runs of words are one text: cuts and edits of a
dispatch stay above .7, other paragraphs on the same news under .3."""

OWN_FORM = 0.05
"""What a node that a person told apart has less: it must not tear others from their entry."""

SHORTEST_CUT, LONGEST_CUT = 4, 3
"""Letters that a surname cut short keeps at least, and loses at most."""

ACRONYM, NAME_ALONE, SAME_BODY = 0.92, 0.85, 0.5
"""Scores of an acronym with its full form, and of one word in two countries; the share of words
from which two full names may be one body's."""

SHORT_ACRONYM = 3
"""Letters up to which an acronym fits too many names to tell by itself."""

DAY_SLACK = 3
"""Days by which two accounts of one event may differ: a disagreement, not another event."""

LEAST_VERBATIM = 5
"""Words of a statement that is found again as it stands, whatever they are."""

LEAST_WORDS, WORDS_HELD, RUNS_HELD = 3, 0.7, 0.4
"""Content words of a statement, and how many of its words and of its pairs of words the longer
wording by the same speaker must hold: what reported speech keeps of the spoken."""

WORDS_OF_ANYBODY, RUNS_OF_ANYBODY, LONG_STATEMENT = 0.85, 0.75, 6
"""The same without a common speaker, and the content words from which words alone tell."""

CONTEXT_OF_EVENT, CONTEXT_OF_DATED, CONTEXT_OF_FIGURE, CONTEXT_OF_EQUAL = 0.12, 0.08, 0.2, 0.12
"""Share of the shorter sentence's content words that figures on one thing have in common: fewer
where what happened to people tells it, fewer yet on one day, and where the figures are equal."""

DAYS_OF_FIGURE = 2
"""Days between articles after which another figure is news, not a contradiction."""

FARTHEST = 3.0
"""A figure so many times another is on another thing, not another count of it."""

SAME_SENTENCE, SAME_SENTENCE_AND_DAY = 0.33, 0.25
"""The same of two accounts of one event whose words, or whose days or places, differ; fewer where
day and verb are the same."""

ROUNDING = 0.005
"""Figures that differ by less were rounded."""

MATTERS = {
    "figure": 0.4,
    "date": 0.4,
    "place": 0.4,
    "participants": 0.45,
    "status": 0.5,
    "attribution": 0.45,
}
"""How much each kind of disagreement matters, one witness on each side."""

OTHER_COUNTRY = 0.06
"""What a place of one name has less where the passage puts it in another country and no gazetteer
says so."""

CROWD = 15
"""Neighbours, within a week before and after, that an article on one event has at most; more make
an affair of every day, whose story is cut by week."""
