"""What a browser's name says about the way to an e-ID app and back.

Only a convenience: whoever lies about it gets another button, and no rights.
"""

import re

_MOBILE = ("Mobile", "Android", "iPhone", "iPad")
_IOS = ("iPhone", "iPad", "iPod")
#: Browsers of iOS to which an https address does not lead back; the app can only bring them to the
#: front (github ActiveLogin/ActiveLogin.Authentication, BankIdLauncher).
_SCHEMES = {"CriOS": "googlechromes://", "FxiOS": "firefox://"}
#: Browsers that people have beside their device's own. An https address leads from the app to the
#: device's own browser, which does not hold the order.
_BESIDE = re.compile(r"EdgiOS|OPiOS|OPT/|OPR/|EdgA/|Firefox/|DuckDuckGo|Ddg/|Focus/|Klar/|Vivaldi")
#: A page within another app: Android says so; on iOS the browser's own name is missing; some add theirs.
_IN_APP = re.compile(
    r"; wv\)|FBA[NV]|Instagram|\bLine/|MicroMessenger|Telegram|Snapchat|LinkedInApp"
)


def is_mobile(user_agent: str) -> bool:
    return any(word in user_agent for word in _MOBILE)


def is_in_app(user_agent: str) -> bool:
    """The page is shown within another app, such as a chat, which may not let an e-ID app be opened."""
    if _IN_APP.search(user_agent):
        return True
    return _is_ios(user_agent) and "AppleWebKit" in user_agent and "Safari/" not in user_agent


def takes_app_links(user_agent: str) -> bool:
    """An https address of an app's own opens the app: in Safari, and in Chrome and Edge on Android."""
    if is_in_app(user_agent):
        return False
    if _is_ios(user_agent):
        return "Version/" in user_agent and not _is_beside(user_agent)
    is_other = re.search(r"Firefox/|OPR/|SamsungBrowser|DuckDuckGo|Ddg/|Vivaldi", user_agent)
    return "Android" in user_agent and "Chrome/" in user_agent and not is_other


def return_address(url: str, user_agent: str) -> str:
    """Where the app leads back to in this browser; "" when it should only get out of the way."""
    for name, scheme in _SCHEMES.items():
        if name in user_agent:
            return scheme
    if is_in_app(user_agent) or (is_mobile(user_agent) and _is_beside(user_agent)):
        return ""
    return url


def leads_back(address: str) -> bool:
    """Whether a `return_address` is ours, and not what only brings the browser to the front."""
    return address.startswith("http")


def _is_ios(user_agent: str) -> bool:
    return any(word in user_agent for word in _IOS)


def _is_beside(user_agent: str) -> bool:
    return any(name in user_agent for name in _SCHEMES) or _BESIDE.search(user_agent) is not None
