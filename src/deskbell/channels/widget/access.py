"""The visitor's door over HTTP: the widget key in the path names the agent, the bearer token proves the visitor.

The dependencies are coroutines, like all of ours: a plain function would cost a hop to a thread each.
"""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Response

from deskbell.agents import widget_key as keys
from deskbell.kit.errors import SignInNeeded


@dataclass(frozen=True)
class Door:
    """Which agent of which workspace the widget belongs to. Public: it opens nothing."""

    workspace_id: UUID
    agent_id: UUID


@dataclass(frozen=True)
class VisitorDoor(Door):
    """A door with the visitor's token; `visitors.access.visitor_of_token` checks it inside the transaction."""

    token: str


async def _door(widget_key: str, response: Response) -> Door:
    response.headers["cache-control"] = "no-store"
    key = keys.decode(widget_key)
    return Door(key.workspace_id, key.agent_id)


AtDoor = Annotated[Door, Depends(_door)]


async def _visitor_door(door: AtDoor, authorization: Annotated[str, Header()] = "") -> VisitorDoor:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise SignInNeeded("visitor_unknown", "This chat has ended on our side. Start a new one.")
    return VisitorDoor(door.workspace_id, door.agent_id, token)


AsVisitor = Annotated[VisitorDoor, Depends(_visitor_door)]
