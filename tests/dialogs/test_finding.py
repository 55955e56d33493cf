"""The finder, on texts as people write them and on services that it has never seen."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.worlds import load_world
from config.settings import ROOT as CONFIG
from dialogs.finding import Entry, Finder, Match, Sureness, manner
from dialogs.finding.normalising import fold, stem, tokens
from dialogs.finding.telling import tells_something
from dialogs.texts import LocalText
from dialogs.world import World

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("find_*.tsv"))
OUT_OF_SCOPE = "-"


class Labelled(NamedTuple):
    split: str
    service: str
    text: str


class Rates(NamedTuple):
    """Shares of a split's texts."""

    first: float
    among_three: float
    refused_in_scope: float
    sure_but_wrong: float
    refused_out_of_scope: float


@cache
def corpus() -> tuple[Labelled, ...]:
    return tuple(
        Labelled(*line.split("\t"))
        for path in CORPUS
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    )


def labels() -> set[str]:
    return {row.service for row in corpus()} - {OUT_OF_SCOPE}


def as_shipped() -> Finder:
    """The finder as it is shipped: over all services and what others handle."""
    return load_world(
        services=CONFIG / "services",
        municipality=CONFIG / "municipality.yaml",
        texts=CONFIG / "texts",
        guidance=CONFIG / "guidance.yaml",
    ).finder


#: Two of them, built apart.
shipped, another_shipped = cache(as_shipped), cache(as_shipped)


def rates(finder: Finder, split: str) -> Rates:
    inside = [r for r in corpus() if r.split == split and r.service != OUT_OF_SCOPE]
    outside = [r for r in corpus() if r.split == split and r.service == OUT_OF_SCOPE]
    first = among = refused = wrong = 0
    for row in inside:
        ids = [match.service for match in finder.find(row.text)]
        decided = finder.decide(row.text)
        first += ids[:1] == [row.service]
        among += row.service in ids
        refused += decided.kind is Sureness.NOTHING
        wrong += decided.kind is Sureness.SURE and decided.matches[0].service != row.service
    turned_away = sum(finder.decide(row.text).kind is Sureness.NOTHING for row in outside)
    return Rates(
        first / len(inside),
        among / len(inside),
        refused / len(inside),
        wrong / len(inside),
        turned_away / len(outside),
    )


#: Services of another municipality, in its own words.
STRANGERS = (
    Entry(
        "batplats",
        LocalText({"sv": "Ansökan om båtplats", "en": "Apply for a berth"}),
        ("båtplats", "brygga för båten", "hamn", "gästhamn", "boat berth"),
        LocalText({"sv": "Hyr en plats för din båt i kommunens hamn."}),
    ),
    Entry(
        "kolonilott",
        LocalText({"sv": "Ansökan om kolonilott", "en": "Apply for an allotment"}),
        ("kolonilott", "odla grönsaker", "odlingslott", "allotment garden"),
    ),
    Entry(
        "trygghetslarm",
        LocalText({"sv": "Ansökan om trygghetslarm"}),
        ("larm hemma", "larmknapp", "trygghetsklocka", "ramlat"),
    ),
)


def test_the_corpus_is_large_enough_and_has_no_doubles() -> None:
    texts = [row.text for row in corpus()]
    assert len(set(texts)) == len(texts)
    assert {row.split for row in corpus()} <= {"tune", "held"}
    assert sum(row.service != OUT_OF_SCOPE for row in corpus()) >= 600
    assert sum(row.service == OUT_OF_SCOPE for row in corpus()) >= 150


def test_the_corpus_has_texts_for_every_service_and_no_other(world: World) -> None:
    assert labels() == set(world.services)


def test_people_find_the_service_that_they_mean() -> None:
    found = rates(shipped(), "tune")
    assert found.first >= 0.97, found
    assert found.among_three >= 0.99, found
    assert found.refused_in_scope <= 0.01, found
    assert found.sure_but_wrong <= 0.01, found
    assert found.refused_out_of_scope >= 0.98, found


def test_most_texts_need_no_asking_back() -> None:
    inside = [row for row in corpus() if row.service != OUT_OF_SCOPE]
    sure = sum(shipped().decide(row.text).kind is Sureness.SURE for row in inside)
    assert sure / len(inside) >= 0.8


@pytest.mark.parametrize(
    "text", ["vad blir det för väder", "hej", "pizza", "", "   ", "?!", "12345", "😀", "jag vill"]
)
def test_what_is_not_about_a_service_finds_nothing(text: str) -> None:
    assert shipped().decide(text).kind is Sureness.NOTHING


@pytest.mark.parametrize("word", ["tillstånd", "flytta", "bidrag", "vatten", "bygg"])
def test_a_word_that_may_be_about_several_services_is_asked_about(word: str) -> None:
    decided = shipped().decide(word)
    assert decided.kind is Sureness.UNSURE
    assert len(decided.matches) > 1


@pytest.mark.parametrize("word", ["bygglov", "autogrio", "hemtjänst", "vigsel"])
def test_a_word_that_names_a_service_is_not(word: str) -> None:
    assert shipped().decide(word).kind is Sureness.SURE


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("båtplatser", "batplats"),
        ("batplats i hamnen", "batplats"),
        ("jag vill ha en båt plats", "batplats"),
        ("bådplats", "batplats"),
        ("kolonilottsansökan", "kolonilott"),
        ("kollonilott", "kolonilott"),
        ("får man odla sina egna grönsaker någonstans", "kolonilott"),
        ("allotment", "kolonilott"),
        ("larmknappen", "trygghetslarm"),
        ("mormor har ramlat och behöver larm", "trygghetslarm"),
    ],
)
def test_services_that_it_has_never_seen_are_found(text: str, service: str) -> None:
    decided = Finder(STRANGERS).decide(text)
    assert decided.kind is not Sureness.NOTHING
    assert decided.matches[0].service == service


#: What others handle in that municipality.
OTHERS = (
    Entry(
        "police", LocalText({"sv": "polisen"}), ("polisanmälan", "stulen båt", "inbrott i båten")
    ),
    Entry(
        "leisure",
        LocalText({"sv": "recept"}),
        ("recept", "koka grönsaker", "hur lång är", "sommar"),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "min båt är stulen",
        "recept med grönsaker",
        "vem har det bäst hemma",
        "är det billigt att bo hemma",
    ],
)
def test_a_word_of_a_service_alone_does_not_make_a_text_about_it(text: str) -> None:
    assert Finder(STRANGERS, elsewhere=OTHERS).decide(text).kind is Sureness.NOTHING


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("hamn", "batplats"),
        ("vi vill ha en plats i hamnen till sommaren", "batplats"),
        ("hur ansöker vi om en båtplats", "batplats"),
        ("jag vill odla grönsaker", "kolonilott"),
    ],
)
def test_the_same_words_in_a_wish_do(text: str, service: str) -> None:
    decided = Finder(STRANGERS, elsewhere=OTHERS).decide(text)
    assert [match.service for match in decided.matches[:1]] == [service]


def test_a_service_is_not_sure_when_something_else_fits_as_well() -> None:
    others = (Entry("x", LocalText({"sv": "gästhamn"}), ("hamn",)),)
    decided = Finder(STRANGERS, elsewhere=others).decide("hamn")
    assert decided.kind is Sureness.UNSURE
    assert [match.service for match in decided.matches] == ["batplats"]


def test_where_the_entries_are_answers_a_question_says_nothing_against_them() -> None:
    title = LocalText({"sv": "hur ett ärende behandlas"})
    answers = (Entry("who", title, ("behandlar ärendet", "ärendets gång")),)
    assert Finder(answers, of_questions=True).decide("är ärendet din sak").matches
    assert Finder(answers).decide("är ärendet din sak").kind is Sureness.NOTHING


def test_numbers_alone_are_about_nothing_and_beside_words_they_say_nothing_against() -> None:
    finder = Finder((Entry("meter", LocalText({"sv": "mätare 17"}), ("mätaren visar 17",)),))
    assert finder.find("17 22") == ()
    assert finder.decide("mätaren visar 00482").kind is not Sureness.NOTHING


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("vi vill hyra en hall", "en hall"),
        ("en hall", "vem har en hall"),
        ("kan vi hyra en hall", "vem kan hyra en hall"),
        ("en hall", "berätta om en hall"),
        ("en hall", "din hall"),
        ("en hall", "en billig hall"),
    ],
)
def test_the_manner_of_a_wish_speaks_for_it_and_that_of_a_question_against(
    more: str, less: str
) -> None:
    assert manner.weigh(tokens(more)) > manner.weigh(tokens(less))


def test_two_services_that_fit_alike_are_both_suggested() -> None:
    twins = (
        Entry("ett", LocalText({"sv": "Ansökan om förskola"})),
        Entry("tva", LocalText({"sv": "Uppsägning av förskola"})),
    )
    decided = Finder(twins).decide("förskola")
    assert decided.kind is Sureness.UNSURE
    assert {match.service for match in decided.matches} == {"ett", "tva"}


def test_placeholders_of_a_summary_are_not_words() -> None:
    entry = Entry("a", LocalText({"sv": "Båtplats"}), (), LocalText({"sv": "I {municipality}"}))
    assert Finder((entry,)).find("municipality") == ()


def test_no_services_find_nothing() -> None:
    assert Finder(()).decide("bygglov").kind is Sureness.NOTHING


def test_the_order_of_the_services_does_not_matter() -> None:
    forward, backward = Finder(STRANGERS), Finder(reversed(STRANGERS))
    for text in ("plats", "larm hemma", "odla", "båt", "ansökan"):
        assert forward.find(text) == backward.find(text)


def test_limit_is_the_most_that_is_returned() -> None:
    finder = Finder(STRANGERS)
    assert len(finder.find("ansökan om plats för larm och kolonilott", limit=2)) == 2
    assert len(finder.find("ansökan om båtplats, larm och kolonilott", limit=10)) == 3


def scores(matches: Iterable[Match]) -> list[float]:
    return [match.score for match in matches]


@given(st.text(max_size=200))
def test_no_text_crashes_and_scores_fall_between_0_and_1(text: str) -> None:
    finder = Finder(STRANGERS)
    found = scores(finder.find(text))
    assert found == sorted(found, reverse=True)
    assert all(0 <= score <= 1 for score in found)
    finder.decide(text)
    finder.needs(text)
    finder.seen(text)


#: Texts of the corpus in any mixture: what people write, but longer and stranger.
WRITTEN = st.lists(
    st.sampled_from([row.text for row in corpus()]) | st.text(max_size=20), min_size=1, max_size=4
).map(" ".join)


@given(WRITTEN)
def test_the_same_text_always_gets_the_same_answer(text: str) -> None:
    assert shipped().decide(text) == shipped().decide(text)
    assert shipped().find(text, limit=50) == another_shipped().find(text, limit=50)


@given(
    st.sampled_from([row.text for row in corpus()]),
    st.sampled_from([" ", "  ", "\n", "\t", "\u00a0"]),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_spaces_and_capitals_do_not_matter(
    text: str, space: str, write: Callable[[str], str]
) -> None:
    written = space + write(space.join(text.split())) + space
    assert shipped().find(written) == shipped().find(text)
    assert shipped().decide(written) == shipped().decide(text)


@given(WRITTEN)
def test_several_needs_are_different_services_and_their_words_come_from_the_text(text: str) -> None:
    needs = shipped().needs(text)
    assert len(needs) in (0, 2, 3)
    for said in needs.values():
        assert all(part in text for part in said.split(". "))


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("vi ska gifta oss och byta skola för barnen", ("vigsel", "skolbyte")),
        (
            "jag behöver färdtjänst. och så vill jag lämna in mätarställning",
            ("fardtjanst", "va-avlasning"),
        ),
        ("i want to report a pothole and apply for a building permit", ("felanmalan", "bygglov")),
        (
            "söka dagis, bygglov för altan samt göra en felanmälan",
            ("forskola-ansokan", "bygglov", "felanmalan"),
        ),
        ("felanmälan: lampan är trasig och stolpen lutar", ()),
        ("min man och jag vill byta skola för vår son och vår dotter", ()),
    ],
)
def test_several_needs_in_one_message(text: str, services: tuple[str, ...]) -> None:
    assert tuple(shipped().needs(text)) == services


def test_a_text_about_one_thing_is_seldom_taken_for_several() -> None:
    inside = [row for row in corpus() if row.service != OUT_OF_SCOPE]
    parted = [row.text for row in inside if shipped().needs(row.text)]
    assert len(parted) / len(inside) <= 0.015, parted


def test_an_editor_sees_which_words_were_known() -> None:
    seen = Finder(STRANGERS).seen("jag vill ha en båtplats vid kajen")
    assert seen["batplats"][0] == stem("batplats")
    assert seen["kajen"] == ()


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("gatlyktan utanför Torggatan 2 är sönder", True),
        ("jag vill göra en felanmälan", False),
        ("felanmälan", False),
        ("", False),
    ],
)
def test_a_wish_tells_something_or_only_names_the_service(text: str, tells: bool) -> None:
    title = LocalText({"sv": "Felanmälan gata, park och belysning", "en": "Report a fault"})
    assert tells_something(text, title) is tells


def test_forms_of_a_word_have_one_stem() -> None:
    for forms in (
        "skola skolan skolor skolorna skolans",
        "byta byter byte bytet bytt",
        "logga loggar",
    ):
        assert len({stem(form) for form in forms.split()}) == 1, forms


def test_folding_removes_diacritics_however_they_are_written() -> None:
    assert fold("Återbud") == fold("A\u030aterbud") == "aterbud"
    assert tokens("Bygg-lov, 15 m²!") == ["bygg", "lov", "15", "m2"]


def test_where_people_move_is_no_other_municipality_however_it_is_spaced() -> None:
    decided = shipped().decide("avsluta barnets plats vi flyttar till Umeå")
    assert decided.matches
    assert shipped().decide("avsluta barnets plats vi flyttar  till\tUmeå") == decided
