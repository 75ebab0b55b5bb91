"""One real call to a language model, for an admin who wants to know whether its settings work."""

import time
from dataclasses import dataclass

from deskbell.agents.tables import ModelSettings
from deskbell.kit.http import guarded_client
from deskbell.llm.chat import ChatMessage, FailureKind, ModelFailed, Usage
from deskbell.llm.opening import open_model

LONGEST_TEST_SECONDS = 15.0
MAX_TOKENS = 300  # models that think before they speak need room for it
SHOWN_CHARACTERS = 200
NOTHING_USED = Usage()
QUESTION = [
    ChatMessage("system", "You test a connection. Answer in one short sentence."),
    ChatMessage("user", "Say that the connection works."),
]
WORDS: dict[FailureKind, str] = {
    FailureKind.UNREACHABLE: "Nobody answers at this address. Check it, and whether the server is running.",
    FailureKind.REFUSED: "The server refused the call. Check the key, the name of the model and the address.",
    FailureKind.RATE_LIMITED: "The provider says: too many calls, or no credit left. Look at your plan there.",
    FailureKind.OVERLOADED: "The provider is overloaded right now. Try again in a minute.",
    FailureKind.PROVIDER_ERROR: "The server answered with an error of its own, or not in the protocol that was chosen.",
    FailureKind.TIMED_OUT: "The model did not answer within 15 seconds. A visitor would not wait longer.",
    FailureKind.BROKE_OFF: "The answer broke off in the middle.",
    FailureKind.TOO_LONG: "The model did not stop writing within its limit.",
    FailureKind.EMPTY: "The server answered without a word. Check that the address ends before /chat/completions or /messages.",
}
PRIVATE = "This address is inside a private network, or unknown. A model on this machine must be named in DESKBELL_OUTGOING_LOOPBACK."
STATUS = {
    401: "The server does not accept the key.",
    403: "The key may not use this model.",
    404: "There is nothing at this address, or no model of this name.",
}


@dataclass(frozen=True)
class Tried:
    """`problem` is empty when the model answered."""

    problem: str
    milliseconds: int
    usage: Usage = NOTHING_USED
    said: str = ""
    failed: ModelFailed | None = None


async def try_model(model: ModelSettings, key: str, loopback_targets: frozenset[str]) -> Tried:
    """Ask the model for one sentence, as a turn would ask it."""
    began = time.perf_counter()
    said, usage = "", Usage()
    try:
        async with guarded_client(loopback_targets) as http_client:
            opened = open_model(model.provider, model.url, model.name, key, http_client)
            async for piece in opened.stream(QUESTION, max_tokens=MAX_TOKENS, seconds=LONGEST_TEST_SECONDS):
                if isinstance(piece, Usage):
                    usage = piece
                else:
                    said += piece
    except ModelFailed as failed:
        return Tried(in_words(failed), _since(began), failed=failed)
    return Tried("", _since(began), usage, said.strip()[:SHOWN_CHARACTERS])


def in_words(failed: ModelFailed) -> str:
    """What went wrong and what to do. What the provider wrote is not repeated: it may quote the key."""
    return words_for(failed.kind.value, failed.status)


def words_for(kind: str, status: int | None) -> str:
    """The same for a failure that was kept: the value of its `FailureKind`, and its HTTP status if there was one."""
    if status is None and kind == FailureKind.REFUSED:
        return PRIVATE
    return STATUS.get(status or 0, WORDS[FailureKind(kind)])


def _since(began: float) -> int:
    return round((time.perf_counter() - began) * 1000)
