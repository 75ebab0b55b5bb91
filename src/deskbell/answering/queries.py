"""Loading what a turn needs, and reading what turns have left."""

from collections.abc import Sequence
from uuid import UUID

from deskbell.agents.access import open_agent
from deskbell.answering.outcomes import Said, TurnInput
from deskbell.answering.tables import Turn
from deskbell.answering.verbatim.confidence import Calibration, fitted
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import LONGEST_MESSAGE, Conversation
from deskbell.events.wire import Author, Message, MessageKind
from deskbell.handoff.queries import list_rules
from deskbell.kit.db import Transaction
from deskbell.workspaces.queries import workspace

REMEMBERED_MESSAGES = 20
LONGEST_QUESTION = (
    LONGEST_MESSAGE  # as long as one may be: a hundred long ones must not keep the worker from everybody else
)

NOBODY = UUID(int=0)  # a rehearsal has no conversation, and nobody reads along

# After one of these the agent starts from nothing: what was written before is not asked of it again.
_FRESH_STARTS = {MessageKind.HANDED_BACK, MessageKind.REOPENED}


async def load_turn(tx: Transaction, row: Conversation, turn_id: UUID) -> TurnInput | None:
    """The value a turn runs on; None when the visitor has written nothing that waits for an answer."""
    messages = [projection.message(message) for message in await conversations.messages(tx, row.id)]
    text, thread = unanswered(messages)
    if not text:
        return None
    return TurnInput(
        id=turn_id,
        workspace_id=tx.workspace,
        conversation_id=row.id,
        visitor_id=row.visitor_id,
        epoch=row.epoch,
        visitor_seq=row.last_visitor_seq,
        agent=await open_agent(tx, row.agent_id),
        workspace_name=(await workspace(tx)).name,
        rules=tuple(await list_rules(tx, row.agent_id)),
        text=text,
        thread=tuple(_said(message) for message in thread[-REMEMBERED_MESSAGES:]),
    )


def _said(message: Message) -> Said:
    return Said(message.author, message.text, message.sources[0].path if message.sources else "")


def unanswered(messages: Sequence[Message]) -> tuple[str, Sequence[Message]]:
    """What the visitor wrote since the agent last spoke (or was given the conversation back), and what came before."""
    last = next(
        (
            index
            for index, message in reversed(list(enumerate(messages)))
            if message.author is Author.AGENT or message.kind in _FRESH_STARTS
        ),
        -1,
    )
    waiting = [message.text for message in messages[last + 1 :] if message.author is Author.VISITOR]
    before = [message for message in messages[: last + 1] if message.author is not Author.DESK]
    return "\n".join(waiting)[-LONGEST_QUESTION:], before


async def find_turn(tx: Transaction, turn_id: UUID) -> Turn | None:
    """A turn with its trace."""
    return await tx.maybe(
        Turn,
        "SELECT * FROM turns WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=turn_id,
    )


async def turns_of(tx: Transaction, conversation_id: UUID) -> list[Turn]:
    """Every turn of a conversation, oldest first: also those that were dropped or failed."""
    return await tx.all(
        Turn,
        """
        SELECT * FROM turns WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s
        ORDER BY started_at, id
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
    )


async def turn_for_members(
    tx: Transaction,
    agent_id: UUID,
    question: str,
    repeated: UUID | None = None,
    *,
    within: UUID | None = None,
) -> TurnInput:
    """The value that a rehearsal runs on: today's settings and rules, and what was said before the turn that it repeats.
    `within`: the one source to answer from.
    """
    turn = await find_turn(tx, repeated) if repeated else None
    before: Sequence[Message] = []
    if turn is not None:
        rows = await conversations.messages(tx, turn.conversation_id)
        seen = [projection.message(row) for row in rows if row.seq <= turn.visitor_seq]
        _, before = unanswered(seen)
    return TurnInput(
        id=NOBODY,
        workspace_id=tx.workspace,
        conversation_id=NOBODY,
        visitor_id=NOBODY,
        epoch=0,
        visitor_seq=0,
        agent=await open_agent(tx, agent_id),
        workspace_name=(await workspace(tx)).name,
        rules=tuple(await list_rules(tx, agent_id)),
        text=question,
        thread=tuple(Said(message.author, message.text) for message in before[-REMEMBERED_MESSAGES:]),
        within=within,
    )


async def find_calibration(tx: Transaction, agent_id: UUID, model: str) -> Calibration | None:
    """What was measured for this agent's content with this model and today's weights; None until then."""
    return await tx.maybe(
        Calibration,
        """
        SELECT score_shift, score_scale FROM calibrations
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND model = %(model)s AND fitted = %(fitted)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        model=model,
        fitted=fitted().name,
    )
