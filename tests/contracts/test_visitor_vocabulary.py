"""Two audiences, deny by default: no shape that can reach a visitor has a word that is for members only."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from deskbell.channels.widget.bodies import Snapshot
from deskbell.channels.widget.wire import ConversationForVisitor, MessageForVisitor, VisitorEvent
from deskbell.cli.printed.examples import event_types, variants
from deskbell.events import wire
from deskbell.realtime.for_visitor import for_visitor, visitor_of
from tests.cast import Desk

MEMBERS_ONLY = frozenset(
    """
    reason label confidence score scores covered lexical dense rule_id rule_version matched tried trace tokens model
    model_name model_url epoch segment priority holder holder_id holder_name member member_id member_name members
    person_id email note notes handoff handoffs handoff_id fields_collected original edited_by verified missing
    since waiting_since acknowledged_by acknowledged_at raised_at disposition disposed_by disposed_at is_test page visitor_name workspace_id agent_id
    instructions threshold turn answers_used read_seq body_digest token_digest
    """.split()
)
# The same word with another meaning: what a field of a form, or a telephone number, is called.
HARMLESS = {("FormField", "label"), ("EmergencyNumber", "label")}
WIDGET = "/api/widget/"


def words_of(name: str, schema: Mapping[str, Any], shapes: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Every (shape, field) that can be reached from a schema."""
    found: set[tuple[str, str]] = set()
    seen: set[str] = set()
    for shape, part in _reached(name, schema, shapes, seen):
        found |= {(shape, word) for word in part.get("properties", {})}
    return found


def _reached(
    name: str, schema: Any, shapes: Mapping[str, Any], seen: set[str]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(schema, list):
        for part in schema:
            yield from _reached(name, part, shapes, seen)
    if not isinstance(schema, dict):
        return
    yield name, schema
    for key, part in schema.items():
        if key == "$defs":
            continue
        if key == "$ref":
            shape = str(part).rsplit("/", maxsplit=1)[-1]
            if shape not in seen:
                seen.add(shape)
                yield from _reached(shape, shapes[shape], shapes, seen)
        else:
            yield from _reached(name, part, shapes, seen)


def leaks(name: str, schema: Mapping[str, Any], shapes: Mapping[str, Any]) -> list[str]:
    words = words_of(name, schema, shapes)
    return sorted(f"{shape}.{word}" for shape, word in words - HARMLESS if word in MEMBERS_ONLY)


def answers_to_visitors(openapi: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Route → what it answers when all is well."""
    return {
        f"{method.upper()} {path}": answer
        for path, methods in openapi["paths"].items()
        if path.startswith(WIDGET)
        for method, operation in methods.items()
        for status, answer in operation["responses"].items()
        if status.startswith("2")
    }


def leaks_of_model(model: Any) -> list[str]:
    schema = TypeAdapter(model).json_schema()
    return leaks(str(getattr(model, "__name__", "event")), schema, schema.get("$defs", {}))


def test_no_route_of_visitors_answers_with_a_word_for_members_only(desk: Desk) -> None:
    openapi = desk.app.openapi()
    answers = answers_to_visitors(openapi)
    shapes = openapi["components"]["schemas"]
    assert len(answers) >= 12
    assert {
        route: found for route, answer in answers.items() if (found := leaks(route, answer, shapes))
    } == {}
    reached = {shape for route, answer in answers.items() for shape, _ in words_of(route, answer, shapes)}
    assert {"VisitorMessage", "VisitorConversation", "Snapshot", "WidgetSettings", "Citation"} <= reached


@pytest.mark.parametrize("model", [Snapshot, VisitorEvent, MessageForVisitor, ConversationForVisitor])
def test_no_shape_of_a_visitors_stream_has_such_a_word(model: Any) -> None:
    assert leaks_of_model(model) == []


def test_shapes_for_members_are_caught() -> None:
    """The contract itself: what members see would not pass."""
    assert "Message.confidence" in leaks_of_model(wire.Message)
    assert {"Conversation.reason", "Conversation.holder_id"} <= set(leaks_of_model(wire.Conversation))
    assert leaks_of_model(wire.Note) != []


def test_a_word_deep_inside_is_caught() -> None:
    class Inner(BaseModel):
        score: float

    class Outer(BaseModel):
        answers: list[dict[str, Inner | None]]

    assert leaks_of_model(Outer) == ["Inner.score"]


def test_of_every_event_a_visitor_gets_nothing_or_a_shape_of_theirs() -> None:
    for event in event_types():
        for variant in variants(event):
            shown = for_visitor(variant)
            assert shown is None or isinstance(shown, MessageForVisitor | ConversationForVisitor)
            assert shown is None or visitor_of(variant) is not None, event.__name__


def test_what_is_for_members_only_stays_with_them() -> None:
    closed = {"NoteAdded", "ConversationRead", "EmergencyAcknowledged", "MemberJoined", "MemberRemoved"}
    opened = {
        event.__name__ for event in event_types() if any(for_visitor(variant) for variant in variants(event))
    }
    assert opened & closed == set()
    assert {event.__name__ for event in event_types()} >= closed
    assert "MessagePosted" in opened
