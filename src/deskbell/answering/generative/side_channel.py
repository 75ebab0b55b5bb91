"""What the model says besides its answer: one JSON object in the first line. Pure, and it survives whatever comes instead.

Read while the stream arrives; the answer begins after it. The ADR "Signals come in the first line" says why.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, cast

from deskbell.answering.outcomes import Signals

LONGEST_LINE = 800
LONGEST_THOUGHT = 12_000
LONGEST_ACTION = 60
NO_ANSWER = "NO_ANSWER"
_FENCE = re.compile(r"^```\w*\s*")
_THOUGHT = "<think>"
_THOUGHT_ENDS = "</think>"


@dataclass
class SideChannel:
    """Feed it the pieces; it gives back the text of the answer. `signals` is None until the first line is over."""

    signals: Signals | None = None
    _waiting: str = field(default="")

    def answer_in(self, piece: str) -> str:
        """The part of the answer that is known with this piece."""
        if self.signals is not None:
            return piece if self.signals.answerable else ""
        self._waiting += piece
        head = _without_thought(self._waiting)
        if head is None:
            return self._give_up() if len(self._waiting) > LONGEST_THOUGHT else ""
        head = _FENCE.sub("", head.lstrip())
        if not head or (head in ("`", "``") or head.startswith("```")):
            return ""
        if not head.startswith("{"):
            return self._begin(Signals(answerable=not head.startswith(NO_ANSWER)), head)
        end = _end_of_object(head)
        if end is None:
            return self._give_up() if len(head) > LONGEST_LINE else ""
        return self._begin(signals_of(head[:end]), re.sub(r"^\s*```", "", head[end:]).lstrip())

    def rest(self) -> str:
        """The stream is over: what was still held back. An object that never ended is nobody's answer."""
        if self.signals is not None:
            return ""
        head = _without_thought(self._waiting) or ""
        return self._begin(Signals(), "" if head.lstrip().startswith(("{", "`")) else head)

    def _begin(self, signals: Signals, answer: str) -> str:
        self.signals = signals
        self._waiting = ""
        return answer

    def _give_up(self) -> str:
        """Whatever it is, it is not an answer in our form."""
        return self._begin(Signals(answerable=False), "")


def signals_of(text: str) -> Signals:
    """Only what has the right type counts. An object that cannot be read says nothing."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return Signals()
    given = cast("dict[str, Any]", said) if isinstance(said, dict) else {}
    return Signals(
        answerable=given.get("answerable") is not False,
        asks_for_person=given.get("person") is True,
        urgent=given.get("urgent") is True,
        action=_word(given.get("action"), LONGEST_ACTION),
        language=_word(given.get("language"), 35),
    )


def _word(value: object, longest: int) -> str:
    """Letters, digits and spaces: it is read by members, and never by a machine."""
    kept = re.sub(r"[^\w \-]", "", value) if isinstance(value, str) else ""
    return kept.strip()[:longest]


def _without_thought(text: str) -> str | None:
    """Some models think aloud first; None while they still do."""
    bare = text.lstrip()
    if _THOUGHT.startswith(bare[: len(_THOUGHT)]) and len(bare) < len(_THOUGHT):
        return None if bare else ""
    if not bare.startswith(_THOUGHT):
        return text
    _, ended, after = bare.partition(_THOUGHT_ENDS)
    return after if ended else None


def _end_of_object(text: str) -> int | None:
    """Where the object that begins the text ends; braces inside strings do not count."""
    depth, inside, escaped = 0, False, False
    for at, sign in enumerate(text):
        if inside:
            inside, escaped = (sign != '"' or escaped), (sign == "\\" and not escaped)
            continue
        inside = sign == '"'
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return at + 1
    return None
