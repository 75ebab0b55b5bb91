"""The webhook of the alarm: one signed POST through the guarded client."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import httpx

from deskbell.alarms.signing import signature
from deskbell.kit.errors import Refused

TIMEOUT_SECONDS = 10.0
OK, REDIRECT, TOO_MANY, ITS_OWN = 200, 300, 429, 500


@dataclass(frozen=True)
class Signal:
    """`id` is the same for every attempt, so that the receiver can drop the second."""

    id: UUID
    url: str
    body: str
    secret: str


class CallFailedError(Exception):
    """`sentence` tells an admin what to do; `temporary` whether trying again can help."""

    def __init__(self, sentence: str, *, temporary: bool) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.temporary = temporary


async def post_signal(http_client: httpx.AsyncClient, signal: Signal, at: datetime) -> None:
    """`CallFailedError` unless the receiver answers that it has it."""
    seconds = int(at.timestamp())
    headers = {
        "content-type": "application/json",
        "webhook-id": str(signal.id),
        "webhook-timestamp": str(seconds),
        "webhook-signature": signature(signal.secret, str(signal.id), seconds, signal.body),
    }
    try:
        answer = await http_client.post(
            signal.url, content=signal.body, headers=headers, timeout=TIMEOUT_SECONDS
        )
    except Refused as refused:
        raise CallFailedError(refused.sentence, temporary=False) from refused
    except httpx.HTTPError as failure:
        raise CallFailedError("The webhook's server cannot be reached.", temporary=True) from failure
    _judge(answer.status_code)


def _judge(status: int) -> None:
    if OK <= status < REDIRECT:
        return
    if status >= ITS_OWN or status == TOO_MANY:
        raise CallFailedError(f"The webhook's server answered {status}.", temporary=True)
    raise CallFailedError(f"The webhook's server answered {status}. Check its address.", temporary=False)
