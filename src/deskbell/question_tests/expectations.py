"""What a question test expects of the agent, and whether a trace meets it. Pure."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, assert_never
from uuid import UUID

from annotated_types import Len

from deskbell.answering.tracing.trace import Came, Step, Trace
from deskbell.events.wire import Reason
from deskbell.handoff.when import plain_words

Words = Annotated[str, Len(1, 300)]


@dataclass(frozen=True)
class Quotes:
    """The answer says these words, next to each other, whatever the case, accents and punctuation."""

    words: Words
    kind: Literal["quotes"] = "quotes"


@dataclass(frozen=True)
class FromSource:
    """The answer comes from this source. Found again by its title when it was given anew."""

    source_id: UUID | None
    title: Words
    kind: Literal["from_source"] = "from_source"


@dataclass(frozen=True)
class HandsOff:
    """A person is asked; None: whatever the reason."""

    reason: Reason | None = None
    kind: Literal["hands_off"] = "hands_off"


@dataclass(frozen=True)
class NothingFound:
    """The content does not answer this, and the agent says so: in words, or by handing over for that reason."""

    kind: Literal["nothing_found"] = "nothing_found"


@dataclass(frozen=True)
class SmallTalk:
    """A fixed sentence, without looking anything up."""

    kind: Literal["small_talk"] = "small_talk"


Expectation: TypeAlias = Quotes | FromSource | HandsOff | NothingFound | SmallTalk


@dataclass(frozen=True)
class Verdict:
    """`why` says in words what was met or missed."""

    passed: bool
    why: str


def judge(expected: Expectation, trace: Trace) -> Verdict:
    """Whether the agent did what was expected."""
    came = trace.came
    if came is None:
        return Verdict(passed=False, why="It came to nothing.")
    match expected:
        case Quotes(words):
            return _quotes(words, came)
        case FromSource():
            return _from_source(expected, trace, came)
        case HandsOff(reason):
            return _hands_off(reason, came)
        case NothingFound():
            passed = came.reason == Reason.NO_ANSWER or _said_nothing_found(trace, came)
            return Verdict(passed, f"It {_did(came)}.")
        case SmallTalk():
            passed = came.outcome == "say" and Step.FIND not in trace.milliseconds
            return Verdict(passed, "It said a fixed sentence." if passed else f"It {_did(came)}.")
    assert_never(expected)


def expectation_words(expected: Expectation) -> str:
    """As the list of tests says it: “Must hand over: asks for a person”."""
    match expected:
        case Quotes(words):
            return f"Must say “{words}”"
        case FromSource(title=title):
            return f"Must come from “{title}”"
        case HandsOff(reason):
            return f"Must hand over: {_REASONS.get(reason, reason)}" if reason else "Must hand over"
        case NothingFound():
            return "Must find nothing"
        case SmallTalk():
            return "Must be small talk"
    assert_never(expected)


def _quotes(words: str, came: Came) -> Verdict:
    if came.outcome == "hand_off":
        return Verdict(passed=False, why=f"It {_did(came)}.")
    wanted, said = plain_words(words), plain_words(came.text)
    passed = f" {wanted} " in f" {said} "
    return Verdict(passed, "The answer says it." if passed else f"The answer does not say “{words}”.")


def _from_source(expected: FromSource, trace: Trace, came: Came) -> Verdict:
    if came.outcome != "reply":
        return Verdict(passed=False, why=f"It {_did(came)}.")
    used = [passage for passage in trace.passages if passage.used]
    passed = any(
        passage.source_id == expected.source_id or passage.title == expected.title for passage in used
    )
    others = ", ".join(dict.fromkeys(f"“{passage.title}”" for passage in used)) or "no source"
    return Verdict(passed, f"The answer comes from {others}.")


def _hands_off(reason: Reason | None, came: Came) -> Verdict:
    passed = came.outcome == "hand_off" and came.reason is not None and reason in (None, came.reason)
    return Verdict(passed, f"It {_did(came)}.")


def _said_nothing_found(trace: Trace, came: Came) -> bool:
    return came.outcome == "say" and Step.FIND in trace.milliseconds


def _did(came: Came) -> str:
    match came.outcome:
        case "reply":
            return "answered from the content"
        case "say":
            return f"said “{came.text[:80]}”"
        case "hand_off":
            return f"handed over as “{came.label}”"


_REASONS = {
    Reason.ASKED_FOR_PERSON: "asks for a person",
    Reason.NO_ANSWER: "no answer in the content",
    Reason.LOW_CONFIDENCE: "not sure enough",
    Reason.PHRASE: "a phrase",
    Reason.CLINICAL: "a clinical question",
    Reason.EMERGENCY: "an emergency",
}
