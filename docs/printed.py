"""The pages of this folder that are printed from the code: `make docs` writes them, a test compares them.

Prose stands in the other pages. A printed page is never edited by hand.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

from deskbell.conversations import lifecycle
from deskbell.conversations.lifecycle import LifecycleState, Resolved, Waiting, WithAgent, WithMember
from deskbell.events import types
from deskbell.events.wire import Reason
from deskbell.kit.errors import DeskbellError
from deskbell.settings import Settings

FOLDER = Path(__file__).parent
START = datetime(2026, 1, 1, tzinfo=UTC)
ADA = WithMember(UUID(int=1), "Ada", START)
BEN = WithMember(UUID(int=2), "Ben", START)


def settings_page() -> str:
    """One row per environment variable."""
    rows = [
        f"| `DESKBELL_{name.upper()}` | {_default(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return _page(
        "Settings",
        "Every setting is an environment variable. None is needed to start on one machine.",
        ["| Variable | Default | Meaning |", "|---|---|---|", *rows],
    )


def _default(field: Any) -> str:
    if field.default_factory is not None:
        return "made from the others"
    value = field.default.get_secret_value() if hasattr(field.default, "get_secret_value") else field.default
    return f"`{value}`" if value not in ("", None) else "–"


STATES: dict[str, LifecycleState] = {
    "with the agent": WithAgent(START),
    "waiting": Waiting(Reason.NO_ANSWER, START),
    "with a member (Ada)": ADA,
    "resolved": Resolved(START),
}
VERBS: dict[str, Callable[[LifecycleState], LifecycleState]] = {
    "the visitor writes": lambda state: lifecycle.visitor_wrote(state, START),
    "the agent hands off": lambda state: lifecycle.hand_off(state, Reason.NO_ANSWER, START),
    "an emergency is raised": lambda state: lifecycle.raise_emergency(state, START),
    "Ada takes over": lambda state: lifecycle.take_over(state, ADA),
    "Ben takes over": lambda state: lifecycle.take_over(state, BEN),
    "Ben takes over from Ada, confirmed": lambda state: lifecycle.take_over(
        state, BEN, taking_from=ADA.member_id
    ),
    "a member hands back": lambda state: lifecycle.hand_back(state, START),
    "a member resolves": lambda state: lifecycle.resolve(state, START),
    "Ben reopens": lambda state: lifecycle.reopen(state, BEN),
}


def lifecycle_page() -> str:
    """What every verb does in every state, asked of the code itself."""
    rows = [
        f"| {verb} | " + " | ".join(_after(act, state) for state in STATES.values()) + " |"
        for verb, act in VERBS.items()
    ]
    replies = " | ".join("yes" if lifecycle.agent_may_reply(state) else "no" for state in STATES.values())
    return _page(
        "The life of a conversation",
        "Columns are states, rows are verbs; a cell is the state afterwards. A dash means nothing changes.\n"
        "Every change of holder or status raises the conversation's epoch by one, so an answer that was begun before\n"
        "a takeover can never be published after it.",
        [
            f"| | {' | '.join(STATES)} |",
            "|---" * (len(STATES) + 1) + "|",
            *rows,
            f"| **may the agent reply?** | {replies} |",
        ],
    )


def _after(act: Callable[[LifecycleState], LifecycleState], state: LifecycleState) -> str:
    try:
        after = act(state)
    except DeskbellError as refusal:
        return f"refused: `{refusal.code}`"
    return "–" if after == state else _shown(after)


def _shown(state: LifecycleState) -> str:
    match state:
        case WithAgent():
            return "with the agent"
        case Waiting(reason=reason):
            return f"waiting (`{reason}`)"
        case WithMember(name=name):
            return f"with {name}"
        case Resolved():
            return "resolved"


def events_page() -> str:
    """Every event, its wire name and what it carries besides the instant."""
    rows = [
        f"| `{event.model_fields['type'].default}` | {_carried(event)} | {_said(event)} |"
        for event in _events()
    ]
    return _page(
        "Events",
        "Each change of a workspace is written to its log as one of these, at a gap-free position, in the transaction\n"
        "of the change. `conversation` is always the whole row after the change.",
        ["| Event | Carries | Meaning |", "|---|---|---|", *rows],
    )


def _events() -> list[Any]:
    union, _ = get_args(types.Event)
    return list(get_args(union))


def _carried(event: Any) -> str:
    return ", ".join(f"`{name}`" for name in event.model_fields if name not in {"type", "at"}) or "–"


def _said(event: Any) -> str:
    own = event.__dict__.get("__doc__")
    return " ".join(own.split()) if own else ""


def _page(title: str, introduction: str, lines: list[str]) -> str:
    return "\n".join(
        [f"# {title}", "", "<!-- printed by docs/printed.py -->", "", introduction, "", *lines, ""]
    )


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "lifecycle.md": lifecycle_page,
    "events.md": events_page,
}


if __name__ == "__main__":
    for page, print_page in PAGES.items():
        (FOLDER / page).write_text(print_page())
