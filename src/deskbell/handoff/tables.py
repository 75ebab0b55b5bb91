"""The rows of rules, and what `fires_when` holds."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from deskbell.events.wire import Priority
from deskbell.handoff.rules import Rule
from deskbell.handoff.when import When

WHEN: TypeAdapter[When] = TypeAdapter(Annotated[When, Field(discriminator="kind")])


@dataclass(frozen=True)
class RuleRow:
    """A row of `rules`."""

    id: UUID
    agent_id: UUID
    position: int
    enabled: bool
    fires_when: object
    collect_first: UUID | None
    label: str
    priority: str
    version: int


def rule_of(row: RuleRow) -> Rule:
    """The row, with its kind as a class."""
    return Rule(
        row.id,
        row.agent_id,
        row.position,
        row.enabled,
        WHEN.validate_python(row.fires_when),
        row.collect_first,
        row.label,
        Priority(row.priority),
        row.version,
    )
