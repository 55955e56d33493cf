"""What the assistant is compared with: a handler that does only what cannot be left out.

The same server with the same settings, and the same database with the same durability. For each
message it parses the JSON body, reads one row, updates it (2 KB), inserts a message and commits: no
dialog, no encryption, no check of a token, no protection against a message that comes twice.

    python -m benchmarks.bare orm|core|raw DATABASE_URL PORT

orm   SQLAlchemy's ORM, a session for each request, in Starlette's threads
core  SQLAlchemy Core, the same way
raw   psycopg's own asynchronous connections, 16 of them (PostgreSQL only)

On SQLite the transactions take turns at a lock of the process instead of polling for the file's:
that is faster than what a plain application does, so the comparison is not made easier for us.
"""

import asyncio
import secrets
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from typing import cast

import msgspec
import psycopg
import uvicorn
from sqlalchemy import (
    Engine,
    LargeBinary,
    Table,
    Text,
    bindparam,
    create_engine,
    insert,
    make_url,
    select,
    update,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from actions.store.database import create_engines

STATE_SIZE = 2048
MESSAGE = b"x" * 400
CONNECTIONS = 16


class Base(DeclarativeBase):
    pass


class Talk(Base):
    __tablename__ = "bare_talks"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    state: Mapped[bytes] = mapped_column(LargeBinary)
    last_number: Mapped[int]


class Line(Base):
    __tablename__ = "bare_lines"

    talk_id: Mapped[str] = mapped_column(Text, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[str] = mapped_column(Text)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class _Said(msgspec.Struct):
    id: str
    text: str = ""
    choice: str = ""


_decode = msgspec.json.Decoder(_Said).decode
#: Takes a conversation's id and a message id, and returns the number of the stored message.
Keep = Callable[[str, str], int]


def new_state() -> bytes:
    return secrets.token_bytes(STATE_SIZE)


class Threaded:
    """SQLAlchemy in Starlette's threads: one transaction for each request."""

    def __init__(self, url: str, *, kind: str) -> None:
        self._engine = _engine(url)
        is_sqlite = self._engine.dialect.name == "sqlite"
        self._turn: AbstractContextManager[object] = (
            threading.Lock() if is_sqlite else nullcontext()
        )
        self._keep: Keep = self._keep_orm if kind == "orm" else self._keep_core
        Base.metadata.create_all(self._engine)

    async def start(self) -> None:
        pass

    async def open(self, talk_id: str) -> None:
        await run_in_threadpool(self._open, talk_id)

    async def keep(self, talk_id: str, message_id: str) -> int:
        return await run_in_threadpool(self._keep, talk_id, message_id)

    def _open(self, talk_id: str) -> None:
        with self._turn, self._engine.begin() as connection:
            connection.execute(insert(Talk).values(id=talk_id, state=new_state(), last_number=0))

    def _keep_orm(self, talk_id: str, message_id: str) -> int:
        with self._turn, Session(self._engine, expire_on_commit=False) as session:
            talk = session.get_one(Talk, talk_id)
            talk.state = new_state()
            talk.last_number += 1
            session.add(
                Line(talk_id=talk_id, number=talk.last_number, message_id=message_id, body=MESSAGE)
            )
            session.commit()
            return talk.last_number

    def _keep_core(self, talk_id: str, message_id: str) -> int:
        with self._turn, self._engine.begin() as connection:
            row = connection.execute(_SELECT, {"id": talk_id}).one()
            number: int = row.last_number + 1
            connection.execute(
                _UPDATE, {"key_id": talk_id, "state": new_state(), "last_number": number}
            )
            connection.execute(
                _INSERT,
                {
                    "talk_id": talk_id,
                    "number": number,
                    "message_id": message_id,
                    "body": MESSAGE,
                },
            )
        return number


# The tables, not the classes: the ORM has no part in these.
_TALKS = cast(Table, Talk.__table__)
_LINES = cast(Table, Line.__table__)
_SELECT = select(_TALKS.c.state, _TALKS.c.last_number).where(_TALKS.c.id == bindparam("id"))
_UPDATE = (
    update(_TALKS)
    .where(_TALKS.c.id == bindparam("key_id"))
    .values(state=bindparam("state"), last_number=bindparam("last_number"))
)
_INSERT = insert(_LINES)


def _engine(url: str) -> Engine:
    if url.startswith("sqlite"):
        # The assistant's own engine: WAL, synchronous=FULL, BEGIN IMMEDIATE.
        return create_engines(url)[0]
    return create_engine(url, pool_size=CONNECTIONS, max_overflow=0)


class Raw:
    """psycopg without anything above it: prepared statements, 16 connections in a queue."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._free: asyncio.Queue[psycopg.AsyncConnection[tuple[bytes, int]]] = asyncio.Queue()
        engine = _engine(url)
        Base.metadata.create_all(engine)
        engine.dispose()

    async def start(self) -> None:
        for _ in range(CONNECTIONS):
            connection = await psycopg.AsyncConnection.connect(self._url)
            connection.prepare_threshold = 1
            self._free.put_nowait(connection)

    async def open(self, talk_id: str) -> None:
        connection = await self._free.get()
        try:
            await connection.execute(
                "INSERT INTO bare_talks (id, state, last_number) VALUES (%b, %b, 0)",
                (talk_id, new_state()),
            )
            await connection.commit()
        finally:
            self._free.put_nowait(connection)

    async def keep(self, talk_id: str, message_id: str) -> int:
        connection = await self._free.get()
        try:
            found = await connection.execute(
                "SELECT state, last_number FROM bare_talks WHERE id = %b FOR UPDATE",
                (talk_id,),
                binary=True,
            )
            row = await found.fetchone()
            assert row is not None
            number = row[1] + 1
            await connection.execute(
                "UPDATE bare_talks SET state = %b, last_number = %b WHERE id = %b",
                (new_state(), number, talk_id),
            )
            await connection.execute(
                "INSERT INTO bare_lines (talk_id, number, message_id, body)"
                " VALUES (%b, %b, %b, %b)",
                (talk_id, number, message_id, MESSAGE),
            )
            await connection.commit()
            return number
        finally:
            self._free.put_nowait(connection)


def build(keeper: Threaded | Raw) -> Starlette:
    """The application: the same two addresses as the chat API."""

    async def open_talk(_request: Request) -> Response:
        talk_id = secrets.token_urlsafe(16)
        await keeper.open(talk_id)
        body = msgspec.json.encode({"id": talk_id, "token": "-", "messages": []})
        return Response(body, 201, media_type="application/json")

    async def say(request: Request) -> Response:
        said = _decode(await request.body())
        number = await keeper.keep(request.path_params["id"], said.id)
        message = {"text": said.text or said.choice, "from": "bot", "number": number}
        body = msgspec.json.encode({"messages": [message]})
        return Response(body, media_type="application/json")

    async def ready(_request: Request) -> Response:
        return PlainTextResponse("ready")

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await keeper.start()
        yield

    routes = [
        Route("/api/v1/conversations/{id}/messages", say, methods=["POST"]),
        Route("/api/v1/conversations", open_talk, methods=["POST"]),
        Route("/readyz", ready),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


def main(arguments: Sequence[str]) -> None:
    """Serves until terminated, with the same settings of uvicorn as `bot.serving`."""
    kind, url, port = arguments
    keeper = Raw(url) if kind == "raw" else Threaded(url, kind=kind)
    uvicorn.run(
        build(keeper),
        host="127.0.0.1",
        port=int(port),
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
