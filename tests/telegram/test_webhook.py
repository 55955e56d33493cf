"""Only Telegram, which knows the secret, is heard; and only what is stored is acknowledged."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Connection, func, select
from starlette.applications import Starlette

from actions.errors import NotSavedError
from actions.store.tables import inbox
from bot.site import Site
from bot.telegram import webhook_route
from config.settings import SettingsError
from tests.telegram.running import SECRET, a_site, started

API = "http://127.0.0.1:9"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {"update_id": 5, "poll": {"id": "1"}}

Post = Callable[..., Any]


def with_webhook(tmp_path: Path, story: Callable[[Site, Post], Any]) -> None:
    async def run() -> None:
        site = a_site(tmp_path, API, secret=SECRET)
        async with started(site):
            app = Starlette(routes=[webhook_route(site)])
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:

                async def post(content: bytes, headers: dict[str, str]) -> int:
                    answer = await client.post(
                        "/telegram/webhook", content=content, headers=headers
                    )
                    return answer.status_code

                await story(site, post)

    asyncio.run(run())


def stored(site: Site) -> int:
    def count(connection: Connection) -> int:
        return connection.execute(select(func.count()).select_from(inbox)).scalar_one()

    return site.store._read(count)


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: SECRET + "x"}, {HEADER: "wrong"}])
def test_who_does_not_know_the_secret_is_not_heard(tmp_path: Path, headers: dict[str, str]) -> None:
    async def story(site: Site, post: Post) -> None:
        assert await post(json.dumps(UPDATE).encode(), headers) == 401
        # Not even read: this is no JSON.
        assert await post(b"{{{", headers) == 401
        assert stored(site) == 0

    with_webhook(tmp_path, story)


def test_an_update_is_stored_once_however_often_it_comes(tmp_path: Path) -> None:
    async def story(site: Site, post: Post) -> None:
        for _ in range(3):
            assert await post(json.dumps(UPDATE).encode(), {HEADER: SECRET}) == 200
        assert stored(site) == 1

    with_webhook(tmp_path, story)


def test_what_is_too_long_or_no_update_is_refused(tmp_path: Path) -> None:
    async def story(site: Site, post: Post) -> None:
        assert await post(b" " * (2**20 + 1), {HEADER: SECRET}) == 413
        assert await post(b"[1, 2]", {HEADER: SECRET}) == 400
        assert await post(b"{", {HEADER: SECRET}) == 400
        assert stored(site) == 0

    with_webhook(tmp_path, story)


def test_what_cannot_be_stored_is_not_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(site: Site, post: Post) -> None:
        async def refuse(_act: object) -> None:
            raise NotSavedError("the disk is full")

        with monkeypatch.context() as patched:
            patched.setattr(site.store, "write", refuse)
            assert await post(json.dumps(UPDATE).encode(), {HEADER: SECRET}) == 503
        assert await post(json.dumps(UPDATE).encode(), {HEADER: SECRET}) == 200

    with_webhook(tmp_path, story)


@pytest.mark.parametrize("secret", [None, "has a blank", "ö", "x" * 257])
def test_there_is_no_webhook_without_a_usable_secret(tmp_path: Path, secret: str | None) -> None:
    site = a_site(tmp_path, API, secret=secret)
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_SECRET"):
        webhook_route(site)
