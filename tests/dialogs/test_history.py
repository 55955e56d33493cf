"""Undoing takes back exactly what was done, whatever it was."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from dialogs import history
from dialogs.conversation import Answer, Draft, Edit

NOW = datetime(2026, 11, 23, tzinfo=UTC)
EMPTY = Draft(id="d", reference="K-2345-0001", service="prov", version="1", created_at=NOW)
PATHS = st.sampled_from(["a", "b", "c", "d"])

answers = st.builds(
    Answer,
    value=st.none() | st.text(max_size=3),
    at=st.just(NOW),
    how=st.sampled_from(["said", "tapped", "skipped"]),
)


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, str, Answer]:
    kind = draw(st.sampled_from(["answer", "back", "forget"]))
    return kind, draw(PATHS), draw(answers)


def edits_of(draft: Draft, act: tuple[str, str, Answer]) -> tuple[Edit, ...]:
    kind, path, answer = act
    match kind:
        case "answer":
            return (history.answering(path, answer),)
        case "back":
            return (history.taking_back(draft, path),)
        case _:
            return (history.forgetting(path),)


def content(draft: Draft) -> tuple[object, ...]:
    return dict(draft.answers), dict(draft.aside), draft.trail


def after(draft: Draft, done: list[tuple[str, str, Answer]]) -> Draft:
    for act in done:
        draft = history.do(draft, edits_of(draft, act))
    return draft


@given(st.lists(acts(), max_size=8), acts())
def test_undo_takes_back_one_act_wholly(done: list[tuple[str, str, Answer]], act: object) -> None:
    before = after(EMPTY, done)
    undone = history.undo(after(before, [act]))  # type: ignore[list-item]  # as drawn
    assert undone is not None
    assert content(undone[0]) == content(before)


@given(st.lists(acts(), min_size=1, max_size=10), st.data())
def test_redo_brings_back_what_undo_took(
    done: list[tuple[str, str, Answer]], data: st.DataObject
) -> None:
    draft = whole = after(EMPTY, done)
    times = data.draw(st.integers(min_value=1, max_value=len(done)))
    for _ in range(times):
        undone = history.undo(draft)
        assert undone is not None
        draft = undone[0]
    assert content(draft) == content(after(EMPTY, done[: len(done) - times]))
    for _ in range(times):
        redone = history.redo(draft)
        assert redone is not None
        draft = redone[0]
    assert content(draft) == content(whole)
    assert history.redo(draft) is None


def test_a_new_act_ends_what_could_be_redone() -> None:
    act = ("answer", "a", Answer(value="1", at=NOW))
    undone = history.undo(after(EMPTY, [act]))
    assert undone is not None
    assert history.redo(undone[0]) is not None
    assert history.redo(after(undone[0], [act])) is None


def test_so_many_acts_are_kept_and_no_more() -> None:
    act = ("answer", "a", Answer(value="1", at=NOW))
    draft = after(EMPTY, [act] * (history.MOST + 5))
    assert len(draft.undoable) == history.MOST
