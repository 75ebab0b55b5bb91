"""Whom a step of the ladder calls. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never
from urllib.parse import urlsplit

from deskbell.alarms.ladder import AlarmStep, Ladder
from deskbell.alarms.tables import Channel
from deskbell.workspaces.access import Member


def recipients(
    step: AlarmStep, ladder: Ladder, members: Sequence[Member], at: datetime
) -> list[tuple[Channel, str]]:
    """Channel and address of everybody whom a step calls."""
    here = [member for member in members if member.is_here(at)]
    everybody: list[tuple[Channel, str]] = [("mail", member.email) for member in members]
    contact: list[tuple[Channel, str]] = [("mail", ladder.contact_email)] if ladder.contact_email else []
    webhook: list[tuple[Channel, str]] = [("webhook", host_of(ladder))] if ladder.webhook_url else []
    match step:
        case AlarmStep.RAISED:
            return []
        case AlarmStep.MEMBERS_HERE:
            return [("mail", member.email) for member in here]
        case AlarmStep.EVERYBODY:
            return everybody
        case AlarmStep.CONTACT:
            return contact
        case AlarmStep.WEBHOOK:
            return webhook
        case AlarmStep.AGAIN:
            return list(dict.fromkeys([*everybody, *contact, *webhook]))
        case _:
            assert_never(step)


def host_of(ladder: Ladder) -> str:
    """What is shown of a webhook's address: the path of many is a secret."""
    return urlsplit(ladder.webhook_url or "").hostname or "webhook"
