"""What every store does, whatever it is made of."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from greffier import pipeline, recording, views
from greffier.model.questions import Filter, Slice
from greffier.model.reading import Reading
from greffier.model.readings import from_dict, to_dict
from greffier.model.record import Anchor, Layer, Node, Verdict
from greffier.recording import Added, judging
from greffier.recording.judging import JudgementError
from greffier.store import Order, Store, open_store
from tests.contract.conftest import Fresh
from tests.contract.stories import all_three, courrier, gazette, hebdo
from tests.record.articles import Article


def fill(store: Store) -> None:
    for _ in pipeline.add(store, all_three()):
        pass


def by_anchor(nodes: Iterable[Node]) -> dict[Anchor, Node]:
    """Nodes by their passage; the order of keys means nothing."""
    return {n.anchor: replace(n, keys=tuple(sorted(n.keys))) for n in nodes}


def test_nodes_come_back_as_they_were(store: Store) -> None:
    reading = gazette()
    list(pipeline.add(store, [reading]))
    assert by_anchor(store.nodes_of_document(reading.document.id)) == by_anchor(
        pipeline.nodes_of(reading)
    )


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    list(pipeline.add(store, [gazette()]))
    assert views.reading(store, gazette().document.id) == gazette()


def test_adding_twice_changes_nothing(store: Store) -> None:
    fill(store)
    before = store.counts()
    assert [became for _, became in pipeline.add(store, all_three())] == [Added.SAME] * 3
    assert store.counts() == before


def test_an_article_read_again_takes_the_place_of_the_former(store: Store) -> None:
    fill(store)
    made = Article("L’Hebdo", None, title="Le marché aux œufs")
    made.person("Ali Ostrelle", "FRA")
    made.paragraph("Les députés n’ont rien décidé")
    assert made.reading().document.id == hebdo().document.id
    ((_, became),) = pipeline.add(store, [made.reading()])
    assert became is Added.AGAIN
    assert views.quotes(store, Filter(outlet=("L’Hebdo",))).total == 0
    assert views.status(store).articles == 3


def test_the_same_text_elsewhere_is_one_article_with_two_printings(fresh: Fresh) -> None:
    first, second = gazette(), gazette()
    object.__setattr__(second.document, "uri", "test:reprise")
    object.__setattr__(second.document, "outlet", "La Reprise")
    object.__setattr__(second.document, "published", "2020-03-04")
    for order in ([first, second], [second, first]):
        store = fresh()
        list(pipeline.add(store, order))
        shown = views.article(store, first.document.id)
        assert shown is not None
        assert shown.article.outlet == "La Gazette"
        assert [p.outlet for p in shown.printings] == ["La Gazette", "La Reprise"]


def test_nothing_is_kept_of_an_addition_that_fails(store: Store) -> None:
    fill(store)
    before = store.counts()

    class Stop(Exception):
        pass

    def half() -> None:
        with store.writing():
            store.drop_article(gazette().document.id)
            raise Stop

    with pytest.raises(Stop):
        half()
    assert store.counts() == before


def test_taking_out_leaves_what_the_others_tell(fresh: Fresh) -> None:
    store, without = fresh(), fresh()
    fill(store)
    assert recording.remove(store, courrier().document.id)
    assert not recording.remove(store, courrier().document.id)
    list(pipeline.add(without, [gazette(), hebdo()]))
    assert store.counts() == without.counts()
    assert views.timeline(store).items == views.timeline(without).items


def test_two_spellings_are_one_person_and_two_accounts_one_encounter(full: Store) -> None:
    mayor = views.named(full, "Tadouri")
    assert mayor is not None
    shown = views.entry(full, mayor.id)
    assert shown is not None
    assert {v.name for v in shown.variants} == {"Amira Ben Omar Tadouri", "Amira Ben Omar Tadoury"}
    (met,) = shown.met.items
    assert {a.article.outlet for a in met.attestations} == {"La Gazette", "Le Courrier"}
    assert [b.entry.label for b in shown.counterparts] == ["Paul Korvane"]
    assert [o.function for o in shown.offices] == ["maire"]
    assert {p.document for p in shown.offices[0].passages} == {
        gazette().document.id,
        courrier().document.id,
    }


def test_a_statement_reprinted_is_one_with_a_copy(full: Store) -> None:
    (said,) = views.quotes(full, Filter(words="digue")).items
    assert (said.independent, said.copies) == (1, 1)
    assert [a.copied for a in said.attestations] == [False, True]


def test_every_value_shown_is_a_passage_of_its_article(full: Store) -> None:
    for one in (*views.timeline(full).items, *views.quotes(full).items):
        assert one.attestations
        for attestation in one.attestations:
            reading = views.reading(full, attestation.article.document)
            assert reading is not None
            for p in attestation.passages:
                assert reading.document.text[p.start : p.end] == p.text
                end = p.context_start + len(p.context)
                assert reading.document.text[p.context_start : end] == p.context
                assert p.text in p.context


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), 2),
        (Filter(type=("CONSULT",)), 1),
        (Filter(status=("planned",)), 1),
        (Filter(outlet=("Le Courrier",)), 2),
        (Filter(outlet=("La Gazette",)), 1),
        (Filter(outlet=("La Gazette",), status=("planned",)), 0),
        (Filter(since="2020-03-01", until="2020-03-01"), 1),
        (Filter(since="2020-03-02"), 0),
        (Filter(words="sommet"), 1),
        (Filter(type=("CONSULT", "PROTEST")), 2),
    ],
)
def test_events_are_narrowed(full: Store, asked: Filter, found: int) -> None:
    page = views.timeline(full, asked)
    assert (page.total, len(page.items)) == (found, found)


def test_events_are_narrowed_to_people_and_places(full: Store) -> None:
    mayor, guest = views.named(full, "Tadoury"), views.named(full, "Korvane")
    varno = views.named(full, "varno", "place")
    assert mayor
    assert guest
    assert varno
    assert views.timeline(full, Filter(who=(mayor.id, guest.id))).total == 1
    assert views.timeline(full, Filter(place=(varno.id,))).total == 2
    assert views.quotes(full, Filter(speaker=(mayor.id,))).total == 1
    assert views.quotes(full, Filter(speaker=(guest.id,))).total == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("digue", 2),
        ("digues", 2),  # by its stem
        ("soeurs", 2),  # œ as oe
        ("oeuf", 1),
        ("depute", 1),  # without its accent
        ("députée", 1),
        ("digue marché", 0),  # all the words
        ('"tiendra tout l’hiver"', 2),
        ('"tout tiendra"', 0),
        ('digue "quoi qu en disent"', 2),
        ("", 0),
        ("'\"*():^", 0),
    ],
)
def test_articles_are_found_by_words(full: Store, words: str, found: int) -> None:
    result = views.search(full, words)
    assert result.total == found
    for hit in result.hits:
        assert hit.marked
        assert hit.passages


def test_facets_count_the_articles_found(full: Store) -> None:
    result = views.search(full, "digue")
    facets = {facet.name: dict(facet.values) for facet in result.facets}
    assert facets["outlet"] == {"La Gazette": 1, "Le Courrier": 1}
    assert facets["month"] == {"2020-03": 2}
    named = {facet.kind: facet.values for facet in result.named_in}
    assert {(b.entry.label, b.count) for b in named["place"]} == {("Varno", 2)}
    assert views.search(full, "digue", Filter(outlet=("La Gazette",))).total == 1


def test_lists_come_in_slices(full: Store) -> None:
    whole = views.entries(full).items
    found: list[views.EntryRow] = []
    part: Slice | None = Slice(2)
    while part:
        page = views.entries(full, Filter(), part)
        assert page.total == len(whole)
        found += page.items
        part = page.next
    assert tuple(found) == whole


@pytest.mark.parametrize("order", Order)
def test_every_order_gives_every_entry(full: Store, order: Order) -> None:
    rows, total = full.find(Layer.EVENT, Filter(), order, Slice())
    assert len({row.id for row in rows}) == total == 2


def test_a_story_holds_its_articles(full: Store) -> None:
    story = views.story(full, gazette().document.id)
    assert story is not None
    assert story.story.outlets == ("La Gazette", "Le Courrier")
    assert (story.story.first, story.story.last) == ("2020-03-02", "2020-03-03")
    assert story.events.total == 2


def test_any_node_leads_to_its_entry(full: Store) -> None:
    for reading in all_three():
        nodes = full.nodes_of_document(reading.document.id)
        found = full.resolve(node.id for node in nodes)
        assert found.keys() == {node.id for node in nodes}
        assert full.entry_rows(found.values()).keys() == set(found.values())
    assert full.resolve(["en-000000000000"]) == {}


def test_a_record_is_there_when_it_is_opened_again(urls: Callable[[], str]) -> None:
    where = urls()
    store = open_store(where)
    fill(store)
    counts = store.counts()
    store.close()
    again = open_store(where)
    assert again.counts() == counts
    again.close()


def test_several_write_and_read_at_once(urls: Callable[[], str]) -> None:
    where = urls()
    open_store(where).close()
    failed: list[BaseException] = []

    def work(number: int) -> None:
        store = open_store(where)
        try:
            for i in range(4):
                made = Article(f"Journal {number}", "2020-03-02", title=f"Nouvelle {i}")
                made.person("Paul Korvane", "MLI", "ministre de la Santé")
                list(pipeline.add(store, [made.reading()]))
                assert views.named(store, "Korvane")
        except BaseException as error:
            failed.append(error)
        finally:
            store.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    store = open_store(where)
    assert views.status(store).articles == 16
    (person,) = views.entries(store, Filter(kind=("person",))).items
    assert person.attestations == 16
    store.close()


def test_outlets_that_differ_on_a_figure_disagree(store: Store) -> None:
    fill(store)
    (found,) = views.disagreements(store).items
    assert found.kind == "figure"
    assert [{a.article.outlet for a in side.attestations} for side in found.sides] == [
        {"La Gazette"},
        {"Le Courrier"},
    ]
    assert all(side.attestations[0].passages for side in found.sides)
    assert views.disagreement(store, found.id) == found
    recording.remove(store, courrier().document.id)
    assert views.disagreements(store).total == 0


def test_contradictory_judgements_are_told(store: Store) -> None:
    fill(store)
    people = [row.id for row in views.entries(store, Filter(kind=("person",))).items]
    one, two, three = people[:3]
    recording.judge(store, one, two, Verdict.SAME, "Ada")
    recording.judge(store, two, three, Verdict.SAME, "Ada")
    assert [j.holds for j in views.judgements(store).items] == [True, True]
    recording.judge(store, one, three, Verdict.DIFFERENT, "Ben")
    told = views.judgements(store).items
    assert told[0].judgement.author == "Ben"
    assert told[0].holds
    assert [j.holds for j in told].count(False) == 1
    recording.judge(store, one, three, Verdict.SAME, "Ada")
    against = {j.judgement.author: j.against for j in views.judgements(store).items if j.against}
    assert against.keys() == {"Ada", "Ben"}


def test_judgements_that_make_no_sense_are_refused(store: Store) -> None:
    fill(store)
    person = views.entries(store, Filter(kind=("person",))).items[0].id
    event = views.timeline(store).items[0].id
    for other, why in ((event, "of event"), (person, "one passage"), ("en-0", "no such thing")):
        with pytest.raises(JudgementError, match=why):
            recording.judge(store, person, other, Verdict.SAME, "Ada")
    assert views.status(store).judgements == 0


def test_what_was_one_entry_leads_to_where_it_is_now(store: Store) -> None:
    fill(store)
    one, other = (row.id for row in views.entries(store, Filter(kind=("person",))).items[:2])
    made = recording.judge(store, one, other, Verdict.SAME, "Ada")
    now = store.resolve([one, other])
    assert len(set(now.values())) == 1
    assert views.entry(store, one) == views.entry(store, other)
    judging.undo(store, made.id, "Ada")
    assert store.resolve([one, other]) == {one: one, other: other}


def test_a_merge_is_explained(store: Store) -> None:
    fill(store)
    nodes = [
        node.id
        for document in (gazette().document.id, courrier().document.id)
        for node in store.nodes_of_document(document)
        if node.kind == "person" and "Tadour" in getattr(node.facts, "name", "")
    ]
    (link,) = recording.explain(store, *nodes) or ()
    assert {link.one, link.other} == set(store.placed(nodes).values())
    assert link.reasons
    assert recording.explain(store, nodes[0], nodes[0]) == ()
    guest = views.named(store, "Korvane")
    assert guest
    assert recording.explain(store, nodes[0], guest.id) is None
    assert recording.explain(store, nodes[0], "en-0") is None
    made = recording.judge(store, nodes[0], guest.id, Verdict.SAME, "Ada", "vu de près")
    chain = recording.explain(store, nodes[0], guest.id)
    assert chain
    assert chain[-1].rule == made.author


def shifted(reading: Reading) -> Reading:
    """The same article, whose first entity a later reader finds four letters further on."""
    (first, *others) = reading.entities
    (mention,) = first.mentions
    moved = replace(mention, start=mention.start + 4)
    return replace(reading, entities=(replace(first, mentions=(moved,)), *others))


def test_ids_and_judgements_outlive_a_reading(store: Store) -> None:
    fill(store)
    old, guest = views.named(store, "Ostrelle"), views.named(store, "Korvane")
    assert old
    assert guest
    recording.judge(store, old.id, guest.id, Verdict.SAME, "Ada")
    ((_, became),) = pipeline.add(store, [shifted(hebdo())])
    assert became is Added.AGAIN
    now = {n.id for n in store.nodes_of_document(hebdo().document.id) if n.kind == "person"}
    assert old.id not in now
    found = store.resolve([old.id, guest.id, *now])
    assert len(set(found.values())) == 1
    assert found.keys() == {old.id, guest.id, *now}
    (told,) = views.judgements(store).items
    assert not told.undone


@pytest.mark.parametrize("odd", ["\0", "🐟", "\u202e", "'; DROP TABLE articles; --"])
def test_whatever_a_text_holds_is_kept(store: Store, odd: str) -> None:
    made = Article(f"Le {odd} Jour", "2020-03-02", title=f"La digue {odd} tient")
    speaker = made.person(f"Ali {odd} Ostrelle", "FRA", f"maire {odd}")
    made.says(speaker, f"La digue {odd} tiendra")
    list(pipeline.add(store, [made.reading()]))
    (said,) = views.quotes(store).items
    assert said.attestations[0].passages[0].text.startswith("La digue")
    assert views.search(store, "digue").total == 1
    assert views.reading(store, made.reading().document.id) is not None


def test_half_a_character_is_kept_as_unknown(store: Store) -> None:
    whole = json.dumps(to_dict(gazette()))
    broken = from_dict(
        json.loads(whole.replace("digue", "digu\\ud800").replace("La G", "\\udc00 G"))
    )
    list(pipeline.add(store, [broken]))
    found = views.reading(store, broken.document.id)
    assert found is not None
    assert "digu\N{REPLACEMENT CHARACTER}" in found.document.text
    assert len(found.document.text) == len(broken.document.text)
    assert [p.start for p in found.quotations] == [p.start for p in broken.quotations]
