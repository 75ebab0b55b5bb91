"""Which link a reader of a mail may see: a living one, and only of a role that they could have granted."""

from deskbell.notifications.letters import About
from deskbell.notifications.tables import Mail
from deskbell.workspaces.access import Invitation, Workspace
from deskbell.workspaces.roles import Role, may_grant
from deskbell.workspaces.tokens import invitation_link, invitation_token


def about(
    mail: Mail,
    invitation: Invitation,
    workspace: Workspace,
    *,
    public_url: str,
    key: bytes,
    reader: Role | None,
) -> About:
    """What the mail speaks of. `reader` is None for the recipient, whose mail it is."""
    alive = (
        mail.generation == invitation.generation
        and invitation.accepted_at is None
        and invitation.revoked_at is None
    )
    allowed = reader is None or may_grant(reader, Role(invitation.role))
    token = invitation_token(key, workspace.id, invitation.id, mail.generation)
    return About(
        workspace=workspace.name,
        role=invitation.role,
        invited_by=invitation.invited_by_name,
        invited=invitation.email,
        expires_at=invitation.expires_at,
        link=invitation_link(public_url, token) if alive and allowed else None,
        home=public_url,
    )
