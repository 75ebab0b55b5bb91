"""Sending mails: write it down, hand it to the mail server (if there is one), note what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, Work
from deskbell.kit.mail import Letter, Mailer, MailNotSentError
from deskbell.notifications.access import about
from deskbell.notifications.commands import settle_mail, write_mail
from deskbell.notifications.letters import letter
from deskbell.notifications.tables import Kind, Mail
from deskbell.workspaces import queries

INVITATION_MAIL = "notifications.invitation_mail"
RENEWAL_MAIL = "notifications.renewal_mail"


@dataclass(frozen=True)
class PostOffice:
    """What sending needs. `mailer` is None without a mail server: mails are kept and shown in the outbox."""

    database: Database
    mailer: Mailer | None
    public_url: str
    key: bytes
    clock: Clock


def works(office: PostOffice) -> Mapping[str, Work]:
    """Job kind → what to do."""

    async def invitation_mail(job: Claimed) -> None:
        await _send(office, job, "invitation")

    async def renewal_mail(job: Claimed) -> None:
        await _send(office, job, "renewal_asked")

    return {INVITATION_MAIL: invitation_mail, RENEWAL_MAIL: renewal_mail}


def invitation_mail(workspace_id: UUID, invitation_id: UUID) -> Job:
    """To the invited person: the link."""
    return Job(INVITATION_MAIL, workspace_id, {"invitation_id": str(invitation_id)}, str(invitation_id))


def renewal_mail(workspace_id: UUID, invitation_id: UUID) -> Job:
    """To the inviter: the link has expired, and they would like a new one."""
    return Job(RENEWAL_MAIL, workspace_id, {"invitation_id": str(invitation_id)}, str(invitation_id))


async def _send(office: PostOffice, job: Claimed, kind: Kind) -> None:
    written = await _write(office, job, kind)
    if written is None:
        return
    mail, text = written
    if office.mailer is None:
        async with office.database.transaction(job.workspace_id) as tx:
            await settle_mail(tx, mail, "kept", None, at=office.clock())
        return
    try:
        await office.mailer.send(text)
    except MailNotSentError as failure:
        async with office.database.transaction(job.workspace_id) as tx:
            await settle_mail(tx, mail, "failed", failure.sentence, at=office.clock())
        if failure.temporary:
            raise  # the queue tries again; the page already says that it has not worked yet
        return
    async with office.database.transaction(job.workspace_id) as tx:
        await settle_mail(tx, mail, "sent", None, at=office.clock())


async def _write(office: PostOffice, job: Claimed, kind: Kind) -> tuple[Mail, Letter] | None:
    """The mail and its text; None when it was sent already, or there is nothing to say any more."""
    async with office.database.transaction(job.workspace_id) as tx:
        invitation = await queries.invitation(tx, UUID(job.args["invitation_id"]))
        if invitation.accepted_at is not None or invitation.revoked_at is not None:
            return None
        to = invitation.email if kind == "invitation" else invitation.invited_by_email
        mail = await write_mail(tx, kind, to, invitation, at=office.clock())
        workspace = await queries.workspace(tx)
    if mail.state in {"sent", "kept"}:
        return None
    spoken_of = about(mail, invitation, workspace, public_url=office.public_url, key=office.key, reader=None)
    return mail, letter(kind, to, spoken_of)
