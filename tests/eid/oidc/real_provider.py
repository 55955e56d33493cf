"""The real OpenID provider of npm (`oidc-provider`), and a person who clicks through its pages."""

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import httpx

from tests.eid.oidc.fake_provider import LOA3, NUMBER, rsa_key

FOLDER = Path(__file__).parent / "node"
CLIENT_ID, SECRET = "kramfors", "a-secret-of-the-tests-with-signs+/:"
PEOPLE = {
    "anna": {"name": "Anna Ek", "given_name": "Anna", "family_name": "Ek", NUMBER: "199001012385"},
    "bo": {"name": "Bo Ek", "given_name": "Bo", "family_name": "Ek", NUMBER: "198502122388"},
}
_ACTION = re.compile(r'<form[^>]* action="([^"]+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_ABORT = re.compile(r'href="([^"]+/abort)"')


@dataclass(frozen=True)
class RealProvider:
    issuer: str

    def environment(self, **others: str) -> dict[str, str]:
        return {
            "ARENDEBOT_EID": "oidc",
            "OIDC_ISSUER": self.issuer,
            "OIDC_CLIENT_ID": CLIENT_ID,
            "OIDC_CLIENT_SECRET": SECRET,
            "OIDC_ACR": LOA3,
            **others,
        }


@contextmanager
def real_provider(
    redirect_uri: str, *, pushed: bool = True, **client: Any
) -> Iterator[RealProvider]:
    """`pushed`: it takes requests directly, and no others. `client`: more of what is registered of us."""
    node = shutil.which("node")
    assert node, "node is missing; see tests/system_packages.sh"
    assert (FOLDER / "node_modules").is_dir(), "run sh tests/system_packages.sh"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = {
        "port": port,
        "keys": [rsa_key("real").as_dict(private=True)],
        "people": PEOPLE,
        "level": LOA3,
        "pushed": pushed,
        "client": {
            "client_id": CLIENT_ID,
            "client_secret": SECRET,
            "redirect_uris": [redirect_uri],
            **client,
        },
    }
    process = subprocess.Popen(
        [node, FOLDER / "provider.mjs"],
        env={**os.environ, "PROVIDER": json.dumps(settings)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        if process.stdout.readline().strip() != "ready":
            raise AssertionError(process.stderr.read())
        yield RealProvider(f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.communicate()


class Visitor:
    """A browser at the provider's pages; it stops where the provider sends it away."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer
        self._web = httpx.AsyncClient()

    async def approve(self, address: str, who: str) -> Mapping[str, str]:
        """Sends every form that comes, as this person; what is brought back."""
        page = await self._follow(await self._web.get(address))
        while page.status_code == 200:
            page = await self._send(page, who)
        return self._away(page)

    async def abort(self, address: str) -> Mapping[str, str]:
        page = await self._follow(await self._web.get(address))
        found = _ABORT.search(page.text)
        assert found, page.text
        return self._away(await self._follow(await self._web.get(unescape(found[1]))))

    async def close(self) -> None:
        await self._web.aclose()

    async def _send(self, page: httpx.Response, who: str) -> httpx.Response:
        found = _ACTION.search(page.text)
        assert found, page.text
        fields = dict(_HIDDEN.findall(page.text))
        if 'name="login"' in page.text:
            fields |= {"login": who, "password": "any"}
        answer = await self._web.post(urljoin(str(page.url), unescape(found[1])), data=fields)
        return await self._follow(answer)

    async def _follow(self, answer: httpx.Response) -> httpx.Response:
        while answer.is_redirect:
            address = urljoin(str(answer.url), answer.headers["location"])
            if not address.startswith(self._issuer):
                break
            answer = await self._web.get(address)
        return answer

    def _away(self, answer: httpx.Response) -> Mapping[str, str]:
        assert answer.is_redirect, answer.text
        return dict(parse_qsl(urlsplit(answer.headers["location"]).query))
