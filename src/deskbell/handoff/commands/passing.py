"""Passing a conversation on: collect first what the rule asks for, then hand off."""

from datetime import datetime

from deskbell.conversations.access import Conversation
from deskbell.events import wire
from deskbell.handoff.commands import collection
from deskbell.handoff.progress import LettingGo
from deskbell.handoff.queries import list_rules
from deskbell.handoff.rules import OWN_WORDS, in_order
from deskbell.handoff.when import AsksForPerson
from deskbell.kit.db import Transaction

BUTTON = "the “Talk to a person” button"  # as the words that a handoff matched


async def pass_on(
    tx: Transaction, row: Conversation, why: LettingGo, text: str, at: datetime
) -> Conversation:
    """Hand the conversation to people; ask for the details of the rule's actions before, unless all are known."""
    return await collection.begin_next(tx, row, why, text, at)


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
        matched=BUTTON,
        collect_first=rule.collect_first if rule else (),
        request=key,
        urgent=rule is not None and rule.priority is not wire.Priority.NORMAL,
        says=rule.says if rule else OWN_WORDS,
    )
    return await pass_on(tx, row, why, "", at)
