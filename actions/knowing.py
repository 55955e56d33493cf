"""What the engine asks to know in the middle of a turn, looked up for the person of the conversation."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection

from actions import drafts
from actions.assembly import Assembly
from actions.board import board_of, requests_of, with_awaited
from actions.completing import with_asked
from actions.concerning import with_concerned
from actions.drafts import StoredDraft
from actions.statistics import handling_time
from dialogs.conversation import Conversation
from dialogs.engine import Known, NeedsKnown


def learn(
    assembly: Assembly,
    connection: Connection,
    asker: Conversation,
    needs: NeedsKnown,
    known: Known,
    now: datetime,
) -> tuple[Known, dict[str, StoredDraft]]:
    """What is known then, and the drafts that were read for it. Never what is somebody else's."""
    if needs.board_of is not None:
        board = board_of(assembly, connection, needs.board_of, asker.person)
        return msgspec.structs.replace(known, board=board), {}
    if needs.requests:
        requests = requests_of(assembly, connection, asker.person)
        return msgspec.structs.replace(known, requests=requests), {}
    if needs.handling is not None:
        time = handling_time(connection, needs.handling, now=now)
        handling = {**known.handling, needs.handling: time}
        return msgspec.structs.replace(known, handling=handling), {}
    learnt, read = drafts.learn(assembly, connection, asker, needs, known)
    if learnt.filings and asker.person is not None:
        filings = with_asked(assembly, connection, learnt.filings)
        filings = with_awaited(assembly, connection, filings)
        filings = with_concerned(assembly, connection, filings, asker.person)
        learnt = msgspec.structs.replace(learnt, filings=filings)
    return learnt, read
