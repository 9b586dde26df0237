"""`greffier status RECORD`: how much a record holds."""

from __future__ import annotations

from greffier.cli.records import AsJson, RecordPath, opened, stdout, table, tell_json

NAME = "status"
KINDS = ("person", "organization", "place", "country", "group")


def command(record: RecordPath, json: AsJson = False) -> None:
    """Show how many articles, people, events, statements and disagreements a record holds."""
    from greffier import views

    with opened(record) as store:
        found = views.status(store)
    if json:
        tell_json(found)
        return
    console = stdout()
    period = " to ".join(filter(None, (found.first_published, found.last_published)))
    console.print(f"{found.name}: {found.articles} articles {period}".strip(), markup=False)
    counts = [(kind, found.entries.get(f"entity.{kind}", 0)) for kind in KINDS]
    counts += [
        ("event", found.events),
        ("statement", found.statements),
        ("figure", found.figures),
        ("story", found.stories),
        ("disagreement", found.disagreements),
        ("to review", found.reviews),
        ("judgement", found.judgements),
    ]
    table(console, ("what", "how many"), [(what, str(count)) for what, count in counts])
    outlets = [(outlet or "?", str(count)) for outlet, count in found.outlets.items()]
    table(console, ("outlet", "articles"), outlets)
