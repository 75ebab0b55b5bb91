"""A dead model is not asked again by every visitor, and gets its chance when it may have come back."""

import pytest

from deskbell.llm.chat import FailureKind
from deskbell.llm.circuit import Circuit, Circuits

AT = 1000.0


def test_a_model_that_nobody_waited_for_may_fail_once() -> None:
    once = Circuit().after_failure(FailureKind.PROVIDER_ERROR, AT)
    twice = once.after_failure(FailureKind.PROVIDER_ERROR, AT)
    assert (once.may_be_asked(AT), twice.may_be_asked(AT)) == (True, False)


@pytest.mark.parametrize("kind", [FailureKind.TIMED_OUT, FailureKind.UNREACHABLE, FailureKind.REFUSED])
def test_a_model_that_cost_a_visitor_time_rests_at_once(kind: FailureKind) -> None:
    rests = Circuit().after_failure(kind, AT)
    assert [rests.may_be_asked(AT + seconds) for seconds in (0, 14.9, 15)] == [False, False, True]


def test_each_further_failure_doubles_the_rest_up_to_five_minutes() -> None:
    circuit, rests = Circuit(), list[float]()
    for _ in range(7):
        circuit = circuit.after_failure(FailureKind.TIMED_OUT, AT)
        rests.append(circuit.rests_until - AT)
    assert rests == [15, 30, 60, 120, 240, 300, 300]


def test_a_provider_that_asks_for_a_longer_rest_gets_it() -> None:
    assert Circuit().after_failure(FailureKind.RATE_LIMITED, AT, 90).rests_until == AT + 90


def test_after_the_rest_one_visitor_tries_and_the_others_pass_by() -> None:
    circuits = Circuits()
    circuits.failed("small", FailureKind.TIMED_OUT, AT)
    later = AT + 15
    assert circuits.may_be_asked("small", later)
    circuits.tries("small", later)
    assert not circuits.may_be_asked("small", later)
    circuits.worked("small")
    assert circuits.may_be_asked("small", later)


def test_a_healthy_model_is_asked_by_everybody_at_once() -> None:
    circuits = Circuits()
    circuits.tries("small", AT)
    assert circuits.may_be_asked("small", AT)


def test_one_model_that_fails_says_nothing_about_another() -> None:
    circuits = Circuits()
    circuits.failed("small", FailureKind.TIMED_OUT, AT)
    assert (circuits.may_be_asked("small", AT), circuits.may_be_asked("large", AT)) == (False, True)
