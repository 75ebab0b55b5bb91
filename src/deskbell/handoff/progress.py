"""What is remembered while details are collected, and the words around it. Pure."""

from dataclasses import dataclass, replace
from uuid import UUID

from deskbell.conversations.commands.agent_side import Handover
from deskbell.events.wire import Reason, Tried


@dataclass(frozen=True)
class LettingGo:
    """Why the agent lets go; `collect_first` names the action that comes before."""

    reason: Reason
    label: str
    rule_id: UUID | None = None
    rule_version: int | None = None
    matched: str | None = None
    score: float | None = None
    question: str | None = None
    tried: tuple[Tried, ...] = ()
    urgent: bool = False
    collect_first: UUID | None = None

    def because(self, reason: Reason) -> "LettingGo":
        """The same, for another reason (the visitor left in the middle)."""
        return replace(self, reason=reason)

    def handover(self, line: str) -> Handover:
        """What the conversation is told; `line` is what the visitor reads."""
        return Handover(
            reason=self.reason,
            label=self.label,
            line=line,
            rule_id=self.rule_id,
            rule_version=self.rule_version,
            matched=self.matched,
            score=self.score,
            question=self.question,
            tried=self.tried,
            urgent=self.urgent,
        )
