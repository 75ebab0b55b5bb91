"""Writing the log: an event is recorded with its change and appended, with its jobs, as the last act before the commit."""

from collections.abc import Callable, Sequence
from uuid import UUID

from deskbell.events.quiet import is_quiet
from deskbell.events.types import Event
from deskbell.kit.db import Settle, Transaction
from deskbell.kit.jobs import Job, enqueue_all


def record(tx: Transaction, event: Event) -> None:
    """Note what happened. It gets its position when the transaction settles, and exists only if that commits."""
    tx.events.append(event)


def settling(reactions: Callable[[Event, Transaction], Sequence[Job]]) -> Settle:
    """What runs before every commit: append the recorded events, enqueue what follows from them."""

    async def settle(tx: Transaction) -> None:
        if not tx.events:
            return
        jobs = [job for event in tx.events if not is_quiet(event) for job in reactions(event, tx)]
        if jobs:
            await enqueue_all(tx, jobs)
        _append(tx, tx.events)
        tx.wake(log_topic(tx))

    return settle


def log_topic(tx: Transaction) -> str:
    """The bus topic that says "this workspace's log has grown"."""
    return log_topic_of(tx.workspace)


def log_topic_of(workspace_id: UUID) -> str:
    """The same, for whoever listens."""
    return f"log:{workspace_id}"


def _append(tx: Transaction, events: Sequence[Event]) -> None:
    entries = ",".join(event.model_dump_json() for event in events)
    tx.at_last("SELECT append_events({}::jsonb)", f"[{entries}]")
