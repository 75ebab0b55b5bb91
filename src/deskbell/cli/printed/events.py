"""docs/events.md: every event, what visitors see of it, and which jobs may follow. Asked of the code, with examples."""

from typing import Any, cast
from uuid import UUID

from pydantic import BaseModel

from deskbell.channels.widget.wire import ConversationForVisitor, MessageForVisitor
from deskbell.cli.printed.examples import event_types, variants
from deskbell.cli.printed.layout import page, table
from deskbell.kit.db import Transaction
from deskbell.reactions import reactions
from deskbell.realtime.for_visitor import for_visitor

INTRODUCTION = """Every change of a workspace is written to its log as one of these, at a gap-free position, in the transaction of the
change. Members receive the whole event. Visitors receive only what `realtime/for_visitor.py` builds from events of
their own conversation; everything else is denied. What follows is enqueued as a job in the same transaction
(`reactions.py`); a dash is a decision, not an omission."""

CARRIES = """## What an event carries

`at` is the instant of the change. `conversation` is the whole row after the change, so that a client replaces what it
has and never patches. `message` is the entry of the thread that the change added."""


def events_page() -> str:
    """One row per event."""
    rows = [
        (f"`{wire_name(event)}`", meaning(event), _carried(event), _seen_by_visitors(event), _follows(event))
        for event in event_types()
    ]
    head = ["Event", "What has happened", "Carries", "The visitor receives", "What may follow"]
    return page("Events", INTRODUCTION, table(head, rows), CARRIES)


def wire_name(event: type[BaseModel]) -> str:
    """`conversation.taken_over`."""
    return str(event.model_fields["type"].default)


def meaning(event: type[BaseModel]) -> str:
    """The event's own docstring; that of its family does not count."""
    own = cast("str | None", event.__dict__.get("__doc__"))
    return " ".join(own.split()) if own else ""


def _carried(event: type[BaseModel]) -> str:
    return ", ".join(f"`{name}`" for name in event.model_fields if name not in {"type", "at"}) or "–"


def _seen_by_visitors(event: type[BaseModel]) -> str:
    seen = {_share(for_visitor(variant)) for variant in variants(event)}
    return ", or ".join(sorted(seen))


def _share(shown: MessageForVisitor | ConversationForVisitor | None) -> str:
    match shown:
        case MessageForVisitor():
            return "message and state"
        case ConversationForVisitor():
            return "state"
        case None:
            return "–"


def _follows(event: type[BaseModel]) -> str:
    tx = Transaction(cast(Any, None), UUID(int=1))  # which workspace is all that reactions ask of it
    kinds = {job.kind for variant in variants(event) for job in reactions(variant, tx)}
    return ", ".join(f"`{kind}`" for kind in sorted(kinds)) or "–"
