"""Which unfinished answers may be shown: none of a conversation that the agent no longer holds. Pure state of one process."""

from collections import OrderedDict
from typing import TypeVar
from uuid import UUID

from deskbell.events import wire
from deskbell.events.ephemeral import Draft, DraftWithdrawn, Ephemeral
from deskbell.events.types import Event

REMEMBERED = 4096
Value = TypeVar("Value")


class DraftGate:
    """Remembers the drafts on screens, the epochs in which the agent was stopped, the turns that have answered."""

    def __init__(self) -> None:
        self._shown: OrderedDict[UUID, Draft] = OrderedDict()
        self._stopped_at: OrderedDict[UUID, int] = OrderedDict()
        self._finished: OrderedDict[UUID, bool] = OrderedDict()

    def lets_through(self, sign: Ephemeral) -> bool:
        """False for a draft of an epoch that is over."""
        if isinstance(sign, DraftWithdrawn):
            self._shown.pop(sign.conversation_id, None)
        if not isinstance(sign, Draft):
            return True
        if self._stopped_at.get(sign.conversation_id, 0) > sign.epoch or sign.turn_id in self._finished:
            return False  # the log may be read faster than the bus brings a draft
        _remember(self._shown, sign.conversation_id, sign)
        return True

    def withdrawn_by(self, event: Event) -> DraftWithdrawn | None:
        """The withdrawal to spread when an event ends an answer that is on somebody's screen unfinished."""
        conversation: wire.Conversation | None = getattr(event, "conversation", None)
        if conversation is None:
            return None
        stopped = conversation.state is not wire.State.AGENT
        if stopped:
            _remember(self._stopped_at, conversation.id, conversation.epoch)
        message: wire.Message | None = getattr(event, "message", None)
        finished = message is not None and message.author is wire.Author.AGENT
        if message is not None and message.turn_id is not None:
            _remember(self._finished, message.turn_id, True)  # noqa: FBT003 - a set in order
        shown = self._shown.pop(conversation.id, None) if stopped or finished else None
        return None if shown is None or finished else _withdrawal(shown)


def _withdrawal(shown: Draft) -> DraftWithdrawn:
    return DraftWithdrawn(
        conversation_id=shown.conversation_id,
        visitor_id=shown.visitor_id,
        turn_id=shown.turn_id,
        text=shown.text,
    )


def _remember(memory: "OrderedDict[UUID, Value]", key: UUID, value: Value) -> None:
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)
