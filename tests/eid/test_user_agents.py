"""Which way leads to an e-ID app and back, in the browsers that people have.

Names of browsers as they give them, shortened; the ways as BankID's guidelines and
github ActiveLogin/ActiveLogin.Authentication (BankIdLauncher) have them.
"""

import pytest

from actions.eid.user_agents import is_in_app, is_mobile, return_address, takes_app_links

BACK = "https://e.kramfors.se/legitimering/app/nonce"
_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
_ANDROID = "Mozilla/5.0 (Linux; Android 15; SM-A156B) AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "by_link", "back"),
    [
        (f"{_IPHONE} Version/18.1 Mobile/15E148 Safari/604.1", True, BACK),
        (f"{_IPHONE} CriOS/131.0 Mobile/15E148 Safari/604.1", False, "googlechromes://"),
        (f"{_IPHONE} FxiOS/132.0 Mobile/15E148 Safari/605.1.15", False, "firefox://"),
        (f"{_IPHONE} Version/18.0 EdgiOS/131.0 Mobile/15E148 Safari/605.1.15", False, ""),
        (f"{_IPHONE} Version/18.1 Mobile/15E148 Safari/604.1 OPT/5.2", False, ""),
        (f"{_IPHONE} Version/18.1 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15", False, ""),
        (f"{_ANDROID} Chrome/131.0.0.0 Mobile Safari/537.36", True, BACK),
        (f"{_ANDROID} Chrome/131.0.0.0 Mobile Safari/537.36 EdgA/131.0", True, ""),
        (f"{_ANDROID} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36", False, BACK),
        (f"{_ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36 OPR/86.0", False, ""),
        ("Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", False, ""),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", False, BACK),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36", False, BACK),
        ("", False, BACK),
    ],
)
def test_the_way_to_the_app_and_back(agent: str, by_link: bool, back: str) -> None:
    assert takes_app_links(agent) is by_link
    assert return_address(BACK, agent) == back
    assert not is_in_app(agent)


@pytest.mark.parametrize(
    "agent",
    [
        f"{_IPHONE} Mobile/15E148",
        f"{_IPHONE} Mobile/15E148 Instagram 350.0 (iPhone15,2; iOS 18_1)",
        f"{_IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]",
        "Mozilla/5.0 (Linux; Android 15; SM-A156B Build/AP3A; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36",
        f"{_ANDROID} Version/4.0 Chrome/131.0 Mobile Safari/537.36 Telegram-Android/11.4 (Samsung A15)",
    ],
)
def test_a_page_within_another_app_waits_for_who_comes_back_to_it(agent: str) -> None:
    assert is_in_app(agent)
    assert is_mobile(agent)
    assert not takes_app_links(agent)
    assert return_address(BACK, agent) == ""
