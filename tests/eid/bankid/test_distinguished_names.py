"""The relying party's name in a signature, as programs write it."""

import pytest

from actions.eid.bankid.distinguished_names import attributes, normal

SUBJECT = normal(
    [
        ("2.5.4.6", "SE"),
        ("2.5.4.10", "Bank Ö (publ)"),
        ("2.5.4.5", "212000"),
        ("2.5.4.41", "Test + prov"),
        ("2.5.4.3", "Kramfors, Ärendebot"),
    ]
)
#: "Test + prov" and "212000" as the bytes of their encodings.
NAME, NUMBER = "#0c0b54657374202b2070726f76", "#1306323132303030"


@pytest.mark.parametrize(
    "name",
    [
        # BankID, with and without the comma escaped
        r"cn=Kramfors\, Ärendebot,name=Test + prov,serialNumber=212000,o=Bank Ö (publ),c=SE",
        "cn=Kramfors, Ärendebot,name=Test + prov,serialNumber=212000,o=Bank Ö (publ),c=SE",
        # Python's cryptography (RFC 4514)
        r"CN=Kramfors\, Ärendebot,2.5.4.41=Test \+ prov,2.5.4.5=212000,O=Bank Ö (publ),C=SE",
        # Java: toString, RFC 2253 and its canonical form
        'CN="Kramfors, Ärendebot", OID.2.5.4.41=Test + prov, SERIALNUMBER=212000, O=Bank Ö (publ), C=SE',
        rf"CN=Kramfors\, Ärendebot,2.5.4.41={NAME},2.5.4.5={NUMBER},O=Bank Ö (publ),C=SE",
        rf"cn=kramfors\, ärendebot,2.5.4.41={NAME},2.5.4.5={NUMBER},o=bank ö (publ),c=se",
        # OpenSSL: one line, 3.0 and RFC 2253
        r"/C=SE/O=Bank \xC3\x96 (publ)/serialNumber=212000/name=Test + prov/CN=Kramfors, \xC3\x84rendebot",
        r"C = SE, O = Bank \C3\96 (publ), serialNumber = 212000, name = Test + prov, "
        r'CN = "Kramfors, \C3\84rendebot"',
        r"CN=Kramfors\, \C3\84rendebot,name=Test \+ prov,serialNumber=212000,O=Bank \C3\96 (publ),C=SE",
        # Go, which sorts; Python's ssl; Node
        rf"SERIALNUMBER=212000,CN=Kramfors\, Ärendebot,O=Bank Ö (publ),C=SE,2.5.4.41={NAME}",
        "countryName=SE, organizationName=Bank Ö (publ), serialNumber=212000, name=Test + prov, "
        "commonName=Kramfors, Ärendebot",
        "C=SE\nO=Bank Ö (publ)\nserialNumber=212000\nname=Test + prov\nCN=Kramfors, Ärendebot",
    ],
)
def test_every_notation_means_the_same(name: str) -> None:
    assert attributes(name) == SUBJECT


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Kramfors, Ärendebot",
        "cn=Kramfors, Ärendebot",
        "cn=Kramfors,name=Test + prov,serialNumber=212000,o=Bank Ö (publ),c=SE",
        # an escaped or quoted comma ends no value
        r"cn=Kramfors\, Ärendebot\,name=Test + prov,serialNumber=212000,o=Bank Ö (publ),c=SE",
        'cn="Kramfors, Ärendebot,name=Test + prov",serialNumber=212000,o=Bank Ö (publ),c=SE',
        "cn=#ff,name=#0c,serialNumber=212000,o=Bank Ö (publ),c=SE",
    ],
)
def test_another_name_is_another_service(name: str) -> None:
    assert attributes(name) != SUBJECT
