"""Mail that cannot be bent, handed over to real SMTP servers that behave in many ways."""

import re
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from actions.notify import Refused, Sent, TryAgain
from actions.notify.mail import MailSender, build_mail

SENDER = "Kramfors kommun <ingen@kramfors.se>"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def a_mail(**facts: Any) -> EmailMessage:
    return build_mail(
        **{
            "sender": SENDER,
            "to": "anna@example.se",
            "subject": "Det finns något nytt i ditt ärende K-1",
            "text": "Hej!\n\nLogga in:\nhttps://example.se/e/a?b=1&c=2\n\nReferens: K-1\n",
            "language": "sv",
            "message_id": "<draft-1.received@example.se>",
            "now": NOW,
            **facts,
        }
    )


# ── Building ──────────────────────────────────────────────────────────────────────────────────


def test_a_mail_has_what_keeps_it_from_being_answered_or_doubled() -> None:
    mail = message_from_bytes(a_mail().as_bytes(), policy=SMTP)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == "<draft-1.received@example.se>"
    assert mail["Subject"] == "Det finns något nytt i ditt ärende K-1"
    assert mail["Content-Language"] == "sv"
    assert mail["Date"] == "Mon, 23 Nov 2026 12:00:00 +0000"
    assert mail["From"] == SENDER


def test_a_link_on_a_line_of_its_own_is_a_button_that_shows_where_it_leads() -> None:
    mail = a_mail(text="Logga in här:\n\nhttps://example.se/e/a?b=1&c=2\n")
    _, rich = (part.get_content() for part in mail.iter_parts())
    address = "https://example.se/e/a?b=1&amp;c=2"
    assert re.search(f'<a href="{re.escape(address)}" style="[^"]+">{re.escape(address)}</a>', rich)


def test_a_mail_is_plain_text_and_the_same_in_html_that_fetches_nothing() -> None:
    mail = a_mail(text="Hej <b>!\n\nrad 1\nrad 2 https://example.se/e/a?b=1&c=2 slut\n")
    plain, rich = (part.get_content() for part in mail.iter_parts())
    assert plain.startswith("Hej <b>!")
    assert ">Hej &lt;b&gt;!</p>" in rich
    assert ">Det finns något nytt i ditt ärende K-1</h1>" in rich
    assert "rad 1<br>" in rich
    address = "https://example.se/e/a?b=1&amp;c=2"
    assert f'<a href="{address}">{address}</a> slut' in rich
    assert '<html lang="sv">' in rich
    for fetching in ("src=", "<img", "<link", "url(", "@import", "<script"):
        assert fetching not in rich


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\0"])
@pytest.mark.parametrize("place", ["subject", "to", "sender"])
def test_a_line_break_in_a_header_is_refused(place: str, end: str) -> None:
    bent = {
        "subject": f"Hej{end}Bcc: mal@example.se",
        "to": f"anna@example.se{end}Bcc: mal@example.se",
        "sender": f"Kommun{end}Bcc: mal@example.se <ingen@kramfors.se>",
    }
    with pytest.raises(ValueError, match="line break"):
        a_mail(**{place: bent[place]})


@pytest.mark.parametrize(
    "to",
    [
        "",
        "anna",
        "anna@",
        "@example.se",
        "a@example.se, b@example.se",
        "a@example.se;b@example.se",
        "Anna <a@example.se>",
        '"a b"@example.se',
        "a@b@example.se",
        "a@example..se",
        "a" * 65 + "@example.se",
        "a@" + "b" * 260 + ".se",
    ],
)
def test_only_one_plain_address_is_a_receiver(to: str) -> None:
    with pytest.raises(ValueError, match="one plain address"):
        a_mail(to=to)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"subject": "x" * 10_000}, "at most"),
        ({"message_id": "utan-vinklar@example.se"}, "Message-ID"),
        ({"message_id": "<a@b>\r\nX: y"}, "Message-ID"),
        ({"sender": "Kramfors kommun"}, "sender"),
        ({"now": datetime(2026, 1, 1)}, "time zone"),
    ],
)
def test_other_malformed_parts_are_refused(facts: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        a_mail(**facts)


def test_a_swedish_domain_goes_in_the_form_that_every_server_takes() -> None:
    address = str(a_mail(to="anna@örnsköldsvik.se")["To"])
    assert address.isascii()
    local, _, domain = address.partition("@")
    assert (local, domain.encode().decode("idna")) == ("anna", "örnsköldsvik.se")


# ── Sending ───────────────────────────────────────────────────────────────────────────────────


class PostOffice:
    """A mail server's behaviour: what it has taken, and what it answers."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.to_receiver = "250 OK"
        self.to_data = "250 OK"
        self.encrypted: list[bool] = []

    async def handle_RCPT(
        self, server: object, session: Session, envelope: Envelope, address: str, options: object
    ) -> str:
        if self.to_receiver.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_receiver

    async def handle_DATA(self, server: object, session: Session, envelope: Envelope) -> str:
        if self.to_data.startswith("250"):
            self.taken.append(envelope)
            self.encrypted.append(session.ssl is not None)
        return self.to_data


def log_in(server: object, session: object, envelope: object, how: str, data: object) -> AuthResult:
    right = data == LoginPassword(b"anv@ndare", b"losen:/ord")
    return AuthResult(success=right, handled=False)


#: aiosmtpd warns that a login without encryption is unsafe. On one machine, in a test, it is not.
unencrypted_login = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@contextmanager
def serving(office: PostOffice, **settings: Any) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port, **settings)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


def server_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def client_tls(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_mail_arrives_as_it_was_built() -> None:
    office = PostOffice()
    with serving(office) as port:
        assert MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail()) == Sent()
    (taken,) = office.taken
    assert taken.mail_from == "ingen@kramfors.se"
    assert taken.rcpt_tos == ["anna@example.se"]
    assert isinstance(taken.content, bytes)
    arrived = message_from_bytes(taken.content, policy=SMTP)
    assert arrived["Message-ID"] == "<draft-1.received@example.se>"
    assert b"\r\n" in taken.content


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("550 5.1.1 <anna@example.se> unknown", Refused("SMTP 550 5.1.1")),
        ("553 nej", Refused("SMTP 553")),
        ("450 4.2.1 anna@example.se is busy", TryAgain("SMTP 450 4.2.1")),
        ("421 going down", TryAgain("SMTP 421")),
    ],
)
def test_the_last_word_about_a_receiver_is_told_from_a_passing_trouble(
    answer: str, expected: Refused | TryAgain
) -> None:
    office = PostOffice()
    office.to_receiver = answer
    with serving(office) as port:
        assert MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail()) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("554 5.7.1 spam", Refused("SMTP 554 5.7.1")),
        ("451 4.3.0 try later", TryAgain("SMTP 451 4.3.0")),
    ],
)
def test_the_same_holds_for_the_message_itself(answer: str, expected: Refused | TryAgain) -> None:
    office = PostOffice()
    office.to_data = answer
    with serving(office) as port:
        assert MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail()) == expected


def test_starttls_is_used_when_offered(certificate: Path) -> None:
    office = PostOffice()
    with serving(office, tls_context=server_tls(certificate)) as port:
        sender = MailSender(f"smtp://127.0.0.1:{port}", SENDER, tls=client_tls(certificate))
        assert sender.send(a_mail()) == Sent()
    assert office.encrypted == [True]


def test_smtps_is_encrypted_from_the_first_byte(certificate: Path) -> None:
    office = PostOffice()
    with serving(office, ssl_context=server_tls(certificate)) as port:
        sender = MailSender(f"smtps://127.0.0.1:{port}", SENDER, tls=client_tls(certificate))
        assert sender.send(a_mail()) == Sent()
    assert len(office.taken) == 1


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(certificate: Path) -> None:
    office = PostOffice()
    expected = TryAgain("the mail server's certificate is not valid")
    with serving(office, tls_context=server_tls(certificate)) as port:
        assert MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail()) == expected
    assert office.taken == []


@unencrypted_login
def test_a_login_works_with_reserved_characters_in_the_address() -> None:
    office = PostOffice()
    with serving(office, authenticator=log_in, auth_required=True, auth_require_tls=False) as port:
        right = MailSender(f"smtp://anv%40ndare:losen%3A%2Ford@127.0.0.1:{port}", SENDER)
        assert right.send(a_mail()) == Sent()
        wrong = MailSender(f"smtp://anv%40ndare:fel@127.0.0.1:{port}", SENDER)
        assert wrong.send(a_mail()) == TryAgain("SMTP 535 5.7.8")
    assert len(office.taken) == 1


@unencrypted_login
def test_a_server_that_wants_a_login_and_gets_none_can_be_tried_again() -> None:
    with serving(
        PostOffice(), authenticator=log_in, auth_required=True, auth_require_tls=False
    ) as port:
        outcome = MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail())
    assert outcome == TryAgain("SMTP 530 5.7.0")


@unencrypted_login
def test_a_password_is_not_sent_unencrypted_over_a_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The server is reached on this machine; only the question whether it is must be answered no."""
    monkeypatch.setattr("actions.notify.mail._is_loopback", lambda session: False)
    with serving(PostOffice(), authenticator=log_in, auth_require_tls=False) as port:
        outcome = MailSender(f"smtp://a:b@127.0.0.1:{port}", SENDER).send(a_mail())
    assert outcome == TryAgain("the mail server offers no encryption: the password is not sent")


def test_letters_that_the_server_cannot_take_in_an_address_are_its_last_word() -> None:
    with serving(PostOffice(), enable_SMTPUTF8=False) as port:
        outcome = MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail(to="åsa@example.se"))
    assert isinstance(outcome, Refused)


def test_a_dead_server_was_certainly_not_sent_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closing:
        port = closing.getsockname()[1]
    outcome = MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail())
    assert outcome == TryAgain("mail server not reached: ConnectionRefusedError")


# ── Servers that misbehave ────────────────────────────────────────────────────────────────────


@contextmanager
def misbehaving(talk: Callable[[socket.socket, threading.Event], None]) -> Iterator[int]:
    """A server that takes one connection and does `talk` until the test is over."""
    over = threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                talk(connection, over)
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        over.set()
        thread.join()


def silent(connection: socket.socket, over: threading.Event) -> None:
    over.wait()


def dripping(connection: socket.socket, over: threading.Event) -> None:
    while not over.wait(0.02):
        connection.send(b"2")


def rubbish(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    over.wait()


def hanging_up(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"220 hej\r\n")


def busy(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(b"421 4.3.2 too many\r\n")


@pytest.mark.parametrize("talk", [silent, dripping, rubbish, hanging_up, busy])
def test_a_server_that_misbehaves_before_the_message_is_given_up_in_time(
    talk: Callable[[socket.socket, threading.Event], None],
) -> None:
    started = time.monotonic()
    with misbehaving(talk) as port:
        sender = MailSender(f"smtp://127.0.0.1:{port}", SENDER, finish_within=0.4)
        outcome = sender.send(a_mail())
    assert isinstance(outcome, TryAgain)
    assert not outcome.maybe_sent
    assert time.monotonic() - started < 8


def taking_and_dying(connection: socket.socket, over: threading.Event) -> None:
    """Takes the whole message, then closes without saying so."""
    lines = connection.makefile("rb")
    connection.sendall(b"220 hej\r\n")
    for line in lines:
        command = line.upper()
        if command == b".\r\n":
            return
        if command.startswith((b"EHLO", b"MAIL", b"RCPT")):
            connection.sendall(b"250 ok\r\n")
        elif command.startswith(b"DATA"):
            connection.sendall(b"354 go on\r\n")


def test_a_server_that_dies_over_the_message_may_have_it() -> None:
    with misbehaving(taking_and_dying) as port:
        outcome = MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail())
    assert isinstance(outcome, TryAgain)
    assert outcome.maybe_sent


def rude_at_the_end(connection: socket.socket, over: threading.Event) -> None:
    lines = connection.makefile("rb")
    connection.sendall(b"220 hej\r\n")
    in_data = False
    for line in lines:
        command = line.upper()
        if in_data:
            if command == b".\r\n":
                in_data = False
                connection.sendall(b"250 taken\r\n")
        elif command.startswith(b"QUIT"):
            connection.sendall(b"500 what?\r\n")
        elif command.startswith(b"DATA"):
            in_data = True
            connection.sendall(b"354 go on\r\n")
        else:
            connection.sendall(b"250 ok\r\n")


def test_a_bad_farewell_does_not_undo_a_delivery() -> None:
    with misbehaving(rude_at_the_end) as port:
        assert MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail()) == Sent()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mail.kramfors.se",
        "http://mail.kramfors.se",
        "smtp://",
        "smtp://u:hemligt@host:port",
        "smtp://u:hemligt@host:99999",
        "smtp://u:hemligt@host/x",
        "smtp://u:hemligtö@host",
    ],
)
def test_a_malformed_address_is_refused_at_the_start_without_its_password(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL") as refusal:
        MailSender(url, SENDER)
    assert "hemligt" not in str(refusal.value)


def test_a_malformed_sender_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="MAIL_FROM"):
        MailSender("smtp://127.0.0.1", "Kramfors kommun")


def test_the_sessions_timer_ends_with_the_session() -> None:
    before = threading.active_count()
    with serving(PostOffice()) as port:
        MailSender(f"smtp://127.0.0.1:{port}", SENDER).send(a_mail())
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(1)
    assert threading.active_count() == before


def test_what_smtplib_raises_is_caught_as_an_error_of_the_system() -> None:
    """MailSender's last handler relies on it."""
    assert issubclass(smtplib.SMTPException, OSError)
