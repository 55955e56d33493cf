"""What the action server does when Rasa calls one of our actions. Knows Rasa's tracker as JSON only.

    tracker ──read──▶ Call ──▶ Said ──take_turn──▶ messages ──▶ Reply (utterances, slots)

A Rasa `sender_id` is a messaging account: it finds its conversation again and identifies nobody.
Rasa guesses an intent for every text, also for answers to a form's questions. So while something is
being filled in, the text itself is heard and the intent is not, unless a button says so.
"""

import logging
import secrets
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from actions import conversations
from actions.errors import NotSavedError
from actions.store.tables import conversations as conversation_rows
from actions.turn import TurnRequest, TurnResult
from bot.rasa_names import (
    CHOICE,
    COMMAND,
    GREET,
    LIST_SERVICES,
    NOBODY,
    SEEN,
    SERVICE,
    SIGN_LINK,
    START,
    START_SERVICE,
    STATUS,
    TURN,
    intent_of,
)
from bot.rasa_rendering import Reply, plain, render
from bot.rasa_tracker import Call
from bot.site import Site
from dialogs.command_words import SAID, Command
from dialogs.commands import recognise
from dialogs.events import Said
from dialogs.finding import Sureness
from dialogs.messages import Message
from dialogs.texts import SWEDISH
from dialogs.world import World

log = logging.getLogger(__name__)

_CHANNEL: Final = "rasa"
#: From this confidence Rasa's intent is worth more than "I did not understand".
_SURE: Final = 0.6


class At(msgspec.Struct, frozen=True):
    """Where a sender's conversation is."""

    conversation_id: str
    #: A draft is at hand: being filled in, or waiting for signatures.
    is_filling: bool
    #: The greeting, when the conversation was opened just now.
    greeting: tuple[Message, ...] = ()


class Actions:
    """The actions by name, over one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._hearing = {
            TURN: self._hear_turn,
            LIST_SERVICES: self._hear_list,
            START_SERVICE: self._hear_start,
            STATUS: self._hear_status,
            SIGN_LINK: self._hear_sign_link,
        }

    async def run(self, action: str, tracker: dict[str, Any]) -> Reply:
        """Runs one action for what the tracker holds. What goes wrong is told, never raised."""
        world = self._site.assembly.world()
        language = SWEDISH
        contact = world.municipality.customer_service
        try:
            call = msgspec.convert(tracker, Call)
            language = call.language if call.language in world.texts.languages() else SWEDISH
            if not call.sender_id or call.sender_id in NOBODY:
                # All who lack a sender would share one conversation.
                return plain(
                    world.texts.say(language, "rasa.no_sender", contact=contact.to(language))
                )
            if call.latest_action_name == action:
                # For an intent without a rule the policy falls back on this action again and again.
                return Reply(utterances=(), then_listen=True)
            return await self._run(action, call, language)
        except NotSavedError:
            return plain(world.texts.say(language, "rasa.not_saved"))
        except Exception:
            code = secrets.token_hex(4)
            log.exception("unexpected error %s in %s", code, action)
            told = world.texts.say(
                language, "rasa.unexpected", code=code, contact=contact.to(language)
            )
            return plain(told)

    async def _run(self, action: str, call: Call, language: str) -> Reply:
        at = await self._find_or_open(call, language)
        said = self._hearing[action](call, at)
        result = await self._site.take_turn(
            TurnRequest(
                conversation_id=at.conversation_id, event=said, message_id=call.message_id(action)
            )
        )
        messages = await self._to_tell(call, at, result)
        texts = self._site.assembly.world().texts
        reply = render(messages, texts=texts, language=language, input_channel=call.input_channel)
        last = max((message.number for message in result.messages), default=call.seen or 0)
        return msgspec.structs.replace(reply, slots={SEEN: last, SERVICE: None})

    # ── The conversation ─────────────────────────────────────────────────────────────────────

    async def _find_or_open(self, call: Call, language: str) -> At:
        sender = call.sender_id or ""
        found = await self._site.store.read(lambda connection: self._find(connection, sender))
        if found is not None:
            return found
        try:
            opened = await self._site.open_conversation(
                channel=_CHANNEL, language=language, account=sender
            )
        except NotSavedError:
            # Another process may have opened it meanwhile: the database keeps it to one.
            found = await self._site.store.read(lambda connection: self._find(connection, sender))
            if found is None:
                raise
            return found
        return At(opened.conversation_id, is_filling=False, greeting=opened.answers[:1])

    def _find(self, connection: Connection, sender: str) -> At | None:
        conversation_id = conversations.of_account(
            self._site.assembly, connection, channel=_CHANNEL, account=sender
        )
        if conversation_id is None:
            return None
        rows = conversation_rows.c
        draft = connection.execute(select(rows.draft_id).where(rows.id == conversation_id)).scalar()
        return At(conversation_id, is_filling=draft is not None)

    async def _to_tell(self, call: Call, at: At, result: TurnResult) -> tuple[Message, ...]:
        """The turn's answers, and before them what was said since Rasa last asked."""
        seen = call.seen
        if at.greeting:
            return at.greeting + result.answers
        if seen is None or not result.messages:
            return result.answers
        first, last = result.messages[0].number, result.messages[-1].number
        if first == seen + 1:
            return result.answers
        stored = await self._site.store.read(
            lambda connection: conversations.said_after(
                self._site.assembly, connection, at.conversation_id, seen
            )
        )
        told = tuple(m for m in stored if m.number <= last and m.sender != "person")
        return told or result.answers

    # ── What was meant ───────────────────────────────────────────────────────────────────────

    def _hear_turn(self, call: Call, at: At) -> Said:
        if call.by_button and call.intent == CHOICE:
            return Said(choice=call.entity("choice"), about=call.entity("about"))
        if call.intent == GREET and not at.is_filling:
            return Said(choice="menu")
        phrase = _phrase_of(call.intent)
        if phrase and (call.by_button or self._is_told_by_intent_only(call, at)):
            return Said(text=phrase)
        return Said(text=call.text)

    def _hear_list(self, call: Call, at: At) -> Said:
        return self._unless_answering(call, at, Said(choice="menu"))

    def _hear_status(self, call: Call, at: At) -> Said:
        return self._unless_answering(call, at, Said(choice="status"))

    def _hear_sign_link(self, call: Call, at: At) -> Said:
        # With a draft at hand the last message, which then carries the link, is repeated.
        wish = Said(text="upprepa") if at.is_filling else Said(choice="status")
        return self._unless_answering(call, at, wish)

    def _hear_start(self, call: Call, at: At) -> Said:
        world = self._site.assembly.world()
        named = call.entity(SERVICE)
        service = _service_of(world, named or call.intent)
        if service is None and not named:
            service = _service_of(world, str(call.slots.get(SERVICE) or ""))
        if service is None:
            return Said(text=named if named and call.by_button else call.text)
        wish = Said(choice=f"service:{service}")
        if call.by_button or named:
            return self._unless_answering(call, at, wish)
        # Guessed from words: only where our own search sees the same, else it asks.
        seen = {match.service for match in world.finder.decide(call.text).matches}
        return self._unless_answering(call, at, wish) if service in seen else Said(text=call.text)

    def _unless_answering(self, call: Call, at: At, wish: Said) -> Said:
        return wish if call.by_button or not at.is_filling else Said(text=call.text)

    def _is_told_by_intent_only(self, call: Call, at: At) -> bool:
        """Rasa saw a command in words that mean nothing to us, and they answer no question."""
        intent = call.latest_message.intent
        if at.is_filling or intent is None or intent.confidence < _SURE:
            return False
        if recognise(call.text, call.language) is not None:
            return False
        world = self._site.assembly.world()
        finders = (finder for finder in (world.finder, world.guide) if finder is not None)
        return all(each.decide(call.text).kind is Sureness.NOTHING for each in finders)


def _phrase_of(intent: str) -> str | None:
    """The first way to say the command that an intent stands for."""
    name = intent.removeprefix(COMMAND)
    if name == intent or name not in {command.value for command in Command}:
        return None
    return SAID[Command(name)].split("|")[0]


def _service_of(world: World, named: str) -> str | None:
    """The service that an id or an intent names."""
    if named in world.services:
        return named
    if not named.startswith(START):
        return None
    return next((each for each in world.services if intent_of(each) == named), None)
