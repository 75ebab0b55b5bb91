"""Every turn leaves a trace that explains what it came to, whatever that was."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from deskbell.answering.jobs import turns as turns_of_the_agent
from deskbell.answering.jobs.turns import GIVE_UP
from deskbell.answering.tracing.filling import considered
from deskbell.answering.tracing.stored import as_json, of_json
from deskbell.answering.tracing.trace import Came, Step, Trace
from deskbell.kit.db import Database
from deskbell.rehearsals.story import story
from tests.answering.models import passage
from tests.answering.turns import ANSWER, Answers, turn_of
from tests.cast import Desk, Person
from tests.stage import open_desk
from tests.visitor import Visitor


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


async def traces(ben: Person, state: str = "settled") -> list[Trace]:
    """What the turns of the clinic have left, oldest first."""
    workspace_id = UUID((await ben.me())["workspace"]["id"])
    async with ben.desk.database.transaction(workspace_id) as tx:
        kept = await tx.values("SELECT trace FROM turns WHERE state = %(s)s ORDER BY id", s=state)
    read = [of_json(trace) for trace in kept]
    assert None not in read
    return [trace for trace in read if trace]


def looked_at(trace: Trace) -> list[tuple[int, str, bool, str]]:
    return [(d.step, d.name, d.fired, d.why) for d in trace.decisions]


NOT_ASKED = (5, "Asked for a person", False, "The message does not ask for a person.")
NOT_CLINICAL = (6, "Clinical boundary", False, "The question is not clinical.")


async def test_an_answer_says_which_rules_let_it_pass(ben: Person, vera: Visitor) -> None:
    await vera.asks("When do you open on Fridays?")
    [trace] = await traces(ben)
    assert trace.came == Came("reply", ANSWER, 0.95)
    assert trace.drafted is not None
    assert (trace.understood.written, trace.drafted.text) == ("When do you open on Fridays?", ANSWER)
    assert looked_at(trace) == [
        NOT_ASKED,
        NOT_CLINICAL,
        (8, "No answer", False, "There was an answer."),
    ]
    assert list(trace.milliseconds) == [Step.UNDERSTAND, Step.EMBED, Step.FIND, Step.COMPOSE, Step.DECIDE]


async def test_asking_for_a_person_ends_at_the_first_rule(ben: Person, vera: Visitor) -> None:
    await vera.asks("Can I talk to a real person?")
    [trace] = await traces(ben)
    assert trace.came == Came(
        "hand_off", reason="asked_for_person", label="Asked for a person", rule_id=trace.decisions[0].rule_id
    )
    assert [(step, name, fired) for step, name, fired, _ in looked_at(trace)] == [
        (5, "Asked for a person", True)
    ]
    assert "asks for a person" in trace.decisions[0].why
    assert list(trace.milliseconds) == [Step.UNDERSTAND]


async def test_a_clinical_question_names_the_boundary(ben: Person, vera: Visitor) -> None:
    await vera.asks("How much ibuprofen can I take?")
    [trace] = await traces(ben)
    assert trace.came is not None
    assert (trace.came.outcome, trace.came.reason) == ("hand_off", "clinical")
    assert looked_at(trace)[-1][:3] == (6, "Clinical boundary", True)


async def test_small_talk_says_that_it_is(ben: Person, vera: Visitor) -> None:
    await vera.asks("Hello")
    [trace] = await traces(ben)
    assert trace.came is not None
    assert trace.came.outcome == "say"
    assert looked_at(trace)[-1] == (7, "Small talk", True, "The message asks nothing of the content.")


async def test_a_failure_is_named_without_its_text(ben: Person, vera: Visitor, answerer: Answers) -> None:
    answerer.failures.append(RuntimeError("secret of the provider"))
    await vera.asks("When do you open on Fridays?")
    [trace] = await traces(ben)
    assert trace.failure == "RuntimeError"
    assert trace.came == Came(
        "hand_off", reason="agent_unavailable", label="Agent unavailable", failure="RuntimeError"
    )
    assert "secret" not in as_json(trace)


async def test_a_turn_that_a_takeover_dropped_keeps_its_trace(
    ben: Person, vera: Visitor, answerer: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = await vera.says("When do you open on Fridays?")
    knows = answerer.compose

    async def taken_over_meanwhile(*asked: Any) -> Any:
        await ben.takes_over(conversation)
        return await knows(*asked)

    monkeypatch.setattr(answerer, "compose", taken_over_meanwhile)
    await vera.desk.runs_jobs()
    [trace] = await traces(ben, "dropped")
    assert trace.came == Came("reply", ANSWER, 0.95)


async def test_a_turn_that_took_its_worker_with_it_again_and_again_says_so(
    ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = await vera.says("When do you open on Fridays?")
    job = await turn_of(vera, conversation, ben)

    async def dies(*_: Any, **__: Any) -> Any:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(turns_of_the_agent, "decide", dies)
        with pytest.raises(SystemExit):
            await vera.desk.works[job.kind](job)
    await vera.desk.works[GIVE_UP](job)
    [trace] = await traces(ben, "failed")
    assert trace.came == Came(
        "hand_off", reason="agent_unavailable", label="Agent unavailable", failure="Stopped"
    )
    assert story(trace) == ["The agent could not finish, so it handed over."]


NOTHING = "Do you treat horses with acupuncture?"


@pytest.mark.parametrize(
    ("words", "outcome", "searched"),
    [
        ("When do you open on Fridays?", "reply", True),
        ("Hello", "say", False),
        ("Are you a bot?", "say", False),
        ("asdf qwer zxcv", "say", False),
        ("Can I talk to a real person?", "hand_off", False),
        ("How much ibuprofen can I take?", "hand_off", False),
        (NOTHING, "hand_off", True),
    ],
)
async def test_every_kind_of_turn_leaves_a_trace_with_all_its_parts(
    ben: Person, vera: Visitor, answerer: Answers, *, words: str, outcome: str, searched: bool
) -> None:
    answerer.ignorant = words == NOTHING
    await vera.asks(words)
    [trace] = await traces(ben)
    assert trace.came is not None
    assert (trace.came.outcome, trace.understood.written) == (outcome, words)
    assert [Step.FIND in trace.milliseconds, trace.understood.asked != ""] == [searched, searched]
    assert [d.fired for d in trace.decisions if d.fired] == ([] if outcome == "reply" else [True])
    assert all(decision.why.endswith((".", "!")) for decision in trace.decisions)
    versions = trace.versions
    assert all((versions.product, versions.settings, versions.answerer))
    assert bool(versions.embedding) == searched
    assert story(trace)[-1].endswith(".")


def test_a_trace_is_bounded_however_long_the_passages_are() -> None:
    found = [replace(passage("Open on Fridays."), text="x" * 50_000) for _ in range(8)]
    kept = as_json(Trace(passages=considered(found)))
    assert len(kept) < 8 * 2_000


def test_a_trace_comes_back_as_it_was_kept() -> None:
    assert of_json(None) is None
    assert of_json({"question": "older than traces", "passages": []}) is None
    assert of_json({"version": 1, "passages": "broken"}) is None
