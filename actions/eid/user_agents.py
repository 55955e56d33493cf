"""What a browser's name says about the way to an e-ID app and back.

Only a convenience: whoever lies about it gets another button, and no rights.
"""

_MOBILE = ("Mobile", "Android", "iPhone", "iPad")
#: Browsers of iOS to which an https address does not lead back; the app can only bring them to the
#: front (github ActiveLogin/ActiveLogin.Authentication, BankIdLauncher).
_SCHEMES = {"CriOS": "googlechromes://", "FxiOS": "firefox://"}


def is_mobile(user_agent: str) -> bool:
    return any(word in user_agent for word in _MOBILE)


def return_address(url: str, user_agent: str) -> str:
    """Where the app leads back to in this browser."""
    return next((scheme for name, scheme in _SCHEMES.items() if name in user_agent), url)
