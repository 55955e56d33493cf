"""Why an answer of an OpenID provider does not count."""

from actions.eid.port import Failed


class NotAcceptedError(Exception):
    """`reason` as in Failed. The text is for engineers and holds nothing of what was answered."""

    def __init__(self, text: str, *, reason: str = "unverified") -> None:
        super().__init__(text)
        self.reason = reason

    @property
    def outcome(self) -> Failed:
        return Failed(self.reason)
