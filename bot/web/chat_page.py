"""`/chat`: the conversation without JavaScript.

The browser's session holds the conversation. What was said before half an hour of silence is not
shown again, since the browser may be somebody else's by then (threat A11).
"""

import asyncio
import hashlib
import uuid
from functools import partial

import msgspec
from sqlalchemy import Connection
from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import conversations
from actions.eid.binding import logged_in
from actions.eid.web_sessions import Chat
from actions.errors import ConflictError, NotFoundError, RefusedError
from actions.files import MOST_BYTES
from actions.turn import TurnRequest, run_turn
from actions.uploads import receive
from bot.site import Site
from bot.web import security
from bot.web.rendering import page, redirect, say
from bot.web.visits import Visit, route
from dialogs.events import Said
from dialogs.fields.base import FileGiven
from dialogs.messages import Message

CHANNEL = "page"
_MOST_ID = 64


def routes(site: Site) -> list[BaseRoute]:
    return [route(site, "/chat", get=_show, post=_act, files=True)]


# ── Looking ───────────────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    """The conversation; a button to begin one when there is none or a link asks for something."""
    query = visit.request.query_params
    service, draft = query.get("service", "")[:100], query.get("draft", "")[:100]
    messages = await _messages(visit)
    if messages is None or service or draft:
        return _start_page(visit, service, draft, has_chat=messages is not None)
    current = current_question(messages)
    problem = _problem(messages)
    return page(
        visit,
        "chat.html",
        page="chat",
        messages=messages,
        current=current,
        problem=problem,
        given=_given(messages) if problem else "",
        message_id=f"{uuid.uuid4()}-{current.number if current else 0}",
        ended=False,
    )


def _start_page(visit: Visit, service: str, draft: str, *, has_chat: bool) -> Response:
    known = visit.site.assembly.world().services.get(service)
    begin = say(visit, "web.chat.begin")
    if known is not None:
        begin = say(visit, "web.chat.begin_service", title=known.title.to(visit.language))
    elif draft:
        begin = say(visit, "web.chat.resume")
    return page(
        visit,
        "chat_start.html",
        page="chat",
        service=service,
        draft=draft,
        begin=begin,
        has_chat=has_chat,
    )


async def _messages(visit: Visit) -> tuple[Message, ...] | None:
    """What is shown of the conversation; None when there is none."""
    chat = visit.state.chat
    if chat is None:
        return None
    assembly = visit.site.assembly
    try:
        messages = await visit.site.store.read(
            lambda c: conversations.messages_after(
                assembly, c, chat.conversation_id, chat.hidden_to
            )
        )
    except NotFoundError:
        return None
    if chat.hidden_to == 0:
        return messages
    return (Message(text=say(visit, "web.chat.paused")), *messages)


def current_question(messages: tuple[Message, ...]) -> Message | None:
    """The newest message that asks for something, if it is still the bot's turn of then."""
    for message in reversed(messages):
        if message.sender == "person":
            return None
        if message.input is not None or message.choices:
            return message
    return None


def _problem(messages: tuple[Message, ...]) -> Message | None:
    """The refusal of the last answer."""
    for message in reversed(messages):
        if message.sender == "person":
            return None
        if message.problem:
            return message
    return None


def _given(messages: tuple[Message, ...]) -> str:
    said = [message.text for message in messages if message.sender == "person"]
    return said[-1] if said else ""


# ── Acting ────────────────────────────────────────────────────────────────────────────────────


async def _act(visit: Visit) -> Response:
    match visit.value("action"):
        case "new":
            return await _begin(visit)
        case "end":
            return await _end(visit)
        case "update":
            return redirect("/chat#svar")
    chat = visit.state.chat
    if chat is None:
        return redirect("/chat")
    try:
        await _say(visit, chat.conversation_id)
    except ConflictError:
        pass  # the page had been answered before, with something else: it shows what counts
    except NotFoundError:
        return redirect("/chat")
    return redirect("/chat#svar")


async def _begin(visit: Visit) -> Response:
    """A new conversation, or the one that there is, with the service or draft asked for."""
    # One that is not known is told of in the conversation.
    service = visit.value("service")[:100] or None
    draft = visit.value("draft")[:100]
    chat = visit.state.chat
    response = redirect("/chat#svar")
    if chat is None or await _messages(visit) is None:
        opened = await visit.site.open_conversation(
            channel=CHANNEL, language=visit.language, service=None if draft else service
        )
        chat = Chat(conversation_id=opened.conversation_id)
        await visit.change(chat=chat)
        _bind(visit, response, chat.conversation_id)
        service = None
    if draft:
        await _log_in(visit, chat.conversation_id)
        await _choose(visit, chat.conversation_id, f"draft:{draft}")
    elif service is not None:
        await _choose(visit, chat.conversation_id, f"service:{service}")
    return response


def _bind(visit: Visit, response: Response, conversation_id: str) -> None:
    name, value = conversations.browser_binding(visit.site.assembly, conversation_id)
    secure = security.is_https(visit.site.assembly)
    response.set_cookie(
        name, value, path="/", httponly=True, samesite="lax", secure=secure, max_age=86400
    )


async def _log_in(visit: Visit, conversation_id: str) -> None:
    """The session's person, in the session's own conversation."""
    person, assembly = visit.person, visit.site.assembly
    if person is None:
        return

    def act(connection: Connection) -> None:
        event = logged_in(assembly, connection, conversation_id=conversation_id, person=person)
        run_turn(assembly, connection, TurnRequest(conversation_id=conversation_id, event=event))

    await visit.site.write(act)


async def _choose(visit: Visit, conversation_id: str, choice: str) -> None:
    request = TurnRequest(conversation_id=conversation_id, event=Said(choice=choice))
    await visit.site.take_turn(request)


async def _end(visit: Visit) -> Response:
    """Wipes the conversation and the session: the next person at this computer finds nothing."""
    chat = visit.state.chat
    if chat is not None:
        conversation_id = chat.conversation_id
        await visit.site.write(lambda c: conversations.end(c, conversation_id))
    await visit.end()
    return redirect("/chat")


async def _say(visit: Visit, conversation_id: str) -> None:
    message_id = visit.value("message_id")[:_MOST_ID] or str(uuid.uuid4())
    files = await stored_files(visit, conversation_id)
    said = Said(
        text=visit.value("command") or visit.value("text"),
        choice=visit.value("choice") or None,
        choices=tuple(str(each) for each in visit.form.getlist("choices"))[:100],
        files=files,
        about=await _about(visit, message_id),
    )
    await visit.site.take_turn(
        TurnRequest(
            conversation_id=conversation_id,
            event=said,
            message_id=message_id,
            digest=digest(visit, files),
        )
    )


async def _about(visit: Visit, message_id: str) -> str | None:
    """The question that the page showed: an old page answers no newer question (threat B11)."""
    number = message_id.rpartition("-")[2]
    shown = await _messages(visit) or ()
    for message in shown:
        if message.input is not None and str(message.number) == number:
            return message.input.field
    return None


def digest(visit: Visit, files: tuple[FileGiven, ...]) -> str:
    """Of what was sent: another content under the same id is refused."""
    fields = sorted(
        (name, value)
        for name, value in visit.form.multi_items()
        if isinstance(value, str) and name != security.FORM_TOKEN
    )
    content = msgspec.json.encode([fields, [file.sha256 for file in files]])
    return hashlib.sha256(content).hexdigest()[:32]


async def stored_files(visit: Visit, conversation_id: str) -> tuple[FileGiven, ...]:
    """Stores what was attached. Raises RefusedError "file_too_big", or as `receive`."""
    stored = []
    for upload in visit.form.getlist("file"):
        if not isinstance(upload, UploadFile) or not upload.filename:
            continue
        content = await upload.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise RefusedError("file_too_big")
        kept = await asyncio.to_thread(receive, upload.filename, upload.content_type or "", content)
        save = partial(
            visit.site.files.save,
            visit.site.assembly,
            conversation_id=conversation_id,
            upload=kept,
        )
        stored.append(await visit.site.store.write(save))
    return tuple(stored)
