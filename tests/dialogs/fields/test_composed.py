from dialogs.conditions import Answered, Scope
from dialogs.service import Field, Visibility
from dialogs.texts import LocalText
from tests.dialogs.fields.asked import TODAY, TYPES, field

ROLE = LocalText({"sv": "den andra vårdnadshavaren", "en": "the other guardian"})


def party(*, sensitive: bool = False) -> dict[str, Field]:
    whole = Field(
        id="vh2",
        type="party",
        ask=LocalText({"sv": "?"}),
        limits={"role": ROLE},
        sensitive=sensitive,
    )
    return {part.id: part for part in TYPES["party"].parts(whole)}


def test_a_party_is_asked_for_name_number_phone_and_email() -> None:
    assert list(party()) == ["name", "personnummer", "phone", "email"]
    assert all(part.type in TYPES for part in party().values())


def test_a_party_is_asked_about_by_role_in_both_languages() -> None:
    name = party()["name"]
    assert name.ask.to("sv") == "Vad heter den andra vårdnadshavaren?"
    assert name.ask.to("en") == "What is the name of the other guardian?"
    assert name.title("sv") == "Den andra vårdnadshavaren: namn"


def test_email_is_required_only_when_the_phone_was_skipped() -> None:
    parts = party()
    assert parts["phone"].optional
    assert not parts["email"].optional
    assert parts["email"].when == Answered("phone", False)
    when = parts["email"].when
    assert when is not None
    without = Scope(answers={}, facts={}, today=TODAY, prefix="vh2.")
    with_phone = Scope(answers={"vh2.phone": "+46701740605"}, facts={}, today=TODAY, prefix="vh2.")
    assert when.holds(without)
    assert not when.holds(with_phone)


def test_the_way_to_reach_a_party_is_private_and_can_get_text_messages() -> None:
    parts = party()
    assert parts["phone"].visibility is parts["email"].visibility is Visibility.PRIVATE
    assert parts["name"].visibility is Visibility.SHARED
    assert parts["phone"].limits == {"mobile": True}


def test_a_sensitive_party_has_sensitive_parts() -> None:
    assert all(part.sensitive for part in party(sensitive=True).values())


def test_a_role_in_braces_is_no_placeholder() -> None:
    whole = Field(
        id="p", type="party", ask=LocalText({"sv": "?"}), limits={"role": LocalText({"sv": "{x}"})}
    )
    assert TYPES["party"].parts(whole)[0].ask.to("sv") == "Vad heter {x}?"


def test_a_party_without_role_is_reported() -> None:
    assert TYPES["party"].check(field("party"))
    assert not TYPES["party"].check(field("party", role=ROLE))


def test_a_group_asks_its_own_fields() -> None:
    row = field("name")
    group = Field(id="barn", type="group", ask=LocalText({"sv": "?"}), fields=(row,))
    assert TYPES["group"].parts(group) == (row,)
    assert not TYPES["group"].check(group)


def test_a_group_that_nobody_can_fill_in_is_reported() -> None:
    assert len(TYPES["group"].check(field("group", min=3, max=2))) == 2
    assert TYPES["group"].check(field("group", max=0))
