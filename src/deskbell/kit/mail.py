"""Sending a mail that is written already. Words and layout belong to whoever writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Protocol

import aiosmtplib

TIMEOUT_SECONDS = 20.0
GREETING_SECONDS = 8.0  # somebody is looking on
TLS_FROM_START_PORT = 465


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: str


@dataclass(frozen=True)
class Letter:
    """A mail to one address. `html` may be empty."""

    to: str
    subject: str
    text: str
    html: str = ""
    message_id: str = ""  # with brackets; the same for every attempt, so that a second arrival can be dropped


class MailNotSentError(Exception):
    """`sentence` tells an admin what to do; `temporary` whether trying again can help."""

    def __init__(self, sentence: str, *, temporary: bool) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.temporary = temporary


class Mailer(Protocol):
    """`MailNotSentError` when the server did not take it."""

    async def send(self, letter: Letter) -> None: ...


class SmtpMailer:
    """Hands letters to a mail server, encrypted whenever it is not on this machine."""

    def __init__(self, server: MailServer) -> None:
        self.server = server

    async def send(self, letter: Letter) -> None:
        with _in_words():
            await aiosmtplib.send(
                _composed(letter, self.server.sender),
                hostname=self.server.host,
                port=self.server.port,
                username=self.server.user or None,
                password=self.server.password or None,
                use_tls=self._tls_from_start,
                start_tls=self._start_tls,
                timeout=TIMEOUT_SECONDS,
            )

    async def greet(self) -> None:
        """Connect and sign in as `send` does, and send nothing; `MailNotSentError` when that fails."""
        with _in_words():
            async with aiosmtplib.SMTP(
                hostname=self.server.host,
                port=self.server.port,
                username=self.server.user or None,
                password=self.server.password or None,
                use_tls=self._tls_from_start,
                start_tls=self._start_tls,
                timeout=GREETING_SECONDS,
            ):
                return

    @property
    def _tls_from_start(self) -> bool:
        return self.server.port == TLS_FROM_START_PORT

    @property
    def _start_tls(self) -> bool | None:
        """Encrypted, unless the server is on this machine and does not offer it."""
        return None if self.server.host in ("localhost", "127.0.0.1") else not self._tls_from_start


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except aiosmtplib.SMTPAuthenticationError as refused:
        raise MailNotSentError(
            "The mail server refused our login. Check user and password.", temporary=False
        ) from refused
    except aiosmtplib.SMTPRecipientsRefused as refused:
        raise MailNotSentError("The mail server does not accept this address.", temporary=False) from refused
    except aiosmtplib.SMTPResponseException as refused:
        raise MailNotSentError(
            f"The mail server answered {refused.code}.", temporary=refused.code < 500
        ) from refused
    except (aiosmtplib.SMTPException, OSError) as failure:
        raise MailNotSentError("The mail server cannot be reached.", temporary=True) from failure


def _composed(letter: Letter, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    if letter.message_id:
        message["Message-ID"] = letter.message_id
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    return message
