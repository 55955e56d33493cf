"""What the Swedish specifications call things (https://www.oidc.se/specifications)."""

_CLAIM = "https://id.oidc.se/claim/"
_SCOPE = "https://id.oidc.se/scope/"
_PARAMETER = "https://id.oidc.se/param/"
_DISCOVERY = "https://id.oidc.se/disco/"

PERSONNUMMER = f"{_CLAIM}personalIdentityNumber"
COORDINATION_NUMBER = f"{_CLAIM}coordinationNumber"
#: How surely the person with a coordination number is known: "confirmed", "probable" or "uncertain".
COORDINATION_LEVEL = f"{_CLAIM}coordinationNumberLevel"
#: A BankID signature, and the OCSP answer about it (claim mappings, §2 BankID).
USER_SIGNATURE = f"{_CLAIM}userSignature"
EVIDENCE = f"{_CLAIM}authnEvidence"

PERSON_INFO = f"{_SCOPE}naturalPersonInfo"
PERSON_NUMBER = f"{_SCOPE}naturalPersonNumber"
SIGN = f"{_SCOPE}sign"

USER_MESSAGE = f"{_PARAMETER}userMessage"
SIGN_REQUEST = f"{_PARAMETER}signRequest"

USER_MESSAGE_SUPPORTED = f"{_DISCOVERY}userMessageSupported"
USER_MESSAGE_TYPES = f"{_DISCOVERY}userMessageSupportedMimeTypes"
