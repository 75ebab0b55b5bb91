"""The adapter against a server that speaks the real protocol over real HTTP, well and badly."""

import asyncio

import pytest

from deskbell.kit.http import guarded_client
from deskbell.llm import openai_compatible
from deskbell.llm.chat import ChatMessage, FailureKind, ModelFailed, Usage
from deskbell.llm.openai_compatible import OpenAICompatible
from deskbell.llm.scripted import Fault, Scripted, scripted_server

ASKED = [ChatMessage("system", "Answer from the passages."), ChatMessage("user", "When are you open?")]


async def answer_of(scripted: Scripted) -> list[str | Usage]:
    async with (
        scripted_server(lambda _: scripted) as server,
        guarded_client(frozenset({server.host_and_port})) as client,
    ):
        model = OpenAICompatible(server.url, "scripted", "", client)
        return [piece async for piece in model.stream(ASKED, max_tokens=100)]


async def test_text_comes_in_pieces_and_ends_with_what_it_cost() -> None:
    assert await answer_of(Scripted(("Monday ", "to Friday."))) == ["Monday ", "to Friday.", Usage(100, 2)]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("429", FailureKind.RATE_LIMITED),
        ("500", FailureKind.PROVIDER_ERROR),
        ("401", FailureKind.REFUSED),
        ("break_off", FailureKind.BROKE_OFF),
        ("garbage", FailureKind.PROVIDER_ERROR),
        ("empty", FailureKind.EMPTY),
        ("endless", FailureKind.TOO_LONG),
    ],
)
async def test_every_fault_of_a_provider_has_one_name(fault: Fault, kind: FailureKind) -> None:
    pieces = () if fault in ("empty", "garbage") else ("Half a sent",)
    with pytest.raises(ModelFailed) as failed:
        await answer_of(Scripted(pieces, fault=fault))
    assert failed.value.kind is kind


@pytest.mark.parametrize("fault", ["hang", "drip"])
async def test_a_provider_that_falls_silent_is_given_up(
    fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openai_compatible, "LONGEST_PAUSE_SECONDS", 0.2)
    with pytest.raises(ModelFailed) as failed:
        await answer_of(Scripted(("Half",), fault=fault))
    assert failed.value.kind is FailureKind.TIMED_OUT


async def test_a_model_inside_a_private_network_is_never_called() -> None:
    async with (
        scripted_server(lambda _: Scripted(("hello",))) as server,
        guarded_client() as client,  # this loopback address was not allowed by the settings
    ):
        model = OpenAICompatible(server.url, "scripted", "", client)
        with pytest.raises(ModelFailed) as failed:
            _ = [piece async for piece in model.stream(ASKED, max_tokens=100)]
        assert (failed.value.kind, server.asked) == (FailureKind.REFUSED, [])


async def test_cancelling_the_turn_ends_the_call() -> None:
    seen: list[str | Usage] = []

    async def listen(model: OpenAICompatible) -> None:
        async for piece in model.stream(ASKED, max_tokens=100):
            seen.append(piece)  # noqa: PERF401 - what was seen before the cancellation counts

    async with (
        scripted_server(lambda _: Scripted(("a",) * 100, pause_seconds=0.05)) as server,
        guarded_client(frozenset({server.host_and_port})) as client,
    ):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(listen(OpenAICompatible(server.url, "scripted", "", client)), 0.3)
    assert 0 < len(seen) < 100
