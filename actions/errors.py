"""What can go wrong, by what the caller can do about it.

ArendebotError
├── NotFoundError      it does not exist, or is not this actor's: the two look the same (B1)
├── ConflictError      the same message id was used for something else
├── RefusedError       a rule says no; `reason` names the text to show
└── NotSavedError      nothing was saved; trying again later can help
"""


class ArendebotError(Exception):
    """Base of all errors that a channel must turn into an answer."""


class NotFoundError(ArendebotError):
    """No such object for this actor."""


class ConflictError(ArendebotError):
    """A message id was sent again with other content."""


class RefusedError(ArendebotError):
    """A rule says no. `reason` is a text key below `refused.`"""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotSavedError(ArendebotError):
    """The database or the disk did not take it. Nothing is half-done."""
