"""The receipt (kvittens): one accessible, archivable PDF of what was received, from whom and when.

The page itself is `receipt.typ`; `actions.typesetting` sets it. The same content gives the same
bytes: the file's dates are the time of receipt.
"""

import hashlib
import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
import segno
from babel.dates import format_date
from babel.numbers import format_decimal

from actions.typesetting import Attached, typeset
from dialogs.concerning import in_words
from dialogs.conversation import Concerned
from dialogs.texts import Texts, base_of

#: The name of the machine-readable revision inside the PDF.
REVISION_FILE: Final = "revision.json"

_SWEDEN: Final = ZoneInfo("Europe/Stockholm")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LABELS: Final = (
    "receipt", "demo", "demo_explained", "reference", "status", "received", "qr_alt", "next_steps",
    "appeal", "question", "answer", "files", "file", "size", "parties", "name", "personnummer",
    "role", "signed", "unverified", "check", "check_at", "check_sealed", "check_demo", "check_own",
    "hash", "revision", "replaced", "retention", "contact", "concerns",
)  # fmt: skip


class ReceiptRow(msgspec.Struct, frozen=True):
    """A question as it was asked and the answer in full, both in the receipt's language."""

    question: str
    answer: str


class ReceiptSection(msgspec.Struct, frozen=True):
    #: Empty when the questions belong under no heading of their own.
    heading: str
    rows: tuple[ReceiptRow, ...]


class ReceiptParty(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who files or signs, with the name and number that the e-ID verified."""

    name: str
    #: Masked or in full: as this reader may see it.
    personnummer: str
    #: In words, e.g. "vårdnadshavare".
    role: str
    #: None when nobody has signed in this party's name.
    signed_at: datetime | None = None
    #: The e-ID that was used, in words.
    provider: str = ""

    def __post_init__(self) -> None:
        if self.signed_at is not None:
            _check_aware(self.signed_at)


class ReceiptFile(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    #: Bytes.
    size: int
    #: Hexadecimal digest of the bytes.
    sha256: str


class ReceiptContent(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a receipt says, already limited to what its reader may see (threat B5)."""

    language: str
    municipality: str
    #: Address, phone, opening hours …, one line each.
    contact: tuple[str, ...]
    service: str
    reference: str
    #: The status in words.
    status: str
    received_at: datetime
    sections: tuple[ReceiptSection, ...]
    #: SHA-256 of the revision that was sent and signed: 64 hexadecimal digits.
    revision_sha256: str
    next_steps: str
    retention: str
    #: Where the filer sees the case; also in the QR code.
    url: str
    #: Where anybody can check the file's seal.
    check_url: str
    #: Whom it is about, when that is not the filer.
    concerns: Concerned | None = None
    parties: tuple[ReceiptParty, ...] = ()
    files: tuple[ReceiptFile, ...] = ()
    #: What nobody has verified, in whole sentences (threat C4).
    unverified: tuple[str, ...] = ()
    #: How to appeal or withdraw, when there is something to say.
    appeal: str | None = None
    #: Not a real filing: every page says DEMO (threat A9).
    demo: bool = False
    #: The seal will be a demo's, which proves nothing.
    demo_seal: bool = False

    def __post_init__(self) -> None:
        _check_aware(self.received_at)
        if not _SHA256.fullmatch(self.revision_sha256):
            raise ValueError("revision_sha256 must be 64 lower-case hexadecimal digits")


def render_receipt(
    content: ReceiptContent,
    *,
    texts: Texts,
    revision: bytes | None = None,
    archived: Mapping[str, bytes] | None = None,
) -> bytes:
    """The receipt as a PDF, not yet sealed, in some 25 ms.

    `revision` is the canonical JSON (RFC 8785, UTF-8) that was signed. It is embedded as a file, so
    give it only to a reader who may see every answer; without it the checksum is still printed.
    `archived`: more JSON files for the archive, by name, e.g. the evidence of the signatures.

    May be called from any thread; receipts are typeset one at a time.

    Raises ValueError when the revision is not what `content.revision_sha256` says (threat C3).
    """
    if revision is not None and hashlib.sha256(revision).hexdigest() != content.revision_sha256:
        raise ValueError("the revision does not have the checksum that the receipt would print")
    page = _page(content, texts)
    attached = []
    if revision is not None:
        explained = texts.say(content.language, "receipt.revision_explained", file=REVISION_FILE)
        page["labels"]["revision_explained"] = explained
        attached.append(
            Attached(
                name=REVISION_FILE,
                content=revision.decode(),
                description=page["labels"]["revision"],
                relationship="source",
            )
        )
    for name, data in (archived or {}).items():
        description = texts.say(content.language, "receipt.archived", file=name)
        attached.append(
            Attached(name=name, content=data.decode(), description=description, relationship="data")
        )
    return typeset("receipt.typ", page, at=content.received_at, attached=attached)


def _check_aware(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("a moment on a receipt must have a time zone")


# ── The page's data ───────────────────────────────────────────────────────────────────────────


def _page(content: ReceiptContent, texts: Texts) -> dict[str, Any]:
    """What `receipt.typ` reads: sentences, dates and numbers in the reader's language."""
    language = content.language

    def say(key: str, **params: str) -> str:
        return texts.say(language, f"receipt.{key}", **params)

    labels = {key: say(key) for key in _LABELS}
    labels["page"] = say("page", page="%number", pages="%total")
    return {
        "title": say("title", reference=content.reference, service=content.service),
        "description": say("description", municipality=content.municipality),
        "revision_file": REVISION_FILE,
        "labels": labels,
        "language": language,
        "municipality": content.municipality,
        "contact": content.contact,
        "service": content.service,
        "reference": content.reference,
        "status": content.status,
        "received": _moment(content.received_at, language, texts),
        "concerns": in_words(content.concerns) if content.concerns else "",
        "next_steps": content.next_steps,
        "appeal": content.appeal or "",
        "sections": msgspec.to_builtins(content.sections),
        "files": [
            {"name": file.name, "size": _size(file.size, language, texts), "sha256": file.sha256}
            for file in content.files
        ],
        "parties": [_party(party, language, texts) for party in content.parties],
        "unverified": content.unverified,
        "hash": content.revision_sha256,
        "retention": content.retention,
        "url": content.url,
        "check_url": content.check_url,
        "check_address": content.check_url.partition("://")[2],
        "demo_seal": content.demo_seal,
        "qr": _qr_code(content.url),
        "demo": content.demo,
    }


def _party(party: ReceiptParty, language: str, texts: Texts) -> dict[str, str]:
    if party.signed_at is None:
        signed = texts.say(language, "receipt.not_signed")
    else:
        signed = _moment(party.signed_at, language, texts)
    return {
        "name": party.name,
        "personnummer": party.personnummer,
        "role": party.role,
        "signed": signed,
        "provider": party.provider,
    }


def _moment(moment: datetime, language: str, texts: Texts) -> str:
    """Swedish time with its offset, so that the hour that comes twice in October is clear (E13)."""
    local = moment.astimezone(_SWEDEN)
    offset = local.strftime("%z")
    return texts.say(
        language,
        "receipt.moment",
        date=format_date(local, "d MMMM y", locale=base_of(language)),
        time=local.strftime("%H:%M:%S"),
        offset=f"{offset[:3]}:{offset[3:]}",
    )


def _size(size: int, language: str, texts: Texts) -> str:
    """Decimal units, as the file managers of our time count."""
    for unit, bytes_each in (("megabytes", 1_000_000), ("kilobytes", 1000)):
        if size >= bytes_each:
            number = format_decimal(round(size / bytes_each, 1), locale=base_of(language))
            return texts.say(language, f"receipt.size_{unit}", number=number)
    return texts.say(language, "receipt.size_bytes", number=size)


def _qr_code(url: str) -> str:
    """An SVG that holds nothing but the code's own path."""
    picture = io.BytesIO()
    segno.make(url, micro=False, error="m").save(
        picture, kind="svg", border=2, xmldecl=False, nl=False, light="#fff"
    )
    return picture.getvalue().decode()
