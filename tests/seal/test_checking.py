"""Whether a file is as it was sealed (threat G7): a changed one is never said to be unchanged."""

import hashlib
import re
import zlib
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import StreamObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfReader, PdfWriter

from actions.receipt import render_receipt
from actions.seal import container, reading
from actions.seal.checking import Verdict, check
from actions.seal.sealer import Sealer
from tests.actions.test_receipt import REVISION, TEXTS, a_content
from tests.seal.authority import (
    NOW,
    PASSWORD,
    a_sealed_receipt,
    certificate,
    rsa_key,
    sealer_of,
)
from tests.seal.mutations import mutations
from tests.seal.outside import run
from tests.torture.seals import torture

CONTAINER = re.compile(rb"/Contents <([0-9A-F]+)>")


def verdict(file: bytes, sealer: Sealer) -> Verdict:
    checked = check(file, sealer.ours)
    assert (checked.receipt is not None) == (checked.verdict is Verdict.UNCHANGED)
    return checked.verdict


def with_container(sealed: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with another container, and a byte range that fits it."""
    (found,) = CONTAINER.finditer(sealed)
    written = change(bytes.fromhex(found[1].decode())).hex().upper().encode()
    file = sealed[: found.start(1)] + written + sealed[found.end(1) :]
    before, after = found.start(1) - 1, found.start(1) + len(written) + 1
    numbers = b"/ByteRange [0 %d %d %d]" % (before, after, len(file) - after)
    return re.sub(rb"/ByteRange \[[0-9 ]+\]", numbers, file)


# ── What is as it was ─────────────────────────────────────────────────────────────────────────


def test_an_untouched_receipt_says_what_it_is(sealed: bytes, sealer: Sealer) -> None:
    receipt = check(sealed, sealer.ours).receipt
    assert receipt is not None
    assert receipt.reference == "K-7F3K-92QX"
    assert receipt.received_at == a_content().received_at
    assert receipt.sealed_at == NOW
    assert receipt.sealed_by == "Provby kommun"


def test_an_earlier_seal_is_ours_as_long_as_its_certificate_is_kept(tmp_path: Path) -> None:
    """Also when it has expired since."""
    earlier = sealer_of(tmp_path, "Provby kommun förr")
    sealed = a_sealed_receipt(earlier)
    kept = (earlier.check_key(),)
    assert verdict(sealed, sealer_of(tmp_path, trusted=kept)) is Verdict.UNCHANGED
    assert verdict(sealed, sealer_of(tmp_path, "Nyby kommun")) is Verdict.OTHER_SEAL


def test_a_receipt_of_the_first_version_is_unchanged_for_ever() -> None:
    """So a later library, typesetter or form of the seal must leave the earlier ones valid."""
    folder = Path(__file__).parent / "first_version"
    known = x509.load_pem_x509_certificate((folder / "seal.pem").read_bytes())
    checked = check((folder / "kvittens.pdf").read_bytes(), [known])
    assert checked.verdict is Verdict.UNCHANGED
    assert checked.receipt is not None
    assert checked.receipt.reference == "K-7F3K-92QX"


# ── What was changed ──────────────────────────────────────────────────────────────────────────


def test_random_changes_are_never_said_to_be_unchanged(sealed: bytes, sealer: Sealer) -> None:
    torture(sealed, sealer.ours, mutations(sealed, seed=1), times=1500)


def test_no_change_of_the_container_goes_unnoticed(sealed: bytes, sealer: Sealer) -> None:
    """Its bytes are the only ones that the signature does not cover."""
    (found,) = CONTAINER.finditer(sealed)
    changed = mutations(bytes.fromhex(found[1].decode()) + b"/Contents <0>", seed=2)
    for _, der in islice(changed, 300):
        assert verdict(with_container(sealed, lambda _, der=der: der), sealer) in (
            Verdict.CHANGED,
            Verdict.OTHER_SEAL,
        )


def _unsigned_attribute(der: bytes) -> bytes:
    content = cms.ContentInfo.load(der)
    (signer,) = content["content"]["signer_infos"]
    signer["unsigned_attrs"] = [{"type": "signing_time", "values": [cms.Time("utc_time", NOW)]}]
    return bytes(content.dump(force=True))


def _other_version(der: bytes) -> bytes:
    content = cms.ContentInfo.load(der)
    content["content"]["version"] = "v3"
    return bytes(content.dump(force=True))


def _one_more_certificate(der: bytes) -> bytes:
    content = cms.ContentInfo.load(der)
    more = certificate("Någon annan AB", rsa_key("Någon annan AB")).public_bytes(Encoding.DER)
    content["content"]["certificates"].append(
        cms.CertificateChoices("certificate", cms.Certificate.load(more))
    )
    return bytes(content.dump(force=True))


@pytest.mark.parametrize(
    "change",
    [
        _unsigned_attribute,
        _other_version,
        _one_more_certificate,
        lambda der: der + bytes(100),
        lambda der: der[:-1] + bytes([der[-1] ^ 1]),
    ],
)
def test_what_a_signature_does_not_cover_is_compared(
    sealed: bytes, sealer: Sealer, change: Callable[[bytes], bytes]
) -> None:
    assert verdict(with_container(sealed, bytes), sealer) is Verdict.UNCHANGED
    assert verdict(with_container(sealed, change), sealer) is Verdict.CHANGED


def _digits_in_small_letters(sealed: bytes) -> bytes:
    return CONTAINER.sub(lambda found: found[0].lower().replace(b"/contents", b"/Contents"), sealed)


def _appended_revision(sealed: bytes) -> bytes:
    """A shadow attack: what is shown is replaced in an update after the seal."""
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)
    return _written(writer)


def _new_title(sealed: bytes) -> bytes:
    """An update that many a validator calls harmless."""
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    writer.trailer["/Info"]["/Title"] = TextStringObject("Kvittens K-AAAA-AAAA")
    writer.update_container(writer.trailer["/Info"])
    return _written(writer)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _other_range(numbers: bytes) -> Callable[[bytes], bytes]:
    return lambda sealed: re.sub(rb"/ByteRange \[[0-9 ]+\]", b"/ByteRange " + numbers, sealed)


@pytest.mark.parametrize(
    "change",
    [
        _digits_in_small_letters,
        _appended_revision,
        _new_title,
        _other_range(b"[0 0 0 0]"),
        _other_range(b"[0 100 200 300]"),
        _other_range(b"[]"),
        _other_range(b"null"),
        _other_range(b"[0 99999999 99999999 99999999]"),
        lambda sealed: sealed + b"\n",
        lambda sealed: sealed + sealed,
        lambda sealed: b"<html>" + sealed,
        lambda sealed: sealed.replace(b"K-7F3K-92QX", b"K-7F3K-92QY"),
        lambda sealed: sealed.replace(b"/P 1\n", b"/P 2\n"),
        lambda sealed: sealed.replace(b"/ByteRange", b"/ByteRangf"),
        lambda sealed: sealed[:-7],
    ],
)
def test_a_receipt_that_was_changed_is_told(
    sealed: bytes, sealer: Sealer, change: Callable[[bytes], bytes]
) -> None:
    changed = change(sealed)
    assert changed != sealed
    assert verdict(changed, sealer) is Verdict.CHANGED


def test_a_seal_on_other_content_is_told(sealed: bytes, sealer: Sealer) -> None:
    """The seal of one receipt is pasted into another."""
    other = a_sealed_receipt(sealer, reference="K-AAAA-AAAA")
    (found,) = CONTAINER.finditer(sealed)
    pasted = CONTAINER.sub(found[0], other)
    assert verdict(other, sealer) is Verdict.UNCHANGED
    assert verdict(pasted, sealer) is Verdict.CHANGED


def test_a_second_seal_after_ours_is_a_change(
    sealed: bytes, sealer: Sealer, stranger: Sealer
) -> None:
    twice = stranger.seal(sealed.replace(b"(sigill)", b"(sigilm)"), label="Ett till")
    assert verdict(twice, sealer) is Verdict.CHANGED
    assert verdict(twice, stranger) is Verdict.CHANGED


def _made_by_hand(sealer: Sealer, sign: Callable[[bytes], bytes]) -> bytes:
    """A container that fits, with a certificate of ours, in what is no PDF that can be read."""
    der = sealer.check_key().public_bytes(Encoding.DER)
    none = container.signed_attributes(bytes(32), [der])
    gap = b"<" + bytes(len(container.write(none, bytes(256), [der]))).hex().encode() + b">"
    file = with_gap(b"%PDF-1.7\n1 0 obj [[[ " + gap + b" /ByteRange [0 0 0 0]", gap)
    before, after = file.split(gap)
    attributes = container.signed_attributes(hashlib.sha256(before + after).digest(), [der])
    made = container.write(attributes, sign(attributes), [der])
    return before + b"<" + made.hex().upper().encode() + b">" + after


def test_without_our_signature_nothing_is_parsed(
    sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read", None)
    assert verdict(_made_by_hand(sealer, lambda _: bytes(256)), sealer) is Verdict.CHANGED
    assert verdict(_made_by_hand(sealer, lambda _: b"\xff" * 256), sealer) is Verdict.CHANGED


def test_pyhanko_must_agree(sealed: bytes, sealer: Sealer, stranger: Sealer) -> None:
    """Asked alone, it says no to what the comparison of bytes would have stopped."""
    ours = sealer.check_key()
    assert reading.read(sealed, ours).reference == "K-7F3K-92QX"
    for file in (
        _appended_revision(sealed),
        _new_title(sealed),
        sealed.replace(b"Status", b"Statuz").replace(b"/P 1\n", b"/P 2\n"),
        stranger.seal(sealed.replace(b"(sigill)", b"(sigilm)"), label="Ett till"),
        a_sealed_receipt(stranger),
        render_receipt(a_content(), texts=TEXTS, revision=REVISION),
        b"%PDF-1.7",
    ):
        with pytest.raises(reading.DisagreementError):
            reading.read(file, ours)


def test_what_pyhanko_doubts_is_not_called_unchanged(sealer: Sealer) -> None:
    assert verdict(_made_by_hand(sealer, sealer.key.sign), sealer) is Verdict.CHANGED


# ── What is not ours ──────────────────────────────────────────────────────────────────────────


def test_another_customer_of_our_authority_is_somebody_else(
    sealer: Sealer, stranger: Sealer
) -> None:
    assert verdict(a_sealed_receipt(stranger), sealer) is Verdict.OTHER_SEAL


def test_somebody_who_calls_himself_by_our_name_is_somebody_else(
    sealer: Sealer, tmp_path: Path
) -> None:
    twin = sealer_of(tmp_path)
    assert twin.check_key().subject == sealer.check_key().subject
    assert twin.check_key() != sealer.check_key()
    assert verdict(a_sealed_receipt(twin), sealer) is Verdict.OTHER_SEAL


def test_a_receipt_without_its_seal_has_none(sealed: bytes, sealer: Sealer) -> None:
    plain = render_receipt(a_content(), texts=TEXTS, revision=REVISION)
    assert sealed.startswith(plain)
    assert verdict(plain, sealer) is Verdict.NO_SEAL


def test_a_receipt_that_was_written_anew_is_not_ours(
    sealed: bytes, sealer: Sealer, tmp_path: Path
) -> None:
    """Printed to PDF, made smaller, locked with a password …"""
    writer = PdfWriter()
    for each in PdfReader(BytesIO(sealed)).pages:
        writer.add_page(each)
    printed = BytesIO()
    writer.write(printed)
    assert verdict(printed.getvalue(), sealer) is not Verdict.UNCHANGED
    source, made = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(sealed)
    for options in (
        ["--object-streams=generate"],
        ["--linearize"],
        ["--encrypt", PASSWORD, PASSWORD, "256", "--"],
    ):
        run("qpdf", *options, source, made)
        assert verdict(made.read_bytes(), sealer) is not Verdict.UNCHANGED


@pytest.mark.parametrize(
    "file",
    [b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"Hej", b"%PD", b" " * 2000 + b"%PDF-1.7"],
)
def test_what_is_no_pdf_is_told(sealer: Sealer, file: bytes) -> None:
    assert verdict(file, sealer) is Verdict.NOT_PDF


def test_structures_that_hurt_readers_are_not_followed(sealer: Sealer) -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    hostile = (
        b"".join(b"%d 0 obj <</Kids [%d 0 R]>> endobj\n" % (n, n + 1) for n in range(100_000)),
        b"1 0 obj " + b"[" * 500_000,
        b"1 0 obj " + b"<<" * 500_000,
        b"1 0 obj <</Length 1 0 R>> stream",
        b"1 0 obj <</Filter/FlateDecode/Length %d>> stream\n" % len(bomb) + bomb,
        b"trailer <</Prev 0/Root 1 0 R>> startxref 0",
        b"/ByteRange [0 9 9 9]" * 200_000,
        b"/ByteRange [0 8 1000000 0]" + b"<" + b"30" * 400_000 + b">",
    )
    for each in hostile:
        assert verdict(b"%PDF-1.7\n" + each, sealer) in (Verdict.NO_SEAL, Verdict.OTHER_SEAL)


def test_a_container_of_many_small_things_is_no_seal_of_ours(sealer: Sealer) -> None:
    """As many as fit into what is read at all."""
    der = sealer.check_key().public_bytes(Encoding.DER)
    for filling in (b"\x30\x00" * 15_000, b"\x30\x80" * 15_000, der + b"\x30\x00" * 14_000):
        gap = b"<" + filling.hex().upper().encode() + b">"
        file = with_gap(b"%PDF-1.7\n" + gap + b"/ByteRange [0 0 0 0]", gap)
        assert verdict(file, sealer) is not Verdict.UNCHANGED
    many = cms.CertificateSet(
        [cms.CertificateChoices("certificate", cms.Certificate.load(der))] * 25
    )
    file = with_container(a_sealed_receipt(sealer), lambda der: _with_certificates(der, many))
    assert verdict(file, sealer) is Verdict.CHANGED


def _with_certificates(der: bytes, certificates: cms.CertificateSet) -> bytes:
    content = cms.ContentInfo.load(der)
    content["content"]["certificates"] = certificates
    return bytes(content.dump(force=True))


@settings(max_examples=300, deadline=None)
@given(head=st.binary(max_size=60), tail=st.binary(max_size=60), der=st.binary(max_size=80))
def test_no_file_makes_it_fail(sealer: Sealer, head: bytes, tail: bytes, der: bytes) -> None:
    gap = b"<" + der.hex().upper().encode() + b">"
    file = b"%PDF-1.7\n" + head + gap + b"/ByteRange [0 0 0 0]" + tail
    assert verdict(file, sealer) is not Verdict.UNCHANGED
    assert verdict(with_gap(file, gap), sealer) is not Verdict.UNCHANGED


def with_gap(file: bytes, gap: bytes) -> bytes:
    """The file with a byte range that covers all but the gap."""
    before = file.index(gap)
    after = before + len(gap)
    for _ in range(3):
        numbers = b"/ByteRange [0 %d %d %d]" % (before, after, len(file) - after)
        file = re.sub(rb"/ByteRange \[[0-9 ]+\]", numbers, file, count=1)
    return file
