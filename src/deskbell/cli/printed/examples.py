"""An example of each event, made from its type, so that the code can be asked what it does with it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from itertools import product
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel

from deskbell.events.types import Event
from deskbell.events.wire import Author, Conversation, Message, MessageKind, State

SIMPLE: dict[Any, Any] = {
    UUID: UUID(int=1),
    datetime: datetime(2026, 1, 1, tzinfo=UTC),
    str: "",
    int: 1,
    float: 0.0,
    bool: False,
    NoneType: None,
}


def event_types() -> list[type[BaseModel]]:
    """Every event of the product, in the order of their union."""
    union, _ = get_args(Event)
    return list(get_args(union))


def variants(event: type[BaseModel]) -> Iterator[Event]:
    """The event with every author and kind of message and every state of conversation that it could carry."""
    given: list[list[tuple[str, BaseModel]]] = []
    if event.model_fields.get("conversation"):
        given.append([("conversation", example(Conversation, state=state)) for state in State])
    if event.model_fields.get("message"):
        messages = [example(Message, author=author, kind=kind) for author in Author for kind in MessageKind]
        given.append([("message", message) for message in messages])
    for parts in product(*given):
        yield cast(Event, example(event, **dict(parts)))


def example(model: type[BaseModel], **given: Any) -> BaseModel:
    """The simplest value of every field, except what is `given`."""
    fields = {name: _simplest(field.annotation) for name, field in model.model_fields.items()}
    return model.model_construct(**{**fields, **given})


def _simplest(annotation: Any) -> Any:
    if annotation in SIMPLE:
        return SIMPLE[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return None if NoneType in arguments else _simplest(arguments[0])
    if origin is Annotated:
        return _simplest(arguments[0])
    if origin is Literal:
        return arguments[0]
    return _simplest_of_class(origin or annotation)


def _simplest_of_class(wanted: type[Any]) -> Any:
    if issubclass(wanted, BaseModel):
        return example(wanted)
    return next(iter(wanted)) if issubclass(wanted, Enum) else wanted()
