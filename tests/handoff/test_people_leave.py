"""What visitors who wait are told about people: the truth when they came to wait, and once when the last person has left."""

import pytest

from deskbell.workspaces.availability import IDLE_AFTER, SEEN_WITHIN
from tests.cast import Desk, Person
from tests.visitor import Visitor

LEFT = "The people of our team who were here have left."


async def told(visitor: Visitor) -> list[str]:
    return [text for text in await visitor.reads() if text.startswith(LEFT)]


@pytest.fixture
async def waiting(ada: Person, ben: Person, vera: Visitor) -> Visitor:
    """Vera waits, and was told that somebody will join: Ben is there, Ada is away."""
    await ada.is_now("away")
    await ben.me()
    await vera.talks_to_a_person()
    await vera.just_wants_a_person()
    assert (await vera.thread())["conversation"]["state"] == "waiting"
    assert "Somebody will join you here shortly." in (await vera.reads())[-1]
    await vera.desk.runs_jobs()
    return vera


async def test_who_waits_is_told_once_when_the_last_person_goes_away(
    desk: Desk, ben: Person, waiting: Visitor
) -> None:
    assert await told(waiting) == []
    await ben.is_now("away")
    await desk.runs_jobs()
    [line] = await told(waiting)
    assert line.endswith(
        "Nobody is here right now; you can leave this chat and find the answer here later. "
        "If you leave an e-mail address, they can reach you."
    )
    await ben.is_now("available")
    await ben.is_now("away")
    desk.clock.moves_on(minutes=5)
    await desk.runs_jobs()
    assert await told(waiting) == [line]


async def test_while_somebody_is_there_nobody_is_told(desk: Desk, ben: Person, waiting: Visitor) -> None:
    for _ in range(6):
        desk.clock.moves_on(seconds=31)
        await ben.me()
        await desk.runs_jobs()
    assert await told(waiting) == []


async def test_a_page_that_was_closed_is_noticed_within_two_minutes(desk: Desk, waiting: Visitor) -> None:
    for _ in range(4):
        desk.clock.moves_on(seconds=30)
        await desk.runs_jobs()
    assert len(await told(waiting)) == 1


async def test_an_open_page_that_nobody_touches_has_nobody_before_it(
    desk: Desk, ben: Person, waiting: Visitor
) -> None:
    await ben.sends("POST", "/api/me/heartbeat", {"active": True})
    for _ in range(int((IDLE_AFTER + SEEN_WITHIN).total_seconds() // 60) + 1):
        desk.clock.moves_on(minutes=1)
        await ben.sends("POST", "/api/me/heartbeat", {"active": False})
        await desk.runs_jobs()
    assert len(await told(waiting)) == 1
    settings = await waiting.get("settings")
    assert settings["availability"]["kind"] == "away"
    await ben.sends("POST", "/api/me/heartbeat", {"active": True})
    assert (await waiting.get("settings"))["availability"]["kind"] == "here"


async def test_with_an_address_left_it_is_not_asked_for_again(
    desk: Desk, ben: Person, waiting: Visitor
) -> None:
    await waiting.leaves_address("vera@home.example")
    await ben.is_now("away")
    await desk.runs_jobs()
    assert "e-mail" not in (await told(waiting))[0]


async def test_who_was_taken_up_or_came_when_nobody_was_there_is_not_told(
    desk: Desk, ada: Person, ben: Person, waiting: Visitor
) -> None:
    conversation = (await waiting.thread())["conversation"]
    await ben.takes_over(conversation)
    await ben.is_now("away")
    await desk.runs_jobs()
    assert await told(waiting) == []

    late = await Visitor(desk, waiting.base.rsplit("/", maxsplit=1)[-1]).arrives()
    await late.talks_to_a_person()
    await late.just_wants_a_person()
    assert "Nobody is here right now" in (await late.reads())[-1]
    await ada.is_now("available")
    await ada.is_now("away")
    await desk.runs_jobs()
    assert await told(late) == []


async def test_the_usual_wait_of_the_last_hour_is_told_once_it_is_known(
    desk: Desk, ben: Person, vera: Visitor
) -> None:
    key = vera.base.rsplit("/", maxsplit=1)[-1]
    for minutes in (2, 4, 9):
        visitor = await Visitor(desk, key).arrives()
        await visitor.talks_to_a_person()
        waiting = await visitor.just_wants_a_person()
        assert waiting["usual_wait_minutes"] is None
        desk.clock.moves_on(minutes=minutes)
        await ben.takes_over(waiting)
    await vera.talks_to_a_person()
    waiting = await vera.just_wants_a_person()
    assert (waiting["usual_wait_minutes"], waiting["place_in_line"]) == (4, 1)
    desk.clock.moves_on(hours=2)
    assert (await vera.thread())["conversation"]["usual_wait_minutes"] is None
