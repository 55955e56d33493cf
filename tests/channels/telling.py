"""What the tellers of all channels share: whose story, on which site, and what came of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from zlib import crc32

import httpx
import uvicorn
from sqlalchemy import Connection, select

from actions import drafts
from actions.conversations import messages_after
from actions.store.tables import conversations
from actions.store.tables import drafts as draft_rows
from bot.app import build_app
from bot.site import Site
from dialogs.messages import Message
from tests.browser.serving import free_port
from tests.photos import a_photo
from tests.servers import Browser
from tests.story import STORIES, Filing, filing, lines
from tests.talking import PEOPLE, START
from tests.telegram.running import a_site

#: Lines that everybody can do in every channel, without help of the clock or of the other side.
PORTABLE = {"Tjänst", "Person", "Knapp", "Inloggad", "Bot", "Bot!", "Fil", "Plats"}


#: Each shows other rows; together most that a person alone can show. For where a story takes seconds.
CHOSEN = [
    "andra",
    "annan-tjanst-mitt-i",
    "attioaringen",
    "avbryt-men-spara",
    "borja-om",
    "byt-sprak-fram-och-tillbaka",
    "datum-som-man-sager",
    "diktat",
    "engelska-hela",
    "fara",
    "fel-tre-ganger",
    "felstavat-val",
    "filer",
    "flera-arenden",
    "flera-svar",
    "forlora",
    "fraga-mitt-i",
    "gatlyktan",
    "glom-mig-nej",
    "knappar-som-text",
    "langt-svar",
    "maste-jag-logga-in",
    "misstanksam",
    "nej-jag-menade",
    "skolbyte",
    "smaprat",
    "status-mitt-i",
    "synpunkt-lang",
    "tillbaka",
    "angra-och-gor-om",
]


#: The login of these happens without a link of the conversation's.
LOGIN_ELSEWHERE = frozenset(["annan-person", "avisering"])


def portable(among: Sequence[str] = (), *, without: frozenset[str] = frozenset()) -> list[Path]:
    """The stories, of all or `among` some, that need nothing but a person."""
    return [
        path
        for path in STORIES
        if (not among or path.stem in among)
        and path.stem not in without
        and {line.who for line in lines(path)} <= PORTABLE
    ]


async def code_after_login(transport: httpx.AsyncBaseTransport, link: str, name: str) -> str:
    """Logs in with a browser that does not know the conversation: the code that it shows."""
    parts, who = urlsplit(link), PEOPLE[name]
    browser = Browser(transport, url=f"{parts.scheme}://{parts.netloc}")
    await browser.visit(parts.path)
    await browser.identify(who.personnummer, who.name)
    found = re.search(r'id="code"[^>]*>\s*(\d{6})', browser.page.text)
    assert found, browser.text
    return found[1]


def filings(site: Site) -> list[Filing]:
    """What the site holds, oldest first."""

    def read(connection: Connection) -> list[Filing]:
        ids = connection.execute(
            select(draft_rows.c.id).order_by(draft_rows.c.created_at)
        ).scalars()
        found = drafts.load_many(site.assembly, connection, list(ids))
        return sorted((filing(each.draft) for each in found.values()), key=repr)

    return site.store._read(read)


def spoken(site: Site) -> list[Message]:
    """All that was said to the person, by the only conversation of the site."""

    def read(connection: Connection) -> list[Message]:
        (conversation_id,) = connection.execute(select(conversations.c.id)).scalars()
        said = messages_after(site.assembly, connection, conversation_id, 0)
        return [message for message in said if message.sender != "person"]

    return site.store._read(read)


def content_of(name: str) -> tuple[bytes, str]:
    """A real file of that name, and its media type."""
    kinds = {"jpg": ("JPEG", "image/jpeg"), "png": ("PNG", "image/png")}
    ending = name.rpartition(".")[2].lower()
    if ending in kinds:
        kind, media_type = kinds[ending]
        # Each its own: the same picture twice is kept once.
        return a_photo(kind, width=20 + crc32(name.encode()) % 200), media_type
    return b"%PDF-1.7\n%%EOF\n" + name.encode().ljust(985), "application/pdf"


@contextmanager
def served(var: Path, now: Callable[[], datetime] = lambda: START) -> Iterator[Site]:
    """A site of one's own on a real port, whose clock stands where the stories begin."""
    port = free_port()
    site = a_site(var, None, now=now, public_url=f"http://127.0.0.1:{port}")
    app = build_app(site, with_worker=False)
    config = uvicorn.Config(app, port=port, log_config=None, access_log=False)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server has ended"
        thread.join(0.01)
    try:
        yield site
    finally:
        server.should_exit = True
        # An open stream of events would keep it from ending.
        server.force_exit = True
        thread.join()
