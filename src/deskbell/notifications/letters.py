"""The words of our mails. Pure. No visitor is ever named or quoted in a mail."""

from dataclasses import dataclass
from datetime import datetime

from deskbell.kit.mail import Letter
from deskbell.notifications.tables import Kind

GONE = "(This link does not work any more: it was replaced, used or removed.)"


@dataclass(frozen=True)
class About:
    """What a mail about an invitation speaks of. `link` is None once it is dead, or not for the reader's eyes."""

    workspace: str
    role: str
    invited_by: str
    invited: str
    expires_at: datetime
    link: str | None
    home: str


def letter(kind: Kind, to: str, about: About) -> Letter:
    """The mail of this kind, as plain text."""
    match kind:
        case "invitation":
            return _invitation(to, about)
        case "renewal_asked":
            return _renewal_asked(to, about)


def _invitation(to: str, about: About) -> Letter:
    return Letter(
        to,
        f"{about.invited_by} invites you to {about.workspace} on Deskbell",
        f"{about.invited_by} invites you to join the workspace {about.workspace} as {about.role}.\n\n"
        f"Open this link to join:\n{about.link or GONE}\n\n"
        f"It works once, for {about.invited} only, until {_day(about.expires_at)}.\n"
        "If you do not expect this invitation, you need not do anything.\n",
    )


def _renewal_asked(to: str, about: About) -> Letter:
    return Letter(
        to,
        f"{about.invited} asks for a new invitation to {about.workspace}",
        f"The invitation of {about.invited} to {about.workspace} has expired, and they ask for a new one.\n\n"
        f"Send it again from the list of invitations:\n{about.home}\n",
    )


def _day(at: datetime) -> str:
    return f"{at:%B} {at.day}, {at.year}"
