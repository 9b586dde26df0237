"""What a language pack hands to the stages: one field per phenomenon.

Stages receive a `Language` and never import a pack; a pack fills these fields with its rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from greffier.model.annotations import Entity, Figure
from greffier.model.happenings import Happenings
from greffier.model.rules import Rule
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Document, Span
from greffier.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class ParserSettings:
    """Which spaCy pipeline parses the language, and the name finder that replaces its own."""

    pipeline: str
    name_finder: Path | None = None
    mend_lemma: Callable[[str, str, str], str] | None = None  # form, part of speech, lemma


@dataclass(frozen=True, slots=True)
class LineRules:
    """What the words of a line of a page tell of its kind; each takes one line, stripped.

    Those that return text return the name of the rule by which the line is such, or null.
    """

    furniture: Callable[[str], str | None]  # no journalism: forms, calls, menus, rights
    list_head: Callable[[str], bool]  # links to other articles follow
    comments_head: Callable[[str], bool]  # readers' comments, or their form, follow
    genre: Callable[[str], bool]  # only says what kind of article follows, or its rubric
    masthead: Callable[[str], bool]  # reads as an outlet's name
    caption: Callable[[str], str | None]  # ends with a credit, or points into a picture
    scene: Callable[[str], str | None]  # shows who was where and when, without a verb
    byline: Callable[[str], str | None]  # only says who wrote the article, where or when
    date_line: Callable[[str], str | None]  # little more than a date
    signature: Callable[[str], str | None]  # nothing but a person's name
    dateline: Callable[[str], str | None]  # the ISO date of the dateline that opens the line
    dated: Callable[[str], str | None]  # the ISO date of a byline
    published: Callable[[str], str | None]  # the ISO date after a word of publication


class Place(NamedTuple):
    """A place of a gazetteer."""

    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words around and inside names."""

    dangles: Callable[[Token], bool]  # no name ends with it: « de », « en »
    ties: Callable[[Token], bool]  # between a noun and the name it heads: « de », « la »
    is_title: Callable[[Token], bool]  # office, rank or civility
    is_civility: Callable[[Token], bool]  # the name after it is a person's
    is_particle: Callable[[Token], bool]  # inside persons' names: « von », « el »
    is_capital: Callable[[str], bool]  # a country or capital, by its folded name
    is_organization: Callable[[str], bool]  # a body known everywhere, by its folded name
    is_label: Callable[[Token], bool]  # says what a body is, before its name: « ONG »
    is_locality: Callable[[Token], bool]  # its complement is a place: « ville »
    is_locative: Callable[[Token], bool]  # a preposition before a place: « à »
    is_contracted: Callable[[Token], bool]  # a preposition with an article in it: « du », « au »
    is_region: Callable[[str], bool]  # a region, sea or country, by its folded name
    is_town: Callable[[str], bool]  # a sizable town, by its folded name
    is_given_name: Callable[[str], bool]
    is_demonym: Callable[[str], bool]
    is_inhabitant: Callable[[Sentence, Token], bool]  # people by where they live: « les Lyonnais »
    is_placed: Callable[[Token], bool]  # what « de » ties to it is a place: « maire »
    is_site: Callable[[Token], bool]  # with its complement, the name of a site: « aéroport »
    is_office: Callable[[Token], bool]  # an office that a town's name is part of: « mairie »
    is_feast: Callable[[str], bool]  # a folded name: « Noël »
    is_at: Callable[[Token], bool]  # « à »
    is_lived_in: Callable[[Token], bool]  # its « à X » is a place: « habiter », « boulanger »
    is_asked: Callable[[Token], bool]  # its « à X » is somebody: « demander »
    is_any_town: Callable[[str], bool]
    is_medium: Callable[[Token], bool]  # the name right after it is an outlet's: « l'agence X »
    is_occasion: Callable[[Token], bool]  # the name after it is the occasion's: « festival »
    is_storm: Callable[[Token], bool]  # the name after it is a storm's
    is_body_acronym: Callable[[Token], bool]  # two to six capitals that may name a body
    is_thing: Callable[[Token], bool]  # an acronym that names no body: « PIB »
    is_singular_article: Callable[[Token], bool]  # « la », « du »
    credits: Callable[[Token], bool]  # before whom a picture is credited to: « © », « Photo »
    publishes: Callable[[Token], bool]  # before where something is published: « sur X »
    is_known_body: Callable[[str], bool]  # a party, outlet or firm known by this name
    is_foreign_article: Callable[[Token], bool]  # opens an outlet's name: « The », « Der »
    is_native_article: Callable[[Token], bool]  # opens a town's name: « La », « Le »
    is_vessel: Callable[[Token], bool]  # the name right after it is a ship's
    is_body: Callable[[Token], bool]  # with its complement, a body's name: « Ligue », « Comité »
    is_people: Callable[[Sentence, Token], bool]  # « les Gardiens »: people with a body's capital
    is_firm: Callable[[Token], bool]  # the name right after it is a body's: « la société X »
    relates: Callable[[Token], bool]  # puts a name in relation with another: « pour », « auprès »
    is_acronym: Callable[[Token], bool]  # in brackets after a person, their party or body
    folded: Callable[[str], str]  # one spelling for what differs by case, accents, hyphens


@dataclass(frozen=True, slots=True)
class Governments:
    """Words that tell a capital that stands for a government from the town; each takes a word."""

    asked: Callable[[Token], bool]  # its « à X » is somebody: « demander »
    giver: Callable[[Token], bool]  # a verb, its « de X » is somebody: « obtenir »
    acts: Callable[[Token], bool]  # a noun, its « de X » is who does it: « refus »
    with_somebody: Callable[[Token], bool]  # a preposition before who is dealt with: « avec »
    between: Callable[[Token], bool]  # « entre »
    to: Callable[[Token], bool]  # « à »
    of: Callable[[Token], bool]  # « de »
    by: Callable[[Token], bool]  # « par »
    passes: Callable[[Token], bool]  # a verb, its « par X » is a way: « passer »
    for_whom: Callable[[Token], bool]  # opens a sentence with whose view it is: « pour »


@dataclass(frozen=True, slots=True)
class Naming:
    """How the language names countries, places and people; countries are ISO alpha-3 codes."""

    country_named: Callable[[str], str | None]
    demonym: Callable[[str], str | None]
    government_at: Callable[[str], str | None]  # a capital or seat that may stand for a government
    body_at: Callable[[str], str | None]  # the country of a body called by its address
    is_seat: Callable[[str], bool]  # it names a seat of power and nothing else
    place: Callable[[str, frozenset[str]], Place | None]  # name, countries of the article
    is_ambiguous_town: Callable[[str], bool]  # towns of several countries have this name
    links: Callable[[Token], bool]  # between a noun and the name it heads: « de », « la »
    is_place_head: Callable[[str], bool]  # noun that is part of the name of a place
    place_key: Callable[[str], str]  # one spelling for the forms of a place's name
    is_regnal: Callable[[Token], bool]  # before one name alone: « pape », « reine »
    body_key: Callable[[str], str]  # one spelling for the names of a body: « UE »
    is_army: Callable[[str], bool]  # a noun and adjectives that mean the army of a country
    is_link: Callable[[str], bool]  # a folded word that an acronym leaves out: « des »
    named_after: Callable[[str], str | None]  # the key of the name that may stand for a site's key
    is_label: Callable[[str], bool]  # noun before an organisation's own name
    governments: Governments
    is_portfolio: Callable[[Sentence, Token], bool]  # only says which minister: « la Défense »
    is_international: Callable[[str], bool]  # a body of several states
    is_known_international: Callable[[str], bool]  # one of those known everywhere
    is_of_state: Callable[[str], bool]  # a body that every state has: « Cour suprême »
    countries_of_body: Callable[[str], tuple[str, ...]]  # that have a body known by this name
    told_in: Callable[[str, frozenset[str]], str | None]  # name, countries of the article
    folded: Callable[[str], str]  # one spelling for what differs by case, accents, hyphens
    name_words: Callable[[str], tuple[str, ...]]  # words of a person's name, particles off
    romanised: Callable[[str], str]  # one spelling for a word romanised in several ways


@dataclass(frozen=True, slots=True)
class Nominals:
    """Which nouns describe a body or people; `told_more`: an adjective or complement follows."""

    is_body: Callable[[Token, bool], bool]
    is_group: Callable[[Token, bool], bool]
    is_described_body: Callable[[Token], bool]  # any adjective or complement makes it one
    is_selecting: Callable[[Token], bool]  # an adjective that says which, not what: « autre »
    is_collective: Callable[[Token], bool]  # a singular that stands for several
    people: Callable[[Token], str | None]  # the country of « les Maliens »
    links: Callable[[Token], bool]  # ties a complement to its noun
    sources: Callable[[Token], bool]  # a preposition before the source of a word: « selon »
    addresses: Callable[[Token], bool]  # before those who are told something: « aux »
    is_quantity: Callable[[Token], bool]  # a noun that counts what its complement names
    is_no_body: Callable[[Sentence, Token], bool]  # « dans le département », « lors du congrès »
    is_inhabitant: Callable[[Sentence, Token], bool]  # of a town or region: « les Lyonnais »
    is_led: Callable[[Token], bool]  # a body called by who leads it: « le gouvernement X »
    is_aged: Callable[[Token], bool]  # « âgée »
    is_share: Callable[[Sentence, Token], bool]  # « un habitant sur cinq »: no one in particular
    is_indefinite: Callable[[Sentence, Token], bool]  # « une milice », « d'autres ministères »
    is_determined: Callable[[Sentence, Token], bool]  # « la police », and not « de police »
    is_owner: Callable[[Token], bool]  # « de son pays », « du pays »: no part of a body's name
    refers_back: Callable[[Sentence, Token], bool]  # « la même source », « les deux ministres »
    demonym: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Office:
    """An office read from a sentence; `first` and `last` are token positions, both included."""

    function: str
    of: str | None
    countries: tuple[str, ...]  # told by its own words; several for several holders
    first: int
    last: int
    tenure: str | None
    plural: bool
    is_state: bool  # an office of a state, whose country may go without saying
    is_public: bool  # an office that bodies of a state have: what it is of is likely the state's
    of_somebody: bool  # its complement is a person: « conseiller du ministre »
    is_of_another: bool  # a name after it is somebody else's: « le frère du maire, X »
    possessed: bool  # « sa présidente »: of the body or person told before


@dataclass(frozen=True, slots=True)
class Offices:
    """How the language tells offices and occupations."""

    office: Callable[[Sentence, Token, frozenset[int]], Office | None]
    is_rank: Callable[[Token], bool]  # before a name, and no office: « général », « Mme »
    same_office: Callable[[Token], bool]  # « homologue »
    is_function: Callable[[Token], bool]
    becomes: Callable[[Token], bool]  # a verb: its subject comes to hold the office: « devenir »
    appoints: Callable[[Token], bool]  # a verb: its object comes to hold the office: « nommer »
    as_one: Callable[[Sentence, int], bool]  # the word before an office: « comme », « en tant que »
    presides: Callable[[Token], bool]  # a verb: its subject is the president of its object
    presidency: Callable[[str, Token], Office]  # of a body, told by that verb
    in_gender: Callable[[str, str | None], str]  # a function in the gender of its holder
    is_feat: Callable[[Token], bool]  # « vainqueur »: what somebody once did
    is_deed: Callable[[Token], bool]  # says what somebody did, and no office: « auteur »
    demonym: Callable[[str], str | None]


class Reference(NamedTuple):
    """A word that refers back: `kind` is pronoun, last (« ce dernier »), first or second (« la
    première »), noun (« le maire »), body (« le collectif »), counterpart (« son homologue »),
    partner (« son hôte »), or named (only a name beside it tells: « son porte-parole, X »)."""

    kind: str
    gender: str  # Masc, Fem, or empty when it does not tell
    number: str
    word: str
    country: str | None = None  # « le ministre turc »
    more: tuple[str, ...] = ()  # content words of its complement: « ministre de la Défense »
    pointing: bool = False  # « ce spécialiste »


@dataclass(frozen=True, slots=True)
class Anaphora:
    """How the language refers back to persons."""

    reference: Callable[[Sentence, Token], Reference | None]
    is_headed: Callable[[str, str], bool]  # a body's name, the noun that may stand for it
    is_any_body: Callable[[str], bool]  # a noun that may stand for any body: « l'organisation »
    is_any_official: Callable[[str], bool]  # for any official: « le responsable iranien »
    noun_fits: Callable[[Reference, tuple[str, ...]], int]  # a person's offices: 2 well, 0 not
    is_title: Callable[[Token], bool]  # before a name, tells what the person is: « docteur »
    is_civility: Callable[[Token], bool]  # « M. »
    is_topic: Callable[[Sentence, Token], bool]  # « Quant à X, il … »
    gender_of_name: Callable[[str], str | None]
    gender_before_name: Callable[[Sentence, int], str | None]
    gender_of_office: Callable[[str], str | None]


class Source(NamedTuple):
    """Whose word something is, told by a preposition (« selon X »)."""

    head: Token
    cue: Span
    relative: bool = False  # « X, pour qui … »: what follows the cue is X's word


@dataclass(frozen=True, slots=True)
class Reporting:
    """How the language reports what somebody said; each takes a verb unless it says otherwise."""

    says: Callable[[Token], bool]
    takes_that: Callable[[Token], bool]  # reports a clause with a conjunction
    takes_infinitive: Callable[[Token], bool]  # « dit avoir vu »
    accuses: Callable[[Token], bool]  # « accuse X d'avoir vu »
    beside: Callable[[Token], bool]  # put after what it reports: « …, a dit X »
    conjunction: Callable[[Token], bool]  # a word: « que »
    introduces: Callable[[str], bool]  # the text between verb and marks leaves them its object
    source: Callable[[Sentence, Token], Source | None]  # a word: « selon »
    author: Callable[[Sentence, Token], Token | None]  # a document: who wrote or published it
    same: Callable[[Sentence, Token], bool]  # a noun: « la même source » is who spoke before
    tells_more: Callable[[Sentence, int, int], bool]  # words between two commas after somebody
    wishes: Callable[[Token], bool]  # reports a wish or fear more than words: « souhaiter »
    likens: Callable[[Token], bool]  # a word: « comme » in « comme l'a dit X »
    leans: Callable[[Token], bool]  # a word before an infinitive that goes with it: « ne », « se »
    restricts: Callable[[Sentence, Token, Token], bool]  # « ne … que »: verb, conjunction
    speaks: Callable[[Token], bool]  # a noun that may speak: no document, thing or time
    needs_cause: Callable[[Token], bool]  # reports after a causative only: « faire savoir »
    causes: Callable[[Token], bool]  # « faire », « laisser »
    is_ours: Callable[[Token], bool]  # a verb of the journalist's: « rappelons que »
    is_being: Callable[[Token], bool]  # « être », which makes a passive
    is_reflexive: Callable[[Token], bool]  # « se »
    informs: Callable[[Token], bool]  # takes whom and what: « informer X que »
    compound: Callable[[Token], bool]  # before « que », makes it another conjunction: « alors »
    announces: Callable[[Token], bool]  # a noun that reports a clause: « l'annonce que »
    judges: Callable[[Token], bool]  # gives its object a predicate: « juger », « se dire »
    resumes: Callable[[Token], bool]  # after a comma, the journalist goes on: « alors que »
    tells_people: Callable[[Sentence, Token], bool]  # a noun: an office, a body, people
    to: Callable[[Token], bool]  # a preposition before whom something is said to: « à »
    asked: Callable[[Token], bool]  # a participle: « interrogé par X »
    relayed: Callable[[Token], bool]  # a participle: « cité par X »
    channel: Callable[[Sentence, Token], bool]  # ends a phrase before a relay: « sur les ondes de »
    second_person: Callable[[Token], bool]  # « vous », « votre »
    first_person: Callable[[Token], bool]  # « je », « notre »
    is_own_word: Callable[[Token | None], bool]  # a subject: « on », « je » report nobody's words


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging must know of the language; words and stems are folded."""

    words: Callable[[str], tuple[str, ...]]  # stems of the content words of a passage, in order
    weight: Callable[[str], float]  # how rare a stem is in the press: 0, everywhere, to 1
    body: Callable[[str, str | None], tuple[str, ...]]
    # what identifies a body of a country: its words without articles, labels and the country's
    # demonyms, one word for synonyms (« forces armées », « armée »)
    is_vague: Callable[[tuple[str, ...]], bool]  # a body's words that fit one in every country
    full_form: Callable[[str], tuple[str, ...] | None]  # the words behind a well-known acronym
    office: Callable[[str], str]  # one word for the names of an office
    is_anonymous: Callable[[str], bool]  # describes somebody whom nothing identifies: « source »
    place: Callable[[str], tuple[tuple[str, ...], ...]]
    # a place's words without what it is (« province de »); for a site, also with it (« lac »)
    counted: Callable[[str | None, str, str, str], str]
    # what a figure counts, in one word: its unit, its text, what stands before and after
    replaces: Callable[[str], bool]  # the words between a figure and the one that it corrects
    credit: Callable[[str], str | None]  # a line of an article: the agency that it credits


ReadFigures = Callable[[str, Sentence, tuple[Span, ...]], tuple[Figure, ...]]
"""Reads the figures of a sentence: the article's text, the sentence, passages already taken."""

ReadTimes = Callable[[Document, tuple[Sentence, ...]], tuple[TimeExpression, ...]]
"""Reads the time expressions of an article's blocks: what each says, in order of the text."""


@dataclass(frozen=True)
class Language:
    """A language pack. `rules` lists, for each layer of `model.show.LAYERS`, every rule with its
    examples, for the tests, `explain` and the docs."""

    code: str
    parser: ParserSettings
    lines: LineRules
    names: NameWords
    naming: Naming
    nominals: Nominals
    reporting: Reporting
    offices: Offices
    anaphora: Anaphora
    figures: ReadFigures
    happenings: Happenings
    merging: Merging
    recognise: Callable[[str], str | None]  # the code of the language a text is in, or null
    sector: Callable[[Entity], str | None]  # PLOVER's, that an entity's names and offices tell
    rules: dict[str, tuple[Rule[Any], ...]] = field(default_factory=dict)
    times: ReadTimes | None = None
