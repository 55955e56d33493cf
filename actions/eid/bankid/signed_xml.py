"""BankID's XML signature: its shape first, then its cryptography (threat A7).

The shape is fixed: one enveloping signature with exactly two references, to the signed data and to
the key info, and nothing that could be taken for one of them (XML signature wrapping). Document
types and entities are refused. What is read afterwards is read from the very bytes that were
digested, not from the document.

How the same is written is free: elements are known by their namespaces whatever the prefixes, and by
their places, never by an identifier. So prefixes, identifiers of other elements, another canonical
form and Transforms left out (then the form is Canonical XML 1.0) can hide nothing.

Only the signature is checked here; whose it is, `certificates` tells.
"""

import base64
import hmac
from collections.abc import Iterator

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from lxml import etree

from actions.eid.evidence_error import EvidenceError

_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_BANKID = "{http://www.bankid.com/signature/v1.0.0/types}"
_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
#: Which are exclusive. 1.1 differs from 1.0 only in `xml:` attributes of ancestors, which count for
#: nothing here. BankID uses 1.0.
_CANONICAL_FORMS = {
    _C14N: False,
    "http://www.w3.org/2006/12/xml-c14n11": False,
    "http://www.w3.org/2001/10/xml-exc-c14n#": True,
}
_SIGNED_DATA, _KEY_INFO = "bidSignedData", "bidKeyInfo"
#: The person's, the bank's and BankID's.
_CERTIFICATES = range(1, 6)
#: Bytes: 40,000 characters of text, certificates, and room.
_MOST_BYTES = 500_000
_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
_METHODS: dict[str, tuple[str, type[hashes.HashAlgorithm]]] = {
    f"{_MORE}{kind}-{name}": (kind, digest)
    for kind in ("rsa", "ecdsa")
    for name, digest in (
        ("sha256", hashes.SHA256),
        ("sha384", hashes.SHA384),
        ("sha512", hashes.SHA512),
    )
}
_DIGESTS: dict[str, type[hashes.HashAlgorithm]] = {
    "http://www.w3.org/2001/04/xmlenc#sha256": hashes.SHA256,
    f"{_MORE}sha384": hashes.SHA384,
    "http://www.w3.org/2001/04/xmlenc#sha512": hashes.SHA512,
}
_RSA_BITS = 2048


class SignedData(msgspec.Struct, frozen=True, kw_only=True):
    """What was signed, and the certificates that the signature names."""

    #: The bytes that were shown and signed.
    visible: bytes
    #: The bytes that were signed unseen; None when there were none.
    hidden: bytes | None
    #: The relying party's name in its certificate, as text.
    server_name: str
    #: "Signing" or "Identification".
    function: str
    #: DER: the person's first.
    certificates: tuple[bytes, ...]


def read(xml: bytes) -> SignedData:
    """What the signature covers, when it is one. Raises EvidenceError."""
    root = _parse(xml)
    _check_shape(root)
    certificates = tuple(_binary(each) for each in root.iterfind(f"{_DS}KeyInfo/*/*"))
    signed = _verified(root, certificates[0])
    return SignedData(
        visible=_one(signed, "usrVisibleData") or b"",
        hidden=_one(signed, "usrNonVisibleData"),
        server_name=(_one(signed, "srvInfo", "name") or b"").decode("utf-8", "replace"),
        function=_text(signed, "clientInfo", "funcId"),
        certificates=certificates,
    )


def _parse(xml: bytes) -> etree._Element:
    if len(xml) > _MOST_BYTES:
        raise EvidenceError("the signature is too large")
    try:
        root = etree.fromstring(xml, _parser())
    except etree.XMLSyntaxError as error:
        raise EvidenceError("the signature is no XML") from error
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise EvidenceError("the signature has a document type")
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )


# ── The shape ─────────────────────────────────────────────────────────────────────────────────


def _check_shape(root: etree._Element) -> None:
    for node in root.iter():
        if not isinstance(node.tag, str):
            raise EvidenceError("the signature has comments, instructions or entities")
    if root.tag != f"{_DS}Signature" or root.getprevious() is not None:
        raise EvidenceError("the root is no signature")
    info, value, keys, thing = _children(root, "SignedInfo", "SignatureValue", "KeyInfo", "Object")
    _check_signed_info(info)
    _leaf(value)
    # What is in no digest holds nothing but what is checked here.
    unsigned = (root.text, thing.text, *(each.tail for each in (*root, *thing)))
    if any(text and not text.isspace() for text in unsigned):
        raise EvidenceError("there is text that nobody signed")
    (x509,) = _children(keys, "X509Data")
    if len(x509) not in _CERTIFICATES:
        raise EvidenceError("an unexpected number of certificates")
    for each in x509:
        _named(each, f"{_DS}X509Certificate")
        _leaf(each)
    if len(thing) != 1 or thing[0].tag != f"{_BANKID}bankIdSignedData":
        raise EvidenceError("the signed data is not where it should be")
    named = [(node, name) for node, name in _ids(root) if name in (_KEY_INFO, _SIGNED_DATA)]
    if named != [(keys, _KEY_INFO), (thing[0], _SIGNED_DATA)]:
        raise EvidenceError("other elements have the identifiers")


def _check_signed_info(info: etree._Element) -> None:
    method, signature, *references = info
    _named(method, f"{_DS}CanonicalizationMethod")
    _form(method)
    _named(signature, f"{_DS}SignatureMethod")
    if sorted(each.get("URI", "") for each in references) != [
        f"#{_KEY_INFO}",
        f"#{_SIGNED_DATA}",
    ]:
        raise EvidenceError("not exactly the two expected references")
    for each in references:
        _named(each, f"{_DS}Reference")
        if len(each) == 2:
            digest, value = _children(each, "DigestMethod", "DigestValue")
        else:
            transforms, digest, value = _children(each, "Transforms", "DigestMethod", "DigestValue")
            (transform,) = _children(transforms, "Transform")
            _form(transform)
        _leaf(digest)
        _leaf(value)


def _children(parent: etree._Element, *names: str) -> tuple[etree._Element, ...]:
    if [each.tag for each in parent] != [f"{_DS}{name}" for name in names]:
        raise EvidenceError(f"not exactly {', '.join(names)} where they should be")
    return tuple(parent)


def _named(node: etree._Element, tag: str) -> None:
    if node.tag != tag:
        raise EvidenceError(f"{node.tag} where {tag} should be")


def _leaf(node: etree._Element) -> None:
    if len(node):
        raise EvidenceError(f"{node.tag} is not empty of elements")


def _form(node: etree._Element) -> bool:
    """Whether the canonical form that the node names is the exclusive one."""
    _leaf(node)
    form = _CANONICAL_FORMS.get(node.get("Algorithm", ""))
    if form is None:
        raise EvidenceError("an unexpected canonical form")
    return form


def _ids(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every attribute that some library might take for an identifier."""
    for node in root.iter():
        for name, value in node.attrib.items():
            if etree.QName(name).localname.lower() == "id":
                yield node, str(value)


# ── The cryptography ──────────────────────────────────────────────────────────────────────────


def _verified(root: etree._Element, certificate: bytes) -> etree._Element:
    """The signed data as it was digested."""
    info, signature, keys, thing = root
    parts = {f"#{_KEY_INFO}": keys, f"#{_SIGNED_DATA}": thing[0]}
    written = {}
    for reference in info[2:]:
        *transforms, method, value = reference
        uri = reference.get("URI", "")
        written[uri] = canonical(parts[uri], exclusive=bool(transforms) and _form(transforms[0][0]))
        digest = hashes.Hash(_digest(method))
        digest.update(written[uri])
        if not hmac.compare_digest(digest.finalize(), _binary(value)):
            raise EvidenceError("a digest does not fit")
    _check_signature(info, _binary(signature), certificate)
    return etree.fromstring(written[f"#{_SIGNED_DATA}"], _parser())


def canonical(element: etree._Element, *, exclusive: bool = False) -> bytes:
    """Canonical XML of an element, with the namespaces that are declared around it.

    It is made a document first: libxml2 2.14 writes `xmlns=""` into elements of a larger document
    whose namespace was declared further out, which is not canonical and fits no signature.
    """
    alone = etree.fromstring(etree.tostring(element, with_tail=False), _parser())
    written: bytes = etree.tostring(alone, method="c14n", exclusive=exclusive)
    return written


def _digest(method: etree._Element) -> hashes.HashAlgorithm:
    kind = _DIGESTS.get(method.get("Algorithm", ""))
    if kind is None:
        raise EvidenceError("a digest of an unexpected kind")
    return kind()


def _check_signature(info: etree._Element, value: bytes, certificate: bytes) -> None:
    method = _METHODS.get(info[1].get("Algorithm", ""))
    if method is None:
        raise EvidenceError("a signature of an unexpected kind")
    signed = canonical(info, exclusive=_form(info[0]))
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
        match key:
            case rsa.RSAPublicKey() if method[0] == "rsa" and key.key_size >= _RSA_BITS:
                key.verify(value, signed, padding.PKCS1v15(), method[1]())
            case ec.EllipticCurvePublicKey() if method[0] == "ecdsa":
                half = (key.curve.key_size + 7) // 8
                if len(value) != 2 * half:
                    raise EvidenceError("the signature value has the wrong length")
                r, s = int.from_bytes(value[:half]), int.from_bytes(value[half:])
                key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(method[1]()))
            case _:
                raise EvidenceError("the signature is not of the certificate's kind")
    except (InvalidSignature, ValueError, UnsupportedAlgorithm) as error:
        raise EvidenceError("the signature value does not fit") from error


# ── Values ────────────────────────────────────────────────────────────────────────────────────


def _find(signed: etree._Element, *path: str) -> etree._Element | None:
    found = signed.findall("/".join(f"{_BANKID}{name}" for name in path))
    if len(found) > 1:
        raise EvidenceError(f"{path[-1]} stands more than once")
    return found[0] if found else None


def _one(signed: etree._Element, *path: str) -> bytes | None:
    node = _find(signed, *path)
    return None if node is None else _binary(node)


def _text(signed: etree._Element, *path: str) -> str:
    node = _find(signed, *path)
    return "" if node is None else (node.text or "").strip()


def _binary(node: etree._Element) -> bytes:
    _leaf(node)
    return decoded("".join((node.text or "").split()))


def decoded(text: str) -> bytes:
    """Of two base64 texts for the same bytes only the canonical one counts (RFC 4648, 3.5).

    Raises EvidenceError.
    """
    try:
        content = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise EvidenceError("not base64") from error
    if base64.b64encode(content).decode("ascii") != text:
        raise EvidenceError("not base64 in its canonical form")
    return content
