"""What 46elks posts: only who knows the secret is heard, nothing is lost, each SMS has one effect."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from actions import inbox, sms_replies
from actions.errors import NotSavedError
from actions.sms_replies import IncomingSms
from actions.store.tables import inbox as inbox_rows
from actions.store.tables import outbox as outbox_rows
from actions.store.tables import sms_wishes
from actions.worker import Worker
from bot.app import build_app, build_site, senders
from bot.site import Site
from bot.sms import SmsIntake, intake_of
from tests.bot.browsing import ANNA, BO, Chat, Town, everything_logged, running_town, sent, sign
from tests.elks import Elks, incoming, running_elks
from tests.servers import Clock, settings_for
from tests.shipped import world_of

SECRET = "c0ffee" * 6
REPLY, REPORT = f"/sms/46elks/{SECRET}/reply", f"/sms/46elks/{SECRET}/report"
BOS, STRANGERS = "+46701740605", "+46701740699"


def environment(elks: Elks, **more: str) -> dict[str, str]:
    return {
        "SMS_PROVIDER": "46elks",
        "ELKS_URL": elks.url,
        "ELKS_USERNAME": "u1",
        "ELKS_PASSWORD": "hemligt",
        "ELKS_SENDER": "+46766860000",
        "ELKS_WEBHOOK_SECRET": SECRET,
        **more,
    }


@pytest.fixture
def elks() -> Iterator[Elks]:
    with running_elks() as elks:
        yield elks


@pytest.fixture
def town(tmp_path: Path, elks: Elks) -> Iterator[Town]:
    with running_town(tmp_path, **environment(elks)) as running:
        yield running


def work(town: Town) -> None:
    """The worker sends what is due, over the real way."""
    site = town.site
    worker = Worker(
        site.assembly, site.store, senders(site), files=site.files, filled=site.outbox_filled
    )

    async def all_due() -> None:
        while await worker.send_due():
            pass

    asyncio.run(all_due())


def post(town: Town, path: str = REPLY, **form: str) -> int:
    return town.browser().client.post(path, data=form).status_code


def text(town: Town, message: str, *, sender: str = BOS, **more: str) -> int:
    return post(town, **incoming(message, sender=sender, **more))


def invited(town: Town) -> Chat:
    """The other guardian has been asked by an SMS that went out."""
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    work(town)
    return chat


def reports_to(town: Town) -> Callable[[str, dict[str, str]], int]:
    def report(url: str, form: dict[str, str]) -> int:
        address, _, query = url.partition("?")
        assert address == town.site.assembly.public_url + REPORT
        return post(town, f"{REPORT}?{query}", **form)

    return report


# ── The whole way ─────────────────────────────────────────────────────────────────────────────


def test_a_link_that_did_not_arrive_is_told_to_the_filer_and_another_number_works(
    town: Town, elks: Elks
) -> None:
    chat = invited(town)
    assert [form["to"] for form in elks.forms] == [BOS]
    assert elks.report(reports_to(town), 0, "sent") == 204
    rows = town.rows()
    for _ in range(10):
        assert elks.report(reports_to(town), 0, "failed") == 204
    told = [each for each in chat.all() if "kom inte fram" in each["text"]]
    assert len(told) == 1
    assert town.rows()["drafts"] == rows["drafts"]
    assert town.rows()["signatures"] == rows["signatures"] == 1
    chat.choose(told[0]["choices"][0]["value"])
    chat.say("070-174 06 99")
    work(town)
    assert elks.forms[-1]["to"] == STRANGERS
    assert elks.report(reports_to(town), len(elks.forms) - 1, "delivered") == 204
    link = next(word for word in elks.forms[-1]["message"].split() if "/s/" in word)
    assert "inkommet" in sign(town.browser(), link, BO).text


def test_an_sms_whose_answer_was_lost_is_not_sent_again_once_it_is_reported(
    town: Town, elks: Elks
) -> None:
    """Threat D8."""
    elks.body = b"<html>Bad gateway</html>"
    chat = invited(town)
    assert len(elks.forms) == 1
    assert elks.report(reports_to(town), 0, "delivered") == 204
    elks.body = None
    town.clock.forward(days=1)
    work(town)
    assert [form["to"] for form in elks.forms] == [BOS]
    assert not any("kom inte fram" in each["text"] for each in chat.all())


def test_the_party_asks_for_the_link_and_then_for_no_more(town: Town, elks: Elks) -> None:
    chat = invited(town)
    assert text(town, "LÄNK", id="a") == 204
    work(town)
    assert "/s/" in elks.forms[-1]["message"]
    assert text(town, "stopp", id="b") == 204
    work(town)
    assert "START" in elks.forms[-1]["message"]
    assert {form["to"] for form in elks.forms} == {BOS}
    owner = town.browser()
    owner.identify("/mina-sidor", ANNA)
    page = owner.get(f"/mina-sidor/{chat.all()[-1]['draft']}")
    assert "Har inte skrivit under och vill inte få sms" in page.text


def test_the_answer_to_the_post_is_empty_since_its_text_would_be_sent(town: Town) -> None:
    invited(town)
    answer = town.browser().client.post(REPLY, data=incoming("JA", sender=BOS))
    assert (answer.status_code, answer.content) == (204, b"")


# ── Who is heard (threat D11) ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("secret", ["x", "", SECRET[:-1], SECRET + "0", SECRET.upper(), "å" * 36])
def test_a_wrong_secret_is_an_address_that_does_not_exist(
    town: Town, elks: Elks, secret: str
) -> None:
    invited(town)
    before = town.rows()
    for end, form in (
        ("reply", incoming("STOPP", sender=BOS)),
        ("report", {"id": elks.ids[0], "status": "failed"}),
    ):
        assert post(town, f"/sms/46elks/{secret}/{end}", **form) == 404
    assert town.rows() == before


def test_an_unknown_message_is_answered_as_a_wrong_secret(town: Town, elks: Elks) -> None:
    chat = invited(town)
    before, talk = town.rows(), chat.all()
    client = town.browser().client
    wrong = client.post(f"/sms/46elks/{'x' * 36}/report", data={"id": "s1", "status": "failed"})
    for sms_id in ("s1", "outbox", ""):
        unknown = client.post(REPORT, data={"id": sms_id, "status": "failed"})
        assert (unknown.status_code, unknown.content) == (wrong.status_code, wrong.content)
    assert town.rows() == before
    assert chat.all() == talk


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"id": "s17"},
        {"id": "s17", "status": "lost"},
        {"status": "failed"},
    ],
)
def test_what_is_no_report_is_refused(town: Town, form: dict[str, str]) -> None:
    invited(town)
    before = town.rows()
    assert post(town, REPORT, **form) == 400
    assert town.rows() == before


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"id": ""}, 400),
        ({"id": "x" * 65}, 400),
        ({"from": ""}, 400),
        ({"direction": "outgoing"}, 400),
        ({"from": "Kommunen"}, 204),
        ({"from": "+46766860000"}, 204),
    ],
)
def test_what_is_no_sms_of_a_person_is_not_stored(
    town: Town, changes: dict[str, str], status: int
) -> None:
    assert post(town, **{**incoming("HJÄLP", sender=BOS), **changes}) == status
    assert town.rows()["inbox"] == 0


def test_a_body_that_is_too_long_or_no_form_is_refused(town: Town) -> None:
    client = town.browser().client
    assert client.post(REPLY, content=b"x" * (2**16 + 1)).status_code == 413
    assert client.post(REPLY, content=b"message=" + b"\xff\xfe").status_code == 400
    assert client.post(REPLY, content=b"&".join([b"a=b"] * 100)).status_code == 400
    assert client.post(REPLY, json={"id": "a"}).status_code == 400
    assert client.get(REPLY).status_code == 405
    assert town.rows()["inbox"] == 0


def test_only_listed_addresses_are_heard(tmp_path: Path, elks: Elks) -> None:
    for name, sources, status in (
        ("far", "176.10.154.199, 2001:9b0:2:902::199", 404),
        ("near", "127.0.0.0/8", 204),
    ):
        with running_town(tmp_path / name, **environment(elks, ELKS_SOURCES=sources)) as town:
            assert text(town, "HJÄLP") == status
            forged = {"x-forwarded-for": "176.10.154.199"}
            answer = town.browser().client.post(
                REPLY, data=incoming("HJÄLP", sender=BOS), headers=forged
            )
            assert answer.status_code == status, "nobody is a proxy here"


@pytest.mark.parametrize("missing", ["ELKS_WEBHOOK_SECRET", "SMS_PROVIDER"])
def test_without_a_secret_or_gateway_there_is_no_such_address(
    tmp_path: Path, elks: Elks, missing: str
) -> None:
    with running_town(tmp_path, **{**environment(elks), missing: ""}) as town:
        for path in (REPLY, REPORT, "/sms/46elks//reply"):
            assert post(town, path, **incoming("STOPP", sender=BOS)) == 404
        assert town.rows()["inbox"] == 0
        invited(town)
        assert all("whendelivered" not in form for form in elks.forms)


def test_the_secret_and_the_number_are_in_no_log(town: Town) -> None:
    with everything_logged() as written:
        invited(town)
        text(town, "LÄNK")
        work(town)
    assert "/sms/46elks/…/reply" in written.getvalue()
    assert SECRET not in written.getvalue()
    assert BOS.removeprefix("+46") not in written.getvalue()


# ── Nothing is lost, each once ────────────────────────────────────────────────────────────────


def test_the_same_sms_again_is_stored_and_answered_once(town: Town, elks: Elks) -> None:
    invited(town)
    for message in ("HJÄLP", "HJÄLP", "STOPP"):
        assert text(town, message, id="same") == 204
    work(town)
    assert len(elks.forms) == 2, "the invitation and one answer"
    assert town.rows()["inbox"] == 1
    assert town.rows()["sms_wishes"] == 0, "the id was used for something else"


def test_what_cannot_be_stored_is_not_acknowledged(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_act: object) -> None:
        raise NotSavedError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(town.site.store, "write", refuse)
        assert text(town, "STOPP") == 503
        assert post(town, REPORT, id="s17", status="failed") == 503
    assert text(town, "STOPP") == 204
    assert town.rows()["sms_wishes"] == 1


def test_an_sms_is_kept_without_its_content_once_it_is_handled(town: Town) -> None:
    text(town, "Hej, det gäller Kim")
    row = town.read(lambda c: c.execute(select(inbox_rows)).one())
    assert row.handled_at is not None
    assert (row.payload, row.key) == (b"", b"")


Act = Callable[[list[Site], Clock], Awaitable[None]]


@pytest.fixture
def at_sites(database_url: str, tmp_path: Path) -> Callable[..., None]:
    """Runs an act with processes that share a database, handling nothing by themselves."""

    def run(act: Act, *, number: int = 1) -> None:
        clock = Clock()
        with running_elks() as elks:
            settings = settings_for(database_url, tmp_path, **environment(elks))
            sites = [
                build_site(settings, now=clock, world=world_of(settings)) for _ in range(number)
            ]
            for site in sites:
                site.store.start()
            try:
                asyncio.run(act(sites, clock))
            finally:
                for site in sites:
                    site.store.stop()

    return run


def an_sms(sms_id: str, message: str, clock: Clock, sender: str = BOS) -> IncomingSms:
    return IncomingSms(id=sms_id, sender=sender, text=message, sent_at=clock.now)


async def answered(site: Site) -> int:
    query = select(func.count()).select_from(outbox_rows)
    return await site.store.read(lambda c: c.execute(query).scalar_one())


def test_a_crash_between_storing_and_handling_loses_nothing(at_sites: Callable[..., None]) -> None:
    async def before(sites: list[Site], clock: Clock) -> None:
        assert await SmsIntake(sites[0]).receive(an_sms("a", "STOPP", clock))
        assert await answered(sites[0]) == 0

    async def after(sites: list[Site], clock: Clock) -> None:
        assert not await SmsIntake(sites[0]).receive(an_sms("a", "STOPP", clock)), "repeated"
        assert await SmsIntake(sites[0]).handle() == 1
        assert await SmsIntake(sites[0]).handle() == 0
        assert await answered(sites[0]) == 1
        stopped = select(sms_wishes.c.stopped_at)
        assert await sites[0].store.read(lambda c: c.execute(stopped).scalar_one()) is not None

    at_sites(before)
    at_sites(after)


def test_a_crash_in_the_middle_of_handling_leaves_nothing_half_done(
    at_sites: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(sites: list[Site], clock: Clock) -> None:
        intake = SmsIntake(sites[0])
        await intake.receive(an_sms("a", "STOPP", clock))

        def crash(*_: Any, **__: Any) -> None:
            raise RuntimeError("the process ends after the answer is put and before it is stored")

        with monkeypatch.context() as patched:
            patched.setattr(inbox, "finish", crash)
            assert await intake.handle() == 0
        assert await answered(sites[0]) == 0
        assert await intake.handle() == 1
        assert await answered(sites[0]) == 1

    at_sites(act)


def test_one_sms_that_cannot_be_handled_does_not_hold_up_the_others(
    at_sites: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sms_replies.answer

    def fails_on_poison(assembly: Any, connection: Any, sms: IncomingSms) -> None:
        if sms.text == "poison":
            raise ZeroDivisionError
        real(assembly, connection, sms)

    monkeypatch.setattr(sms_replies, "answer", fails_on_poison)

    async def act(sites: list[Site], clock: Clock) -> None:
        intake = SmsIntake(sites[0])
        await intake.receive(an_sms("bad", "poison", clock, sender="+46701740600"))
        for number in range(1, 10):
            sender = f"+4670174060{number}"
            await intake.receive(an_sms(f"good{number}", "HJÄLP", clock, sender=sender))
        for _ in range(5):
            await intake.handle()
        assert await answered(sites[0]) == 9
        query = select(inbox_rows.c.attempts).where(inbox_rows.c.quarantined_at.is_not(None))
        assert await sites[0].store.read(lambda c: c.execute(query).scalars().all()) == [3]

    at_sites(act)


def test_two_processes_answer_each_sms_once(
    at_sites: Callable[..., None], database_url: str
) -> None:
    is_sqlite = database_url.startswith("sqlite")  # one process: two intakes on its one store

    async def act(sites: list[Site], clock: Clock) -> None:
        intakes = [SmsIntake(site) for site in (*sites, sites[0])[:2]]
        for number in range(20):
            sms = an_sms(f"m{number}", "JA", clock, sender=f"+467017406{number:02d}")
            stored = await asyncio.gather(*(each.receive(sms) for each in intakes))
            assert sorted(stored) == [False, True]
        handled = await asyncio.gather(*(each.handle() for each in intakes * 2))
        assert sum(handled) == 20
        assert await answered(sites[0]) == 20
        attempts = select(func.count()).where(inbox_rows.c.handled_at.is_(None))
        assert await sites[0].store.read(lambda c: c.execute(attempts).scalar_one()) == 0

    at_sites(act, number=1 if is_sqlite else 2)


def test_what_is_left_in_the_inbox_is_handled_when_the_server_starts(
    tmp_path: Path, elks: Elks, sqlite_url: str
) -> None:
    clock = Clock()
    settings = settings_for(sqlite_url, tmp_path, **environment(elks))

    async def before() -> None:
        site = build_site(settings, now=clock, world=world_of(settings))
        site.store.start()
        await intake_of(site).receive(an_sms("a", "HJÄLP", clock))
        site.store.stop()

    async def after() -> None:
        site = build_site(settings, now=clock, world=world_of(settings))
        app = build_app(site)
        async with app.router.lifespan_context(app):
            assert await asyncio.to_thread(elks.got.wait, 20)

    asyncio.run(before())
    asyncio.run(after())
    assert elks.forms[0]["to"] == BOS
