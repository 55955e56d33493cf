from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Refused, Unsure
from tests.dialogs.fields.answering import TYPES, asking, field, parse, show

times = st.integers(0, 1439).map(lambda minutes: f"{minutes // 60:02d}:{minutes % 60:02d}")


@given(times, st.sampled_from(["sv", "en"]))
def test_a_shown_time_reads_as_itself(time: str, language: str) -> None:
    settings = {"language": language}
    assert parse("time", show("time", time, settings), settings) == Accepted(time)


@given(times, times, st.sampled_from(["halv tre", "2", "kvart över nio", "9.30", "21"]))
def test_what_is_accepted_is_within_the_limits(low: str, high: str, written: str) -> None:
    outcome = parse("time", written, {"min": low, "max": high})
    if isinstance(outcome, Accepted):
        assert low <= outcome.value <= high


def test_times_are_shown_as_in_the_language() -> None:
    assert show("time", "14:30") == "kl.\N{NO-BREAK SPACE}14.30"
    assert show("time", "14:30", {"language": "en"}) == "14:30"


def test_a_spoken_time_is_asked_about_until_the_limits_decide() -> None:
    assert parse("time", "halv tre") == Unsure(("14:30", "02:30"))
    assert parse("time", "halv tre", {"min": "08:00", "max": "17:00"}) == Accepted("14:30")


def test_a_time_between_the_steps_is_refused_with_its_neighbours() -> None:
    refused = parse("time", "10.20", {"min": "08:15", "step": 30})
    assert isinstance(refused, Refused)
    assert refused.params["before"] == show("time", "10:15")
    assert refused.params["after"] == show("time", "10:45")


def test_the_control_knows_the_limits() -> None:
    control = TYPES["time"].input(field("time", {"min": "08:00"}), asking())
    assert (control.format, control.min, control.max) == ("time", "08:00", None)


def test_an_example_is_accepted() -> None:
    for settings in ({}, {"max": "09:00"}, {"min": "08:10", "step": 20}):
        example = TYPES["time"].example(field("time", settings), asking())
        assert example is not None
        assert isinstance(parse("time", example, settings), Accepted)


def test_a_definition_with_bad_limits_is_complained_about() -> None:
    assert TYPES["time"].check(field("time", {"min": "8 o'clock"}))
    assert TYPES["time"].check(field("time", {"min": "17:00", "max": "08:00"}))
    assert TYPES["time"].check(field("time", {"step": 0}))
    assert TYPES["time"].check(field("time", {"min": "08:00", "max": "17:00"})) == ()
