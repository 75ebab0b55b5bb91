"""Passing a conversation on: collect first when the rule says so, then hand off."""

from datetime import datetime

from deskbell.actions.queries import find_action
from deskbell.conversations.access import Conversation
from deskbell.events import wire
from deskbell.handoff.commands import collection
from deskbell.handoff.commands.letting_go import let_go
from deskbell.handoff.progress import LettingGo
from deskbell.handoff.queries import list_rules
from deskbell.handoff.rules import in_order
from deskbell.handoff.when import AsksForPerson
from deskbell.kit.db import Transaction


async def pass_on(
    tx: Transaction, row: Conversation, why: LettingGo, text: str, at: datetime
) -> Conversation:
    """Hand the conversation to people; ask for the details of the rule's action before, unless all are known."""
    action = await find_action(tx, why.collect_first) if why.collect_first else None
    if action is None:
        return await let_go(tx, row, why, at)
    return await collection.begin(tx, row, why, action, text, at)


async def button_pressed(tx: Transaction, row: Conversation, at: datetime, *, key: str) -> Conversation:
    """The "Talk to a person" button: works whatever the rules say; collects first when the rule for such requests does.

    Pressed again in the middle of the form, it means "now"; the same press sent again (`key`) means nothing new.
    """
    if row.state != wire.State.AGENT or collection.dealt_with(row, key):
        return row
    if row.collection is not None:
        return await collection.stop(tx, row, at)
    rules = in_order(await list_rules(tx, row.agent_id))
    rule = next((rule for rule in rules if isinstance(rule.when, AsksForPerson)), None)
    why = LettingGo(
        reason=wire.Reason.ASKED_FOR_PERSON,
        label=rule.label if rule else "Asked for a person",
        rule_id=rule.id if rule else None,
        rule_version=rule.version if rule else None,
        matched="the “Talk to a person” button",
        collect_first=rule.collect_first if rule else None,
        request=key,
    )
    return await pass_on(tx, row, why, "", at)
