"""Threat B1: every route, every kind of person, a foreign and a missing object. A new route needs a row."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select

from actions.store.tables import drafts, files, help_requests
from tests.bot.browsing import (
    ANNA,
    BO,
    DANA,
    EVA,
    TORE,
    Browser,
    Chat,
    Town,
    running_town,
    sent,
    sign,
)
from tests.bot.test_desk_talks import KARIN
from tests.bot.test_eid_pages import PREVIEWS
from tests.bot.test_signing_pages import invited
from tests.photos import a_photo

#: What all who sign may read, what only the filer and the officers may, and what is in the chat only.
SHARED, PRIVATE, SAID = "Kim Ek", "anna@example.se", "Jag vill ha hjälp av kundtjänst"
#: Nobody, somebody with nothing to do with it, and who was once asked to sign another filing.
STRANGERS = {
    "nobody": None,
    "other": ("198001012387", "Otto Ek"),
    "former party": EVA,
    "preview": None,
}
PEOPLE = {
    **STRANGERS,
    "owner": ANNA,
    "party": BO,
    "officer": DANA,
    "other officer": TORE,
    "service": KARIN,
}


@dataclass(frozen=True)
class Row:
    """Who may read what at an address that holds an object of Anna's."""

    shared: set[str] = field(default_factory=set)
    private: set[str] = field(default_factory=set)


SIGNERS = {"owner", "party"}
CLOSED = Row()
#: By the route's path. Those without a parameter are the same address for all.
MATRIX = {
    "/": CLOSED,
    "/widget.js": CLOSED,
    "/static/site.css": CLOSED,
    "/static/desk.js": CLOSED,
    "/static/wait.js": CLOSED,
    "/favicon.ico": CLOSED,
    "/tillganglighet": CLOSED,
    "/healthz": CLOSED,
    "/readyz": CLOSED,
    "/metrics": CLOSED,
    "/demo/outbox": CLOSED,
    "/demo/outbox.json": CLOSED,
    "/api/v1/openapi.json": CLOSED,
    "/api/v1/conversations": CLOSED,
    "/api/v1/conversations/{id}": CLOSED,
    "/api/v1/conversations/{id}/messages": CLOSED,
    "/api/v1/conversations/{id}/events": CLOSED,
    "/api/v1/conversations/{id}/files": CLOSED,
    "/chat": CLOSED,
    "/e/{ticket}": CLOSED,
    "/e/{ticket}/legitimera": CLOSED,
    "/legitimering/lage": CLOSED,
    "/legitimering/app/{ticket}": CLOSED,
    "/legitimering/{provider}": CLOSED,
    "/s/{ticket}": CLOSED,  # it is signed: the page tells the party that, and nothing else
    "/s/{ticket}/legitimera": CLOSED,
    "/s/{ticket}/kvittens": Row(shared={"party"}),
    "/s/{ticket}/kvittens.pdf": CLOSED,  # a PDF's text is packed; `test_private_answers` unpacks it
    "/kvittens": CLOSED,
    "/kvittens/{ticket}": Row(shared=SIGNERS, private={"owner"}),
    "/kvittens/{ticket}/kvittens.pdf": CLOSED,
    "/kvittens/{ticket}/legitimera": Row(shared=SIGNERS, private={"owner"}),  # leads there
    "/svar/{ticket}": CLOSED,
    "/svar/{ticket}/legitimera": CLOSED,
    "/samtal/{ticket}": CLOSED,  # the login that it was made in is over
    "/samtal/{ticket}/samtal.txt": CLOSED,
    "/samtal/{ticket}/samtal.pdf": CLOSED,
    # A list names whom a filing is about.
    "/mina-sidor": Row(shared={"owner"}),
    "/mina-sidor/legitimera": Row(shared={"owner"}),
    "/mina-sidor/uppgifter": Row(shared={"owner"}, private={"owner"}),
    "/mina-sidor/uppgifter/uppgifter.json": Row(shared={"owner"}, private={"owner"}),
    "/mina-sidor/{reference}": Row(shared={"owner"}),
    "/mina-sidor/{reference}/legitimera": Row(shared={"owner"}),
    "/mina-sidor/{reference}/kvittens": Row(shared={"owner"}, private={"owner"}),
    "/mina-sidor/{reference}/kvittens.pdf": CLOSED,
    "/desk": CLOSED,
    "/desk/legitimera": CLOSED,
    "/desk/{reference}": Row(shared={"officer"}, private={"officer"}),
    "/desk/{reference}/kvittens.pdf": CLOSED,
    "/desk/{reference}/arkiv.pdf": CLOSED,
    "/desk/{reference}/fil/{file_id}": CLOSED,
    "/desk/samtal": CLOSED,
    # Customer service reads the talk that it is asked into.
    "/desk/samtal/{request}": Row(shared={"service"}, private={"service"}),
    "/desk/samtal/{request}/rader": Row(shared={"service"}, private={"service"}),
}
#: Where a PDF or a file is given, and to whom.
FILES = {
    "/s/{ticket}/kvittens.pdf": {"party"},
    "/kvittens/{ticket}/kvittens.pdf": SIGNERS,
    "/mina-sidor/{reference}/kvittens.pdf": {"owner"},
    "/desk/{reference}/kvittens.pdf": {"officer"},
    "/desk/{reference}/arkiv.pdf": {"officer"},
    "/desk/{reference}/fil/{file_id}": {"officer"},
}
TALKS = {"/desk/samtal/{request}", "/desk/samtal/{request}/rader"}


class Case:
    """A received case of Anna's with all that hangs on it, and everybody's browser."""

    def __init__(self, town: Town) -> None:
        self.town = town
        withdrawn = sent(town)  # Eva was to sign it
        withdrawn.say("återta")
        withdrawn.say("ja")
        chat, link = invited(town)
        self.login = Chat(town.browser(), "skolbyte")
        self.login.say("nej")
        sign(town.browser(), link, BO)
        reference = str(chat.all()[-1]["case"]["reference"])
        chat.say("komplettera")
        chat.post({"file_ids": [chat.upload("intyg.png", a_photo("PNG"))]})
        chat.choose("complete_send")
        transcript = chat.say("skriv ut samtalet")
        chat.say("prata med en människa")
        chat.choose("talk_now")
        chat.say(SAID)
        self.chat = chat
        told = {"login": self.login.link("login"), "receipt": chat.link("receipt")}
        self.values = {
            "/e/": told["login"],
            "/s/": link,
            "/kvittens/": told["receipt"],
            "/samtal/": next(each["url"] for m in transcript for each in m.get("links", ())),
            "/svar/": "x" * 32,
            "/legitimering/app/": "x" * 32,
        }
        self.parameters = {
            "{reference}": reference,
            "{file_id}": self._first(select(files.c.id)),
            "{request}": self._first(select(help_requests.c.id)),
            "{id}": chat.id,
            "{provider}": "demo",
        }
        town.clock.forward(minutes=31)
        self.browsers = {kind: self._logged_in(who) for kind, who in PEOPLE.items()}
        self.browsers["preview"].client.headers["user-agent"] = PREVIEWS[0]

    def _first(self, query: Any) -> str:
        found: str = self.town.read(lambda c: c.execute(query).scalars().first())
        return found

    def _logged_in(self, who: tuple[str, str] | None) -> Browser:
        browser = self.town.browser()
        if who is not None:
            assert who[1] in browser.identify("/mina-sidor", who).text
        return browser

    def address(self, route: str, *, missing: bool = False) -> str:
        """Where Anna's object is, or where there is none that could be."""
        path = route
        for name, value in self.parameters.items():
            unlike = "K-2222-2222" if name == "{reference}" else "x" * len(value)
            path = path.replace(name, unlike if missing else value)
        for prefix, link in self.values.items():
            token = "y" * 32 if missing else link.rpartition("/")[2]
            if path.startswith(prefix):
                path = path.replace("{ticket}", token)
        assert "{" not in path
        return path

    def state(self) -> list[Any]:
        query = select(drafts.c.id, drafts.c.status, drafts.c.revision_id).order_by(drafts.c.id)
        rows: list[Any] = self.town.read(lambda c: list(c.execute(query).all()))
        return rows


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with running_town(tmp_path_factory.mktemp("matrix")) as town:
        yield Case(town)


def test_every_route_has_its_row(case: Case) -> None:
    assert {route.path for route in case.town.app.routes} == set(MATRIX)  # type: ignore[attr-defined]  # all are routes


@pytest.mark.parametrize("route", MATRIX)
def test_threat_b1_only_who_may_reads_it(case: Case, route: str) -> None:
    row = MATRIX[route]
    seen: dict[str, set[str]] = {SHARED: set(), PRIVATE: set(), SAID: set()}
    given = set()
    for kind, browser in case.browsers.items():
        answer = browser.client.get(case.address(route))
        assert answer.status_code < 500
        for canary in seen:
            if canary in unescape(answer.text):
                seen[canary].add(kind)
        if "attachment" in answer.headers.get("content-disposition", ""):
            given.add(kind)
    if route.startswith("/demo/"):
        return  # the outbox is everybody's in demo mode, and does not exist in production
    assert seen[SHARED] == row.shared
    assert seen[PRIVATE] == row.private
    talk = {"service"} if route in TALKS else set()
    assert seen[SAID] == ({"owner"} if route.startswith("/mina-sidor/uppgifter") else talk)
    # What is known of a person is saved by that person.
    own = set(PEOPLE) - {"nobody", "preview"}
    assert given == (own if route.endswith("uppgifter.json") else FILES.get(route, set()))


#: But of a secret link: who has it knows that it is one, and is asked for an e-ID.
FOUND_BY_ID = [each for each in MATRIX if "{" in each and not re.search("ticket|provider", each)]


@pytest.mark.parametrize("route", FOUND_BY_ID)
def test_threat_b1_foreign_and_missing_answer_alike(case: Case, route: str) -> None:
    allowed = (
        MATRIX[route].shared | FILES.get(route, set()) | ({"service"} if route in TALKS else set())
    )
    for kind in PEOPLE.keys() - allowed:
        browser = case.browsers[kind]
        own, none = case.address(route), case.address(route, missing=True)
        one, other = browser.get(own), browser.get(none)
        assert one.status == other.status, kind
        assert _bare(one, case) == _bare(other, case), kind


def _bare(page: Any, case: Case) -> str:
    text: str = page.response.text
    for value in (*case.parameters.values(), "K-2222-2222"):
        text = text.replace(value, "-")
    return re.sub(r"x{20,}|name=\"form_token\" value=\"[^\"]*\"", "-", text)


@pytest.mark.parametrize("kind", STRANGERS)
def test_threat_b1_nobody_else_changes_anything(case: Case, kind: str) -> None:
    """Every form's acts, sent to every address by somebody whom the case is nothing to."""
    browser, before = case.browsers[kind], case.state()
    token = browser.get("/kvittens").forms[0].fields["form_token"]
    acts = (
        "sign",
        "decline",
        "withdraw",
        "extend",
        "read",
        "unlink",
        "status",
        "say",
        "take-over",
        "hand-back",
    )
    for route in MATRIX:
        if route.startswith("/api/") or route in ("/chat", "/kvittens"):
            continue
        for act in acts:
            fields = {
                "action": act,
                "reason": "x",
                "status": "closed",
                "text": "x",
                "sign_with": "demo",
            }
            ids = {"draft": before[0].id, "chat": case.chat.id}
            answer = browser.post(case.address(route), {"form_token": token, **fields, **ids})
            assert answer.status < 500
            assert SHARED not in answer.text
    assert case.state() == before
    assert case.town.audited("party.signed") == 2


def test_threat_b1_a_conversation_opens_with_its_own_token_only(case: Case) -> None:
    other = Chat(case.town.browser())
    base = "/api/v1/conversations"
    for method, path, body in (
        ("GET", "/messages", None),
        ("POST", "/messages", {"id": str(uuid.uuid4()), "text": "mina ärenden"}),
        ("GET", "/events", None),
        ("POST", "/files", None),
        ("DELETE", "", None),
    ):
        answers = {
            (answer.status_code, answer.text)
            for conversation_id in (case.chat.id, "x" * len(case.chat.id))
            for access in (
                {},
                other.access,
                {"authorization": "Bearer x"},
                {"authorization": case.chat.token},
            )
            for answer in [
                case.browsers["owner"].client.request(
                    method, f"{base}/{conversation_id}{path}", json=body, headers=access
                )
            ]
        }
        assert len(answers) == 1
        assert answers.pop()[0] == 404
