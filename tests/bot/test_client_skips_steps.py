"""Threat B10: whatever a client calls, in whatever status, only the next allowed step happens."""

import asyncio
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, select

from actions import drafts
from actions.expiry import sweep
from actions.store.tables import cases
from actions.store.tables import drafts as draft_rows
from dialogs.conversation import Draft
from dialogs.statuses import ALLOWED, RECEIVED_STATUSES, Status
from tests.bot.browsing import ANNA, BO, DANA, Chat, Town, filled_in, sent, sign

CALLS = 30
#: Words and buttons that do something somewhere.
TEXTS = (
    "skicka", "ja", "nej", "ändra", "ändra namnet", "ändra namnet till Lo Berg", "tillbaka", "återta",
    "avbryt", "börja om", "spara", "komplettera", "mina ärenden", "vem har skrivit under?", "ångra", "gör om",
    "hoppa över", "radera mina uppgifter", "människa", "Lo Berg", "20150314-2380", "signera",
    "status received",
)  # fmt: skip
CHOICES = (
    "send", "reopen", "withdraw", "yes", "no", "keep", "delete", "continue", "back", "cancel", "done",
    "change:barn_namn", "change:telefon", "service:skolbyte", "service:synpunkt", "status", "received",
    "complete_send", "sign", "decline", "approve", "draft:", "complete:", "prefill", "none_of_these", "skip",
)  # fmt: skip


def signed(town: Town) -> Chat:
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    return chat


def received(town: Town) -> Chat:
    chat = signed(town)
    sign(town.browser(), town.invitation(), BO)
    return chat


def handled(status: str) -> Callable[[Town], Chat]:
    def make(town: Town) -> Chat:
        chat = received(town)
        reference = newest(town).reference
        desk = town.browser()
        desk.identify("/desk", DANA)
        page = desk.get(f"/desk/{reference}")
        desk.press(page, "action", "status", status=status, message="Vi behöver ett intyg.")
        return chat

    return make


def declined(town: Town) -> Chat:
    chat = signed(town)
    browser = town.browser()
    review = browser.identify(town.invitation(), BO)
    browser.press(review, "action", "decline", reason="Nej")
    return chat


def expired(town: Town) -> Chat:
    chat = signed(town)
    town.clock.forward(days=31)
    asyncio.run(town.site.store.write(lambda c: sweep(town.site.assembly, c)))
    chat.say("hej")
    chat.browser.identify(chat.link("login"), ANNA)
    return chat


def withdrawn(town: Town) -> Chat:
    chat = sent(town)
    chat.say("återta")
    chat.say("ja")
    return chat


MADE: dict[Status, Callable[[Town], Chat]] = {
    Status.DRAFT: filled_in,
    Status.AWAITING_SIGNATURE: sent,
    Status.AWAITING_PARTIES: signed,
    Status.RECEIVED: received,
    Status.IN_PROGRESS: handled("in_progress"),
    Status.AWAITING_COMPLETION: handled("awaiting_completion"),
    Status.CLOSED: handled("closed"),
    Status.DECLINED: declined,
    Status.EXPIRED: expired,
    Status.WITHDRAWN: withdrawn,
}
assert MADE.keys() == set(Status)


def every(town: Town) -> dict[str, Draft]:
    """All drafts and cases as they are stored, oldest first."""

    def look(connection: Connection) -> dict[str, Draft]:
        ids = connection.execute(select(draft_rows.c.id).order_by(draft_rows.c.created_at))
        found = drafts.load_many(town.site.assembly, connection, list(ids.scalars()))
        return {each.draft.id: each.draft for each in found.values()}

    known: dict[str, Draft] = town.read(look)
    return known


def newest(town: Town) -> Draft:
    return list(every(town).values())[-1]


def cases_of(town: Town) -> list[str]:
    found: list[str] = town.read(lambda c: list(c.execute(select(cases.c.draft_id)).scalars()))
    return found


def a_call(rng: Random, seen: list[str]) -> dict[str, Any]:
    match rng.randrange(4):
        case 0:
            return {"text": rng.choice(TEXTS)}
        case 1:
            return {"choice": rng.choice(CHOICES)}
        case 2 if seen:
            return {"choice": rng.choice(seen)}
        case _:
            return {"choices": rng.sample(CHOICES, 2)}


@pytest.mark.parametrize("status", MADE, ids=str)
def test_threat_b10_the_graph_of_statuses_is_never_left(town: Town, status: Status) -> None:
    chat = MADE[status](town)
    before = every(town)
    assert newest(town).status is status
    rng = Random(f"b10 {status}")
    log: list[dict[str, Any]] = []
    for _ in range(CALLS):
        seen = [c["value"] for message in chat.heard for c in message.get("choices", ())]
        log.append(a_call(rng, seen))
        chat.post(log[-1])
        after = every(town)
        for draft_id, was in before.items():
            now = after.get(draft_id)
            if now is None:
                assert was.status not in RECEIVED_STATUSES, log
                continue
            if now.status is not was.status:
                assert now.status in ALLOWED[was.status], log
                # A signature makes it a case, and no call of the chat is one.
                assert (
                    now.status not in RECEIVED_STATUSES
                    or was.status in RECEIVED_STATUSES
                    or (now.service == "synpunkt")
                ), log
            elif was.status is not Status.DRAFT:
                assert now.answers == was.answers, log
        assert len(cases_of(town)) == len(set(cases_of(town)))
        before = after


#: What the server decides, or what a channel of ours alone may say.
SERVERS_OWN = (
    "status", "owner", "person", "personnummer", "draft", "draft_id", "case", "reference", "signed", "secure",
    "about", "number", "from", "sender", "service", "revisiting", "consent",
)  # fmt: skip


@pytest.mark.parametrize("member", SERVERS_OWN)
def test_threat_b10_members_that_the_server_owns_are_refused(town: Town, member: str) -> None:
    chat = filled_in(town)
    before = every(town)
    answer = chat.browser.client.post(
        f"/api/v1/conversations/{chat.id}/messages",
        json={"id": "extra", "text": "ja", member: "received"},
        headers=chat.access,
    )
    assert answer.status_code == 422
    assert every(town) == before


def test_threat_b10_only_the_question_at_hand_is_answered(town: Town) -> None:
    """A button of a question that is not asked, and the consent before it is: nothing is written."""
    chat = Chat(town.browser(), "skolbyte")
    for call in (
        {"choice": "change:personuppgifter"},
        {"choice": "prefill"},
        {"choices": ["bollstaskolan", "nyland"]},
        {"choice": "send"},
    ):
        chat.post(call)
        assert {path for path in newest(town).answers if path != "skyddad"} == set()
