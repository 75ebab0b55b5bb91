"""What is remembered while details are collected, and the words around it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from deskbell.actions.access import Action
from deskbell.actions.collecting import Ask, Collection, Finished, Value
from deskbell.actions.fields import FieldSpec
from deskbell.conversations.commands.agent_side import Handover
from deskbell.conversations.commands.details import Detail
from deskbell.events import wire
from deskbell.events.wire import Priority, Reason, Tried
from deskbell.handoff.rules import OWN_WORDS, Match, Says


@dataclass(frozen=True)
class LettingGo:
    """Why the agent lets go. `collect_first`: the actions that come before and have not begun; `collected`: those that are done.
    `route`: the rule on the collected details that decided where it goes, with its version.

    `request` is the key of the visitor's press or form that was dealt with last: sent again, it changes nothing.
    """

    reason: Reason
    label: str
    rule_id: UUID | None = None
    rule_version: int | None = None
    matched: str | None = None
    score: float | None = None
    question: str | None = None
    tried: tuple[Tried, ...] = ()
    urgent: bool = False
    collect_first: tuple[UUID, ...] = ()
    collected: tuple[UUID, ...] = ()
    route: tuple[UUID, int] | None = None
    request: str | None = None
    says: Says = OWN_WORDS

    def because(self, reason: Reason) -> "LettingGo":
        """The same, for another reason (the visitor left in the middle)."""
        return replace(self, reason=reason)

    def routed(self, match: Match) -> "LettingGo":
        """The same, going where the rule on the collected details wants it; its actions come after."""
        return replace(
            self,
            label=match.label,
            route=(match.rule_id, match.version),
            urgent=self.urgent or match.priority is not Priority.NORMAL,
            collect_first=(*self.collect_first, *match.collect_first),
            says=match.says,
        )

    def beginning(self, action_id: UUID) -> "LettingGo":
        """The same, with this action begun: nothing is collected twice before one handoff."""
        left = tuple(other for other in self.collect_first if other != action_id)
        return replace(self, collect_first=left, collected=(*self.collected, action_id))

    @property
    def next_action(self) -> UUID | None:
        """What is to be collected next."""
        return next((action for action in self.collect_first if action not in self.collected), None)

    def after(self, request: str) -> "LettingGo":
        """The same, once the request of this key has been dealt with."""
        return replace(self, request=request)

    def handover(self, line: str, language: str) -> Handover:
        """What the conversation is told; `line` is what the visitor reads, in their language."""
        return Handover(
            reason=self.reason,
            label=self.label,
            line=line,
            rule_id=self.rule_id,
            rule_version=self.rule_version,
            route=self.route,
            matched=self.matched,
            score=self.score,
            question=self.question,
            tried=self.tried,
            urgent=self.urgent,
            language=language,
        )


@dataclass(frozen=True)
class Progress:
    """A collection under way on a conversation: of which action, before which handoff, how far."""

    action_id: UUID
    why: LettingGo
    collection: Collection


_PROGRESS: TypeAdapter[Progress] = TypeAdapter(Progress)


def write(progress: Progress) -> dict[str, Any]:
    """As it is stored with the conversation."""
    return _PROGRESS.dump_python(progress, mode="json")


def read(stored: Mapping[str, Any]) -> Progress:
    """As it was stored."""
    return _PROGRESS.validate_python(stored)


def form_of(action: Action, ask: Ask) -> wire.Form:
    """The card: every field of the action that is still open, what is known of the others, what is wrong."""
    return wire.Form(
        action_id=action.id,
        fields=tuple(
            wire.FormField(
                key=spec.key,
                label=spec.label,
                type=wire.FieldType(spec.type.value),
                required=spec.required,
                choices=spec.choices,
                hint=spec.hint,
            )
            for spec in ask.fields
        ),
        values={value.key: value.value for value in ask.collection.values},
        problems=tuple(wire.FieldProblem(key=p.key, sentence=p.sentence) for p in ask.problems),
    )


def question_text(action: Action, ask: Ask, *, first: bool) -> str:
    """What the agent says above the card; the action's introduction comes once."""
    return f"{action.intro} {ask.sentence}".strip() if first else ask.sentence


def details_of(action: Action, done: Finished) -> list[Detail]:
    """What is stored: the values, and which fields stayed open. The action may have been changed since it was asked."""
    given = {value.key: value for value in done.values}
    asked = done.collection.fields
    return [_detail(action, ordinal, spec, given.get(spec.key)) for ordinal, spec in enumerate(asked)]


def _detail(action: Action, ordinal: int, spec: FieldSpec, value: Value | None) -> Detail:
    return Detail(
        spec.key,
        spec.label,
        value=value.value if value else "",
        original=value.original if value else "",
        verified=value is not None and value.verified,
        missing=value is None,
        action_id=action.id,
        ordinal=ordinal,
    )


def name_among(details: Sequence[Detail]) -> str | None:
    """The visitor's own name, if they gave it: the first field that is called a name and is not the provider's."""
    for detail in details:
        asks_name = "name" in detail.key.lower() and "provider" not in detail.key.lower()
        if asks_name and detail.value and not detail.missing:
            return detail.value
    return None
