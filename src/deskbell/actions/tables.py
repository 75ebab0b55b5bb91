"""The rows of this slice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter

from deskbell.actions.fields import FieldSpec

FIELDS: TypeAdapter[tuple[FieldSpec, ...]] = TypeAdapter(tuple[FieldSpec, ...])


@dataclass(frozen=True)
class Action:
    """A form the agent asks a visitor to fill: `intro` is said first, `fields` are asked in their order."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    name: str
    intro: str
    fields: Sequence[FieldSpec]
    created_at: datetime


@dataclass(frozen=True)
class ActionRow:
    """A row of `actions`."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    name: str
    intro: str
    fields: list[object]
    created_at: datetime


def action_of(row: ActionRow) -> Action:
    """The row, with its fields as values."""
    return Action(
        row.workspace_id,
        row.id,
        row.agent_id,
        row.name,
        row.intro,
        FIELDS.validate_python(row.fields),
        row.created_at,
    )
