"""Who is called when, until a named member acknowledges. Pure.

Every open page rings at once and by itself; the ladder is for those who have no page open, or do not look.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

LONGEST_WAIT_SECONDS = 24 * 60 * 60
SHORTEST_REPEAT_SECONDS = 60
MOST_ROUNDS = 96


class AlarmStep(StrEnum):
    """`raised` calls nobody: it is where the ladder begins. `again` repeats all that was there."""

    RAISED = "raised"
    MEMBERS_HERE = "members_here"
    EVERYBODY = "everybody"
    CONTACT = "contact"
    WEBHOOK = "webhook"
    AGAIN = "again"


@dataclass(frozen=True)
class Ladder:
    """Seconds count from the first alarming words; `again` from the last step. None: nobody is at that step."""

    members_here_after_seconds: int = 60
    everybody_after_seconds: int = 180
    contact_after_seconds: int = 300
    webhook_after_seconds: int = 300
    again_after_seconds: int = 900
    contact_email: str | None = None
    webhook_url: str | None = None


@dataclass(frozen=True)
class Planned:
    """One step, due at an instant. `round` counts the repetitions, from 1."""

    step: AlarmStep
    at: datetime
    round: int = 0


def plan(ladder: Ladder, raised_at: datetime, *, somebody_here: bool) -> list[Planned]:
    """The steps in order of time, then the first repetition. With nobody here there is nothing to wait for: all at once."""
    steps = [
        Planned(step, raised_at + timedelta(seconds=seconds if somebody_here else 0))
        for step, seconds in _calling(ladder)
        if somebody_here or step is not AlarmStep.MEMBERS_HERE
    ]
    steps.sort(key=lambda planned: planned.at)
    last = steps[-1].at
    return [*steps, Planned(AlarmStep.AGAIN, last + timedelta(seconds=ladder.again_after_seconds), round=1)]


def after(ladder: Ladder, taken: Planned) -> Planned | None:
    """What follows a repetition that was just taken."""
    if taken.step is not AlarmStep.AGAIN or taken.round >= MOST_ROUNDS:
        return None
    pause = timedelta(seconds=ladder.again_after_seconds)
    return replace(taken, at=taken.at + pause, round=taken.round + 1)


def problem_with(ladder: Ladder) -> str | None:
    """A sentence about the first thing that cannot be, or None."""
    waits: Sequence[int] = [
        seconds for _, seconds in _calling(replace(ladder, contact_email="x", webhook_url="x"))
    ]
    if any(not 0 <= wait <= LONGEST_WAIT_SECONDS for wait in waits):
        return "A step is taken within a day, at the earliest at once."
    if not SHORTEST_REPEAT_SECONDS <= ladder.again_after_seconds <= LONGEST_WAIT_SECONDS:
        return "The alarm is repeated after a minute at the earliest, and within a day."
    if ladder.everybody_after_seconds < ladder.members_here_after_seconds:
        return "Members who are available are called before everybody is."
    return None


def _calling(ladder: Ladder) -> list[tuple[AlarmStep, int]]:
    steps = [
        (AlarmStep.MEMBERS_HERE, ladder.members_here_after_seconds),
        (AlarmStep.EVERYBODY, ladder.everybody_after_seconds),
    ]
    if ladder.contact_email:
        steps.append((AlarmStep.CONTACT, ladder.contact_after_seconds))
    if ladder.webhook_url:
        steps.append((AlarmStep.WEBHOOK, ladder.webhook_after_seconds))
    return steps
