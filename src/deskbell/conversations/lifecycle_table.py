"""What every verb does in every state, asked of the lifecycle itself. Pure; docs/lifecycle.md is printed from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias, assert_never
from uuid import UUID

from deskbell.conversations import lifecycle
from deskbell.conversations.lifecycle import LifecycleState, Resolved, Waiting, WithAgent, WithMember
from deskbell.events.wire import Reason
from deskbell.kit.errors import DeskbellError

Verb: TypeAlias = Callable[[LifecycleState], LifecycleState]

START = datetime(2026, 1, 1, tzinfo=UTC)
ADA = WithMember(UUID(int=1), "Ada", START)
BEN = WithMember(UUID(int=2), "Ben", START)

STATES: Mapping[str, LifecycleState] = {
    "with the agent": WithAgent(START),
    "waiting": Waiting(Reason.NO_ANSWER, START),
    "with Ada": ADA,
    "resolved": Resolved(START),
}
VERBS: Mapping[str, Verb] = {
    "the visitor writes (`visitor_wrote`)": lambda state: lifecycle.visitor_wrote(state, START),
    "the agent lets go (`hand_off`)": lambda state: lifecycle.hand_off(state, Reason.NO_ANSWER, START),
    "an emergency is seen (`raise_emergency`)": lambda state: lifecycle.raise_emergency(state, START),
    "Ada takes over (`take_over`)": lambda state: lifecycle.take_over(state, ADA),
    "Ben takes over": lambda state: lifecycle.take_over(state, BEN),
    "Ben takes over and confirms that it is from Ada": lambda state: lifecycle.take_over(
        state, BEN, taking_from=ADA.member_id
    ),
    "a member returns it to the agent (`hand_back`)": lambda state: lifecycle.hand_back(state, START),
    "Ada is removed from the workspace (`member_left`)": lambda state: lifecycle.member_left(
        state, ADA.member_id, START
    ),
    "a member closes it (`resolve`)": lambda state: lifecycle.resolve(state, START),
    "Ben undoes the close (`reopen`)": lambda state: lifecycle.reopen(state, BEN),
}


@dataclass(frozen=True)
class Row:
    """One verb, and what it leads to in each of `STATES`, in their order."""

    verb: str
    cells: tuple[str, ...]


def table() -> list[Row]:
    """Every verb of the lifecycle on every state; "–" where nothing changes."""
    return [
        Row(name, tuple(_after(verb, state) for state in STATES.values())) for name, verb in VERBS.items()
    ]


def may_reply() -> Row:
    """The one question that everybody asks."""
    cells = tuple("yes" if lifecycle.agent_may_reply(state) else "no" for state in STATES.values())
    return Row("may the agent reply? (`agent_may_reply`)", cells)


def _after(verb: Verb, state: LifecycleState) -> str:
    try:
        after = verb(state)
    except DeskbellError as refusal:
        return f"refused: `{refusal.code}`"
    return "–" if after == state else _shown(after)


def _shown(state: LifecycleState) -> str:
    match state:
        case WithAgent():
            return "with the agent"
        case Waiting(reason=reason):
            return f"waiting (`{reason}`)"
        case WithMember(name=name):
            return f"with {name}"
        case Resolved():
            return "resolved"
        case _:
            assert_never(state)
