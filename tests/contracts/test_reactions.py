"""Every event has its consequences decided: which jobs follow, and what a visitor learns. An omission does not pass."""

import ast
import inspect
from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from pydantic import BaseModel

from deskbell import reactions as wiring
from deskbell.answering import jobs as answering
from deskbell.cli.printed.events import meaning
from deskbell.cli.printed.examples import event_types, variants
from deskbell.events.wire import Author, MessageKind, State
from deskbell.kit.db import Transaction
from deskbell.realtime import for_visitor as audience
from deskbell.worker import HEIRS, answering_works, reading_works, rehearsing_works
from tests.contracts.source import PACKAGE, ROOT

TX = Transaction(cast(Any, None), UUID(int=1))


def named_in_cases(source: str) -> set[str]:
    """The event classes that a `match` names: a `case _` decides nothing."""
    tree = ast.parse(source)
    return {
        node.cls.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Attribute)
    }


def kinds_after(event: type[BaseModel]) -> set[str]:
    return {job.kind for variant in variants(event) for job in wiring.reactions(variant, TX)}


def undecided(source: str) -> set[str]:
    return {event.__name__ for event in event_types()} - named_in_cases(source)


def test_every_event_is_named_where_it_is_decided_what_follows_and_what_visitors_see() -> None:
    assert len(event_types()) > 20
    assert undecided(inspect.getsource(wiring)) == set()
    assert undecided(inspect.getsource(audience)) == set()


def test_an_event_that_nobody_decided_is_noticed() -> None:
    source = inspect.getsource(wiring).replace("            | happened.NoteAdded()\n", "")
    assert undecided(source) == {"NoteAdded"}


def test_every_event_can_be_decided_whatever_it_carries() -> None:
    for event in event_types():
        for variant in variants(event):
            wiring.reactions(variant, TX)
            audience.for_visitor(variant)


def test_every_event_says_what_has_happened_in_the_past_tense_and_on_its_page() -> None:
    page = (ROOT / "docs" / "events.md").read_text()
    names = [str(event.model_fields["type"].default) for event in event_types()]
    assert [event.__name__ for event in event_types() if not meaning(event)] == []
    assert [name for name in names if f"`{name}`" not in page] == []
    assert len(names) == len(set(names))


def test_only_a_visitors_message_to_the_agent_asks_for_an_answer() -> None:
    posted = next(event for event in event_types() if event.__name__ == "MessagePosted")
    asking = {
        (variant.conversation.state, variant.message.author, job.kind)  # type: ignore[union-attr]
        for variant in variants(posted)
        for job in wiring.reactions(variant, TX)
        if job.kind == answering.TURN
    }
    assert asking == {(State.AGENT, Author.VISITOR, answering.TURN)}


def test_a_question_for_details_is_not_left_alone_for_ever() -> None:
    posted = next(event for event in event_types() if event.__name__ == "MessagePosted")
    kinds = {
        variant.message.kind  # type: ignore[union-attr]
        for variant in variants(posted)
        if variant.message.author is Author.AGENT and wiring.reactions(variant, TX)  # type: ignore[union-attr]
    }
    assert kinds == {MessageKind.QUESTION}


def test_a_removed_member_leaves_nothing_behind_that_nobody_holds() -> None:
    removed = next(event for event in event_types() if event.__name__ == "MemberRemoved")
    assert kinds_after(removed) == {"conversations.release", "handoff.look_at_waiting"}


def unworked(kinds: set[str], works: Mapping[str, object]) -> set[str]:
    return kinds - set(works)


def test_whatever_follows_has_a_worker_that_does_it() -> None:
    tools = cast(Any, _AnyTools())
    works: dict[str, Any] = {
        **answering_works(tools),
        **rehearsing_works(tools),
        **reading_works(tools),
    }
    followed = {kind for event in event_types() for kind in kinds_after(event)}
    assert followed
    assert unworked(followed | set(HEIRS) | set(HEIRS.values()), works) == set()
    assert unworked({"answering.forgotten"}, works) == {"answering.forgotten"}


class _AnyTools:
    """Stands for the worker's world: the works are only listed, not run."""

    def __getattr__(self, name: str) -> Any:
        return None if name == "mail_server" else _AnyTools()


def test_the_wiring_stays_on_one_screen() -> None:
    assert (ROOT / PACKAGE / "reactions.py").read_text().count("\n") <= 120
