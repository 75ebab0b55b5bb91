"""What routes are given: the database and the clock of the application they run in."""

from typing import Annotated

from fastapi import Depends, Request

from deskbell.kit.clock import Clock
from deskbell.kit.db import Database


async def _database(request: Request) -> Database:
    return request.app.state.database


async def _clock(request: Request) -> Clock:
    return request.app.state.clock


Db = Annotated[Database, Depends(_database)]
Now = Annotated[Clock, Depends(_clock)]
