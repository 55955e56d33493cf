"""Why an e-ID's answer proves nothing."""


class EvidenceError(Exception):
    """The evidence is not what it should be. The text is for engineers and holds no personal data."""
