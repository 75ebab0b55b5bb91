"""Who has a conversation, and what each verb does to that. Pure: every verb answers for every state.

`agent_may_reply` is the only question anyone asks. docs/lifecycle.md is printed by asking these functions.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never
from uuid import UUID

from deskbell.events.wire import Reason
from deskbell.kit.errors import Conflict


@dataclass(frozen=True)
class WithAgent:
    """The agent answers."""

    since: datetime


@dataclass(frozen=True)
class Waiting:
    """Nobody has it yet: a person is needed."""

    reason: Reason
    since: datetime


@dataclass(frozen=True)
class WithMember:
    """A member holds it; the agent is silent."""

    member_id: UUID
    name: str
    since: datetime


@dataclass(frozen=True)
class Resolved:
    """Closed. The agent stays silent here for good."""

    at: datetime


LifecycleState: TypeAlias = WithAgent | Waiting | WithMember | Resolved


def agent_may_reply(state: LifecycleState) -> bool:
    """True only while the agent holds the conversation."""
    return isinstance(state, WithAgent)


def visitor_wrote(state: LifecycleState, at: datetime) -> LifecycleState:
    """A visitor's message never changes the holder, except that it reopens a resolved thread for people."""
    match state:
        case WithAgent() | Waiting() | WithMember():
            return state
        case Resolved():
            return Waiting(Reason.REOPENED, at)
        case _:
            assert_never(state)


def hand_off(state: LifecycleState, reason: Reason, at: datetime) -> LifecycleState:
    """The agent lets go. Where the agent does not hold, there is nothing to let go of."""
    match state:
        case WithAgent():
            return Waiting(reason, at)
        case Waiting() | WithMember() | Resolved():
            return state
        case _:
            assert_never(state)


def raise_emergency(state: LifecycleState, at: datetime) -> LifecycleState:
    """Whoever had it, a person is needed now; a member who holds it keeps it."""
    match state:
        case WithAgent() | Resolved():
            return Waiting(Reason.EMERGENCY, at)
        case Waiting():
            return Waiting(Reason.EMERGENCY, state.since)
        case WithMember():
            return state
        case _:
            assert_never(state)


def take_over(state: LifecycleState, by: WithMember, *, taking_from: UUID | None = None) -> LifecycleState:
    """`by` takes it. From a colleague only when `taking_from` names that colleague (the confirmed question)."""
    match state:
        case WithAgent() | Waiting():
            return by
        case WithMember() if state.member_id == by.member_id:
            return state
        case WithMember() if state.member_id == taking_from:
            return by
        case WithMember():
            raise Conflict(
                "held_by_colleague",
                f"{state.name} has this conversation.",
                holder_id=str(state.member_id),
                holder_name=state.name,
            )
        case Resolved():
            raise Conflict("resolved", "This conversation is closed. Reopen it first.")
        case _:
            assert_never(state)


def hand_back(state: LifecycleState, at: datetime) -> LifecycleState:
    """Return to the agent, which answers only what comes after."""
    match state:
        case WithAgent():
            return state
        case Waiting() | WithMember():
            return WithAgent(at)
        case Resolved():
            raise Conflict("resolved", "This conversation is closed. Reopen it first.")
        case _:
            assert_never(state)


def member_left(state: LifecycleState, member_id: UUID, at: datetime) -> LifecycleState:
    """The member's access has ended: what they held waits for a colleague. The rest is not theirs to lose."""
    match state:
        case WithMember() if state.member_id == member_id:
            return Waiting(Reason.HANDED_BY_MEMBER, at)
        case WithAgent() | Waiting() | WithMember() | Resolved():
            return state
        case _:
            assert_never(state)


def resolve(state: LifecycleState, at: datetime) -> LifecycleState:
    """Close. Closing twice is closing once."""
    match state:
        case WithAgent() | Waiting() | WithMember():
            return Resolved(at)
        case Resolved():
            return state
        case _:
            assert_never(state)


def reopen(state: LifecycleState, by: WithMember) -> LifecycleState:
    """A member undoes the close and holds the conversation; otherwise nothing changes."""
    match state:
        case WithAgent() | Waiting() | WithMember():
            return state
        case Resolved():
            return by
        case _:
            assert_never(state)
