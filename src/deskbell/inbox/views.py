"""The views of the inbox, as data: which conversations, in which order. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import LiteralString


class View(StrEnum):
    NEEDS_PERSON = "needs_person"
    MINE = "mine"
    AGENT = "agent"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Shape:
    """`name` is the view's; `condition` filters; `order` sorts; `after` keeps what comes after the cursor in that order."""

    name: LiteralString
    condition: LiteralString
    order: LiteralString
    after: LiteralString


_NEWEST_FIRST: LiteralString = "c.updated_at DESC, c.id DESC"
_AFTER_NEWEST: LiteralString = "(c.updated_at, c.id) < (%(cursor_at)s, %(cursor_id)s)"

SHAPES: dict[View, Shape] = {
    # Emergencies first, then whoever has waited longest. An emergency that a member holds stays on top
    # until the conversation is closed; it sorts by when the emergency was raised.
    View.NEEDS_PERSON: Shape(
        "needs_person",
        "(c.state = 'waiting' OR c.priority = 'emergency')",
        "(c.priority <> 'emergency')::integer, coalesce(c.waiting_since, c.emergency_raised_at), c.id",
        """((c.priority <> 'emergency')::integer, coalesce(c.waiting_since, c.emergency_raised_at), c.id)
           > (%(cursor_rank)s, %(cursor_at)s, %(cursor_id)s)""",
    ),
    View.MINE: Shape(
        "mine", "c.state = 'member' AND c.holder_id = %(member_id)s", _NEWEST_FIRST, _AFTER_NEWEST
    ),
    View.AGENT: Shape("agent", "c.state = 'agent'", _NEWEST_FIRST, _AFTER_NEWEST),
    View.OPEN: Shape("open", "c.state <> 'resolved'", _NEWEST_FIRST, _AFTER_NEWEST),
    View.CLOSED: Shape("closed", "c.state = 'resolved'", _NEWEST_FIRST, _AFTER_NEWEST),
}
