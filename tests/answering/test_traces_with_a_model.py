"""A turn of an agent that writes with a model leaves a trace whatever becomes of it, and its steps add up to the whole."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

import pytest

from deskbell.answering.tracing.stored import of_json
from deskbell.answering.tracing.trace import Step, Trace
from deskbell.rehearsals.story import story
from tests.answering.models import HOURS, Models, models_of
from tests.cast import Person
from tests.visitor import Visitor

QUESTION = "When is the clinic open?"
OPEN = "The clinic is open Monday to Friday from 8:00 to 18:00 [1]. "
NO_TOKENS = {"tokens_a_day": 0, "tokens_a_month": None, "dollars_a_day": None, "dollars_a_month": None}


@pytest.fixture
async def model(ada: Person, vera: Visitor, lumi: dict[str, Any]) -> AsyncIterator[Models]:
    async with models_of(ada, vera, lumi["id"]) as models:
        models.answers(OPEN)
        yield models


async def trace_of(model: Models) -> Trace:
    trace = of_json(await model.trace())
    assert trace is not None
    return trace


@dataclass(frozen=True)
class Case:
    """What the models do and how the agent is set; then the calls, what stood instead of a draft, and the outcome."""

    first: dict[str, Any]
    settings: dict[str, Any]
    calls: Sequence[str]
    instead: str | None
    outcome: str
    second: bool = False
    stays: bool = False


CASES = {
    "an answer": Case({}, {}, ["answered"], None, "reply"),
    "the next model": Case({"fault": "500"}, {}, ["provider_error", "answered"], None, "reply", second=True),
    "the next model after half a sentence": Case({"fault": "break_off"}, {}, ["broke_off", "answered"], None, "reply", second=True),
    "a quote, as no model answers": Case({"fault": "401"}, {}, ["refused"], "models_down", "reply"),
    "a person, as no model answers": Case({"fault": "401"}, {"quotes_when_down": False}, ["refused"], "models_down", "hand_off"),
    "a quote, as the budget is used up": Case({}, {"budget": NO_TOKENS}, [], "budget_used", "reply"),
    "a person, as the budget is used up": Case({}, {"budget": NO_TOKENS, "quotes_when_down": False}, [], "budget_used", "hand_off"),
    "a quote, as text stays here": Case({}, {}, [], "text_stays_here", "reply", stays=True),
    "a quote, as a sentence does not hold": Case({"pieces": "We open on Sunday at 5:00 [1]. "}, {}, ["answered"], "number", "reply"),
    "a person, as the model finds no answer": Case({"signals": '{"answerable": false}\n'}, {}, ["answered"], "no_answer", "hand_off"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
async def test_whatever_becomes_of_a_draft_its_trace_says_so(
    ada: Person, vera: Visitor, model: Models, name: str
) -> None:
    case = CASES[name]
    servers = [{"url": model.first.url, "name": "first", "input_price": 2.0, "output_price": 8.0}]
    servers += [{"url": model.second.url, "name": "second"}] if case.second else []
    await model.sets(models=servers, **case.settings)
    if case.stays:
        await ada.sends("PUT", "/api/model-policy", {"text_stays_here": True, "budget": {}})
    said = dict(case.first)
    model.answers(said.pop("pieces", OPEN), **said)
    model.second_answers(OPEN)
    await vera.asks(QUESTION)
    trace = await trace_of(model)
    assert trace.came is not None
    assert ([call.ended for call in trace.calls], trace.instead, trace.came.outcome) == (
        case.calls,
        case.instead,
        case.outcome,
    )
    assert [call.cost is not None for call in trace.calls if call.model == "first"] == [True] * sum(
        call.model == "first" for call in trace.calls
    )
    assert (trace.drafted is not None) == (case.outcome == "reply")
    assert bool(trace.decisions and trace.versions.answerer and trace.passages)
    assert story(trace)[-1].endswith(".")
    asked_ms = sum(call.milliseconds for call in trace.calls)
    within = trace.milliseconds[Step.COMPOSE] + trace.milliseconds.get(Step.VERIFY, 0.0)
    assert asked_ms <= within + 1


async def test_lines_whose_end_comes_with_the_piece_before_are_sentences_of_their_own(
    vera: Visitor, model: Models
) -> None:
    model.answers(
        "The clinic is open Monday to Friday [1].\n", "- Video visits are offered on Saturday [1].\n"
    )
    thread = await vera.asks(QUESTION)
    assert thread["messages"][-1]["text"] == (
        "The clinic is open Monday to Friday. [1]\n- Video visits are offered on Saturday. [1]"
    )
    assert len((await trace_of(model)).verdicts) == 2


async def test_length_and_tone_reach_the_model(vera: Visitor, model: Models) -> None:
    await model.sets(tone="formal", answer_length="short", instructions="Say “patients”, not “customers”.")
    await vera.asks(QUESTION)
    told = model.first.asked[0][0]["content"]
    assert "At most 40 words, in a formal tone." in told
    assert told.endswith("Say “patients”, not “customers”.")
    await model.sets(tone="warm", answer_length="long")
    await vera.asks(f"{QUESTION} And on Saturday?")
    assert "At most 220 words, in a warm tone." in model.first.asked[-1][0]["content"]


@pytest.mark.parametrize(("length", "sentences"), [("short", 6), ("medium", 8)])
async def test_a_model_that_does_not_keep_to_the_length_is_stopped_after_a_whole_sentence(
    vera: Visitor, model: Models, length: str, sentences: int
) -> None:
    await model.sets(answer_length=length)
    model.answers(*[OPEN] * 8)
    thread = await vera.asks(QUESTION)
    text = thread["messages"][-1]["text"]
    assert (text.count("18:00. [1]"), text.endswith("[1]")) == (sentences, True)
    assert HOURS.startswith(text.partition(" [1]")[0])


async def test_the_steps_add_up_to_the_whole(vera: Visitor, model: Models) -> None:
    model.answers(*[OPEN] * 4, pause_seconds=0.05)
    began = monotonic()
    await vera.asks(QUESTION)
    whole = (monotonic() - began) * 1000
    trace = await trace_of(model)
    [call] = trace.calls
    took = trace.milliseconds
    assert took[Step.VERIFY] > 0
    assert call.milliseconds >= 200
    # Checking happens while the model speaks, and is counted once.
    assert took[Step.COMPOSE] + took[Step.VERIFY] >= call.milliseconds - 1
    assert sum(took.values()) <= whole
