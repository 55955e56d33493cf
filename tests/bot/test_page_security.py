"""What holds on every page: headers, forms, the demo's own pages."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.web import outbox_page
from tests.bot.browsing import ANNA, Chat, Town, running_town, sent, sign

PAGES = (
    "/",
    "/chat",
    "/mina-sidor",
    "/desk",
    "/demo/outbox",
    "/e/x",
    "/s/x",
    "/kvittens/x",
    "/kvittens",
    "/svar/x",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_forbids_frames_caches_scripts_of_others_and_referrers(
    town: Town, path: str
) -> None:
    headers = town.browser().get(path).response.headers
    policy = headers["content-security-policy"]
    for part in ("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8000"},
    ],
)
def test_a_form_from_another_site_does_nothing(town: Town, headers: dict[str, str]) -> None:
    browser = town.browser()
    page = browser.get("/mina-sidor")
    fields = {**page.form("provider").fields, "provider": "demo"}
    before = town.rows()
    assert browser.post("/mina-sidor", fields, **headers).status == 403
    assert town.rows() == before


def test_a_foreign_origin_of_an_old_browser_does_nothing(town: Town) -> None:
    browser = town.browser()
    fields = {**browser.get("/mina-sidor").form("provider").fields, "provider": "demo"}
    for origin, status in (("https://evil.example", 403), ("http://127.0.0.1:8000", 200)):
        answer = browser.client.post("/mina-sidor", data=fields, headers={"origin": origin})
        assert answer.status_code == status


@pytest.mark.parametrize("token", ["", "x", "x.y", "å"])
def test_a_form_without_its_token_does_nothing(town: Town, token: str) -> None:
    browser = town.browser()
    browser.get("/mina-sidor")
    before = town.rows()
    assert browser.post("/mina-sidor", {"form_token": token, "provider": "demo"}).status == 403
    assert town.rows() == before


def test_a_token_of_another_browser_does_nothing(town: Town) -> None:
    mine, other = town.browser(), town.browser()
    token = other.get("/mina-sidor").form("provider").fields["form_token"]
    mine.get("/mina-sidor")
    before = town.rows()
    mine.post("/mina-sidor", {"form_token": token, "provider": "demo"})
    assert town.rows() == before


def test_a_body_that_is_too_large_or_no_form_is_refused(town: Town) -> None:
    browser = town.browser()
    token = browser.get("/mina-sidor").form("provider").fields["form_token"]
    big = {"form_token": token, "provider": "x" * 70_000}
    assert browser.post("/mina-sidor", big).status == 413
    answer = browser.client.post("/mina-sidor", json={"form_token": token, "provider": "demo"})
    assert answer.status_code == 403


def test_the_cookie_is_out_of_reach_of_scripts_and_other_hosts(tmp_path: Path, town: Town) -> None:
    cookie = town.browser().get("/mina-sidor").response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    with running_town(tmp_path / "https", ARENDEBOT_PUBLIC_URL="https://e.example.se") as secure:
        cookie = secure.browser().get("/mina-sidor").response.headers["set-cookie"]
    assert cookie.startswith("__Host-arendebot=")
    assert "Secure" in cookie
    assert "Domain" not in cookie


def test_what_people_write_is_never_markup(town: Town) -> None:
    """Threat F1."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say("nej")
    page = chat.browser.identify(chat.link("login"), (ANNA[0], "<b>Anna</b> Ek"))
    assert "<b>Anna" not in page.response.text
    assert "&lt;b&gt;Anna" in page.response.text


def test_the_outbox_lists_newest_first_in_the_contracts_shape(town: Town) -> None:
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    items = town.outbox()
    assert items
    assert all(set(item) == {"to", "channel", "text", "links", "at"} for item in items)
    assert [item["at"] for item in items] == sorted((i["at"] for i in items), reverse=True)
    assert "Kim" not in str(items)
    assert items[0]["links"][0] in town.browser().get("/demo/outbox").text


def test_the_demos_own_pages_do_not_exist_in_production(tmp_path: Path) -> None:
    """Threats A9, F13."""
    site = cast("Any", SimpleNamespace(assembly=SimpleNamespace(mode="production")))
    assert outbox_page.routes(site) == []
