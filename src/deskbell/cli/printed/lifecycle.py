"""docs/lifecycle.md."""

from deskbell.cli.printed.layout import page, table
from deskbell.conversations.lifecycle_table import STATES, may_reply
from deskbell.conversations.lifecycle_table import table as every_verb_on_every_state
from deskbell.events.wire import Reason

INTRODUCTION = """Who has a conversation, and what each verb does to that. Columns are states, rows are verbs, a cell is the state
afterwards; a dash means that nothing changes. The code is `src/deskbell/conversations/lifecycle.py`."""

EPOCH = """## The epoch

Every change of holder or status raises the conversation's **epoch** by one. The agent's answer is inserted only while
the conversation is still with the agent *and* still in the epoch in which its turn began, checked and written under one
lock. So an answer that was begun before a takeover can never be published after it."""


def lifecycle_page() -> str:
    """Every verb on every state, and why a conversation waits."""
    rows = [(row.verb, *row.cells) for row in [*every_verb_on_every_state(), may_reply()]]
    reasons = ", ".join(f"`{reason}`" for reason in Reason)
    waiting = f"## Why a conversation waits\n\nAlways for one of these reasons: {reasons}."
    return page("The life of a conversation", INTRODUCTION, table(["", *STATES], rows), EPOCH, waiting)
