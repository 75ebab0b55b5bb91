"""The four ways a request can be turned down. Each carries a code for programs and a sentence for people."""

from collections.abc import Mapping
from typing import TypeAlias

Json: TypeAlias = str | int | float | bool | Mapping[str, "Json"] | list["Json"] | None


class DeskbellError(Exception):
    """Base of every expected failure.

    `code` is stable (snake_case); `sentence` says what happened and what to do;
    `detail` is what a client needs to offer the next step (for example who holds a conversation).
    """

    status = 500

    def __init__(self, code: str, sentence: str, **detail: Json) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.detail = detail


class Refused(DeskbellError):
    """The request is understood and not allowed, or its content is not acceptable."""

    status = 422


class SignInNeeded(DeskbellError):
    """Nobody is signed in, or the session has ended."""

    status = 401


class Forbidden(DeskbellError):
    """The member may see this, but their role may not do it."""

    status = 403


class NotFound(DeskbellError):
    """It does not exist, or not for you: strangers cannot tell the difference."""

    status = 404


class Conflict(DeskbellError):
    """Somebody else was first, or the page is out of date."""

    status = 409


class LimitReached(DeskbellError):
    """Too much, too fast or too large. `detail` may carry `retry_after_seconds`."""

    status = 429
