"""Every verb answers for every state; the agent may reply in one of them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from deskbell.conversations.lifecycle import (
    LifecycleState,
    Resolved,
    Waiting,
    WithAgent,
    WithMember,
    agent_may_reply,
    hand_back,
    hand_off,
    raise_emergency,
    reopen,
    resolve,
    take_over,
    visitor_wrote,
)
from deskbell.events.wire import Reason
from deskbell.kit.errors import Conflict

EARLIER = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
NOW = EARLIER + timedelta(minutes=5)
BEN = WithMember(UUID(int=1), "Ben Ortiz", NOW)
MAYA = WithMember(UUID(int=2), "Maya Osei", EARLIER)

AGENT = WithAgent(EARLIER)
WAITING = Waiting(Reason.NO_ANSWER, EARLIER)
CLOSED = Resolved(EARLIER)
ALL: list[LifecycleState] = [AGENT, WAITING, MAYA, CLOSED]


def test_the_agent_may_reply_only_while_it_holds_the_conversation() -> None:
    assert [agent_may_reply(state) for state in ALL] == [True, False, False, False]


def test_a_visitor_who_writes_changes_nothing_but_reopens_a_closed_thread_for_people() -> None:
    assert [visitor_wrote(state, NOW) for state in ALL] == [
        AGENT,
        WAITING,
        MAYA,
        Waiting(Reason.REOPENED, NOW),
    ]


def test_only_the_agent_can_let_go() -> None:
    asked = Reason.ASKED_FOR_PERSON
    assert [hand_off(state, asked, NOW) for state in ALL] == [Waiting(asked, NOW), WAITING, MAYA, CLOSED]


def test_an_emergency_calls_for_a_person_wherever_it_comes_up_and_stays_with_the_member_who_holds() -> None:
    assert [raise_emergency(state, NOW) for state in ALL] == [
        Waiting(Reason.EMERGENCY, NOW),
        Waiting(Reason.EMERGENCY, EARLIER),
        MAYA,
        Waiting(Reason.EMERGENCY, NOW),
    ]


def test_a_member_takes_over_from_the_agent_and_from_the_queue() -> None:
    assert [take_over(state, BEN) for state in (AGENT, WAITING)] == [BEN, BEN]


def test_taking_over_twice_is_once() -> None:
    again = WithMember(MAYA.member_id, MAYA.name, NOW)
    assert take_over(MAYA, again) == MAYA


def test_a_colleague_keeps_the_conversation_unless_it_is_taken_from_them_by_name() -> None:
    with pytest.raises(Conflict) as refused:
        take_over(MAYA, BEN)
    assert (refused.value.code, refused.value.detail["holder_name"]) == ("held_by_colleague", "Maya Osei")
    assert take_over(MAYA, BEN, taking_from=MAYA.member_id) == BEN
    with pytest.raises(Conflict):
        take_over(MAYA, BEN, taking_from=UUID(int=3))


@pytest.mark.parametrize("verb", [lambda: take_over(CLOSED, BEN), lambda: hand_back(CLOSED, NOW)])
def test_a_closed_conversation_must_be_reopened_first(verb: object) -> None:
    with pytest.raises(Conflict) as refused:
        verb()  # type: ignore[operator]
    assert refused.value.code == "resolved"


def test_handing_back_gives_the_conversation_to_the_agent() -> None:
    assert [hand_back(state, NOW) for state in (AGENT, WAITING, MAYA)] == [
        AGENT,
        WithAgent(NOW),
        WithAgent(NOW),
    ]


def test_closing_twice_is_closing_once() -> None:
    closed_now = Resolved(NOW)
    assert [resolve(state, NOW) for state in ALL] == [closed_now, closed_now, closed_now, CLOSED]


def test_undoing_a_close_gives_the_conversation_to_the_member_who_undid_it() -> None:
    assert [reopen(state, BEN) for state in ALL] == [AGENT, WAITING, MAYA, BEN]
