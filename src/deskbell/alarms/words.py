"""What the alarm says in mails and to webhooks: that somebody is needed, and where. Never who wrote, nor a word of it. Pure."""

import json
from datetime import datetime
from uuid import UUID

from deskbell.alarms.tables import Call
from deskbell.kit.mail import Letter


def letter(call: Call, workspace: str, public_url: str, now: datetime) -> Letter:
    """The mail of a call. The same call has the same id, so that a mail program can drop the second of two."""
    message_id = f"<{call.id}@alarm.deskbell>"
    if call.conversation_id is None:
        return Letter(
            call.recipient,
            f"TEST: the alarm of {workspace}",
            f"This is a TEST. Nothing has happened.\n\nAn admin of {workspace} tries the alarm that calls when nobody "
            f"acknowledges an emergency. A real one would look like this, without TEST, and with a link:\n"
            f"{public_url}/inbox\n",
            message_id=message_id,
        )
    return Letter(
        call.recipient,
        f"Emergency at {workspace}: nobody has acknowledged it yet",
        f"{_minutes(call, now)} words of a visitor of {workspace} sounded like an emergency, and nobody has "
        f"acknowledged it yet. The visitor was shown the emergency numbers.\n\n"
        f"Open it and press Acknowledge:\n{public_url}/inbox/{call.conversation_id}\n\n"
        "What was written is only there. This mail comes again until a member has acknowledged it.\n",
        message_id=message_id,
    )


def signal(call: Call, workspace_id: UUID, public_url: str) -> str:
    """The body of a webhook."""
    is_test = call.conversation_id is None
    where = f"{public_url}/inbox" + ("" if is_test else f"/{call.conversation_id}")
    return json.dumps(
        {
            "type": "emergency.test" if is_test else "emergency.unacknowledged",
            "timestamp": call.created_at.isoformat(),
            "data": {
                "test": is_test,
                "workspace_id": str(workspace_id),
                "conversation_id": None if is_test else str(call.conversation_id),
                "raised_at": call.raised_at.isoformat(),
                "url": where,
            },
        }
    )


def _minutes(call: Call, now: datetime) -> str:
    minutes = int((now - call.raised_at).total_seconds() // 60)
    return "Just now" if minutes < 1 else "A minute ago" if minutes == 1 else f"{minutes} minutes ago"
