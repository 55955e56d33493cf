"""The signature container of a seal (CMS SignedData, RFC 5652), in one form and no other.

The PDF's own bytes are signed, but the container lies in a gap of the file that is not. Much in it
could be changed without hurting the signature: unsigned attributes, padding, a version, certificates
beside the signer's. So a container is taken for ours only if it is, byte for byte, what `write` makes
of the file's digest, its certificates and its signature; then no byte of the file is free. Whatever a
later library would write instead, receipts that are sealed today stay sealed.

It is what PAdES baseline B-B asks for (ETSI EN 319 142-1): content type, message digest and the
signing certificate's digest are signed attributes. The chain's digests are signed too, since RFC 5035
(section 3) lets the attribute name every certificate that the signature is to be verified with.
"""

import hashlib
from collections.abc import Sequence

import msgspec

#: Of the file, of the certificates and in the signature.
DIGEST = "sha256"

#: DER of the signer's certificate, then of those above it.
Certificates = Sequence[bytes]


class Container(msgspec.Struct, frozen=True):
    """What varies in a container."""

    #: DER of each, as they lie in it.
    certificates: tuple[bytes, ...]
    signature: bytes


def in_order(signer: bytes, others: Sequence[bytes]) -> Certificates:
    """The order in which the certificates' digests are signed."""
    return (signer, *sorted(each for each in set(others) if each != signer))


def signed_attributes(digest: bytes, certificates: Certificates) -> bytes:
    """DER of what the key signs: a SET OF attributes about a file with this SHA-256 digest."""
    from asn1crypto import cms, tsp  # at the first seal or check, not when the server starts

    named = tsp.SigningCertificateV2(
        {"certs": [{"cert_hash": hashlib.sha256(each).digest()} for each in certificates]}
    )
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "message_digest", "values": [digest]},
            {"type": "signing_certificate_v2", "values": [named]},
        ]
    )
    return bytes(attributes.dump())


def write(attributes: bytes, signature: bytes, certificates: Certificates) -> bytes:
    """DER of the whole container. The first certificate is the signer's."""
    from asn1crypto import cms

    loaded = [cms.Certificate.load(each) for each in certificates]
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number",
                {"issuer": loaded[0].issuer, "serial_number": loaded[0].serial_number},
            ),
            "digest_algorithm": {"algorithm": DIGEST},
            "signed_attrs": cms.CMSAttributes.load(attributes),
            "signature_algorithm": {"algorithm": f"{DIGEST}_rsa"},
            "signature": signature,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": DIGEST}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices("certificate", each) for each in loaded],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def read(der: bytes) -> Container | None:
    """What varies in a container with one signer; None for anything else."""
    from asn1crypto import cms

    try:
        signed = cms.ContentInfo.load(der, strict=True)["content"]
        (signer,) = signed["signer_infos"]
        if any(each.name != "certificate" for each in signed["certificates"]):
            return None
        return Container(
            certificates=tuple(each.chosen.dump() for each in signed["certificates"]),
            signature=signer["signature"].native,
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        # asn1crypto raises all of these for what is malformed or of another kind
        return None
