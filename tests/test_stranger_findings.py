"""What somebody met who knew only the contract, with services that are not shipped."""

import asyncio
import errno
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from actions import files
from actions.store.store import InUseError
from actions.worlds import read_catalogue
from bot.serving import build_or_exit, why_not, work
from bot.site import Site
from bot.web import security
from config.settings import SettingsError, read_settings
from dialogs.commands import Command, recognise
from dialogs.events import Signed
from dialogs.statuses import Status
from tests.bot.browsing import ANNA, Chat, Town, running_town
from tests.definitions import a_field, a_service_document
from tests.servers import URL, Clock, running_site, settings_for
from tests.servers import Chat as ApiChat
from tests.talking import Person as Talker

Act = Callable[[ApiChat, Site], Awaitable[None]]


def write_service(folder: Path, *fields: dict[str, Any], **overrides: Any) -> Path:
    folder.mkdir(exist_ok=True)
    document = a_service_document(*fields, **overrides)
    path = folder / f"{document['id']}.yaml"
    path.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


@pytest.fixture
def own_town(tmp_path: Path) -> Iterator[Town]:
    """A municipality with one service of its own, filed with login and without signature."""
    write_service(tmp_path / "own", a_field("fraga", "yes_no"))
    with running_town(tmp_path / "var", ARENDEBOT_SERVICES_DIR=str(tmp_path / "own")) as town:
        yield town


@pytest.fixture
def api(sqlite_url: str, tmp_path: Path) -> Callable[..., None]:
    """Runs a coroutine with a chat that is not yet opened."""

    def run(act: Act, **environment: str) -> None:
        async def go() -> None:
            settings = settings_for(sqlite_url, tmp_path, **environment)
            async with running_site(settings, Clock()) as (site, transport):
                await act(ApiChat(transport), site)

        asyncio.run(go())

    return run


def filed(town: Town) -> str:
    """Anna files a case; its reference."""
    chat = Chat(town.browser(), "provtjanst")
    chat.browser.identify(chat.link("login"), ANNA)
    chat.say("ja")
    chat.say("ja")
    chat.choose("send")
    reference: str = chat.all()[-1]["case"]["reference"]
    return reference


# ── Following a case ──────────────────────────────────────────────────────────────────────────


def test_who_logs_in_to_see_cases_is_told_of_them_at_once(own_town: Town) -> None:
    reference = filed(own_town)
    chat = Chat(own_town.browser(), None)
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), ANNA)
    assert reference in [message.get("case", {}).get("reference") for message in chat.all()]


def test_nothing_is_told_of_who_has_been_idle_too_long(own_town: Town) -> None:
    reference = filed(own_town)
    chat = Chat(own_town.browser(), None)
    chat.say("status")
    chat.browser.identify(chat.link("login"), ANNA)
    own_town.clock.forward(minutes=31)
    before = len(chat.all())
    chat.say("mina ärenden")
    assert reference not in str(chat.all()[before:])


@pytest.mark.parametrize("written", ["K-7M3Q-9XRA", "k-7m3q-9xra.", "K-7M3Q9XRA"])
def test_a_reference_alone_asks_for_its_status(written: str) -> None:
    heard = recognise(written, "sv")
    assert heard is not None
    assert heard.command is Command.STATUS
    assert heard.rest == written.strip(".")
    assert not heard.certain  # where free text is asked for it is the answer


@pytest.mark.parametrize("written", ["K-märkt", "kaffedags", "K-7M3Q-9XR0"])
def test_other_words_with_k_are_no_reference(written: str) -> None:
    assert recognise(written, "sv") is None


def test_a_reference_alone_is_answered(own_town: Town) -> None:
    reference = filed(own_town)
    chat = Chat(own_town.browser(), None)
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), ANNA)
    chat.say(reference)
    assert chat.all()[-1]["case"]["reference"] == reference


# ── Services of one's own ─────────────────────────────────────────────────────────────────────


def test_picking_the_free_alternative_is_no_mistake(tmp_path: Path) -> None:
    colour = a_field("farg", "choice", other="Annan färg")
    write_service(tmp_path / "own", colour, login=False)
    with running_town(tmp_path, ARENDEBOT_SERVICES_DIR=str(tmp_path / "own")) as town:
        chat = Chat(town.browser(), "provtjanst")
        chat.choose("other")
        asked = chat.all()[-1]
        assert "problem" not in asked
        assert (asked["input"]["kind"], asked["input"]["field"]) == ("text", "farg")
        assert asked["input"]["max_length"] == 200
        chat.choose("other")
        assert chat.all()[-1]["problem"]
        chat.say("turkos")
        assert chat.all()[-1]["input"]["field"] == "samtycke"


@pytest.mark.parametrize("between", [(), ("hjälp",)])
def test_what_is_ticked_beside_the_free_alternative_is_kept(
    api: Callable[..., None], tmp_path: Path, between: tuple[str, ...]
) -> None:
    write_service(tmp_path / "own", a_field("farger", "choices", other="Annan färg"), login=False)

    async def act(chat: ApiChat, _site: Site) -> None:
        await chat.open(service="provtjanst")
        asked = await chat.act(choices=["bla", "other"])
        assert "problem" not in asked
        for each in between:
            assert (await chat.say(each))["input"]["field"] == "farger"
            await chat.act(choices=["bla", "other"])
        await chat.say("turkos")
        assert "Blå" in chat.text
        assert "turkos" in chat.text

    api(act, ARENDEBOT_SERVICES_DIR=str(tmp_path / "own"))


def test_a_service_in_swedish_only_says_so_and_keeps_to_one_language(
    api: Callable[..., None], tmp_path: Path
) -> None:
    fields = (
        a_field("dag", "date"),
        a_field("sist", "information", value={"field": "dag"}, ask="Sista dag är {value}."),
        a_field("hjalp", "yes_no", ask="Behöver du hjälp? {customer_service}"),
    )
    write_service(tmp_path / "own", *fields, login=False)

    async def act(chat: ApiChat, _site: Site) -> None:
        await chat.open(language="en", service="provtjanst")
        assert "in Swedish only" in chat.text
        await chat.say("2026-12-04")
        texts = [message["text"] for message in chat.messages]
        assert "Sista dag är fredag 4 december 2026." in texts
        assert texts[-1].startswith("Behöver du hjälp? Ring kundtjänst")

    api(act, ARENDEBOT_SERVICES_DIR=str(tmp_path / "own"))


def test_an_unreadable_file_does_not_hide_the_mistakes_of_the_others(tmp_path: Path) -> None:
    write_service(tmp_path, login="maybe")
    (tmp_path / "a.yaml").write_bytes("id: a\ntitle: Språk\n".encode("latin-1"))
    (tmp_path / "b.yaml").mkdir()
    problems = read_catalogue(tmp_path, units=["kundtjanst"]).problems
    lines = [str(problem) for problem in problems]
    assert any("a.yaml:2: " in line and "Save the file as UTF-8" in line for line in lines)
    assert any("b.yaml:1: " in line for line in lines)
    assert any("provtjanst.yaml" in line and "'login'" in line for line in lines)


def test_an_unknown_type_is_answered_with_all_that_there_are(tmp_path: Path) -> None:
    write_service(tmp_path, a_field("antal", "number"))
    problems = read_catalogue(tmp_path, units=["kundtjanst"]).problems
    assert "decimal" in problems[0].remedy
    assert "integer" in problems[0].remedy


# ── When something breaks ─────────────────────────────────────────────────────────────────────


def test_a_body_that_is_not_utf8_is_refused(api: Callable[..., None]) -> None:
    async def act(chat: ApiChat, _site: Site) -> None:
        await chat.open()
        path = f"/conversations/{chat.id}/messages"
        response = await chat.send("POST", path, content=b'{"id": "1", "text": "\xff"}')
        assert response.status_code == 400

    api(act)


def test_a_form_without_boundary_is_refused(api: Callable[..., None]) -> None:
    async def act(chat: ApiChat, _site: Site) -> None:
        await chat.open()
        path = f"/conversations/{chat.id}/files"
        headers = {"content-type": "multipart/form-data"}
        response = await chat.send("POST", path, content=b"x", headers=headers)
        assert response.status_code == 400
        described = (await chat.send("GET", "/openapi.json")).json()["paths"]
        assert "400" in described["/api/v1/conversations/{id}/files"]["post"]["responses"]
        assert response.headers["content-type"] == "application/problem+json"

    api(act)


def test_an_address_of_the_api_that_does_not_exist_is_a_problem(api: Callable[..., None]) -> None:
    async def act(chat: ApiChat, _site: Site) -> None:
        response = await chat.send("GET", "/nothing", headers={"accept-language": "en"})
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["title"] == "Not found"

    api(act)


def test_a_file_that_the_disk_does_not_take_is_not_saved(
    api: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async def act(chat: ApiChat, _site: Site) -> None:
        await chat.open(service="felanmalan")
        monkeypatch.setattr(files.os, "fsync", full)
        path = f"/conversations/{chat.id}/files"
        response = await chat.send("POST", path, files={"file": ("a.jpg", b"\xff\xd8\xff")})
        assert response.status_code == 503
        assert not [each for each in (tmp_path / "files").glob("*/*") if each.is_file()]

    api(act)


@pytest.mark.parametrize("path", ["/mina-sidor", "/nothing"])
def test_a_page_without_database_says_so(own_town: Town, path: str) -> None:
    def away(*_: Any) -> None:
        raise OperationalError("unable to open database file", None, Exception())

    browser = own_town.browser()
    browser.identify("/mina-sidor", ANNA)
    for engine in (own_town.site.store._reading, own_town.site.store._writing):
        event.listen(engine, "before_cursor_execute", away)
    page = browser.get(path)
    assert page.status == 503
    assert "Försök igen" in page.text or "försök igen" in page.text


def test_a_mistake_of_ours_is_a_page_and_not_a_bare_line(
    api: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(chat: ApiChat, site: Site) -> None:
        def wrong(*_: Any) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(site.store, "read", wrong)
        assert isinstance(chat.transport, httpx.ASGITransport)
        quiet = httpx.ASGITransport(chat.transport.app, raise_app_exceptions=False)
        cookies = {security.cookie_name(site.assembly): "x"}
        async with httpx.AsyncClient(transport=quiet, base_url=URL, cookies=cookies) as client:
            response = await client.get("/mina-sidor")
        assert response.status_code == 500
        assert "Något gick fel hos oss" in response.text

    api(act)


# ── Settings ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ARENDEBOT_DATABASE_URL", "nonsense"),
        ("ARENDEBOT_DATABASE_URL", "mysql://root:hemligt@host/db"),
        ("ARENDEBOT_DATABASE_URL", "postgresql://me:hemligt@host:port/db"),
        ("ARENDEBOT_MUNICIPALITY", "/nowhere.yaml"),
        ("ARENDEBOT_ALLOWED_ORIGINS", "www.kramfors.se"),
        ("ARENDEBOT_ALLOWED_ORIGINS", "https://www.kramfors.se/"),
        ("ELKS_URL", "nope"),
        ("TELEGRAM_API_URL", "ftp://telegram"),
    ],
)
def test_a_bad_value_stops_the_start_with_one_line(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({"VAR_DIR": str(tmp_path), name: value})
    said = str(error.value)
    assert said.startswith(name)
    assert "\n" not in said
    assert "hemligt" not in said


def test_a_var_dir_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(SettingsError, match="VAR_DIR"):
            read_settings({"VAR_DIR": str(path)})


def test_what_an_operator_can_mend_is_told_in_one_line() -> None:
    away = OperationalError("SELECT 1", None, Exception("connection failed: refused\nIs it up?"))
    told = why_not(away)
    assert told is not None
    assert told.startswith("ARENDEBOT_DATABASE_URL")
    assert "\n" not in told
    assert why_not(InUseError("in use")) == "in use"
    assert why_not(SettingsError("SMTP_URL: bad")) == "SMTP_URL: bad"
    assert why_not(ZeroDivisionError()) is None


def test_a_co_signers_role_begins_its_sentence_with_a_capital(
    person: Callable[..., Talker],
) -> None:
    someone = person()
    signed = Signed(
        draft_id="d", reference="K-2345-6789", service="skolbyte", by_filer=False,
        signer="den andra vårdnadshavaren", status=Status.AWAITING_PARTIES, signed=2, signers=3,
    )  # fmt: skip
    assert someone.happens(signed).text.startswith("Den andra vårdnadshavaren har")


def test_a_worker_beside_sqlite_is_told_in_one_line(
    own_town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        work(own_town.site.settings)
    said = capsys.readouterr().err.strip().splitlines()
    assert "is open in another process" in said[-1]
    assert "Traceback" not in "".join(said)


def test_a_var_dir_that_cannot_be_made_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit):
        build_or_exit(settings_for("sqlite://", tmp_path / "file"))
    assert capsys.readouterr().err.startswith("VAR_DIR")
