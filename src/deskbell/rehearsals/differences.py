"""How two traces of the same question differ, in words: what a replay shows, and what a question test reports. Pure."""

from collections.abc import Iterator

from deskbell.answering.tracing.trace import Came, Considered, Trace, Versions
from deskbell.rehearsals.story import fired, place

NOTHING = "It would do the same today."
_CAME = {"reply": "answers", "say": "says a fixed sentence", "hand_off": "hands over"}


def differences(before: Trace, after: Trace) -> list[str]:
    """The most telling first. What did not change is not told; when nothing did, that is."""
    changes = [*_outcomes(before, after), *_content(before, after), *_ground(before.versions, after.versions)]
    if not [*_outcomes(before, after), *_content(before, after)]:
        return [NOTHING, *_ground(before.versions, after.versions)]
    return changes


def _outcomes(before: Trace, after: Trace) -> Iterator[str]:
    was, now = before.came, after.came
    if was is None or now is None:
        return
    if was.outcome != now.outcome or was.reason != now.reason:
        yield f"Now it {_named(now)}; before it {_was(was)}."
    elif was.text != now.text:
        yield "The answer has other words."
    yield from _rules(before, after)
    if was.confidence is not None and now.confidence is not None and was.confidence != now.confidence:
        yield f"Confidence {was.confidence:.2f} → {now.confidence:.2f}."


def _rules(before: Trace, after: Trace) -> Iterator[str]:
    was, now = fired(before), fired(after)
    if now is not None and (was is None or was.name != now.name):
        yield f"“{now.name}” fires now: {now.why}"
    if was is not None and (now is None or was.name != now.name):
        yield f"“{was.name}” does not fire any more."


def _content(before: Trace, after: Trace) -> Iterator[str]:
    if after.understood.asked and before.understood.asked != after.understood.asked:
        yield f"It is understood as “{after.understood.asked}” now."
    was, now = _leading(before), _leading(after)
    if was is not None and now is None:
        yield f"{place(was)} is not found any more."
    elif now is not None and (was is None or place(was) != place(now)):
        yield f"It uses {place(now)} now" + (f", not {place(was)}." if was else ".")
    elif was is not None and now is not None and was.digest != now.digest:
        yield f"{place(now)} has changed since."


def _ground(was: Versions, now: Versions) -> Iterator[str]:
    """What it stands on has changed."""
    if was.product != now.product:
        yield f"Deskbell {was.product} → {now.product}."
    if was.settings != now.settings:
        yield "The agent's settings have changed."
    if was.rules != now.rules:
        yield "The rules have changed."
    if was.embedding and now.embedding and was.embedding != now.embedding:
        yield "Another embedding model searches now."


def _leading(trace: Trace) -> Considered | None:
    """The passage that was used; else the best one."""
    used = next((passage for passage in trace.passages if passage.used), None)
    return used or (trace.passages[0] if trace.passages else None)


def _named(came: Came) -> str:
    return f"hands over as “{came.label}”" if came.outcome == "hand_off" else _CAME[came.outcome]


def _was(came: Came) -> str:
    words = {"reply": "answered", "say": "said a fixed sentence"}
    return words.get(came.outcome, f"handed over as “{came.label}”")
