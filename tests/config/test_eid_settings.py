"""Settings of the e-ID providers: what is missing or forbidden stops the start with one line (A9)."""

from pathlib import Path

import pytest

from config.eid_settings import read_eid
from config.reading import SettingsError
from config.settings import read_settings

FILE = str(Path(__file__))
BANKID = {
    "ARENDEBOT_EID": "bankid",
    "BANKID_CLIENT_CERT": FILE,
    "BANKID_CLIENT_KEY": FILE,
    "BANKID_CA": FILE,
}
FREJA = {
    "ARENDEBOT_EID": "freja",
    "FREJA_CLIENT_CERT": FILE,
    "FREJA_CLIENT_KEY": FILE,
    "FREJA_CA": FILE,
    "FREJA_JWS_CERT": FILE,
}
OIDC = {
    "ARENDEBOT_EID": "oidc",
    "OIDC_ISSUER": "https://login.example.se",
    "OIDC_CLIENT_ID": "kramfors",
    "OIDC_CLIENT_SECRET": "s" * 40,
    "OIDC_ACR": "http://id.elegnamnden.se/loa/1.0/loa3",
}


@pytest.mark.parametrize("given", [BANKID, FREJA, OIDC])
def test_what_is_whole_is_taken_in_production(given: dict[str, str]) -> None:
    assert read_eid(given, production=True).providers == (given["ARENDEBOT_EID"],)


def test_several_are_offered_in_the_order_given() -> None:
    given = {**OIDC, **BANKID, "ARENDEBOT_EID": "oidc, bankid"}
    assert read_eid(given, production=True).providers == ("oidc", "bankid")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, "ARENDEBOT_EID"),
        ({"ARENDEBOT_EID": "demo"}, "ARENDEBOT_EID"),
        ({**BANKID, "ARENDEBOT_EID": "bankid,demo"}, "ARENDEBOT_EID"),
        ({"ARENDEBOT_EID": "mobilt"}, "ARENDEBOT_EID"),
        ({**BANKID, "BANKID_URL": "http://appapi2.bankid.com"}, "BANKID_URL"),
        ({**BANKID, "BANKID_CA": "/no/such/file"}, "BANKID_CA"),
        ({**FREJA, "FREJA_URL": "http://freja.example"}, "FREJA_URL"),
        ({**FREJA, "FREJA_SIGNATURE_CA": "/no/such/file"}, "FREJA_SIGNATURE_CA"),
        ({**FREJA, "FREJA_LOA": "LOA2"}, "FREJA_LOA"),
        ({**FREJA, "FREJA_LOA": ","}, "FREJA_LOA"),
        ({**FREJA, "FREJA_TEXT_BYTES": "många"}, "FREJA_TEXT_BYTES"),
        ({**FREJA, "FREJA_TEXT_BYTES": "999"}, "FREJA_TEXT_BYTES"),
        ({**FREJA, "FREJA_TEXT_BYTES": "9" * 5000}, "FREJA_TEXT_BYTES"),
        ({**OIDC, "OIDC_ISSUER": "http://login.example.se"}, "OIDC_ISSUER"),
        ({**OIDC, "OIDC_ISSUER": "login"}, "OIDC_ISSUER"),
        *[
            ({name: value for name, value in whole.items() if name != missing}, missing)
            for whole in (BANKID, FREJA, OIDC)
            for missing in whole
            if missing != "ARENDEBOT_EID"
        ],
    ],
)
def test_what_is_missing_or_forbidden_is_named_in_one_line(
    given: dict[str, str], name: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        read_eid(given, production=True)
    line = str(refused.value)
    assert line.startswith(name)
    assert "\n" not in line
    assert len(line) < 250


def test_a_certificate_that_is_none_stops_the_start(tmp_path: Path) -> None:
    from bot.app import build_site

    settings = read_settings({**BANKID, "VAR_DIR": str(tmp_path)})
    with pytest.raises(SettingsError, match="BANKID_CA: not a PEM file"):
        build_site(settings)


@pytest.mark.parametrize(
    ("given", "can_sign"),
    [
        (BANKID, True),
        (FREJA, True),
        (OIDC, False),
        ({**OIDC, "ARENDEBOT_EID": "oidc,demo"}, True),
        ({**OIDC, "OIDC_CLIENT_KEY": FILE}, False),
        ({**OIDC, "OIDC_CLIENT_KEY": FILE, "OIDC_SIGNATURE_CA": FILE}, True),
    ],
)
def test_it_is_known_whether_anybody_can_sign(given: dict[str, str], *, can_sign: bool) -> None:
    assert read_eid(given, production=False).can_sign is can_sign
