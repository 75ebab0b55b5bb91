"""Letters are handed over whole; what the server says becomes a sentence for an admin."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from deskbell.kit.mail import Letter, MailNotSentError, MailServer, SmtpMailer

LETTER = Letter("ben@example.org", "You are invited", "Come in: https://x.example", "<p>Come in</p>")


@asynccontextmanager
async def post_office(answers: dict[str, str]) -> AsyncIterator[tuple[MailServer, list[str]]]:
    """A mail server that speaks SMTP; `answers` replace its usual words by the command they answer."""
    received: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        usual = {"EHLO": "250 hello", "DATA": "354 go on", "QUIT": "221 bye"}
        writer.write(b"220 here\r\n")
        in_body = False
        while line := (await reader.readline()).decode():
            received.append(line.rstrip())
            if in_body and line != ".\r\n":
                continue
            command = "END" if in_body else line.split()[0].upper()
            in_body = command == "DATA"
            writer.write(f"{answers.get(command, usual.get(command, '250 fine'))}\r\n".encode())
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        port = listening.sockets[0].getsockname()[1]
        yield MailServer("127.0.0.1", port, "", "", "Deskbell <bell@example.com>"), received


async def test_a_letter_arrives_with_sender_both_forms_and_no_out_of_office() -> None:
    async with post_office({}) as (server, received):
        await SmtpMailer(server).send(LETTER)
    assert "RCPT TO:<ben@example.org>" in received
    for line in (
        "From: Deskbell <bell@example.com>",
        "Subject: You are invited",
        "Auto-Submitted: auto-generated",
        "Come in: https://x.example",
        "<p>Come in</p>",
    ):
        assert line in received


@pytest.mark.parametrize(
    ("answers", "sentence", "temporary"),
    [
        ({"RCPT": "550 unknown"}, "The mail server does not accept this address.", False),
        ({"END": "554 spam"}, "The mail server answered 554.", False),
        ({"END": "451 later"}, "The mail server answered 451.", True),
    ],
)
async def test_a_refusal_says_what_to_do_and_whether_to_try_again(
    answers: dict[str, str],
    sentence: str,
    temporary: bool,  # noqa: FBT001
) -> None:
    async with post_office(answers) as (server, _):
        with pytest.raises(MailNotSentError) as refused:
            await SmtpMailer(server).send(LETTER)
    assert (refused.value.sentence, refused.value.temporary) == (sentence, temporary)


async def test_a_server_that_is_not_there_is_worth_another_try() -> None:
    async with post_office({}) as (server, _):
        pass
    with pytest.raises(MailNotSentError, match="cannot be reached") as refused:
        await SmtpMailer(server).send(LETTER)
    assert refused.value.temporary


def test_a_line_break_in_a_subject_cannot_add_a_header() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        asyncio.run(
            SmtpMailer(MailServer("h", 25, "", "", "a@b.example")).send(
                Letter("x@y.example", "a\nBcc: z", "")
            )
        )


def test_the_password_is_not_in_the_repr() -> None:
    assert "hunter2" not in repr(MailServer("h", 25, "u", "hunter2", "s"))
