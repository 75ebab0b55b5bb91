"""What follows in time: a member's access ends, and their conversations go back to the queue."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from deskbell.conversations import queries
from deskbell.conversations.commands.releasing import release
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, Work

RELEASE = "conversations.release"
LONGEST_REQUEST = timedelta(minutes=1)


def release_held(workspace_id: UUID, member_id: UUID, removed_at: datetime) -> Sequence[Job]:
    """To be enqueued when a member was removed. Twice: a request of theirs that was under way may still take one."""
    once = Job(RELEASE, workspace_id, {"member_id": str(member_id)}, serial_key=f"member:{member_id}")
    return [once, replace(once, run_after=removed_at + LONGEST_REQUEST)]


def works(database: Database, clock: Clock) -> Mapping[str, Work]:
    """Job kind → what to do."""

    async def released(job: Claimed) -> None:
        """One transaction per conversation: no member waits for the locks of many. Repeating it is harmless."""
        member_id = UUID(job.args["member_id"])
        async with database.transaction(job.workspace_id) as tx:
            held = await queries.held_by(tx, member_id)
        for conversation_id in held:
            async with database.transaction(job.workspace_id) as tx:
                row = await queries.locked(tx, conversation_id)
                if row is not None:
                    await release(tx, row, member_id, clock())

    return {RELEASE: released}
