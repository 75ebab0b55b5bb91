"""Turns of the agent on the real database: one answer per question, and whatever breaks ends at a person, once."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from datetime import timedelta
from typing import Any

import pytest

from deskbell.answering import commands
from deskbell.answering import jobs as turns
from deskbell.kit.clock import now
from deskbell.kit.db import Database
from deskbell.kit.jobs import Runner
from deskbell.kit.jobs.queue import LEASE
from deskbell.kit.jobs.runner import MAX_ATTEMPTS
from tests.answering.turns import ANSWER, Answers, authors, turn_of
from tests.cast import Desk, Person
from tests.stage import open_desk
from tests.visitor import Visitor


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


class Crash(BaseException):
    """The process dies here: nothing below catches it."""


async def test_five_quick_messages_are_one_question_with_one_answer(vera: Visitor, answerer: Answers) -> None:
    words = ["hey", "quick one", "about Friday", "the clinic", "is it open then, and until when?"]
    for text in words:
        await vera.says(text)
    await vera.desk.runs_jobs()
    assert authors(await vera.thread()) == ["visitor"] * 5 + ["agent"]
    assert answerer.asked == ["\n".join(words)]


async def test_what_was_answered_is_not_answered_again(vera: Visitor, answerer: Answers) -> None:
    await vera.asks("When do you open on Fridays?")
    await vera.asks("And where is the entrance exactly?")
    assert answerer.asked == ["When do you open on Fridays?", "And where is the entrance exactly?"]


@pytest.mark.parametrize("fails", ["compose", "before settling", "after publishing"])
async def test_a_turn_that_dies_anywhere_answers_once_when_it_is_run_again(
    ben: Person, vera: Visitor, answerer: Answers, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    conversation = await vera.says("When do you open on Fridays?")
    job = await turn_of(vera, conversation, ben)
    with monkeypatch.context() as patch:
        point = {"before settling": "settle_turn", "after publishing": "_keep_trace"}.get(fails)
        if point is None:
            answerer.failures.append(Crash())
        else:
            patch.setattr(commands, point, _dies)
        with pytest.raises(Crash):
            await vera.desk.works[job.kind](job)
    assert authors(await vera.thread()) == ["visitor"]  # all or nothing
    await vera.desk.runs_jobs()
    assert authors(await vera.thread()) == ["visitor", "agent"]


async def _dies(*_: Any) -> None:
    raise Crash


async def test_a_turn_run_again_after_its_commit_says_nothing_more(
    ben: Person, vera: Visitor, answerer: Answers
) -> None:
    conversation = await vera.says("When do you open on Fridays?")
    job = await turn_of(vera, conversation, ben)
    for _ in range(3):
        await vera.desk.works[job.kind](job)
    assert authors(await vera.thread()) == ["visitor", "agent"]


async def test_two_workers_with_the_same_turn_answer_once_and_hand_off_never(
    ben: Person, vera: Visitor, answerer: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost lease: the first worker is slow and fails in the end, the second has answered meanwhile."""
    begun, answered, knows = asyncio.Event(), asyncio.Event(), answerer.compose

    async def slow_at_first(*asked: Any) -> Any:
        monkeypatch.setattr(answerer, "compose", knows)
        begun.set()
        await answered.wait()
        raise RuntimeError

    monkeypatch.setattr(answerer, "compose", slow_at_first)
    job = await turn_of(vera, await vera.says("When do you open on Fridays?"), ben)
    slow = asyncio.create_task(vera.desk.works[job.kind](job))
    await begun.wait()
    await vera.desk.works[job.kind](job)
    answered.set()
    await slow
    assert authors(await vera.thread()) == ["visitor", "agent"]


@pytest.mark.parametrize("failure", [RuntimeError("secret of the provider"), TimeoutError(), ValueError("x")])
async def test_whatever_the_answerer_raises_ends_at_a_person_without_a_raw_error(
    ben: Person, vera: Visitor, answerer: Answers, failure: Exception
) -> None:
    answerer.failures.append(failure)
    thread = await vera.asks("When do you open on Fridays?")
    row = (await ben.inbox())["conversations"][0]
    assert authors(thread) == ["visitor", "handed_off"]
    assert (row["state"], row["reason"], row["label"]) == (
        "waiting",
        "agent_unavailable",
        "Agent unavailable",
    )
    assert "secret" not in str(thread)
    assert "Error" not in thread["messages"][-1]["text"]


async def test_an_answerer_that_hangs_ends_at_a_person_in_time(
    ben: Person, vera: Visitor, answerer: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hangs(*_: Any) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(turns, "LONGEST_TURN_SECONDS", 0.05)
    monkeypatch.setattr(answerer, "compose", hangs)
    assert authors(await vera.asks("When do you open on Fridays?")) == ["visitor", "handed_off"]
    assert turns.LONGEST_TURN_SECONDS < 20


async def test_a_turn_that_can_never_be_loaded_reaches_a_person_through_its_heir(
    ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "begin_turn", _broken)
    await vera.says("When do you open on Fridays?")
    runner = Runner(vera.desk.database, vera.desk.works, vera.desk.clock, heirs=turns.HEIRS)
    for _ in range(MAX_ATTEMPTS):
        await runner.run_pending()
        vera.desk.clock.moves_on(seconds=60)
    await runner.run_pending()
    row = (await ben.inbox())["conversations"][0]
    assert authors(await vera.thread()) == ["visitor", "handed_off"]
    assert row["reason"] == "agent_unavailable"


async def _broken(*_: Any) -> None:
    raise RuntimeError("the row cannot be read")


async def test_after_the_return_to_the_agent_only_what_is_new_is_asked_of_it(
    ben: Person, vera: Visitor, answerer: Answers
) -> None:
    conversation = await vera.says("Can a human review my test results?")
    await ben.takes_over(conversation)
    await ben.hands_back(conversation)
    await vera.asks("When do you open on Fridays?")
    assert answerer.asked == ["When do you open on Fridays?"]
    assert authors(await vera.thread())[-2:] == ["visitor", "agent"]


WORKER = """
import asyncio, sys
from deskbell.answering.client import ContentLibrary
from deskbell.answering.jobs import Turns
from deskbell.bus import MemoryBus
from deskbell.embedding.scripted import ScriptedEmbedder
from deskbell.events.commands import settling
from deskbell.kit.clock import now
from deskbell.kit.db import Database, open_pool
from deskbell.kit.jobs import Runner
from deskbell.reactions import reactions

class Thinks:
    async def compose(self, question, turn, passages, show, trace):
        print("thinking", flush=True)
        await asyncio.Event().wait()

async def main():
    async with open_pool(sys.argv[1]) as pool:
        database = Database(pool, settling(reactions))
        library = ContentLibrary(database, ScriptedEmbedder())
        works = Turns(database, MemoryBus(), now, library, Thinks()).works()
        await Runner(database, works).run(asyncio.Event())

asyncio.run(main())
"""


async def test_a_worker_killed_in_the_middle_of_a_turn_is_replaced_and_the_answer_comes_once(
    vera: Visitor, app_url: str
) -> None:
    await vera.says("When do you open on Fridays?")
    worker = await asyncio.create_subprocess_exec(sys.executable, "-c", WORKER, app_url, stdout=PIPE)
    assert worker.stdout is not None
    assert await asyncio.wait_for(worker.stdout.readline(), 20) == b"thinking\n"
    worker.kill()
    await worker.wait()

    assert await vera.desk.runs_jobs() == 0  # the lease still runs
    for seconds in (1, 3):  # the loss is noticed, then the job is tried again
        later = LEASE + timedelta(seconds=seconds)
        await Runner(vera.desk.database, vera.desk.works, lambda later=later: now() + later).run_pending()
    thread = await vera.thread()
    assert authors(thread) == ["visitor", "agent"]
    assert thread["messages"][-1]["text"] == ANSWER


async def test_a_flood_of_long_messages_is_a_question_of_bounded_length(
    vera: Visitor, answerer: Answers
) -> None:
    for _ in range(3):
        await vera.says("x" * 19_999)
    await vera.says("And when do you open?")
    await vera.desk.runs_jobs()
    assert [(len(asked), asked[-21:]) for asked in answerer.asked] == [(20_000, "And when do you open?")]
