"""What follows in time: the first rules of a new agent, the visitor who leaves in the middle of a form, and people who leave while
somebody waits for them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from deskbell.agents.access import open_agent_to_change
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.jobs import release_held
from deskbell.events import wire
from deskbell.events.types import HandedOff, MemberChanged, MemberRemoved, Reopened
from deskbell.events.wire import Message, Priority, Reason, State
from deskbell.handoff.commands import collection
from deskbell.handoff.commands.letting_go import tell_that_all_left
from deskbell.handoff.commands.rules import start_with_presets
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, Work, enqueue
from deskbell.workspaces.availability import Kind
from deskbell.workspaces.queries import availability_at

FIRST_RULES = "handoff.first_rules"
LEFT_ALONE = "handoff.left_alone"
LEFT_ALONE_AFTER = timedelta(minutes=5)
STILL_HERE = "handoff.still_here"
LOOK_AT_WAITING = "handoff.look_at_waiting"
LOOK_AGAIN = timedelta(seconds=30)


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

    return {FIRST_RULES: first_rules, LEFT_ALONE: left_alone, **_waiting_works(database, clock)}


def _waiting_works(database: Database, clock: Clock) -> Mapping[str, Work]:
    async def still_here(job: Claimed) -> None:
        async with database.transaction(job.workspace_id) as tx:
            conversation_id, epoch = UUID(job.args["conversation_id"]), int(job.args["epoch"])
            row = await conversations.locked(tx, conversation_id)
            if row is None or row.state != State.WAITING or row.epoch != epoch:
                return
            here = (await availability_at(tx, clock())).kind is Kind.HERE
            if here:
                await enqueue(tx, _still_here_job(row, job.workspace_id, clock() + LOOK_AGAIN, was_here=True))
            elif job.args["was_here"] == "yes":
                await tell_that_all_left(tx, row, clock())

    async def look_at_waiting(job: Claimed) -> None:
        async with database.transaction(job.workspace_id) as tx:
            for conversation_id in await conversations.waiting(tx):
                row = await conversations.conversation(tx, conversation_id)
                if row is not None:
                    await enqueue(tx, _still_here_job(row, job.workspace_id, clock(), was_here=False))

    return {STILL_HERE: still_here, LOOK_AT_WAITING: look_at_waiting}


def waits_for_person(workspace_id: UUID, event: HandedOff | Reopened) -> Sequence[Job]:
    """To be enqueued when somebody begins to wait: if people are there and leave, the visitor is told, once."""
    conversation = event.conversation
    if conversation.state is not State.WAITING or conversation.is_test:
        return []
    if conversation.priority is Priority.EMERGENCY:
        return []
    return [_still_here_job(conversation, workspace_id, None, was_here=False)]


def after_member(workspace_id: UUID, event: MemberChanged | MemberRemoved) -> Sequence[Job]:
    """To be enqueued when a member goes away or is gone: what they held, and who waits."""
    look = Job(LOOK_AT_WAITING, workspace_id, {}, "people", dedupe_key="people")
    if isinstance(event, MemberRemoved):
        return [*release_held(workspace_id, event.member_id, event.at), look]
    return [look] if event.member.availability == "away" else []


def _still_here_job(
    row: Conversation | wire.Conversation, workspace_id: UUID, at: datetime | None, *, was_here: bool
) -> Job:
    args = {
        "conversation_id": str(row.id),
        "epoch": str(row.epoch),
        "was_here": "yes" if was_here else "no",
    }
    key = f"{row.id}:{row.epoch}"
    return Job(STILL_HERE, workspace_id, args, f"people:{row.id}", dedupe_key=key, run_after=at)


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
