"""When which step of the alarm is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from deskbell.alarms.ladder import MOST_ROUNDS, AlarmStep, Ladder, Planned, after, plan, problem_with
from deskbell.alarms.signing import signature

RAISED = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
FULL = Ladder(contact_email="oncall@cedarrow.example", webhook_url="https://hooks.example/x")


def seconds(planned: list[Planned]) -> list[tuple[AlarmStep, float]]:
    return [(step.step, (step.at - RAISED) / timedelta(seconds=1)) for step in planned]


def test_the_usual_ladder_climbs_from_those_who_are_here_to_everybody_and_repeats() -> None:
    assert seconds(plan(Ladder(), RAISED, somebody_here=True)) == [
        (AlarmStep.MEMBERS_HERE, 60),
        (AlarmStep.EVERYBODY, 180),
        (AlarmStep.AGAIN, 180 + 900),
    ]


def test_a_contact_and_a_webhook_are_steps_of_their_own() -> None:
    ladder = replace(FULL, webhook_after_seconds=0)
    assert seconds(plan(ladder, RAISED, somebody_here=True)) == [
        (AlarmStep.WEBHOOK, 0),
        (AlarmStep.MEMBERS_HERE, 60),
        (AlarmStep.EVERYBODY, 180),
        (AlarmStep.CONTACT, 300),
        (AlarmStep.AGAIN, 300 + 900),
    ]


def test_with_nobody_here_every_step_is_taken_at_once() -> None:
    assert seconds(plan(FULL, RAISED, somebody_here=False)) == [
        (AlarmStep.EVERYBODY, 0),
        (AlarmStep.CONTACT, 0),
        (AlarmStep.WEBHOOK, 0),
        (AlarmStep.AGAIN, 900),
    ]


def test_it_repeats_after_the_same_pause_for_a_day_and_not_for_ever() -> None:
    first = Planned(AlarmStep.AGAIN, RAISED, round=1)
    assert after(FULL, first) == Planned(AlarmStep.AGAIN, RAISED + timedelta(minutes=15), round=2)
    assert after(FULL, replace(first, round=MOST_ROUNDS)) is None
    assert after(FULL, Planned(AlarmStep.CONTACT, RAISED)) is None


@pytest.mark.parametrize(
    ("ladder", "word"),
    [
        (Ladder(again_after_seconds=59), "minute"),
        (Ladder(members_here_after_seconds=-1), "at once"),
        (Ladder(contact_after_seconds=86_401), "within a day"),
        (Ladder(members_here_after_seconds=200, everybody_after_seconds=100), "before everybody"),
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused_in_words(ladder: Ladder, word: str) -> None:
    assert word in (problem_with(ladder) or "")
    assert problem_with(Ladder()) is None


def test_webhooks_are_signed_as_the_standard_says() -> None:
    """The example of the specification."""
    assert (
        signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            '{"test": 2432232314}',
        )
        == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )
