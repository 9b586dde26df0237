"""What is put together and what is not, article by article."""

from __future__ import annotations

import pytest

from greffier.model.annotations import EventStatus
from greffier.model.facts import EntityFacts
from greffier.model.record import Judgement, Layer, Node, Verdict
from greffier.record.memory import Memory, disagreements
from tests.record.articles import Article

STORY = "La digue de Varno menace de rompre"


def article(outlet: str, day: str = "2021-05-03", title: str = STORY) -> Article:
    """An article of one story: the same people and place, and the same rare words."""
    made = Article(outlet, day, title=title)
    made.person("Rosalie Quendrac", "FRA")
    made.place("Varno", "FRA")
    made.paragraph(
        "Les éclusiers redoutent la crue, les sacs de sable et les palplanches manquent."
    )
    return made


def merged(*articles: Article) -> Memory:
    memory = Memory()
    memory.add(node for made in articles for node in made.nodes())
    return memory


def find(memory: Memory, name: str) -> list[Node]:
    return [
        n
        for n in memory.nodes.values()
        if isinstance(n.facts, EntityFacts) and n.facts.name == name
    ]


def are_one(memory: Memory, *names: str) -> bool:
    return len({memory.entry_of(n) for name in names for n in find(memory, name)}) == 1


def pair(
    one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None]
) -> Memory:
    a, b = Article("A", "2021-05-03"), Article("B", "2021-09-20")
    a.person(*one)
    b.person(*other)
    return merged(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Youssouf Al-Kherban", "SYR", None), ("Yussuf el-Kherban", "SYR", None)),
        (("Roustam Velidze", None, None), ("Rustam Velidze", "GEO", None)),
        (("Anna Tolmarek", "FRA", "maire"), ("Anna Tolmarek", "DEU", "maire")),
        (("Anna Tolmarek", "FRA", None), ("Anna Tolmarek", "DEU", None)),
        (("Ruwal Tenekara", "LKA", "capitaine"), ("Ruwal Tenekaraya", "LKA", "capitaine")),
        (("Achol Deng Marok", "SSD", "maire"), ("Acol Deng Marak", "SSD", "maire")),
        (("Ximena Rovalte", "MEX", None), ("Ximena Rovalte de la Sarna", "MEX", None)),
    ],
)
def test_one_person(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert are_one(pair(one, other), one[0], other[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Bachar al-Kherban", "SYR", None), ("Maher al-Kherban", "SYR", None)),
        (("Sok Vanrithy", "KHM", "ministre"), ("Sok Vanreasna", "KHM", "ministre")),
        (("Anna Tolmarek", "FRA", "maire"), ("Anna Tolmarek", "DEU", "juge")),
        (("Paul Bavel", "FRA", None), ("Paul Bovel", "FRA", None)),
        (("Georges H. W. Bavel", "USA", None), ("Georges W. Bavel", "USA", None)),
    ],
)
def test_two_persons(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    memory = pair(one, other)
    people = [n for n in memory.nodes.values() if n.kind == "person"]
    assert len({memory.entry_of(n) for n in people}) == 2


def test_a_surname_goes_with_the_holder_of_its_office_in_its_time() -> None:
    before, after, now = (
        Article(o, d)
        for o, d in zip("ABC", ("2010-03-01", "2020-03-01", "2020-04-02"), strict=True)
    )
    before.person("Georges Tolmarek", "FRA", "président")
    after.person("Simon Tolmarek", "FRA", "président")
    now.person("Tolmarek", "FRA", "président")
    memory = merged(before, after, now)
    assert are_one(memory, "Tolmarek", "Simon Tolmarek")
    assert not are_one(memory, "Georges Tolmarek", "Simon Tolmarek")


def test_a_surname_that_two_may_bear_goes_with_none_and_is_asked_about() -> None:
    a, b, c = (Article(o, "2020-03-01") for o in "ABC")
    a.person("Simon Tolmarek", "FRA", "député")
    b.person("Georges Tolmarek", "FRA", "député")
    c.person("Tolmarek", "FRA", "député")
    memory = merged(a, b, c)
    assert not are_one(memory, "Tolmarek", "Simon Tolmarek")
    assert not are_one(memory, "Tolmarek", "Georges Tolmarek")
    assert any("two candidates" in {r.feature for r in k.reasons} for k in memory.unsure.values())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("forces armées syriennes", "SYR"), ("armée syrienne", "SYR"), True),
        (("armée", "SYR"), ("armée", "IRQ"), False),
        (("Union des gares du Nord", "FRA"), ("UGN", "FRA"), True),
        (("Union des gares du Nord", None), ("UGN", "FRA"), False),
        (("agence Marvela", None), ("Marvela", None), True),
        (("gouvernement", None), ("gouvernement", None), False),
        (("Front des dunes", "MLI"), ("Front des dunes", None), True),
    ],
)
def test_bodies(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:
    a, b = Article("A", "2021-05-03"), Article("B", "2021-09-20")
    a.body(*one)
    b.body(*other)
    memory = merged(a, b)
    bodies = [n for n in memory.nodes.values() if n.kind == "organization"]
    assert (len({memory.entry_of(n) for n in bodies}) == 1) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Selmeb", "SYR", None), ("province de Selmib", "SYR", None), True),
        (("Varno", "FRA", 11), ("Varno", "FRA", 12), False),
        (("Varno", "FRA", 11), ("lac Varno", "FRA", None), False),
        (("Nam Sorai", "LAO", None), ("barrage de Nam Sorai", "KHM", None), True),
        (("Vare", "FRA", None), ("Vare", "USA", None), False),
    ],
)
def test_places(
    one: tuple[str, str, int | None], other: tuple[str, str, int | None], same: bool
) -> None:
    a, b = Article("A", "2021-05-03"), Article("B", "2021-09-20")
    a.place(*one)
    b.place(*other)
    memory = merged(a, b)
    places = [n for n in memory.nodes.values() if n.kind == "place"]
    assert (len({memory.entry_of(n) for n in places}) == 1) == same


def stories(memory: Memory) -> int:
    return len(memory.members(Layer.ARTICLE))


def test_a_story_grows_over_days_and_ends() -> None:
    told = [article("A"), article("B", "2021-05-08"), article("C", "2021-05-13")]
    assert stories(merged(*told)) == 1
    assert stories(merged(*told, article("D", "2021-11-02"))) == 2


def test_the_same_person_in_the_news_is_no_story() -> None:
    other = Article("B", "2021-05-03", title="Une bibliothèque rouvre à Selm")
    other.person("Rosalie Quendrac", "FRA")
    other.paragraph("Le préau abrite désormais des incunables.")
    assert stories(merged(article("A"), other)) == 2


def test_words_cut_or_reported_are_one_statement_and_another_speaker_disagrees() -> None:
    a, b, c = article("A"), article("B"), article("C")
    a.says("e1", "La digue tiendra tout l’hiver, nous avons doublé les palplanches cet automne")
    b.says("e1", "nous avons doublé les palplanches cet automne")
    c.says(c.person("Odilon Farge"), "Nous avons doublé les palplanches cet automne")
    memory = merged(a, b, c)
    assert len(memory.members(Layer.STATEMENT)) == 1
    assert [d.kind for d in disagreements(memory)] == ["attribution"]


def with_toll(outlet: str, text: str, value: float) -> Article:
    made = article(outlet)
    made.figure(f"La rupture de la digue a fait {text} parmi les éclusiers", text, value, "morts")
    return made


def test_figures_on_one_thing_disagree_beyond_their_bounds() -> None:
    differ = merged(with_toll("A", "12 morts", 12), with_toll("B", "15 morts", 15))
    agree = merged(with_toll("A", "12 morts", 12), with_toll("B", "douze morts", 12))
    assert [d.kind for d in disagreements(differ)] == ["figure"]
    assert disagreements(agree) == []
    assert len(agree.members(Layer.FIGURE)) == 1


def with_meeting(outlet: str, day: str, where: str) -> Article:
    made = article(outlet)
    other = made.person("Odilon Farge", "FRA")
    place = made.place(where, "FRA")
    made.event("CONSULT", "se sont rencontrés à l’écluse", (("e1",), (other,)), day, place)
    return made


def test_one_meeting_told_on_two_days_is_one_that_disagrees() -> None:
    memory = merged(
        with_meeting("A", "2021-05-02", "Varno-Haut"), with_meeting("B", "2021-05-03", "Varno-Haut")
    )
    assert len(memory.members(Layer.EVENT)) == 1
    assert [d.kind for d in disagreements(memory)] == ["date"]


def test_two_meetings_are_two() -> None:
    memory = merged(
        with_meeting("A", "2021-05-02", "Varno-Haut"), with_meeting("B", "2021-06-20", "Varno-Haut")
    )
    assert len(memory.members(Layer.EVENT)) == 2


def test_what_one_denies_and_another_tells_disagrees() -> None:
    told, denied = (with_meeting(o, "2021-05-02", "Varno-Haut") for o in "AB")
    denied.last_event(EventStatus.DENIED)
    assert [d.kind for d in disagreements(merged(told, denied))] == ["status"]


def test_who_did_it_may_be_what_accounts_disagree_on() -> None:
    accounts = []
    for outlet, who in (("A", "Front des dunes"), ("B", "Ligue du canal")):
        made = article(outlet)
        deed = "ont attaqué l’écluse et le convoi de palplanches à l’aube"
        made.event("ASSAULT", deed, ((made.body(who),), ("e1",)), "2021-05-02", "e2")
        accounts.append(made)
    assert [d.kind for d in disagreements(merged(*accounts))] == ["participants"]


def test_a_reprint_is_no_second_witness() -> None:
    reprinted = "La rupture de la digue a fait 15 morts parmi les éclusiers, selon la préfecture"
    a, b, c = with_toll("A", "12 morts", 12), article("B"), article("C")
    for made in (b, c):
        made.figure(reprinted, "15 morts", 15, "morts")
    twice = disagreements(merged(a, b, c))[0].weight
    once = disagreements(merged(a, b))[0].weight
    assert twice == once


def test_a_merge_is_explained_by_its_judgements() -> None:
    memory = pair(("Youssouf Al-Kherban", "SYR", None), ("Yussuf el-Kherban", "SYR", None))
    one, other = find(memory, "Youssouf Al-Kherban")[0], find(memory, "Yussuf el-Kherban")[0]
    told = memory.explain(one, other)
    assert told is not None
    assert "same sound" in {reason.feature for link in told for reason in link.reasons}


def test_contradictory_judgements_leave_different_in_force() -> None:
    a, b, c = (Article(o, "2020-03-01") for o in "ABC")
    a.person("Simon Tolmarek")
    b.person("Basile Orvane")
    c.person("Odilon Farge")
    memory = merged(a, b, c)
    simon, basile, odilon = (
        find(memory, name)[0].anchor for name in ("Simon Tolmarek", "Basile Orvane", "Odilon Farge")
    )
    memory.judge(
        [
            Judgement("1", simon, basile, Verdict.DIFFERENT, (), "Ada", "2024-01-01"),
            Judgement("2", basile, odilon, Verdict.SAME, (), "Ada", "2024-01-02"),
            Judgement("3", odilon, simon, Verdict.SAME, (), "Ada", "2024-01-03"),
        ]
    )
    assert not are_one(memory, "Simon Tolmarek", "Basile Orvane")
    assert are_one(memory, "Basile Orvane", "Odilon Farge") or are_one(
        memory, "Odilon Farge", "Simon Tolmarek"
    )


def test_a_judgement_finds_its_node_again_after_another_reading() -> None:
    a, b = Article("A", "2020-03-01"), Article("B", "2020-03-01")
    a.person("Simon Tolmarek")
    b.person("Simon Tolmarek")
    memory = merged(a, b)
    one, other = (n.anchor for n in find(memory, "Simon Tolmarek"))
    longer = other._replace(start=other.start + 1, end=other.end + 1)
    memory.judge([Judgement("1", one, longer, Verdict.DIFFERENT, (), "Ada", "2024-01-01")])
    assert not are_one(memory, "Simon Tolmarek")
