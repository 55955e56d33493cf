"""The statuses of a filing, from draft to closed case, and the only ways between them."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    AWAITING_SIGNATURE = "awaiting_signature"
    AWAITING_PARTIES = "awaiting_parties"
    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    AWAITING_COMPLETION = "awaiting_completion"
    CLOSED = "closed"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


#: The municipality has it (förvaltningslagen 2017:900, 22 §).
RECEIVED_STATUSES = frozenset(
    {Status.RECEIVED, Status.IN_PROGRESS, Status.AWAITING_COMPLETION, Status.CLOSED}
)
#: Frozen and waiting for somebody's signature.
SIGNING_STATUSES = frozenset({Status.AWAITING_SIGNATURE, Status.AWAITING_PARTIES})
#: The filer may still change the answers; a change from a signing status voids the signatures.
EDITABLE_STATUSES = frozenset({Status.DRAFT, *SIGNING_STATUSES, Status.DECLINED, Status.EXPIRED})
#: Nothing more can happen: every ticket of the draft is dead.
TERMINAL_STATUSES = frozenset({Status.CLOSED, Status.WITHDRAWN})
#: What a case officer may set by hand.
OFFICER_STATUSES = (Status.IN_PROGRESS, Status.AWAITING_COMPLETION, Status.CLOSED)

ALLOWED: Mapping[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.AWAITING_SIGNATURE, Status.RECEIVED, Status.WITHDRAWN}),
    Status.AWAITING_SIGNATURE: frozenset(
        {
            Status.DRAFT,
            Status.AWAITING_PARTIES,
            Status.RECEIVED,
            Status.EXPIRED,
            Status.WITHDRAWN,
        }
    ),
    Status.AWAITING_PARTIES: frozenset(
        {Status.DRAFT, Status.RECEIVED, Status.DECLINED, Status.EXPIRED, Status.WITHDRAWN}
    ),
    Status.DECLINED: frozenset({Status.DRAFT, Status.WITHDRAWN}),
    Status.EXPIRED: frozenset({Status.DRAFT, Status.WITHDRAWN}),
    Status.RECEIVED: frozenset({*OFFICER_STATUSES, Status.WITHDRAWN}),
    Status.IN_PROGRESS: frozenset({*OFFICER_STATUSES, Status.WITHDRAWN}) - {Status.IN_PROGRESS},
    Status.AWAITING_COMPLETION: frozenset({*OFFICER_STATUSES, Status.WITHDRAWN})
    - {Status.AWAITING_COMPLETION},
    Status.CLOSED: frozenset({Status.IN_PROGRESS}),
    Status.WITHDRAWN: frozenset(),
}


class StatusError(Exception):
    """A change of status that is not allowed; nothing was changed."""

    def __init__(self, old: Status, new: Status) -> None:
        super().__init__(f"a filing with status {old} cannot become {new}")
        self.old = old
        self.new = new


def check_change(old: Status, new: Status) -> None:
    """Raises StatusError unless a filing may go from `old` to `new`."""
    if new not in ALLOWED[old]:
        raise StatusError(old, new)
