"""Which turn is behind a message of the thread, what to say when there is none, and whether its passages still stand. Pure."""

from collections.abc import Sequence, Set
from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.answering.queries import Turn
from deskbell.answering.tracing.stored import of_json
from deskbell.answering.tracing.trace import Considered
from deskbell.events.wire import Message, MessageKind, Reason

Standing: TypeAlias = Literal["same", "changed", "gone"]

OLDER = "This message is older than traces: how it came about was not kept."
NOBODYS = "The agent did not write this message."
_WITHOUT_A_TURN = {
    Reason.ASKED_FOR_PERSON: "The visitor pressed “Talk to a person”. The button works whatever the rules say.",
    Reason.EMERGENCY: "The emergency screen read the message itself, before the agent saw it.",
    Reason.REOPENED: "The visitor wrote after the chat was closed, and it reopened for people.",
    Reason.HANDED_BY_MEMBER: "A member let go of it.",
    Reason.AGENT_UNAVAILABLE: "The agent was stopped again and again before it could answer.",
}


def behind(message: Message, thread: Sequence[Message], turns: Sequence[Turn]) -> Turn | None:
    """The turn that wrote the message, or that led to this handoff: with a form in between, it is the one that began the form."""
    if message.turn_id is not None:
        return next((turn for turn in turns if turn.id == message.turn_id), None)
    if message.kind is not MessageKind.HANDED_OFF:
        return None
    earlier = [
        other.at for other in thread if other.seq < message.seq and other.kind is MessageKind.HANDED_OFF
    ]
    handed = [
        turn
        for turn in turns
        if turn.settled_at is not None
        and turn.settled_at <= message.at
        and all(turn.settled_at > at for at in earlier)
        and _led_to(turn, message.reason)
    ]
    return handed[0] if handed else None


def why_none(message: Message) -> str:
    """Why there is no trace to show."""
    if message.kind in {MessageKind.HANDED_OFF, MessageKind.REOPENED, MessageKind.EMERGENCY}:
        reason = Reason.EMERGENCY if message.kind is MessageKind.EMERGENCY else message.reason
        return _WITHOUT_A_TURN.get(reason, OLDER) if reason else OLDER
    return OLDER if message.turn_id is not None else NOBODYS


def _led_to(turn: Turn, reason: Reason | None) -> bool:
    trace = of_json(turn.trace)
    if (
        turn.state not in ("settled", "failed")
        or trace is None
        or trace.came is None
        or trace.came.outcome != "hand_off"
    ):
        return False
    return reason is Reason.LEFT_DURING_COLLECTION or trace.came.reason == reason


def standing(passage: Considered, sources: Set[UUID], texts: Set[str]) -> Standing:
    """Whether the content still says what the passage said. `sources` and `texts` (MD5) are what is there now."""
    if passage.source_id not in sources:
        return "gone"
    return "same" if passage.digest in texts else "changed"
