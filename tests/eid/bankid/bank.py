"""The bank's side of BankID for tests: people's certificates, XML signatures and OCSP answers."""

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from lxml import etree

from tests.eid import pki
from tests.eid.pki import Identity, name_of

_DS = "http://www.w3.org/2000/09/xmldsig#"
_TYPES = "http://www.bankid.com/signature/v1.0.0/types"
_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
#: As a bank writes the name of a relying party.
SERVER = name_of(
    c="SE", o="Testbank A AB (publ)", serial="2120002551", name="Kramfors", cn="Kramfors kommun"
)
SERVER_NAME = "cn=Kramfors kommun,name=Kramfors,serialNumber=2120002551,o=Testbank A AB (publ),c=SE"


class Bank:
    """A root, BankID's and a bank's authority, and who has a BankID."""

    @cached_property
    def root(self) -> Identity:
        return pki.authority(name_of(o="Finansiell Test", cn="Test BankID Root CA v1 Test"))

    @cached_property
    def scheme(self) -> Identity:
        subject = name_of(c="SE", o="Testbank A AB (publ)", cn="Testbank A CA v1 for BankID Test")
        return pki.authority(subject, issuer=self.root)

    @cached_property
    def issuer(self) -> Identity:
        subject = name_of(
            c="SE", o="Testbank A AB (publ)", cn="Testbank A Customer CA1 v1 for BankID Test"
        )
        return pki.authority(subject, issuer=self.scheme)

    @cached_property
    def responder(self) -> Identity:
        return pki.responder(self.issuer)

    def person(self, personnummer: str, name: str) -> Identity:
        given, _, surname = name.partition(" ")
        return pki.person(personnummer, given, surname, self.issuer)

    def sign(
        self,
        who: Identity,
        *,
        visible: str,
        hidden: str | None,
        function: str = "Signing",
        server_name: str = SERVER_NAME,
        chain: tuple[Identity, ...] | None = None,
        write: Callable[[str], str] = str,
    ) -> str:
        """base64 of the XML signature; `visible` and `hidden` are base64 already.

        `write` gives a piece of the XML another look before it is signed.
        """
        certificates = [who, *(chain if chain is not None else (self.issuer, self.scheme))]
        data = signed_data(visible, hidden, function=function, name=server_name)
        return signature(who, certificates, data, write)

    def vouch(
        self,
        who: Identity,
        signed: str,
        *,
        at: datetime,
        status: str = "good",
        nonce: bytes | None = None,
        by: Identity | None = None,
        about: x509.Certificate | None = None,
    ) -> str:
        """base64 of the OCSP answer for a signature, with a bare nonce as BankID's are."""
        digest = hashlib.sha1(signed.encode()).digest()
        answer = pki.ocsp_answer(
            about or who.certificate,
            self.issuer,
            by or self.responder,
            at=at,
            nonce=(digest + b"0123456789ab") if nonce is None else nonce,
            status=status,
        )
        return base64.b64encode(answer).decode()


def signed_data(visible: str, hidden: str | None, *, function: str, name: str) -> str:
    unseen = f"<usrNonVisibleData>{hidden}</usrNonVisibleData>" if hidden is not None else ""
    return (
        f'<bankIdSignedData xmlns="{_TYPES}" Id="bidSignedData">'
        f'<usrVisibleData charset="UTF-8" visible="wysiwys">{visible}</usrVisibleData>{unseen}'
        f"<srvInfo><name>{_text(name)}</name><nonce>Rvqo60XSrl8XHp1wa7VsEZMogEw=</nonce>"
        f"<displayName>{_text('Kramfors kommun')}</displayName></srvInfo>"
        f"<clientInfo><funcId>{function}</funcId><version>{_text('7.49.0')}</version>"
        f"<env><ai><type>{_text('IOS')}</type><deviceInfo>{_text('18.1')}</deviceInfo>"
        "<uhi>fL2Z9KSYfRhSIsT8qEuX5agU5tM=</uhi><fsib>0</fsib><utb>cs1</utb>"
        "<requirement><condition><type>CertificatePolicies</type><value>1.2.3.4.25</value>"
        "</condition></requirement><uauth>pw</uauth></ai></env></clientInfo></bankIdSignedData>"
    )


def signature(
    who: Identity, certificates: list[Identity], data: str, write: Callable[[str], str]
) -> str:
    """Signed as BankID's app signs, base64."""
    listed = "".join(
        f"<X509Certificate>{_lines(each.der)}</X509Certificate>" for each in certificates
    )
    data = write(data)
    keys = write(f'<KeyInfo xmlns="{_DS}" Id="bidKeyInfo"><X509Data>{listed}</X509Data></KeyInfo>')
    info = write(
        f'<SignedInfo xmlns="{_DS}"><CanonicalizationMethod Algorithm="{_C14N}"/>'
        f'<SignatureMethod Algorithm="{_RSA_SHA256}"/>'
        f"{_reference('#bidSignedData', data, kind=_TYPES)}{_reference('#bidKeyInfo', keys)}"
        "</SignedInfo>"
    )
    value = who.key.sign(_canonical(info), padding.PKCS1v15(), hashes.SHA256())
    around = write(
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?><Signature xmlns="{_DS}">@info'
        f"<SignatureValue>{base64.b64encode(value).decode()}</SignatureValue>@keys"
        "<Object>@data</Object></Signature>"
    )
    xml = around.replace("@info", info).replace("@keys", keys).replace("@data", data)
    return base64.b64encode(xml.encode()).decode()


def _reference(uri: str, content: str, *, kind: str = "") -> str:
    digest = base64.b64encode(hashlib.sha256(_canonical(content)).digest()).decode()
    said = f' Type="{kind}"' if kind else ""
    return (
        f'<Reference{said} URI="{uri}"><Transforms><Transform Algorithm="{_C14N}"/></Transforms>'
        f'<DigestMethod Algorithm="{_SHA256}"/><DigestValue>{digest}</DigestValue></Reference>'
    )


def _canonical(xml: str) -> bytes:
    canonical: bytes = etree.tostring(etree.fromstring(xml), method="c14n")
    return canonical


def _text(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _lines(data: bytes) -> str:
    """With line breaks, as BankID writes certificates."""
    return base64.encodebytes(data).decode().strip()
