"""Which events lead to nothing, whatever the reactions say: those of a set-up check. Pure."""

from deskbell.events.types import Event, FieldsCollected, MessagePosted
from deskbell.events.wire import Conversation


def is_quiet(event: Event) -> bool:
    """Of a set-up check: the agent takes its turns as for anybody, but nobody is rung for, mailed or counted."""
    conversation: Conversation | None = getattr(event, "conversation", None)
    is_of_check = conversation is not None and conversation.is_check
    return is_of_check and not isinstance(event, MessagePosted | FieldsCollected)
