"""The tables of a Data Package: columns, what each means, and which refer to which."""

from __future__ import annotations

from dataclasses import dataclass

STRING, INTEGER, NUMBER, BOOLEAN, DATE = "string", "integer", "number", "boolean", "date"


@dataclass(frozen=True, slots=True)
class Column:
    """`type` is Table Schema's; `refers` names the table whose key the value is."""

    name: str
    about: str
    type: str = STRING
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`key` is the column by which other tables refer to a row, null where none does."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


C = Column
DAYS = (
    C("first", "First day that the date told covers; empty when no article dates it.", DATE),
    C("last", "Last day that it covers.", DATE),
)
WITNESSES = (
    C("witnesses", "Independent witnesses: copies of one text count once.", INTEGER),
    C("copies", "Attestations that only repeat another's text.", INTEGER),
)
PASSAGE = (
    C("start", "Where the passage begins in the article's text (code points).", INTEGER),
    C("end", "Where it ends, not included.", INTEGER),
    C("passage", "The passage, character for character."),
)
REPORT = C("id", "Permanent id of the entry.")
STATUS = C("status", "occurred, ongoing, planned, requested, hypothetical or denied.")

ARTICLES = Table(
    "articles",
    "Articles of the record.",
    (
        C("id", "The article's id, made from its text."),
        C("uri", "Where it was found."),
        C("outlet", "Who printed it."),
        C("title", "Its title."),
        C("published", "Day of publication (ISO 8601; a month or year where no more is known)."),
        C("published_from", "What the day rests on: given, metadata or text."),
        C("story", "The story that it belongs to."),
    ),
    "id",
)
PRINTINGS = Table(
    "printings",
    "Every place where the very text of an article was found, the article's own first.",
    (
        C("article", "The article.", refers="articles"),
        C("uri", "Where its text was found."),
        C("outlet", "Who printed it there."),
        C("title", "Its title there."),
        C("published", "Its day there."),
    ),
)
ENTITIES = Table(
    "entities",
    "People, bodies, countries, places and groups, each once, merged across articles.",
    (
        REPORT,
        C("kind", "person, organization, country, place or group."),
        C("name", "How it is shown."),
        C("spellings", "Other spellings, separated by « ; »."),
        C("country", "ISO 3166 alpha-3."),
        C("latitude", "Degrees north.", NUMBER),
        C("longitude", "Degrees east.", NUMBER),
        C("geonames_id", "Its id in GeoNames.", INTEGER),
        C("attestations", "How often articles tell of it.", INTEGER),
    ),
    "id",
)
ROLES = Table(
    "roles",
    "Offices that articles give to people.",
    (
        C("entity", "Who holds it.", refers="entities"),
        C("function", "The office, as printed."),
        C("of", "Of what body."),
        C("country", "Of what country (ISO 3166 alpha-3)."),
        C("tenure", "former, future… where the article says so."),
        C("first", "Publication of the first article that gives it."),
        C("last", "Publication of the last."),
        C("articles", "How many articles give it.", INTEGER),
        C("article", "An article that gives it.", refers="articles"),
        *PASSAGE,
    ),
)
EVENTS = Table(
    "events",
    "What was done, by PLOVER's types; encounters are those of type CONSULT.",
    (
        REPORT,
        C("type", "PLOVER type."),
        C("mode", "PLOVER mode."),
        STATUS,
        *DAYS,
        C("label", "The event in a line."),
        *WITNESSES,
    ),
    "id",
)
ENCOUNTERS = Table(
    "encounters",
    "Who met whom: a row for each two who took part in an encounter.",
    (
        C("event", "The encounter.", refers="events"),
        C("one", "One of the two.", refers="entities"),
        C("one_name", "Its name."),
        C("other", "The other.", refers="entities"),
        C("other_name", "Its name."),
        C("mode", "visit, meet, phone, multilateral, third-party."),
        STATUS,
        *DAYS,
    ),
)
QUOTATIONS = Table(
    "quotations",
    "Who said what, each statement once.",
    (
        REPORT,
        C("form", "direct, indirect or mixed."),
        C("text", "The words, as the first article prints them."),
        C("speaker", "Who says it, where one is known.", refers="entities"),
        C("speaker_name", "What the articles call the speaker."),
        C("addressee", "To whom.", refers="entities"),
        C("published", "Day of the first article that prints it."),
        *WITNESSES,
    ),
    "id",
)
FIGURES = Table(
    "figures",
    "How much or how many of what.",
    (
        REPORT,
        C("label", "The figure in a line."),
        C("value", "The value, or the lower bound of a range; shares are fractions.", NUMBER),
        C("high", "The upper bound of a range.", NUMBER),
        C("comparison", "exact, about, at_least, at_most, more_than, less_than or between."),
        C("unit", "Of what."),
        C("published", "Day of the first article that prints it."),
        *WITNESSES,
    ),
    "id",
)
PARTICIPANTS = Table(
    "participants",
    "Who or what plays which part in events, quotations and figures.",
    (
        C("report", "Id of the event, quotation or figure."),
        C("layer", "event, statement or figure."),
        C("role", "actor, recipient, place, source, speaker, addressee, via or about."),
        C("entity", "Who or what.", refers="entities"),
        C("name", "What the article calls it."),
    ),
)
ATTESTATIONS = Table(
    "attestations",
    "What each article says of an event, quotation or figure, with the passage that proves it.",
    (
        C("id", "Permanent id of the claim."),
        C("report", "Id of the event, quotation or figure."),
        C("layer", "event, statement or figure."),
        C("article", "The article.", refers="articles"),
        C("type", "PLOVER type of an event, form of a quotation."),
        C("mode", "PLOVER mode."),
        STATUS,
        C("date", "The date as read (TIMEX3)."),
        *DAYS,
        *PASSAGE,
        C("context", "The sentence or line around the passage."),
        C("confidence", "How often such a claim is right, from 0 to 1.", NUMBER),
        C("rule", "What found it."),
        C("witness", "The same for all that copy one text."),
        C("copied", "Whether it only repeats another's text.", BOOLEAN),
    ),
    "id",
)
DISAGREEMENTS = Table(
    "disagreements",
    "What articles cannot all be right about: a row for each attestation of each side.",
    (
        C("disagreement", "Id of the disagreement."),
        C("kind", "figure, date, place, participants, status or attribution."),
        C("report", "What it is about."),
        C("weight", "How much it matters, from 0 to 1.", NUMBER),
        C("side", "Number of the side, from 1.", INTEGER),
        C("value", "What this side says."),
        C("attestation", "Id of the claim that says so."),
    ),
)
JUDGEMENTS = Table(
    "judgements",
    "Judgements of persons on what is one thing and what is two (decisions.jsonl as a table).",
    (
        C("id", "Id of the judgement."),
        C("one", "Id of one of the two claims or entities."),
        C("other", "Id of the other."),
        C("verdict", "same, different or unsure."),
        C("reasons", "Why."),
        C("author", "Who judged."),
        C("time", "When (ISO 8601)."),
        C("undoes", "Id of the judgement that it takes back."),
    ),
)
TABLES = (
    ARTICLES, PRINTINGS, ENTITIES, ROLES, EVENTS, ENCOUNTERS, QUOTATIONS, FIGURES, PARTICIPANTS,
    ATTESTATIONS, DISAGREEMENTS, JUDGEMENTS,
)  # fmt: skip
