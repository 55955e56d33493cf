"""What an officer asks for afterwards is answered in the chat (row 35)."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions import cases, completing, customer_service, revisions
from actions.effects import carry_out
from actions.export import export_of
from actions.files import FileStore
from actions.store.tables import audit
from actions.store.tables import files as file_rows
from actions.uploads import Upload
from dialogs.conversation import Conversation, Draft
from dialogs.effects import Complete
from dialogs.fields.base import FileGiven
from dialogs.logins import LOGIN_IDLE
from dialogs.statuses import Status
from dialogs.talk import Turn
from tests.actions.filings import ANNA, BO, Office, refusal
from tests.actions.test_effects import at_hand, say, take_up

OFFICER = "196801102382"
ASKED = "Vi behöver ett intyg från skolan."


class Desk:
    """Anna's received case, her chat, and the officer who handles it."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.chat, _ = at_hand(office, {})
        self.draft: Draft = office.sent(conversation_id=self.chat)
        office.sign(self.draft, ANNA)
        take_up(office, self.chat, None, ANNA)

    def moves(self, status: Status, note: str = "") -> None:
        self.office.act(
            cases.set_status,
            self.draft.reference,
            status,
            officer_personnummer=OFFICER,
            units=("kundtjanst",),
            note=note,
        )

    def asks(self) -> "Desk":
        self.moves(Status.AWAITING_COMPLETION, ASKED)
        return self

    def says(self, text: str = "", **more: object) -> str:
        return say(self.office, self.chat, text=text, **more)

    def completions(self) -> tuple[revisions.Completion, ...]:
        revision_id = self.office.revision_id(self.draft)
        return self.office.act(revisions.private_of, revision_id).completions

    def opened(self) -> cases.CaseView:
        return self.office.act(
            cases.open_case,
            self.draft.reference,
            officer_personnummer=OFFICER,
            units=("kundtjanst",),
        )


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


@pytest.fixture
def attached(office: Office, tmp_path: object) -> Callable[[str, str], FileGiven]:
    store = FileStore(tmp_path / "files")  # type: ignore[operator]  # a path

    def attach(chat: str, name: str) -> FileGiven:
        upload = Upload(name=name, media_type="application/pdf", content=name.encode())
        return office.act(store.save, conversation_id=chat, upload=upload)

    return attach


def test_what_the_officer_asks_for_is_answered_in_the_chat(
    desk: Desk, attached: Callable[[str, str], FileGiven]
) -> None:
    desk.asks()
    assert ASKED in desk.office.told(desk.chat)
    told = desk.says(choice=f"complete:{desk.draft.id}")
    assert f"Handläggaren skriver: {ASKED}" in told
    told = desk.says("Här är intyget. Det kom i går.")
    assert "Så här ser din komplettering ut:\n\nHär är intyget. Det kom i går." in told
    assert desk.completions() == (), "nothing is sent before it is said"
    intyg = attached(desk.chat, "intyg.pdf")
    assert "1. intyg.pdf" in desk.says(files=(intyg,))
    desk.office.clock.pass_(minutes=3)
    told = desk.says("skicka")
    assert "Din komplettering har kommit in" in told
    assert desk.draft.reference in told

    (added,) = desk.completions()
    assert added.text == "Här är intyget. Det kom i går."
    assert added.files == (intyg,)
    assert added.at == desk.office.clock.now
    assert desk.office.status(desk.draft) is Status.IN_PROGRESS
    assert desk.opened().completions == (added,)
    (mail,) = desk.office.notices("case_completed")
    assert set(mail["params"]) == {"reference", "service", "link"}
    with desk.office.engine.connect() as connection:
        rows = connection.execute(
            select(file_rows.c.draft_id).where(file_rows.c.id == intyg.file_id)
        ).scalars()
        assert list(rows) == [desk.draft.id]
        acts = connection.execute(select(audit.c.act).where(audit.c.object == desk.draft.id))
        assert "case.completed" in set(acts.scalars())


def test_what_was_signed_is_not_touched(desk: Desk) -> None:
    before = desk.office.act(revisions.load, desk.office.revision_id(desk.draft))
    desk.asks().says("komplettera")
    desk.says("Mer att läsa.")
    desk.says("skicka")
    assert desk.office.act(revisions.load, desk.office.revision_id(desk.draft)) == before


def test_what_is_gathered_waits_while_something_else_is_asked(desk: Desk) -> None:
    desk.asks().says("komplettera")
    desk.says("Första stycket.")
    assert "Väntar på komplettering" in desk.says("status")
    told = desk.says("komplettera")
    assert "Så här ser din komplettering ut:\n\nFörsta stycket." in told
    desk.says("Andra stycket.")
    desk.says("skicka")
    assert desk.completions()[0].text == "Första stycket.\n\nAndra stycket."


def test_it_can_wait_be_written_again_and_lose_a_file(
    desk: Desk, attached: Callable[[str, str], FileGiven]
) -> None:
    desk.asks().says("komplettera")
    assert "finns inget att skicka" in desk.says("skicka")
    fel, ratt = attached(desk.chat, "fel.pdf"), attached(desk.chat, "ratt.pdf")
    desk.says("Fel text.", files=(fel, ratt))
    told = desk.says(choice=f"remove:{fel.file_id}")
    assert "fel.pdf" not in told
    assert "ratt.pdf" in told
    assert "Inget är skickat" in desk.says("avbryt")
    assert "ratt.pdf" in desk.says("komplettera")
    assert "Fel text" not in desk.says(choice="complete_rewrite")
    desk.says("Rätt text.")
    desk.says(choice="complete_send")
    (added,) = desk.completions()
    assert (added.text, added.files) == ("Rätt text.", ())


def test_help_is_no_answer(desk: Desk) -> None:
    desk.asks().says("komplettera")
    assert "Handläggaren ser inget förrän" in desk.says("hjälp")
    desk.says("Svaret.")
    desk.says("skicka")
    assert desk.completions()[0].text == "Svaret."


def test_a_person_may_add_unasked_and_the_status_stays(desk: Desk) -> None:
    assert "Vad vill du lägga till?" in desk.says("jag vill komplettera")
    desk.says("Vi har bytt telefonnummer.")
    desk.says("skicka")
    assert desk.completions()[0].text == "Vi har bytt telefonnummer."
    assert desk.office.status(desk.draft) is Status.RECEIVED


def test_a_closed_case_says_so_and_what_was_written_stays(desk: Desk) -> None:
    desk.asks().says("komplettera")
    desk.says("För sent?")
    desk.moves(Status.CLOSED)
    assert "kan inte kompletteras längre" in desk.says("skicka")
    assert desk.completions() == ()
    desk.moves(Status.IN_PROGRESS)
    assert "För sent?" in desk.says("komplettera")


def test_sent_twice_is_added_once(desk: Desk) -> None:
    desk.asks().says("komplettera")
    desk.says("Svaret.")
    desk.says(choice="complete_send")
    desk.says(choice="complete_send")
    assert len(desk.completions()) == 1


def test_nobody_else_can_add_or_see_what_is_asked(desk: Desk) -> None:
    desk.asks()
    stranger, _ = at_hand(desk.office, {}, person=BO)
    told = say(desk.office, stranger, choice=f"complete:{desk.draft.id}")
    assert ASKED not in told
    effect = Complete(draft_id=desk.draft.id, text="Jag lägger mig i.", files=())
    for person in (BO, None):
        with pytest.raises(completing.NotFoundError):
            desk.office.act(completing.complete, effect, person)
    assert desk.completions() == ()


def test_a_race_with_the_officer_is_refused_in_words(desk: Desk) -> None:
    desk.asks()
    desk.moves(Status.CLOSED)
    effect = Complete(draft_id=desk.draft.id, text="Svaret.", files=())
    assert refusal(lambda: desk.office.act(completing.complete, effect, ANNA)) == "not_awaited"
    turn = Turn(
        conversation=Conversation(id=desk.chat, channel="web", person=ANNA),
        draft=None,
        messages=(),
        effects=(effect,),
    )
    refused = desk.office.act(carry_out, turn, before=None)
    assert "Det går inte att lägga till något" in refused.messages[0].text


def test_who_is_not_logged_in_is_asked_to(desk: Desk) -> None:
    desk.asks()
    desk.office.clock.pass_(seconds=LOGIN_IDLE.total_seconds() + 1)
    told = desk.says(choice=f"complete:{desk.draft.id}")
    assert "Logga in" in told
    assert ASKED not in told


def test_it_is_part_of_what_is_known_about_the_person(desk: Desk) -> None:
    desk.asks().says("komplettera")
    desk.says("Svaret.")
    desk.says("skicka")
    (known,) = (
        each
        for each in desk.office.act(export_of, ANNA).filings
        if each.reference == desk.draft.reference
    )
    assert known.notes[0].text == ASKED
    assert known.completions[0].text == "Svaret."


def test_a_human_may_take_over_meanwhile(desk: Desk) -> None:
    """The text for the human is no part of the completion."""
    desk.asks().says("komplettera")
    desk.says("Svaret.")
    desk.says("prata med en människa")
    desk.says(choice="leave_message")
    desk.says("Vad menar ni med intyg?")
    (request,) = desk.office.act(customer_service.queue)
    assert request.text == "Vad menar ni med intyg?"
    assert "Svaret." in desk.says("komplettera")
