"""What a person wants to be told and where: reminders of drafts, and the way of news about cases.

Kept for the logged-in person, else for the conversation. The address is sealed like all else.
"""

from typing import Literal

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from actions.assembly import Assembly
from actions.store.tables import preferences as rows
from dialogs.conversation import Conversation

_FIELD = "details"


class Preferences(msgspec.Struct, frozen=True, omit_defaults=True):
    reminders: bool = True
    #: None: nothing was chosen.
    way: Literal["chat", "sms", "email"] | None = None
    #: The number or address of `way`.
    to: str = ""

    @property
    def phone(self) -> str | None:
        return self.to if self.way == "sms" else None

    @property
    def email(self) -> str | None:
        return self.to if self.way == "email" else None


def of_person(person_mac: str) -> str:
    """Under what the wishes of a person are kept."""
    return f"person:{person_mac}"


def of_conversation(conversation_id: str) -> str:
    """Under what the wishes are kept of whoever talks there without a login."""
    return f"conversation:{conversation_id}"


def owner_of(assembly: Assembly, conversation: Conversation) -> str:
    person = conversation.person
    if person is None:
        return of_conversation(conversation.id)
    return of_person(assembly.keyring.mac("person", person.personnummer))


def load(assembly: Assembly, connection: Connection, owner: str) -> Preferences | None:
    """None when nothing was wished."""
    row = connection.execute(select(rows).where(rows.c.owner == owner)).one_or_none()
    if row is None:
        return None
    key = assembly.keyring.row_key(row.owner, row.key)
    return msgspec.json.decode(key.open(row.details, _FIELD), type=Preferences)


def change(assembly: Assembly, connection: Connection, owner: str, **changes: object) -> None:
    """Stores what is wished from now on, besides what was wished before."""
    known = load(assembly, connection, owner)
    wished = msgspec.structs.replace(known or Preferences(), **changes)
    now = assembly.now()
    if known is None:
        key = assembly.keyring.new_row_key(owner)
        sealed = key.seal(msgspec.json.encode(wished), _FIELD)
        connection.execute(
            insert(rows).values(owner=owner, key=key.wrapped, details=sealed, changed_at=now)
        )
        return
    wrapped = connection.execute(select(rows.c.key).where(rows.c.owner == owner)).scalar_one()
    sealed = assembly.keyring.row_key(owner, wrapped).seal(msgspec.json.encode(wished), _FIELD)
    connection.execute(
        update(rows).where(rows.c.owner == owner).values(details=sealed, changed_at=now)
    )


def forget(connection: Connection, *owners: str) -> None:
    connection.execute(delete(rows).where(rows.c.owner.in_(owners)))
