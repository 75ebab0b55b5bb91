"""Collecting details on a conversation, until they are there or the visitor has had enough; then the handoff.

The reading of answers is pure (`actions.collecting`); here its state is loaded, stored and finished.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from deskbell.actions import collecting
from deskbell.actions.access import Action
from deskbell.actions.queries import find_action
from deskbell.actions.wording import said, together
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import agent_side, details
from deskbell.events import wire
from deskbell.handoff import progress
from deskbell.handoff.commands.letting_go import let_go
from deskbell.handoff.progress import LettingGo, Progress
from deskbell.handoff.queries import language_of_visitor, list_rules
from deskbell.handoff.rules import fired_of, tried_on_details
from deskbell.handoff.when import DetailFacts
from deskbell.kit.db import Transaction


async def begin_next(
    tx: Transaction, row: Conversation, why: LettingGo, text: str, at: datetime
) -> Conversation:
    """Ask for what is not known yet in this segment, action by action; nothing (more) to ask → the handoff."""
    action_id = why.next_action
    if action_id is None:
        return await let_go(tx, row, why, at)
    why = why.beginning(action_id)
    action = await find_action(tx, action_id)
    if action is None:  # removed meanwhile
        return await begin_next(tx, row, why, text, at)
    known = await conversations.fields(tx, row.id, row.segment)
    values = {field.key: field.value for field in known}
    step = collecting.begin(action.fields, values, text, await language_of_visitor(tx, row))
    return await _take_step(tx, row, why, step, action, at)


async def written(tx: Transaction, row: Conversation, text: str, at: datetime) -> str | None:
    """The visitor wrote in the middle: take what the message gives. Returns the question, when it is one instead."""
    kept, action = await _open(tx, row)
    if action is None:
        await let_go(tx, row, kept.why, at)
        return None
    step = collecting.take(kept.collection, text)
    if isinstance(step, collecting.Ask) and step.question:
        return step.question
    await _take_step(tx, row, kept.why, step, action, at)
    return None


async def resume(tx: Transaction, row: Conversation, at: datetime, *, parked: bool) -> Conversation:
    """After a question in the middle: back to the form. `parked`: it was not answered, a person will."""
    kept, action = await _open(tx, row)
    if action is None:
        return await let_go(tx, row, kept.why, at)
    step = collecting.resume(kept.collection)
    if isinstance(step, collecting.Ask) and parked:
        language = step.collection.language
        passed = said("question_passed", language)
        step = replace(step, sentence=together(language, passed, step.sentence))
    return await _take_step(tx, row, kept.why, step, action, at)


async def submitted(
    tx: Transaction, row: Conversation, values: Mapping[str, str], at: datetime, *, key: str
) -> Conversation:
    """The visitor filled the card. Sent twice, or after the handoff, it changes nothing."""
    if row.collection is None or row.state != wire.State.AGENT or dealt_with(row, key):
        return row
    kept, action = await _open(tx, row)
    if action is None:
        return await let_go(tx, row, kept.why, at)
    step = collecting.submit(kept.collection, values)
    return await _take_step(tx, row, kept.why.after(key), step, action, at)


async def keep_typed(
    tx: Transaction, row: Conversation, values: Mapping[str, str], at: datetime
) -> Conversation:
    """The card holds an emergency, which ends the form: keep what is in it, so that nobody has to ask again."""
    if row.collection is None or row.state != wire.State.AGENT:
        return row
    kept, action = await _open(tx, row)
    if action is None:
        return row
    return await _keep_given(tx, row, collecting.submit(kept.collection, values), action, at)


def dealt_with(row: Conversation, key: str) -> bool:
    """Whether the form in progress is already the answer to the request of this key (the visitor's browser repeats itself)."""
    return row.collection is not None and progress.read(row.collection["progress"]).why.request == key


async def stop(
    tx: Transaction, row: Conversation, at: datetime, *, because: wire.Reason | None = None
) -> Conversation:
    """ "Just connect me", or the visitor has left: hand off with what there is."""
    if row.collection is None or row.state != wire.State.AGENT:
        return row
    kept, action = await _open(tx, row)
    if action is not None:
        row = await _keep(tx, row, collecting.stop(kept.collection), action, at)
    return await let_go(tx, row, kept.why.because(because) if because else kept.why, at)


async def _open(tx: Transaction, row: Conversation) -> tuple[Progress, Action | None]:
    kept = progress.read((row.collection or {})["progress"])
    return kept, await find_action(tx, kept.action_id)


async def _take_step(
    tx: Transaction, row: Conversation, why: LettingGo, step: collecting.Step, action: Action, at: datetime
) -> Conversation:
    if isinstance(step, collecting.Finished):
        row = await _keep(tx, row, step, action, at)
        given = DetailFacts(action.id, {value.key: value.value for value in step.values})
        route = fired_of(tried_on_details(await list_rules(tx, row.agent_id), given))
        return await begin_next(tx, row, why.routed(route) if route else why, "", at)
    first = row.collection is None or row.collecting_action_id != action.id
    # Kept as they come: whatever ends the form (an emergency, a member, the visitor leaving), they are there.
    row = await _keep_given(tx, row, step, action, at)
    return await agent_side.ask_for_details(
        tx,
        row,
        key=f"collect:{row.epoch}:{row.last_seq}",
        text=progress.question_text(action, step, first=first),
        form=progress.form_of(action, step),
        progress=progress.write(Progress(action.id, why, step.collection)),
        at=at,
    )


async def _keep_given(
    tx: Transaction, row: Conversation, step: collecting.Step, action: Action, at: datetime
) -> Conversation:
    so_far = progress.details_of(action, collecting.stop(step.collection))
    given = [detail for detail in so_far if not detail.missing]
    if not given:
        return row
    return await details.keep_details(tx, row, given, at, name=progress.name_among(given))


async def _keep(
    tx: Transaction, row: Conversation, done: collecting.Finished, action: Action, at: datetime
) -> Conversation:
    values = progress.details_of(action, done)
    return await details.keep_details(tx, row, values, at, name=progress.name_among(values))


async def unanswered(tx: Transaction, conversation_id: UUID, question_seq: int) -> Conversation | None:
    """The locked conversation, if nothing was written since the agent asked for details."""
    row = await conversations.locked(tx, conversation_id)
    waits = row is not None and row.collection is not None and row.last_seq == question_seq
    return row if waits else None
