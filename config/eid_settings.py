"""Settings of the e-ID providers: where they are, and what proves who is who."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from config.reading import SettingsError, address, file, is_web, words

EID_PROVIDERS = ("demo", "bankid", "freja", "oidc")
_BANKID_URL = "https://appapi2.bankid.com/rp/v6.0"
_FREJA_URL = "https://services.prod.frejaeid.com"
#: Freja's names of what a municipality may accept. LOA1 and LOA2 are no Swedish e-ID for that.
_FREJA_LOA = ("LOA3", "LOA3_NR")


class TlsClient(msgspec.Struct, frozen=True, kw_only=True):
    """Mutual TLS: what we show, and whom we trust. All files are PEM."""

    url: str
    client_cert: Path
    client_key: Path
    #: The authorities of the remote server's certificate, and no others.
    ca: Path


class BankidSettings(TlsClient, frozen=True, kw_only=True):
    """The relying-party API v6.0."""

    #: The roots of people's BankIDs; test and production have different ones.
    signature_ca: Path


class FrejaSettings(TlsClient, frozen=True, kw_only=True):
    """The REST API for relying parties."""

    #: The certificates with which Freja signs its answers.
    jws_cert: Path
    #: The roots of people's own signing keys; None: only Freja's signature is verified.
    signature_ca: Path | None
    #: The levels of assurance that are good enough.
    loa: tuple[str, ...]
    #: The longest text that the app can show to who signs, in bytes of UTF-8.
    text_bytes: int


class OidcSettings(msgspec.Struct, frozen=True, kw_only=True):
    """An OpenID provider, or a broker of several e-IDs."""

    issuer: str
    client_id: str
    client_secret: str | None
    #: PEM: for private_key_jwt and signed request objects.
    client_key: Path | None
    #: As people know it, e.g. "e-legitimation".
    label: str
    #: The levels of assurance (`acr`) that are good enough; empty: whatever the provider says.
    acr: tuple[str, ...]
    #: What is asked for besides what the provider's description shows that it knows.
    scopes: tuple[str, ...]
    #: The claims that may hold twelve digits, in the order of preference.
    personnummer_claims: tuple[str, ...]
    #: The roots of BankID signatures that the provider passes on; None: it is for logging in only.
    signature_ca: Path | None


class EidSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which providers there are, in the order in which they are offered."""

    providers: tuple[str, ...] = ("demo",)
    bankid: BankidSettings | None = None
    freja: FrejaSettings | None = None
    oidc: OidcSettings | None = None

    @property
    def can_sign(self) -> bool:
        """Whether people can sign with any of them, as far as the settings tell."""
        oidc = self.oidc
        passes_on = oidc is not None and None not in (oidc.client_key, oidc.signature_ca)
        return passes_on or any(name != "oidc" for name in self.providers)

    def signature_roots(self) -> dict[str, Path]:
        """By provider, the certificates whose signatures are trusted: roots, or Freja's own."""
        roots = {
            "bankid": self.bankid.signature_ca if self.bankid else None,
            "freja": self.freja.jws_cert if self.freja else None,
            "oidc": self.oidc.signature_ca if self.oidc else None,
        }
        return {name: path for name, path in roots.items() if path is not None}


def read_eid(given: Mapping[str, str], *, production: bool) -> EidSettings:
    """Raises SettingsError."""
    default = "" if production else "demo"
    providers = words(given.get("ARENDEBOT_EID", default))
    expected = ", ".join(EID_PROVIDERS)
    if not providers:
        raise SettingsError(
            f"ARENDEBOT_EID: missing. Expected one or more of {expected}, comma-separated."
        )
    for each in providers:
        if each not in EID_PROVIDERS:
            raise SettingsError(
                f"ARENDEBOT_EID: {each!r} is no provider of this version. Expected of: {expected}."
            )
    if production and "demo" in providers:
        raise SettingsError(
            "ARENDEBOT_EID: production refuses the demo e-ID, with which anybody could log in as "
            "anybody. Expected a real provider."
        )
    return EidSettings(
        providers=providers,
        bankid=_bankid(given) if "bankid" in providers else None,
        freja=_freja(given) if "freja" in providers else None,
        oidc=_oidc(given, production=production) if "oidc" in providers else None,
    )


def _bankid(given: Mapping[str, str]) -> BankidSettings:
    ca = _needed_file(given, "BANKID_CA", "bankid")
    return BankidSettings(
        url=_https(given, "BANKID_URL", _BANKID_URL),
        client_cert=_needed_file(given, "BANKID_CLIENT_CERT", "bankid"),
        client_key=_needed_file(given, "BANKID_CLIENT_KEY", "bankid"),
        ca=ca,
        signature_ca=file(given, "BANKID_SIGNATURE_CA", ca),
    )


def _freja(given: Mapping[str, str]) -> FrejaSettings:
    return FrejaSettings(
        url=_https(given, "FREJA_URL", _FREJA_URL),
        client_cert=_needed_file(given, "FREJA_CLIENT_CERT", "freja"),
        client_key=_needed_file(given, "FREJA_CLIENT_KEY", "freja"),
        ca=_needed_file(given, "FREJA_CA", "freja"),
        jws_cert=_needed_file(given, "FREJA_JWS_CERT", "freja"),
        signature_ca=_optional_file(given, "FREJA_SIGNATURE_CA"),
        loa=_freja_levels(given),
        text_bytes=_freja_text_bytes(given),
    )


def _freja_levels(given: Mapping[str, str]) -> tuple[str, ...]:
    levels = words(given.get("FREJA_LOA", "LOA3"))
    if not levels or not set(levels) <= set(_FREJA_LOA):
        expected = ", ".join(_FREJA_LOA)
        raise SettingsError(f"FREJA_LOA: expected one or more of {expected}, comma-separated.")
    return levels


def _freja_text_bytes(given: Mapping[str, str]) -> int:
    text = given.get("FREJA_TEXT_BYTES", "4096")
    if not (text.isascii() and text.isdigit() and 1_000 <= int(text[:6]) <= 30_000):
        raise SettingsError("FREJA_TEXT_BYTES: expected a number from 1000 to 30000.")
    return int(text)


def _oidc(given: Mapping[str, str], *, production: bool) -> OidcSettings:
    issuer = _needed(given, "OIDC_ISSUER", "oidc")
    if not is_web(issuer):
        raise SettingsError(
            f"OIDC_ISSUER: {issuer!r} is not an address. Expected e.g. https://login.example.se."
        )
    if production and not issuer.startswith("https://"):
        raise SettingsError("OIDC_ISSUER: production needs an https address.")
    acr = words(given.get("OIDC_ACR", ""))
    if production and not acr:
        raise SettingsError(
            "OIDC_ACR: missing. Production must demand a level of assurance. Expected e.g. "
            "http://id.elegnamnden.se/loa/1.0/loa3."
        )
    key = _optional_file(given, "OIDC_CLIENT_KEY")
    secret = given.get("OIDC_CLIENT_SECRET")
    if key is None and secret is None:
        raise SettingsError("OIDC_CLIENT_SECRET: missing. ARENDEBOT_EID=oidc needs it.")
    return OidcSettings(
        issuer=issuer,
        client_id=_needed(given, "OIDC_CLIENT_ID", "oidc"),
        client_secret=secret,
        client_key=key,
        label=given.get("OIDC_LABEL", "e-legitimation"),
        acr=acr,
        scopes=words(given.get("OIDC_SCOPE", "").replace(" ", ",")),
        personnummer_claims=words(
            given.get(
                "OIDC_PERSONNUMMER_CLAIM",
                "https://id.oidc.se/claim/personalIdentityNumber,"
                "https://id.oidc.se/claim/coordinationNumber",
            )
        ),
        signature_ca=_optional_file(given, "OIDC_SIGNATURE_CA"),
    )


def _https(given: Mapping[str, str], name: str, default: str) -> str:
    url = address(given, name, default)
    if not url.startswith("https://"):
        raise SettingsError(f"{name}: mutual TLS needs an https address. Expected e.g. {default}.")
    return url


def _needed(given: Mapping[str, str], name: str, provider: str) -> str:
    if name not in given:
        raise SettingsError(f"{name}: missing. ARENDEBOT_EID={provider} needs it.")
    return given[name]


def _needed_file(given: Mapping[str, str], name: str, provider: str) -> Path:
    return file(given, name, Path(_needed(given, name, provider)))


def _optional_file(given: Mapping[str, str], name: str) -> Path | None:
    return file(given, name, Path(given[name])) if name in given else None
