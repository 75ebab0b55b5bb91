"""The rows of rules, and what `fires_when` and `says` hold."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from deskbell.events.wire import Priority
from deskbell.handoff.rules import Rule, Says
from deskbell.handoff.when import When

WHEN: TypeAdapter[When] = TypeAdapter(Annotated[When, Field(discriminator="kind")])
SAYS: TypeAdapter[Says] = TypeAdapter(Says)


@dataclass(frozen=True)
class RuleRow:
    """A row of `rules`, with the actions of `rule_actions` in their order."""

    id: UUID
    agent_id: UUID
    position: int
    enabled: bool
    fires_when: object
    collect_first: list[UUID]
    label: str
    priority: str
    version: int
    says: object


def rule_of(row: RuleRow) -> Rule:
    """The row, with its kind as a class."""
    return Rule(
        row.id,
        row.agent_id,
        row.position,
        row.enabled,
        WHEN.validate_python(row.fires_when),
        tuple(row.collect_first),
        row.label,
        Priority(row.priority),
        row.version,
        SAYS.validate_python(row.says),
    )
