"""One update's effect: everything that it leads to, in the transaction that marks it as handled."""

import re
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from actions import conversations, inbox, outbox
from actions.inbox import Claimed
from actions.store.tables import conversations as conversation_rows
from actions.turn import TurnRequest, TurnResult, run_turn
from actions.uploads import Upload
from bot.site import Site
from bot.telegram.tapping import Buttons, meaning, number_of
from bot.telegram.updates import Attached, Foreign, Heard, Nothing, Started, Tapped, Voiced
from dialogs.command_words import fold
from dialogs.events import Event, Notified, Opened, Said, Spoke
from dialogs.messages import Message
from dialogs.texts import SWEDISH

CHANNEL: Final = "telegram"
#: The code that the browser shows after a login, carried by a link that opens the person's app.
_CODE: Final = re.compile("[0-9]{6}")
#: What the transcript says in place of a sensitive answer.
_HIDDEN: Final = "•••"
#: The greeting is answer enough to these.
_GREETINGS: Final = frozenset(
    ["hej", "hejsan", "hejhej", "tjena", "tja", "hallå", "goddag", "hello", "hi", "hey", "start"]
) | {"hej hej", "god dag", "god morgon", "good morning"}


class Afterwards(msgspec.Struct, frozen=True):
    """What Telegram should be asked for once the effect is stored. Nothing depends on it."""

    #: A message of the person's to take away, since it holds a sensitive answer (threat B7).
    delete: int | None = None
    buttons: Buttons | None = None


class Content(msgspec.Struct, frozen=True):
    """A fetched file, or the key of the text that says why there is none."""

    upload: Upload | None = None
    refusal: str | None = None


def carry_out(
    site: Site,
    connection: Connection,
    claimed: Claimed,
    heard: Heard,
    fetched: Content | Spoke | None,
) -> Afterwards | None:
    """None when the update is not the account's next any more: then nothing has happened."""
    if not inbox.is_next(connection, claimed):
        return None
    afterwards = _Hearing(site, connection, claimed, heard).hear(fetched)
    inbox.finish(connection, claimed, now=site.assembly.now())
    return afterwards


def give_up(site: Site, connection: Connection, claimed: Claimed, heard: Heard | None) -> bool:
    """Puts the update aside and says so to the person. False when it is not the next any more."""
    if not inbox.is_next(connection, claimed):
        return False
    inbox.quarantine(connection, claimed, now=site.assembly.now())
    if heard is not None and heard.chat_id > 0:
        reference = f"T{claimed.update_id}"
        tell_directly(
            site,
            connection,
            heard,
            text="telegram.sorry",
            intent=f"{CHANNEL}:sorry:{claimed.bot}:{claimed.update_id}",
            params={"reference": reference},
        )
    return True


def tell_directly(
    site: Site,
    connection: Connection,
    heard: Heard,
    *,
    text: str,
    intent: str,
    params: dict[str, str] | None = None,
) -> None:
    """A text outside any conversation, once for each `intent`."""
    outbox.put(
        connection,
        site.assembly.keyring,
        intent=intent,
        channel=CHANNEL,
        payload={
            "chat": str(heard.chat_id),
            "text": text,
            "params": params or {},
            "language": heard.language[:2].lower() or SWEDISH,
        },
        now=site.assembly.now(),
    )


class _Hearing:
    """The working state of one update."""

    def __init__(self, site: Site, connection: Connection, claimed: Claimed, heard: Heard) -> None:
        self.site = site
        self.assembly = site.assembly
        self.connection = connection
        self.claimed = claimed
        self.heard = heard

    def hear(self, fetched: Content | Spoke | None) -> Afterwards:
        match self.heard.what:
            case Nothing():
                return Afterwards()
            case Foreign():
                intent = f"{CHANNEL}:group:{self.claimed.account_mac}"
                tell_directly(
                    self.site, self.connection, self.heard, text="telegram.group", intent=intent
                )
                return Afterwards()
            case Started(payload=payload):
                return self._start(payload)
            case Tapped() as tapped:
                return self._tap(tapped)
            case Attached() as attached:
                content = fetched if isinstance(fetched, Content) else Content()
                return self._attach(attached, content)
            case Voiced():
                return self._speak(fetched if isinstance(fetched, Spoke) else Spoke(why="failed"))
            case Said() as said:
                return self._say(said)
            case Notified() as notified:
                self._turn(self._conversation()[0], notified)
                return Afterwards()

    def _start(self, payload: str | None) -> Afterwards:
        if payload is not None and _CODE.fullmatch(payload):
            self._turn(self._conversation()[0], Said(text=payload))
            return Afterwards()
        conversation_id, is_new = self._conversation(service=payload)
        if is_new:
            return Afterwards()
        if payload is None and self._is_filling_in(conversation_id):
            # "Start" in the middle of something: say again where we are, and change nothing.
            self._turn(conversation_id, Said(text="upprepa"))
        else:
            self._turn(conversation_id, Opened(service=payload))
        return Afterwards()

    def _say(self, said: Said) -> Afterwards:
        conversation_id, is_new = self._conversation()
        if is_new and (not said.text or fold(said.text) in _GREETINGS):
            return Afterwards()
        result = self._turn(conversation_id, said)
        return Afterwards(delete=self._if_hidden(result))

    def _speak(self, spoke: Spoke) -> Afterwards:
        result = self._turn(self._conversation()[0], spoke)
        return Afterwards(delete=self._if_hidden(result))

    def _if_hidden(self, result: TurnResult) -> int | None:
        """The person's message, when its answer is too sensitive to stay in the app."""
        hidden = any(each.sender == "person" and each.text == _HIDDEN for each in result.messages)
        return self.heard.message_id if hidden else None

    def _attach(self, attached: Attached, fetched: Content) -> Afterwards:
        conversation_id, _is_new = self._conversation()
        if fetched.upload is None:
            refusal = fetched.refusal or "telegram.file_failed"
            self._turn(conversation_id, Notified(text=refusal, params={}))
            return Afterwards()
        file = self.site.files.save(
            self.assembly,
            self.connection,
            conversation_id=conversation_id,
            upload=fetched.upload,
        )
        return self._say(Said(text=attached.caption, files=(file,)))

    def _tap(self, tapped: Tapped) -> Afterwards:
        conversation_id, is_new = self._conversation()
        if is_new:
            return Afterwards()
        meant = meaning(tapped, self._messages_from(conversation_id, number_of(tapped)))
        if meant.event is None:
            return Afterwards(buttons=meant.buttons)
        result = self._turn(conversation_id, meant.event)
        is_taken = not any(message.problem for message in result.answers)
        return Afterwards(buttons=meant.buttons if is_taken else None)

    def _messages_from(self, conversation_id: str, number: int | None) -> tuple[Message, ...]:
        if number is None:
            return ()
        return conversations.said_after(self.assembly, self.connection, conversation_id, number - 1)

    def _conversation(self, *, service: str | None = None) -> tuple[str, bool]:
        """The account's conversation, and whether it was opened just now, with its greeting."""
        account = str(self.heard.chat_id)
        known = conversations.of_account(
            self.assembly, self.connection, channel=CHANNEL, account=account
        )
        if known is not None:
            return known, False
        opened = conversations.open_conversation(
            self.assembly,
            self.connection,
            channel=CHANNEL,
            language=self.heard.language[:2].lower() or SWEDISH,
            service=service,
            account=account,
            shown_as=self.heard.name,
        )
        return opened.conversation_id, True

    def _is_filling_in(self, conversation_id: str) -> bool:
        query = select(conversation_rows.c.draft_id).where(
            conversation_rows.c.id == conversation_id
        )
        return self.connection.execute(query).scalar() is not None

    def _turn(self, conversation_id: str, event: Event) -> TurnResult:
        request = TurnRequest(
            conversation_id=conversation_id,
            event=event,
            message_id=f"{CHANNEL}:{self.claimed.update_id}",
        )
        return run_turn(self.assembly, self.connection, request)
