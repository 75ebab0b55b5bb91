"""What follows in time: the first rules of a new agent, and the visitor who leaves in the middle of a form."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from deskbell.agents.access import open_agent_to_change
from deskbell.events.wire import Message, Reason
from deskbell.handoff.commands import collection
from deskbell.handoff.commands.rules import start_with_presets
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, Work

FIRST_RULES = "handoff.first_rules"
LEFT_ALONE = "handoff.left_alone"
LEFT_ALONE_AFTER = timedelta(minutes=5)


def works(database: Database, clock: Clock) -> Mapping[str, Work]:
    """Job kind → what to do."""

    async def first_rules(job: Claimed) -> None:
        async with database.transaction(job.workspace_id) as tx:
            agent = await open_agent_to_change(tx, UUID(job.args["agent_id"]))
            await start_with_presets(tx, agent, at=clock())

    async def left_alone(job: Claimed) -> None:
        async with database.transaction(job.workspace_id) as tx:
            question_seq = int(job.args["question_seq"])
            row = await collection.unanswered(tx, UUID(job.args["conversation_id"]), question_seq)
            if row is not None:
                await collection.stop(tx, row, clock(), because=Reason.LEFT_DURING_COLLECTION)

    return {FIRST_RULES: first_rules, LEFT_ALONE: left_alone}


def first_rules(workspace_id: UUID, agent_id: UUID) -> Job:
    """To be enqueued when an agent was created."""
    return Job(FIRST_RULES, workspace_id, {"agent_id": str(agent_id)}, str(agent_id))


def left_alone(workspace_id: UUID, question: Message) -> Job:
    """To be enqueued when the agent asks for details: nobody waits for ever in the middle of a form."""
    conversation_id = str(question.conversation_id)
    return Job(
        LEFT_ALONE,
        workspace_id,
        {"conversation_id": conversation_id, "question_seq": str(question.seq)},
        serial_key=f"conversation:{conversation_id}",
        run_after=question.at + LEFT_ALONE_AFTER,
    )
