"""What proves a BankID signature, and what does not (threat A7)."""

import base64
import hashlib
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

import pytest
from asn1crypto import core
from lxml import etree

from actions.eid.bankid import certificates
from actions.eid.bankid.distinguished_names import normal
from actions.eid.bankid.evidence import Expected, Verified, verify
from actions.eid.evidence_error import EvidenceError
from tests.eid import pki
from tests.eid.bankid import bank as bank_side
from tests.eid.bankid.bank import SERVER, SERVER_NAME, Bank
from tests.eid.pki import name_of

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VISIBLE, HIDDEN = "Jag skriver under. Åäö.", b"arendebot-revision 1 K-1 sha256:" + b"0" * 64
SHOWN = base64.b64encode(VISIBLE.encode()).decode()
UNSEEN = base64.b64encode(HIDDEN).decode()
SUBJECT = normal((each.oid.dotted_string, str(each.value)) for each in SERVER)
EXPECTED = Expected(
    operation="sign", visible=VISIBLE.encode(), hidden=HIDDEN, at=AT, server=SUBJECT
)
MUTATIONS = 10_000

bank = Bank()


@cache
def anna() -> pki.Identity:
    return bank.person("199001012385", "Anna Ek")


@cache
def valid() -> tuple[str, str]:
    signed = bank.sign(anna(), visible=SHOWN, hidden=UNSEEN)
    return signed, bank.vouch(anna(), signed, at=AT)


def check(signed: str, vouched: str, expected: Expected = EXPECTED) -> Verified:
    return verify(signed, vouched, expected=expected, roots=(bank.root.der,))


def refused(signed: str, vouched: str, expected: Expected = EXPECTED) -> str:
    with pytest.raises(EvidenceError) as error:
        check(signed, vouched, expected)
    return str(error.value)


def vouched_for(signed: str, **how: object) -> str:
    """An OCSP answer that fits the signature, so that only the signature can be at fault."""
    return bank.vouch(anna(), signed, at=AT, **how)  # type: ignore[arg-type]


def test_a_valid_signature_tells_who_signed_what_and_when() -> None:
    verified = check(*valid())
    assert (verified.holder.personnummer, verified.holder.name) == ("199001012385", "Anna Ek")
    assert (verified.visible.decode(), verified.hidden) == (VISIBLE, HIDDEN)
    assert verified.signed_at == AT


def test_it_can_be_verified_when_the_certificates_have_long_expired() -> None:
    """The time of the OCSP answer counts, so the evidence lasts."""
    old = pki.person("199001012385", "Anna", "Ek", bank.issuer, until=AT + timedelta(minutes=1))
    signed = bank.sign(old, visible=SHOWN, hidden=UNSEEN)
    assert check(signed, bank.vouch(old, signed, at=AT)).holder.name == "Anna Ek"


# ── What was signed ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"visible": b"Jag ger bort mitt hus."}, "another text"),
        ({"hidden": HIDDEN[:-1] + b"1"}, "other hidden data"),
        ({"hidden": None}, "other hidden data"),
        ({"operation": "auth"}, "another purpose"),
        ({"server": frozenset({("2.5.4.3", "Another town")})}, "another service"),
        ({"at": AT + timedelta(minutes=11)}, "not of this occasion"),
        ({"at": AT - timedelta(minutes=11)}, "not of this occasion"),
    ],
)
def test_another_text_purpose_service_or_time_is_refused(
    changes: dict[str, object], why: str
) -> None:
    import msgspec

    assert why in refused(*valid(), msgspec.structs.replace(EXPECTED, **changes))


def test_a_login_is_no_signature() -> None:
    """Threat A6."""
    login = bank.sign(anna(), visible=SHOWN, hidden=UNSEEN, function="Identification")
    assert "another purpose" in refused(login, vouched_for(login))


def test_the_sample_codes_word_for_signing_counts() -> None:
    signed = bank.sign(anna(), visible=SHOWN, hidden=UNSEEN, function="Signature")
    assert check(signed, vouched_for(signed))


# ── How the same is written ───────────────────────────────────────────────────────────────────

DS_NAME = "http://www.w3.org/2000/09/xmldsig#"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"


def prefixed(xml: str) -> str:
    named = re.sub(r"<(/?)(?=[A-Z])", r"<\1ds:", xml).replace(
        f'xmlns="{DS_NAME}"', f'xmlns:ds="{DS_NAME}"'
    )
    # The prefix of the document belongs to the canonical form of the data in it.
    return named.replace("<bankIdSignedData", f'<bankIdSignedData xmlns:ds="{DS_NAME}"')


def references_swapped(xml: str) -> str:
    return re.sub(r"(<Reference .*?</Reference>)(<Reference .*</Reference>)", r"\2\1", xml)


def more_than_known(xml: str) -> str:
    more = xml.replace("</clientInfo>", "<new><a>1</a><a>2</a></new></clientInfo><new/>")
    return more.replace("</ai>", "<new/></ai>")


@pytest.mark.parametrize(
    "write",
    [
        prefixed,
        references_swapped,
        more_than_known,
        lambda xml: re.sub("<Transforms>.*?</Transforms>", "", xml),
        lambda xml: re.sub(' Type="[^"]*"', "", xml),
        lambda xml: xml.replace("><", ">\n  <"),
        lambda xml: xml.replace("<Object>", '<Object Id="a">').replace(
            "<Signature xmlns", '<Signature Id="b" xmlns'
        ),
        lambda xml: xml.replace(C14N, "http://www.w3.org/2001/10/xml-exc-c14n#"),
        lambda xml: xml.replace(C14N, "http://www.w3.org/2006/12/xml-c14n11"),
    ],
)
def test_the_same_may_be_written_otherwise(write: Callable[[str], str]) -> None:
    signed = bank.sign(anna(), visible=SHOWN, hidden=UNSEEN, write=write)
    assert signed != valid()[0]
    verified = check(signed, vouched_for(signed))
    assert (verified.visible.decode(), verified.hidden) == (VISIBLE, HIDDEN)


def test_the_nonce_may_be_bare_or_wrapped_whatever_its_bytes_look_like() -> None:
    """BankID writes it bare, SHA-1 and twelve bytes more. asn1crypto takes such bytes for DER, and
    often cannot read them."""
    signed, _ = valid()
    digest = hashlib.sha1(signed.encode()).digest()
    for more in (b"", b"0123456789ab", bytes(100)):
        bare = digest + more
        assert check(signed, vouched_for(signed, nonce=bare))
        assert check(signed, vouched_for(signed, nonce=core.OctetString(bare).dump()))


def test_a_bare_nonce_that_looks_wrapped_counts() -> None:
    """One of some 65,000 begins as an octet string does."""
    digests = ((str(n), hashlib.sha1(str(n).encode()).digest()) for n in count())
    text, digest = next(each for each in digests if each[1].startswith(b"\x04\x1e"))
    answer = vouched_for(text, nonce=digest + bytes(12))
    assert certificates.is_for(certificates.read_revocation(base64.b64decode(answer)), text)


# ── Who signed ────────────────────────────────────────────────────────────────────────────────


def test_a_foreign_root_is_refused() -> None:
    root = pki.authority(name_of(o="Finansiell Test", cn="Test BankID Root CA v1 Test (evil)"))
    issuer = pki.authority(name_of(o="Evil bank", cn="Evil CA"), issuer=root)
    who = pki.person("199001012385", "Anna", "Ek", issuer)
    signed = bank.sign(who, visible=SHOWN, hidden=UNSEEN, chain=(issuer, root))
    assert "not to be trusted" in refused(signed, bank.vouch(who, signed, at=AT))


def test_a_person_cannot_issue_certificates() -> None:
    who = pki.person("198502122388", "Bo", "Ek", anna())
    signed = bank.sign(who, visible=SHOWN, hidden=UNSEEN, chain=(anna(), bank.issuer, bank.scheme))
    assert "not to be trusted" in refused(signed, bank.vouch(who, signed, at=AT))


def test_an_expired_certificate_is_refused() -> None:
    who = pki.person("199001012385", "Anna", "Ek", bank.issuer, until=AT - timedelta(days=1))
    signed = bank.sign(who, visible=SHOWN, hidden=UNSEEN)
    assert "not to be trusted" in refused(signed, bank.vouch(who, signed, at=AT))


def test_a_certificate_without_a_number_is_refused() -> None:
    who = pki.person("Anna", "Anna", "Ek", bank.issuer)
    signed = bank.sign(who, visible=SHOWN, hidden=UNSEEN)
    assert "no personal number" in refused(signed, bank.vouch(who, signed, at=AT))


@pytest.mark.parametrize("status", ["revoked", "unknown"])
def test_a_revoked_or_unknown_certificate_is_refused(status: str) -> None:
    signed, _ = valid()
    assert "not to be trusted" in refused(signed, vouched_for(signed, status=status))


def test_an_ocsp_answer_of_another_certificate_is_refused() -> None:
    signed, _ = valid()
    bo = bank.person("198502122388", "Bo Ek")
    assert "not to be trusted" in refused(signed, vouched_for(signed, about=bo.certificate))


def test_an_ocsp_answer_of_another_signature_is_refused() -> None:
    signed, _ = valid()
    other = bank.sign(anna(), visible=SHOWN, hidden=None)
    assert "another signature" in refused(signed, vouched_for(other))
    assert "another signature" in refused(signed, vouched_for(signed, nonce=b"0" * 32))


def test_an_ocsp_answer_by_somebody_else_is_refused() -> None:
    signed, _ = valid()
    for by in (anna(), pki.responder(pki.authority(name_of(o="Evil", cn="Evil CA")))):
        assert "not to be trusted" in refused(signed, vouched_for(signed, by=by))


# ── Shapes ────────────────────────────────────────────────────────────────────────────────────

DS = "{http://www.w3.org/2000/09/xmldsig#}"
TYPES = "{http://www.bankid.com/signature/v1.0.0/types}"


def tree() -> etree._Element:
    return etree.fromstring(base64.b64decode(valid()[0]))


def forged() -> etree._Element:
    """Signed data with another text, as an attacker would like it to be read."""
    data = bank_side.signed_data(
        base64.b64encode(b"Jag ger bort mitt hus.").decode(), UNSEEN, function="Signing",
        name=SERVER_NAME,
    )  # fmt: skip
    return etree.fromstring(data)


def second_object(root: etree._Element) -> None:
    thing = etree.SubElement(root, f"{DS}Object")
    thing.append(forged())


def forged_first(root: etree._Element) -> None:
    thing = etree.Element(f"{DS}Object")
    thing.append(forged())
    root.insert(3, thing)


def beside(root: etree._Element) -> None:
    root[3].insert(0, forged())


def wrapped(root: etree._Element) -> None:
    """The true data deep inside, the forged one where it is looked for."""
    true = root[3][0]
    false = forged()
    false.set("Id", "other")
    root[3].replace(true, false)
    false.append(true)


def in_key_info(root: etree._Element) -> None:
    root[2].append(forged())


def in_signed_info(root: etree._Element) -> None:
    root[0].append(forged())


def around(root: etree._Element) -> etree._Element:
    outer = etree.Element(f"{DS}Signature")
    outer.append(root)
    return outer


def without_data_reference(root: etree._Element) -> None:
    root[0].remove(root[0][2])


def reference_to_all(root: etree._Element) -> None:
    root[0][2].set("URI", "")


def reference_elsewhere(root: etree._Element) -> None:
    root[0][2].set("URI", "https://example.com/")


def same_reference_twice(root: etree._Element) -> None:
    root[0][3].set("URI", "#bidSignedData")


def another_transform(root: etree._Element) -> None:
    root[0][2][0][0].set("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116")


def weak_digest(root: etree._Element) -> None:
    root[0][2][1].set("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")


def keyed_signature(root: etree._Element) -> None:
    root[0][1].set("Algorithm", "http://www.w3.org/2000/09/xmldsig#hmac-sha1")


def comment_in_text(root: etree._Element) -> None:
    root[3][0][0].append(etree.Comment("x"))


def instruction(root: etree._Element) -> None:
    root.append(etree.ProcessingInstruction("x", "y"))


def text_twice(root: etree._Element) -> None:
    data = root[3][0]
    data.insert(0, forged()[0])


def unsigned_text(root: etree._Element) -> None:
    root[3].text = "Jag ger bort mitt hus."


def unsigned_text_behind(root: etree._Element) -> None:
    root[1].tail = "Jag ger bort mitt hus."


def lower_case_id(root: etree._Element) -> None:
    root[0].set("id", "bidSignedData")


def no_certificates(root: etree._Element) -> None:
    root[2][0].clear()


def other_certificate_first(root: etree._Element) -> None:
    listed = root[2][0]
    listed.insert(0, listed[1])


@pytest.mark.parametrize(
    "change",
    [
        second_object, forged_first, beside, wrapped, in_key_info, in_signed_info, around,
        without_data_reference, reference_to_all, reference_elsewhere, same_reference_twice,
        another_transform, weak_digest, keyed_signature, comment_in_text, instruction, text_twice,
        lower_case_id, unsigned_text, unsigned_text_behind, no_certificates, other_certificate_first,
    ],
)  # fmt: skip
def test_another_shape_is_refused(
    change: Callable[[etree._Element], etree._Element | None],
) -> None:
    """Also when the OCSP answer fits the changed signature."""
    root = tree()
    changed = change(root)
    signed = base64.b64encode(etree.tostring(root if changed is None else changed)).decode()
    refused(signed, vouched_for(signed))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE Signature [<!ENTITY x "y">]>',
        '<!DOCTYPE Signature SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE Signature [<!ATTLIST SignedInfo Id ID #FIXED "bidSignedData">]>',
    ],
)
def test_a_document_type_is_refused(head: str) -> None:
    xml = base64.b64decode(valid()[0]).decode()
    changed = xml.replace("?><Signature", f"?>{head}<Signature", 1)
    assert changed != xml
    signed = base64.b64encode(changed.encode()).decode()
    assert "document type" in refused(signed, vouched_for(signed))


@pytest.mark.parametrize("text", ["", "åäö", "AAAA", "PHg+", base64.b64encode(b"\0" * 99).decode()])
def test_rubbish_is_refused(text: str) -> None:
    signed, vouched = valid()
    refused(text, vouched)
    refused(signed, text)


def test_base64_is_read_in_its_canonical_form_only() -> None:
    """Other last bits would be another evidence of the same."""
    signed, _ = valid()
    padded = bank.vouch(anna(), signed, at=AT, nonce=hashlib.sha1(signed.encode()).digest() + b"1")
    assert padded.endswith("=")
    last = padded.rstrip("=")[-1]
    other = padded.replace(last + "=", chr(ord(last) + 1) + "=")
    assert base64.b64decode(other) == base64.b64decode(padded)
    assert check(signed, padded)
    assert "canonical" in refused(signed, other)


def test_a_signature_has_whole_octets() -> None:
    """asn1crypto takes the count of bits that do not count for nothing."""
    signed, vouched = valid()
    der = base64.b64decode(vouched)
    starts = [at for at in range(len(der)) if der[at : at + 5] == b"\x03\x82\x01\x01\x00"]
    assert len(starts) == 2  # of the answer and of the responder's certificate
    for at in starts:
        changed = der[: at + 4] + b"\x01" + der[at + 5 :]
        refused(signed, encoded(changed))


def test_no_mutation_of_a_valid_answer_is_accepted() -> None:
    """Bytes changed, removed, doubled, moved; base64 and decoded; with and without a fitting OCSP
    answer. `make torture` does many more."""
    mutate(MUTATIONS, seed=20261123)


def test_a_status_without_octets_is_no_success() -> None:
    """Found by mutation 49763 of seed 1: it is in no digest, and read as zero."""
    signed, vouched = valid()
    der = base64.b64decode(vouched)
    assert der[4:7] == b"\x0a\x01\x00"
    with pytest.raises(EvidenceError, match="no success"):
        check(signed, encoded(der[:4] + b"\x0a\x81\x00" + der[7:]))


def mutate(count: int, *, seed: int) -> None:
    chance = random.Random(seed)
    signed, vouched = valid()
    for number in range(count):
        which = number % 4
        if which == 0:
            case = changed_text(signed, chance), vouched
        elif which == 1:
            case = signed, changed_text(vouched, chance)
        elif which == 2:
            changed = encoded(changed_bytes(base64.b64decode(signed), chance))
            case = changed, vouched_for(changed) if number % 40 == 2 else vouched
        else:
            case = signed, encoded(changed_bytes(base64.b64decode(vouched), chance))
        if case == (signed, vouched) or is_same_document(case[0], signed):
            continue
        try:
            check(*case)
        except EvidenceError:
            continue
        raise AssertionError(f"mutation {number} of seed {seed} was accepted: {case}")


def is_same_document(changed: str, signed: str) -> bool:
    """Whether only the writing differs: a line break between attributes, or white space where nothing
    is signed. XML's canonical form, which is what is signed, is the same."""
    if changed == signed:
        return False
    try:
        return canonical(changed) == canonical(signed)
    except ValueError:  # neither base64 nor XML
        return False


def canonical(signed: str) -> bytes:
    try:
        root = etree.fromstring(base64.b64decode(signed))
        for node in (root, *root, *root[-1:]):
            _strip_unsigned(node)
        return etree.tostring(root, method="c14n")
    except (etree.LxmlError, LookupError) as error:
        raise ValueError(str(error)) from error


def _strip_unsigned(node: etree._Element) -> None:
    """White space around the signed parts, and in the signature's own base64."""
    node.tail = (node.tail or "").strip()
    name = etree.QName(node).localname if isinstance(node.tag, str) else ""
    if name in ("Signature", "Object"):
        node.text = (node.text or "").strip()
    if name == "SignatureValue":
        node.text = "".join((node.text or "").split())


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    match chance.randrange(5):
        case 0:
            return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        case 1:
            return data[:at] + data[at + chance.randrange(1, 40) :]
        case 2:
            return data[:at] + data[at : at + chance.randrange(1, 40)] + data[at:]
        case 3:
            other = chance.randrange(len(data))
            part = data[at : at + chance.randrange(1, 40)]
            return data[:other] + part + data[other + len(part) :]
        case _:
            return data[:at] + chance.randbytes(chance.randrange(1, 8)) + data[at:]


def changed_text(text: str, chance: random.Random) -> str:
    return changed_bytes(text.encode(), chance).decode("latin-1")
