"""Letting go of a conversation: collect first when the rule says so, then hand off. Also: what ends a collection.

The collection itself is pure (`actions.collecting`); here it is loaded, stored and finished.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from deskbell.actions import collecting
from deskbell.actions.queries import find_action
from deskbell.actions.tables import Action
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import agent_side, details
from deskbell.events import wire
from deskbell.handoff import progress
from deskbell.handoff.progress import LettingGo, Progress
from deskbell.handoff.queries import list_rules
from deskbell.handoff.rules import in_order
from deskbell.handoff.when import AsksForPerson
from deskbell.handoff.wording import handed_off_line
from deskbell.kit.db import Transaction
from deskbell.workspaces.queries import availability_at, workspace

__all__ = [
    "LettingGo",
    "agent_unavailable",
    "button_pressed",
    "details_written",
    "form_submitted",
    "left_alone",
    "pass_on",
    "stop_collecting",
]


async def pass_on(
    tx: Transaction, row: Conversation, why: LettingGo, text: str, at: datetime
) -> Conversation:
    """Hand the conversation to people; ask for the details of the rule's action before, unless all are known."""
    action = await find_action(tx, why.collect_first) if why.collect_first else None
    if action is None:
        return await _hand_off(tx, row, why, at)
    known = {field.key: field.value for field in await conversations.fields(tx, row.id, row.segment)}
    step = collecting.begin(action.fields, known, text)
    return await _take_step(tx, row, Progress(action.id, why, step.collection), step, action, at)


async def button_pressed(tx: Transaction, row: Conversation, key: str, at: datetime) -> Conversation:
    """"Talk to a person": works whatever the rules say; collects first when the rule for such requests does."""
    if row.state != wire.State.AGENT:
        return row
    if row.collection is not None:
        return await stop_collecting(tx, row, key, at)
    rules = in_order(await list_rules(tx, row.agent_id))
    rule = next((rule for rule in rules if isinstance(rule.when, AsksForPerson)), None)
    why = LettingGo(
        reason=wire.Reason.ASKED_FOR_PERSON,
        label=rule.label if rule else "Asked for a person",
        rule_id=rule.id if rule else None,
        rule_version=rule.version if rule else None,
        matched="“Talk to a person” button",
        collect_first=rule.collect_first if rule else None,
    )
    return await pass_on(tx, row, why, "", at)


async def details_written(tx: Transaction, row: Conversation, text: str, at: datetime) -> Conversation:
    """The visitor wrote in the middle of a collection: take what the message gives."""
    kept, action = await _open(tx, row)
    if action is None:
        return await _hand_off(tx, row, kept.why, at)
    step = collecting.take(kept.collection, text)
    return await _take_step(tx, row, kept, step, action, at)


async def form_submitted(
    tx: Transaction, row: Conversation, key: str, values: Mapping[str, str], at: datetime
) -> Conversation:
    """The visitor filled the card. Sent twice, or after the handoff, it changes nothing."""
    if row.collection is None or row.state != wire.State.AGENT:
        return row
    kept, action = await _open(tx, row)
    if action is None:
        return await _hand_off(tx, row, kept.why, at)
    step = collecting.submit(kept.collection, values)
    return await _take_step(tx, row, kept, step, action, at)


async def stop_collecting(tx: Transaction, row: Conversation, key: str, at: datetime) -> Conversation:
    """"Just connect me": hand off at once, with what there is."""
    return await _finish_early(tx, row, at, reason=None)


async def left_alone(tx: Transaction, row: Conversation, at: datetime) -> Conversation:
    """The visitor left in the middle: queue the conversation with what there is."""
    return await _finish_early(tx, row, at, reason=wire.Reason.LEFT_DURING_COLLECTION)


async def agent_unavailable(tx: Transaction, row: Conversation, at: datetime) -> Conversation:
    """The agent cannot answer: a person has to."""
    why = LettingGo(wire.Reason.AGENT_UNAVAILABLE, "Agent unavailable")
    return await _hand_off(tx, row, why, at)


async def _finish_early(
    tx: Transaction, row: Conversation, at: datetime, *, reason: wire.Reason | None
) -> Conversation:
    if row.collection is None or row.state != wire.State.AGENT:
        return row
    kept, action = await _open(tx, row)
    if action is not None:
        row = await _keep(tx, row, collecting.stop(kept.collection), action, at)
    return await _hand_off(tx, row, kept.why.because(reason) if reason else kept.why, at)


async def _open(tx: Transaction, row: Conversation) -> tuple[Progress, Action | None]:
    stored: Mapping[str, Any] = (row.collection or {})["progress"]
    kept = progress.read(stored)
    return kept, await find_action(tx, kept.action_id)


async def _take_step(
    tx: Transaction, row: Conversation, kept: Progress, step: collecting.Step, action: Action, at: datetime
) -> Conversation:
    if isinstance(step, collecting.Finished):
        row = await _keep(tx, row, step, action, at)
        return await _hand_off(tx, row, kept.why, at)
    kept = Progress(action.id, kept.why, step.collection)
    return await agent_side.ask_for_details(
        tx,
        row,
        key=f"collect:{row.epoch}:{row.last_seq}",
        text=progress.question_text(action, step, first=row.collection is None),
        form=progress.form_of(action, step),
        progress=progress.write(kept),
        at=at,
    )


async def _keep(
    tx: Transaction, row: Conversation, done: collecting.Finished, action: Action, at: datetime
) -> Conversation:
    values = progress.details_of(action, done)
    return await details.keep_details(tx, row, values, at, name=progress.name_among(values))


async def _hand_off(tx: Transaction, row: Conversation, why: LettingGo, at: datetime) -> Conversation:
    availability = await availability_at(tx, at)
    line = handed_off_line(why.reason, availability, (await workspace(tx)).time_zone)
    return await agent_side.hand_off(tx, row, why.handover(line), at)


async def collecting_conversation(tx: Transaction, conversation_id: UUID, epoch: int) -> Conversation | None:
    """The locked conversation if it is still collecting in that epoch."""
    row = await conversations.locked(tx, conversation_id)
    return row if row is not None and row.epoch == epoch and row.collection is not None else None
