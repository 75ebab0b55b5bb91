"""The handoff itself: the line for the visitor says the truth about who is there."""

from dataclasses import replace
from datetime import datetime

from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import agent_side
from deskbell.events import wire
from deskbell.handoff.progress import LettingGo
from deskbell.handoff.queries import language_of_visitor, list_rules
from deskbell.handoff.rules import shaping
from deskbell.handoff.when import Stage
from deskbell.handoff.wording import all_left_line, handed_off_line
from deskbell.kit.db import Transaction
from deskbell.workspaces.queries import availability_at, workspace


async def let_go(tx: Transaction, row: Conversation, why: LettingGo, at: datetime) -> Conversation:
    """Hand the conversation to people now."""
    availability = await availability_at(tx, at)
    time_zone = (await workspace(tx)).time_zone
    language = await language_of_visitor(tx, row)
    line = handed_off_line(why.reason, availability, time_zone, language, says=why.says)
    return await agent_side.hand_off(tx, row, why.handover(line, language), at)


async def agent_unavailable(tx: Transaction, row: Conversation, at: datetime) -> Conversation:
    """The agent cannot answer: a person has to, at once. A rule on this says how; nothing is collected any more."""
    shape = shaping(await list_rules(tx, row.agent_id), Stage.UNAVAILABLE)
    why = LettingGo(wire.Reason.AGENT_UNAVAILABLE, "Agent unavailable")
    if shape is not None:
        urgent = shape.priority is not wire.Priority.NORMAL
        why = replace(
            why,
            label=shape.label,
            rule_id=shape.rule_id,
            rule_version=shape.version,
            urgent=urgent,
            says=shape.says,
        )
    return await let_go(tx, row, why, at)


async def tell_that_all_left(tx: Transaction, row: Conversation, at: datetime) -> None:
    """The visitor was told that somebody is here, and nobody is any more: say so, once for this waiting."""
    availability = await availability_at(tx, at)
    time_zone = (await workspace(tx)).time_zone
    text = all_left_line(
        availability, time_zone, await language_of_visitor(tx, row), asks=not row.contact_known
    )
    await agent_side.tell(tx, row, key=f"all_left:{row.epoch}", text=text, at=at)
