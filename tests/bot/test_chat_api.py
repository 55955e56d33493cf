"""The chat API as its contract says (section 3), over the whole application."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from actions.turn import TurnRequest
from bot.app import build_app, build_site
from bot.openapi import openapi_document
from bot.site import Site
from dialogs.conversation import Person
from dialogs.events import LoggedIn
from tests.photos import a_photo
from tests.servers import URL, Chat, Clock, api_client, running_site, settings_for

Act = Callable[[Chat, Site], Awaitable[None]]
MISSING = "aaaaaaaaaaaaaaaaaaaaaa"


@pytest.fixture
def api(sqlite_url: str, tmp_path: Path) -> Callable[..., None]:
    """Runs a coroutine with a chat that is not yet opened."""

    def run(act: Act, **settings: str) -> None:
        async def go() -> None:
            configured = settings_for(sqlite_url, tmp_path, **settings)
            async with running_site(configured, Clock()) as (site, transport):
                await act(Chat(transport), site)

        asyncio.run(go())

    return run


def away(*_: Any) -> None:
    """What a database that is gone does to each statement."""
    raise OperationalError("unable to open database file", None, Exception())


def problem_of(response: httpx.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    found: dict[str, Any] = response.json()
    assert found["status"] == status
    assert {"type", "title", "detail"} <= set(found)
    return found


# ── Who may not ───────────────────────────────────────────────────────────────────────────────


def test_foreign_missing_and_unauthorised_conversations_look_the_same(
    api: Callable[..., None],
) -> None:
    async def act(mine: Chat, _site: Site) -> None:
        other = Chat(mine.transport)
        await mine.open()
        await other.open()
        asked = [
            ("GET", "/messages"),
            ("POST", "/messages"),
            ("GET", "/events"),
            ("POST", "/files"),
        ]
        for method, path in [*asked, ("DELETE", "")]:
            answers = []
            for conversation, token in (
                (other.id, mine.token),
                (MISSING, mine.token),
                (other.id, "wrong"),
                (other.id, "räksmörgås".encode().decode("latin-1")),
                (other.id, ""),
            ):
                headers = {"authorization": f"Bearer {token}".encode("latin-1")} if token else {}
                async with api_client(mine.transport) as client:
                    response = await client.request(
                        method, f"/conversations/{conversation}{path}", headers=headers
                    )
                answers.append((response.status_code, response.text, dict(response.headers)))
            assert answers[0][0] in (401, 404)
            assert all(answer == answers[0] for answer in answers), (method, path)
        assert await other.read() != []

    api(act)


def test_a_cookie_opens_nothing_without_the_token(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open()
        async with httpx.AsyncClient(
            transport=chat.transport, base_url=f"{URL}/api/v1", cookies=chat.cookies
        ) as client:
            response = await client.get(f"/conversations/{chat.id}/messages")
        problem_of(response, 404)

    api(act)


def test_a_file_of_another_conversation_is_not_found(api: Callable[..., None]) -> None:
    async def act(mine: Chat, _site: Site) -> None:
        other = Chat(mine.transport)
        await mine.open(service="felanmalan")
        await other.open(service="felanmalan")
        stored = await other.send(
            "POST", f"/conversations/{other.id}/files", files={"file": ("a.jpg", a_photo())}
        )
        problem_of(await mine.post(file_ids=[stored.json()["file_id"]]), 404)
        problem_of(await mine.post(file_ids=[MISSING]), 404)

    api(act)


# ── The good path ─────────────────────────────────────────────────────────────────────────────


def test_opening_gives_id_token_and_numbered_messages(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        opened = await chat.open(language="en", service="synpunkt")
        assert set(opened) == {"id", "token", "messages"}
        assert [message["number"] for message in opened["messages"]] == [1, 2, 3]
        assert all(message["from"] == "bot" for message in opened["messages"])
        question = opened["messages"][-1]
        assert question["input"] == {"kind": "choice", "field": "typ", "optional": False}
        assert question["choices"][0] == {"value": "klagomal", "label": "Complaint"}
        assert question["progress"] == {"at": 1, "of": 5}
        assert question["draft"].startswith("K-")

    api(act)


def test_opening_needs_no_body_and_bears_an_unknown_service(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        assert (await chat.send("POST", "/conversations")).status_code == 201
        opened = await chat.open(service="no-such-service", language="tlh")
        menu = opened["messages"][-1]
        assert menu["input"].get("field") is None
        assert menu["choices"]

    api(act)


def test_answer_holds_what_was_understood_and_the_next_question(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        await chat.tap("berom")
        assert chat.last["input"]["field"] == "omrade"
        await chat.say("kultur")
        assert chat.messages[0]["text"] == "Jag har skrivit: Kultur och fritid"
        assert chat.last["input"]["field"] == "text"
        said = [message["text"] for message in await chat.read() if message["from"] == "person"]
        assert said == ["Beröm", "kultur"]

    api(act)


def test_refusing_message_is_marked_as_a_problem(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        await chat.say("vad som helst")
        assert chat.last["problem"] is True
        assert chat.last["input"]["field"] == "typ"

    api(act)


def test_same_id_again_gives_the_same_answer(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        first = await chat.post(id="m-1", text="beröm")
        again = await chat.post(id="m-1", text="beröm")
        assert again.json() == first.json()
        assert sum(m["from"] == "person" for m in await chat.read()) == 1
        problem_of(await chat.post(id="m-1", text="klagomål"), 422)

    api(act)


def test_same_id_eight_times_at_once_is_one_message(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        answers = await asyncio.gather(*(chat.post(id="m-1", text="beröm") for _ in range(8)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.text for answer in answers}) == 1
        assert sum(m["from"] == "person" for m in await chat.read()) == 1

    api(act)


def test_messages_after_a_number(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        await chat.say("beröm")
        whole = await chat.read()
        for number in range(len(whole) + 2):
            assert await chat.read(after=number) == whole[number:]

    api(act)


def test_a_file_is_stored_and_given_as_an_answer(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="felanmalan")
        for text in ("skräp", "Torget", "Det ligger glas där."):
            await chat.say(text)
        response = await chat.send(
            "POST",
            f"/conversations/{chat.id}/files",
            files={"file": ("bild på torget.jpg", a_photo(), "image/jpeg")},
        )
        assert response.status_code == 201
        stored = response.json()
        assert set(stored) == {"file_id", "name", "size", "media_type"}
        assert stored["name"] == "bild på torget.jpg"
        assert stored["size"] == len(a_photo())
        await chat.act(file_ids=[stored["file_id"]])
        assert "bild på torget.jpg" in chat.last["text"]
        await chat.tap("done")
        assert chat.last["input"]["field"] == "svar"

    api(act)


def test_location_is_an_answer(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="felanmalan")
        await chat.say("skräp")
        assert chat.last["input"]["kind"] == "location"
        await chat.act(location={"lat": 62.93, "lon": 17.78})
        assert "om Kramfors centrum (62,93000, 17,78000). Stämmer det?" in chat.last["text"]
        await chat.say("ja")
        assert chat.last["input"]["field"] == "beskrivning"
        problem_of(await chat.post(location={"lat": 91, "lon": 0}), 422)

    api(act)


def test_ended_conversation_is_forgotten(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        await chat.say("beröm")
        assert (await chat.send("DELETE", f"/conversations/{chat.id}")).status_code == 204
        problem_of(await chat.post(text="hej"), 404)
        problem_of(await chat.send("GET", f"/conversations/{chat.id}/messages"), 404)
        problem_of(await chat.send("GET", f"/conversations/{chat.id}/events"), 404)
        file = {"file": ("a.jpg", a_photo())}
        problem_of(await chat.send("POST", f"/conversations/{chat.id}/files", files=file), 404)

    api(act)


# ── Malformed ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 422),
        (b'{"text": "hej"}', 422),
        (b'{"id": "", "text": "hej"}', 422),
        (b'{"id": "m", "text": 7}', 422),
        (b'{"id": "m", "text": "hej", "extra": 1}', 422),
        (b'{"id": "m", "choices": "a"}', 422),
        (b'{"id": "m", "location": {"lat": 1}}', 422),
        (b'{"id": "m", "text": "' + b"x" * 70_000 + b'"}', 413),
        (b'{"id": "m", "text": "\\ud800"}', 400),
    ],
)
def test_malformed_message_is_refused_and_changes_nothing(
    api: Callable[..., None], body: bytes, status: int
) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        path = f"/conversations/{chat.id}/messages"
        problem_of(await chat.send("POST", path, content=body), status)
        assert all(message["from"] == "bot" for message in await chat.read())

    api(act)


def test_unknown_members_of_an_opening_are_refused(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        response = await chat.send("POST", "/conversations", json={"lang": "sv"})
        assert "lang" in problem_of(response, 422)["detail"]

    api(act)


@pytest.mark.parametrize("number", ["-1", "x", "1.5", "²", "9" * 30])
def test_after_must_be_a_number(api: Callable[..., None], number: str) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open()
        for path in ("messages", "events"):
            response = await chat.send(
                "GET", f"/conversations/{chat.id}/{path}", params={"after": number}
            )
            problem_of(response, 422)

    api(act)


def test_a_file_must_be_there_and_not_empty(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open()
        path = f"/conversations/{chat.id}/files"
        problem_of(await chat.send("POST", path, files={"other": ("a", b"x")}), 422)
        problem_of(await chat.send("POST", path, data={"file": "text"}), 422)
        problem_of(await chat.send("POST", path, files={"file": ("a.jpg", b"")}), 422)
        cut = a_photo()[:300]
        problem_of(await chat.send("POST", path, files={"file": ("a.jpg", cut)}), 422)

    api(act)


def test_too_large_a_file_is_refused(
    api: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat_api.FILE_LIMIT", 1000)

    async def act(chat: Chat, _site: Site) -> None:
        await chat.open()
        path = f"/conversations/{chat.id}/files"
        problem_of(await chat.send("POST", path, files={"file": ("a.jpg", b"x" * 1001)}), 413)
        problem_of(await chat.send("POST", path, files={"file": ("a.jpg", b"x" * 50_000)}), 413)

    api(act)


def test_problems_are_in_the_language_that_is_preferred(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        titles = {}
        for language in ("sv", "en", "en-GB,en;q=0.9", "sv-SE,sv;q=0.9,en;q=0.5", "de"):
            response = await chat.send(
                "GET", f"/conversations/{MISSING}/messages", headers={"accept-language": language}
            )
            titles[language] = problem_of(response, 404)["title"]
        assert titles == {
            "sv": "Finns inte",
            "en": "Not found",
            "en-GB,en;q=0.9": "Not found",
            "sv-SE,sv;q=0.9,en;q=0.5": "Finns inte",
            "de": "Finns inte",
        }

    api(act)


# ── When it cannot be saved ───────────────────────────────────────────────────────────────────


def test_full_disk_is_503_and_nothing_is_half_done(api: Callable[..., None]) -> None:
    async def act(chat: Chat, site: Site) -> None:
        await chat.open(service="synpunkt")
        await chat.tap("berom")
        await chat.tap("fritid")
        before = await chat.read()
        text = "Badhuset är så fint. " * 400

        def fill(connection: Any) -> None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        await site.store.write(fill)
        refused = await chat.post(id="m-full", text=text)
        found = problem_of(refused, 503)
        assert refused.headers["retry-after"]
        assert "Inget är ändrat" in found["detail"]
        assert await chat.read() == before
        await site.store.write(
            lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1000000").close()
        )
        # The client sends the same message again.
        assert (await chat.post(id="m-full", text=text)).status_code == 200
        assert sum(m["from"] == "person" for m in await chat.read()) == 3

    api(act)


def test_database_that_is_away_is_503_for_every_route(api: Callable[..., None]) -> None:
    async def act(chat: Chat, site: Site) -> None:
        await chat.open(service="synpunkt")

        for engine in (site.store._reading, site.store._writing):
            event.listen(engine, "before_cursor_execute", away)
        own = f"/conversations/{chat.id}"
        for method, path, what in [
            ("POST", "/conversations", {}),
            ("POST", own + "/messages", {"json": {"id": "m", "text": "hej"}}),
            ("GET", own + "/messages", {}),
            ("GET", own + "/events", {}),
            ("POST", own + "/files", {"files": {"file": ("a.jpg", b"x")}}),
            ("DELETE", own, {}),
        ]:
            problem_of(await chat.send(method, path, **what), 503)

    api(act)


def test_unexpected_error_has_a_reference_and_tells_nothing(
    api: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise ZeroDivisionError("a secret detail")

    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        monkeypatch.setattr("actions.turn.advance", fails)
        response = await chat.post(text="beröm")
        found = problem_of(response, 500)
        assert found["reference"]
        assert "secret" not in response.text

    api(act)


# ── Events ────────────────────────────────────────────────────────────────────────────────────


class _Stream:
    """The raw ASGI stream of events: httpx's transport waits for an end that never comes."""

    def __init__(self, app: Any, chat: Chat, **headers: str) -> None:
        self.app = app
        self.scope = {
            "type": "http",
            "method": "GET",
            "path": f"/api/v1/conversations/{chat.id}/events",
            "raw_path": b"",
            "root_path": "",
            "query_string": b"",
            "scheme": "http",
            "server": ("kommun.test", 80),
            "client": ("127.0.0.1", 1),
            "http_version": "1.1",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "headers": [
                (b"authorization", f"Bearer {chat.token}".encode()),
                *((name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()),
            ],
        }
        self.parts: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.gone = asyncio.Event()

    async def __aenter__(self) -> "_Stream":
        self.task = asyncio.create_task(self.app(self.scope, self._receive, self.parts.put))
        self.start = await self.parts.get()
        return self

    async def __aexit__(self, *_: Any) -> None:
        self.gone.set()
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)

    async def _receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def messages(self, number: int) -> list[dict[str, Any]]:
        """The next so many messages; each event's id is its message's number."""
        found: list[dict[str, Any]] = []
        while len(found) < number:
            part = await asyncio.wait_for(self.parts.get(), 5)
            lines = dict(
                line.split(": ", 1) for line in part["body"].decode().splitlines() if ": " in line
            )
            if lines.get("event") == "message":
                found.append(msgspec.json.decode(lines["data"]))
                assert int(lines["id"]) == found[-1]["number"]
        return found


def stream_of(chat: Chat, **headers: str) -> _Stream:
    assert isinstance(chat.transport, httpx.ASGITransport)
    return _Stream(chat.transport.app, chat, **headers)


def test_events_give_what_was_said_and_then_what_is_said(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        async with stream_of(chat) as stream:
            assert stream.start["status"] == 200
            assert (b"content-type", b"text/event-stream; charset=utf-8") in stream.start["headers"]
            assert await stream.messages(3) == await chat.read()
            await chat.say("beröm")
            assert await stream.messages(2) == await chat.read(after=3)

    api(act)


def test_events_go_on_after_the_last_that_was_seen(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        await chat.say("beröm")
        async with stream_of(chat, last_event_id="2") as stream:
            assert await stream.messages(3) == await chat.read(after=2)

    api(act)


def test_events_tell_what_the_world_did(api: Callable[..., None]) -> None:
    async def act(chat: Chat, site: Site) -> None:
        await chat.open(service="skolbyte")
        async with stream_of(chat, last_event_id="3") as stream:
            person = Person(personnummer="199001012385", name="Anna Ek")
            await site.take_turn(
                TurnRequest(conversation_id=chat.id, event=LoggedIn(person=person))
            )
            [told, _] = await stream.messages(2)
            assert "inloggad som Anna Ek" in told["text"]

    api(act)


def test_stream_ends_when_its_conversation_does(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        await chat.open(service="synpunkt")
        async with stream_of(chat) as stream:
            await stream.messages(3)
            await chat.send("DELETE", f"/conversations/{chat.id}")
            await asyncio.wait_for(stream.task, 5)

    api(act)


def test_streams_of_one_conversation_are_limited_and_given_back(api: Callable[..., None]) -> None:
    async def act(chat: Chat, site: Site) -> None:
        await chat.open()
        async with stream_of(chat) as one, stream_of(chat) as two, stream_of(chat) as three:
            for stream in (one, two, three):
                await stream.messages(1)
            problem_of(await chat.send("GET", f"/conversations/{chat.id}/events"), 429)
        assert site.hub.listeners(chat.id) == 0

    api(act)


# ── Embedding and description ─────────────────────────────────────────────────────────────────


def test_another_site_may_embed_only_when_it_is_allowed(api: Callable[..., None]) -> None:
    asked = {
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }

    async def act(chat: Chat, _site: Site) -> None:
        for origin, allowed in (("https://www.kramfors.se", True), ("https://evil.test", False)):
            response = await chat.send(
                "OPTIONS", "/conversations", headers={"origin": origin, **asked}
            )
            assert (response.headers.get("access-control-allow-origin") == origin) is allowed
            assert "access-control-allow-credentials" not in response.headers

    api(act, ARENDEBOT_ALLOWED_ORIGINS="https://www.kramfors.se")


def test_description_names_every_route_with_its_answers(api: Callable[..., None]) -> None:
    async def act(chat: Chat, _site: Site) -> None:
        response = await chat.send("GET", "/openapi.json")
        document = response.json()
        assert document["openapi"].startswith("3.1")
        served = {
            (method, "/api/v1" + path)
            for method, path in [
                ("post", "/conversations"),
                ("post", "/conversations/{id}/messages"),
                ("get", "/conversations/{id}/messages"),
                ("get", "/conversations/{id}/events"),
                ("post", "/conversations/{id}/files"),
                ("delete", "/conversations/{id}"),
            ]
        }
        described = {
            (method, path)
            for path, operations in document["paths"].items()
            for method in operations
            if method != "parameters"
        }
        assert described == served
        references = set(_references(document))
        assert references
        known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
        assert references <= known

    api(act)


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [found for value in part.values() for found in _references(value)]
    if isinstance(part, list):
        return [found for value in part for found in _references(value)]
    return []


def test_message_schema_has_the_members_of_the_contract() -> None:
    schema = openapi_document(URL)["components"]["schemas"]["Message"]
    assert set(schema["properties"]) == {
        "number", "from", "text", "input", "choices", "links", "progress", "problem", "draft", "case",
    }  # fmt: skip


def test_health_is_told_without_contents(sqlite_url: str, tmp_path: Path) -> None:
    async def go() -> None:
        settings = settings_for(sqlite_url, tmp_path)
        async with (
            running_site(settings, Clock()) as (site, transport),
            httpx.AsyncClient(transport=transport, base_url=URL) as client,
        ):
            assert (await client.get("/healthz")).text == "ok"
            assert (await client.get("/readyz")).status_code == 200
            assert (await client.get("/metrics")).status_code == 200
            event.listen(site.store._writing, "before_cursor_execute", away)
            assert (await client.get("/readyz")).status_code == 503
            assert (await client.get("/healthz")).status_code == 200

    asyncio.run(go())


def test_application_can_be_built_without_being_started(sqlite_url: str, tmp_path: Path) -> None:
    site = build_site(settings_for(sqlite_url, tmp_path), now=Clock())
    assert build_app(site).routes
