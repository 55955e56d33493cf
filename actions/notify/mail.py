"""Mail: building a message that cannot be bent, and handing it to the municipality's mail server.

RFC 5322 for the message, RFC 3834 for `Auto-Submitted` (so that out-of-office replies stay away),
RFC 5321 for the conversation with the server, RFC 6409 (587) and RFC 8314 (465) for its ports.
"""

import html
import re
import smtplib
import socket
import ssl
import threading
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import msgspec

from actions.notify import Outcome, Refused, Sent, TryAgain

#: Seconds (threat D10).
CONNECT_WITHIN: Final = 3.0
FINISH_WITHIN: Final = 10.0

_MAX_SUBJECT: Final = 300  # longer than any of ours; a limit against accidents
_LINE_BREAK: Final = re.compile("[\0\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
#: One plain address: no display name, list, quotes or comments. RFC 5321 allows 254 characters.
_ADDRESS: Final = re.compile(
    r"(?=.{3,254}\Z)[^\s@<>()\[\]\\,;:\"\x00-\x1f\x7f]{1,64}@[\w-]+(\.[\w-]+)*"
)
_MESSAGE_ID: Final = re.compile(r"<[A-Za-z0-9._+-]{1,120}@[A-Za-z0-9.-]{1,120}>")
_LINK: Final = re.compile(r"https?://[^\s<>\"]+")
#: Mail programs know no style sheets, so the looks of the pages stand in each element.
_BODY: Final = (
    "font-family: 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; font-size: 16px; line-height: 1.6; "
    "max-width: 36em; margin: 0 auto; padding: 1.5em; border-top: 4px solid #155776"
)
_HEADING: Final = "font-size: 1.35em; line-height: 1.25; margin: 0 0 1em"
_PARAGRAPH: Final = "margin: 0 0 1em"
#: With a border and no ground, it can be read in light and dark.
_BUTTON: Final = (
    "display: inline-block; padding: .6em 1em; border: 2px solid #2b7a9e; border-radius: 6px; "
    "font-weight: 600; overflow-wrap: anywhere"
)


# ── Building ──────────────────────────────────────────────────────────────────────────────────


def build_mail(
    *,
    sender: str,
    to: str,
    subject: str,
    text: str,
    language: str,
    message_id: str,
    now: datetime,
) -> EmailMessage:
    """A mail of `text`, also as simple HTML that fetches nothing.

    `message_id` ("<…@…>") is the idempotency key: a second attempt of the same mail carries the
    same one, so that the receiver can see that it is one. `sender` may have a display name.

    Raises ValueError for anything that could add a header or a receiver (threat D14).
    """
    for what, value in (("sender", sender), ("subject", subject), ("receiver", to)):
        if _LINE_BREAK.search(value):
            raise ValueError(f"the {what} of a mail must not contain a line break")
    to = _with_ascii_domain(to)
    if not _ADDRESS.fullmatch(to):
        raise ValueError("the receiver of a mail must be one plain address")
    if not _ADDRESS.fullmatch(parseaddr(sender)[1]):
        raise ValueError("the sender of a mail must be one address, with or without a name")
    if not _MESSAGE_ID.fullmatch(message_id):
        raise ValueError("a Message-ID has the form <unique@host>")
    if len(subject) > _MAX_SUBJECT:
        raise ValueError(f"the subject of a mail must be at most {_MAX_SUBJECT} characters")
    if now.tzinfo is None:
        raise ValueError("the date of a mail must have a time zone")

    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    message.add_alternative(_as_html(text, subject=subject, language=language), subtype="html")
    message["Content-Language"] = (
        language  # last: else it goes with the content into the first part
    )
    return message


def is_receiver(address: str) -> bool:
    """Whether a mail can be addressed to it at all."""
    return bool(_ADDRESS.fullmatch(_with_ascii_domain(address))) and not _LINE_BREAK.search(address)


def _with_ascii_domain(address: str) -> str:
    """ "anna@exempel-åå.se" → "anna@xn--exempel-…se": any server takes that form (RFC 5891)."""
    local, at, domain = address.rpartition("@")
    with suppress(UnicodeError):  # no domain name at all: the check of the form refuses it
        domain = domain.encode("idna").decode()
    return f"{local}{at}{domain}"


def _as_html(text: str, *, subject: str, language: str) -> str:
    """The same sentences with the subject as heading and links to click; all else is escaped.

    It fetches nothing, works with the styles cut off, and follows a dark mail program. A link shows
    its whole address, so that one sees where it leads.
    """
    paragraphs = "\n".join(
        f'<p style="{_PARAGRAPH}">'
        + "<br>\n".join(_line_as_html(line) for line in paragraph.splitlines())
        + "</p>"
        for paragraph in re.split(r"\n{2,}", text.strip())
    )
    title = html.escape(subject)
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language)}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{title}</title></head>\n"
        f'<body style="{_BODY}">\n<h1 style="{_HEADING}">{title}</h1>\n'
        f"{paragraphs}\n</body>\n</html>\n"
    )


def _line_as_html(line: str) -> str:
    if _LINK.fullmatch(line.strip()):
        address = html.escape(line.strip())
        return f'<a href="{address}" style="{_BUTTON}">{address}</a>'
    parts, end = [], 0
    for link in _LINK.finditer(line):
        address = html.escape(link[0])
        parts += [html.escape(line[end : link.start()]), f'<a href="{address}">{address}</a>']
        end = link.end()
    return "".join([*parts, html.escape(line[end:])])


# ── Sending ───────────────────────────────────────────────────────────────────────────────────


_BAD_CERTIFICATE: Final = "the mail server's certificate is not valid"


class _Server(msgspec.Struct, frozen=True):
    host: str
    port: int
    username: str
    password: str
    #: TLS from the first byte (smtps), else STARTTLS when the server offers it.
    tls_at_once: bool


class MailSender:
    """Sends through one SMTP server, one connection a mail. Safe to use from any thread."""

    def __init__(
        self,
        smtp_url: str,
        mail_from: str,
        *,
        tls: ssl.SSLContext | None = None,
        finish_within: float = FINISH_WITHIN,
    ) -> None:
        """`smtp_url` is `smtp://user:password@host:587` or `smtps://…:465`; a password with
        reserved characters is percent-encoded. `mail_from` may have a display name.

        Raises ValueError, which never repeats the password, when either is malformed.
        """
        self._server = _parse_url(smtp_url)
        self._envelope_from = parseaddr(mail_from)[1]
        if not _ADDRESS.fullmatch(self._envelope_from):
            raise ValueError("MAIL_FROM must be an address, e.g. Kommunen <ingen@kommunen.se>")
        self._tls = tls or ssl.create_default_context()
        self._finish_within = finish_within

    def send(self, message: EmailMessage) -> Outcome:
        """Hands the message to the server. Takes at most about ten seconds; does not raise for
        anything that a network or a server can do."""
        try:
            session = self._connect()
        except ssl.SSLCertVerificationError:
            return TryAgain(_BAD_CERTIFICATE)
        except smtplib.SMTPResponseException as error:
            return TryAgain(_reason(error.smtp_code, error.smtp_error))
        except OSError as error:
            return TryAgain(f"mail server not reached: {type(error).__name__}")
        try:
            return self._secure_and_log_in(session) or self._hand_over(session, message)
        finally:
            # The message's fate is known by now; a server that forgets its manners changes nothing.
            with suppress(OSError):
                session.quit()
            session.close()

    def _connect(self) -> smtplib.SMTP:
        server, seconds = self._server, self._finish_within
        if server.tls_at_once:
            return _TlsSession(server.host, server.port, context=self._tls, seconds=seconds)
        return _Session(server.host, server.port, seconds=seconds)

    def _secure_and_log_in(self, session: smtplib.SMTP) -> TryAgain | None:
        """None when the session is ready for the message. What fails here is the server's or the
        configuration's fault, so another try may succeed."""
        server = self._server
        try:
            session.ehlo_or_helo_if_needed()
            encrypted = server.tls_at_once
            if not encrypted and session.has_extn("starttls"):
                session.starttls(context=self._tls)
                session.ehlo_or_helo_if_needed()
                encrypted = True
            if not server.username:
                return None
            if not encrypted and not _is_loopback(session):
                # Somebody in between may have taken the offer of STARTTLS away to see the password.
                return TryAgain("the mail server offers no encryption: the password is not sent")
            session.login(server.username, server.password)
        except ssl.SSLCertVerificationError:
            return TryAgain(_BAD_CERTIFICATE)
        except smtplib.SMTPNotSupportedError:
            return TryAgain("the mail server offers no login")
        except smtplib.SMTPResponseException as error:
            return TryAgain(_reason(error.smtp_code, error.smtp_error))
        except OSError as error:
            return TryAgain(f"mail server: {type(error).__name__}")
        return None

    def _hand_over(self, session: smtplib.SMTP, message: EmailMessage) -> Outcome:
        try:
            session.send_message(message, from_addr=self._envelope_from)
        except smtplib.SMTPRecipientsRefused as error:
            return _answered(*next(iter(error.recipients.values())))
        except smtplib.SMTPDataError as error:
            return _answered(error.smtp_code, error.smtp_error)
        except smtplib.SMTPResponseException as error:
            # Our own sender address: nothing that this message could be written off for.
            return TryAgain(_reason(error.smtp_code, error.smtp_error))
        except smtplib.SMTPNotSupportedError:
            return Refused("the mail server does not take addresses with such letters")
        except OSError as error:
            return TryAgain(f"mail server: {type(error).__name__}", maybe_sent=True)
        return Sent()


def _parse_url(smtp_url: str) -> _Server:
    expected = "SMTP_URL must look like smtp://user:password@host:587 or smtps://…@host:465"
    try:
        url = urlsplit(smtp_url)
        port = url.port
    except ValueError:
        raise ValueError(expected) from None
    username, password = unquote(url.username or ""), unquote(url.password or "")
    if url.scheme not in ("smtp", "smtps") or not url.hostname or url.path not in ("", "/"):
        raise ValueError(expected)
    if not (username + password).isascii():
        raise ValueError("the user and password in SMTP_URL must be ASCII")
    return _Server(
        host=url.hostname,
        port=port or (465 if url.scheme == "smtps" else 587),
        username=username,
        password=password,
        tls_at_once=url.scheme == "smtps",
    )


def _is_loopback(session: smtplib.SMTP) -> bool:
    address = session.sock.getpeername()[0] if session.sock else ""
    return address.startswith("127.") or address == "::1"


_ENHANCED_CODE: Final = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")


def _reason(code: int, text: bytes | str) -> str:
    """The codes alone: servers like to repeat the receiver's address in their sentence."""
    raw = text.encode("utf-8", "replace") if isinstance(text, str) else text
    enhanced = _ENHANCED_CODE.match(raw)
    return f"SMTP {code} {enhanced[0].decode()}" if enhanced else f"SMTP {code}"


def _answered(code: int, text: bytes | str) -> Outcome:
    """What the server said about this receiver or this message: 5xx is its last word."""
    reason = _reason(code, text)
    return Refused(reason) if 500 <= code <= 599 else TryAgain(reason)


class _Session(smtplib.SMTP):
    """A session that is cut off after `seconds`, however slowly the server drips its answers: the
    socket's own timeout counts anew with each byte."""

    def __init__(self, host: str, port: int, *, seconds: float, **tls: Any) -> None:
        self._alarm = threading.Timer(seconds, self._cut_off)
        self._alarm.daemon = True
        self._alarm.start()
        try:
            super().__init__(host, port, timeout=min(CONNECT_WITHIN, seconds), **tls)
        except BaseException:
            self._alarm.cancel()
            raise
        if self.sock is not None:
            self.sock.settimeout(seconds)

    def _cut_off(self) -> None:
        sock = self.sock
        if sock is not None:
            with suppress(OSError):
                # Not SSLSocket's own shutdown, which would pull the TLS state from under a reader.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def close(self) -> None:
        self._alarm.cancel()
        super().close()


class _TlsSession(_Session, smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""
