"""A trace as JSON, and back. What another version of Deskbell wrote in another shape is not guessed at."""

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from deskbell.answering.tracing.trace import VERSION, Step, Trace

_TRACE: TypeAdapter[Trace] = TypeAdapter(Trace)


def as_json(trace: Trace) -> str:
    """For a column of JSON."""
    return _TRACE.dump_json(trace).decode()


def of_json(kept: Mapping[str, object] | None) -> Trace | None:
    """The trace, or None when there is none that can be read: the turn is older than traces, or was dropped early."""
    if kept is None or kept.get("version") != VERSION:
        return None
    try:
        trace = _TRACE.validate_python(kept)
    except ValidationError:
        return None
    took = trace.milliseconds  # jsonb keeps no order
    trace.milliseconds = {step: took[step] for step in Step if step in took}
    return trace
