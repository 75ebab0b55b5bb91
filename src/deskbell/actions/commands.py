"""Writing actions."""

from collections.abc import Sequence
from datetime import datetime

from psycopg.errors import ForeignKeyViolation
from psycopg.types.json import Jsonb

from deskbell.actions import queries
from deskbell.actions.access import open_action
from deskbell.actions.fields import FieldSpec, check_fields
from deskbell.actions.tables import FIELDS, Action
from deskbell.agents.access import Agent
from deskbell.events.commands import record
from deskbell.events.types import ActionChanged
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, LimitReached
from deskbell.kit.ids import new_id

MOST_ACTIONS = 30


async def create_action(
    tx: Transaction, agent: Agent, *, name: str, intro: str, fields: Sequence[FieldSpec], at: datetime
) -> Action:
    """A new action of the agent. Nothing runs it until a rule collects with it."""
    if len(await queries.list_actions(tx, agent.id)) >= MOST_ACTIONS:
        raise LimitReached("too_many_actions", f"An agent has at most {MOST_ACTIONS} actions.")
    action_id = new_id()
    await tx.run(
        """
        INSERT INTO actions (workspace_id, id, agent_id, name, intro, fields, created_at)
        VALUES (%(workspace)s, %(id)s, %(agent)s, %(name)s, %(intro)s, %(fields)s, %(at)s)
        """,
        workspace=tx.workspace,
        id=action_id,
        agent=agent.id,
        name=name,
        intro=intro,
        fields=_stored(fields),
        at=at,
    )
    record(tx, ActionChanged(at=at, agent_id=agent.id))
    return await open_action(tx, action_id)


async def change_action(
    tx: Transaction, action: Action, *, name: str, intro: str, fields: Sequence[FieldSpec], at: datetime
) -> Action:
    """Replace what is asked. A form that a visitor is filling in keeps its questions."""
    await tx.run(
        """
        UPDATE actions SET name = %(name)s, intro = %(intro)s, fields = %(fields)s
        WHERE workspace_id = %(workspace)s AND id = %(id)s
        """,
        workspace=tx.workspace,
        id=action.id,
        name=name,
        intro=intro,
        fields=_stored(fields),
    )
    record(tx, ActionChanged(at=at, agent_id=action.agent_id))
    return await open_action(tx, action.id)


async def delete_action(tx: Transaction, action: Action, *, at: datetime) -> None:
    """Remove the action; `Conflict` while a rule collects with it (the database is the judge)."""
    try:
        await tx.run(
            "DELETE FROM actions WHERE workspace_id = %(workspace)s AND id = %(id)s",
            workspace=tx.workspace,
            id=action.id,
        )
    except ForeignKeyViolation as problem:
        raise Conflict(
            "action_in_use", f"“{action.name}” is in use. Change the rule that collects with it first."
        ) from problem
    record(tx, ActionChanged(at=at, agent_id=action.agent_id))


def _stored(fields: Sequence[FieldSpec]) -> Jsonb:
    return Jsonb(FIELDS.dump_python(check_fields(fields), mode="json"))
