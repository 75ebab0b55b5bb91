"""Both adapters against a server that speaks their real protocols over real HTTP, well and badly."""

import asyncio
from typing import get_args

import pytest

from deskbell.kit.http import guarded_client
from deskbell.llm.anthropic_messages import spoken
from deskbell.llm.chat import ChatMessage, FailureKind, ModelFailed, Provider, Usage, estimated
from deskbell.llm.opening import open_model
from deskbell.llm.scripted import Fault, Scripted, ScriptedServer, scripted_server

ASKED = [ChatMessage("system", "Answer from the passages."), ChatMessage("user", "When are you open?")]
BOTH = pytest.mark.parametrize("provider", get_args(Provider))

FAULTS: dict[Fault, FailureKind] = {
    "401": FailureKind.REFUSED,
    "429": FailureKind.RATE_LIMITED,
    "500": FailureKind.PROVIDER_ERROR,
    "529": FailureKind.OVERLOADED,
    "hang": FailureKind.TIMED_OUT,
    "drip": FailureKind.TIMED_OUT,
    "break_off": FailureKind.BROKE_OFF,
    "garbage": FailureKind.PROVIDER_ERROR,
    "other_shape": FailureKind.PROVIDER_ERROR,
    "error_event": FailureKind.PROVIDER_ERROR,
    "invalid_json": FailureKind.EMPTY,
    "web_page": FailureKind.EMPTY,
    "empty": FailureKind.EMPTY,
    "endless": FailureKind.TOO_LONG,
    "one_megabyte": FailureKind.TOO_LONG,
    "cut_by_limit": FailureKind.TOO_LONG,
}


async def answer_of(
    provider: Provider, scripted: Scripted, seconds: float = 5.0
) -> tuple[list[str | Usage], ScriptedServer]:
    async with (
        scripted_server(lambda _: scripted) as server,
        guarded_client(frozenset({server.host_and_port})) as client,
    ):
        model = open_model(provider, server.url, "scripted", "key", client)
        return [piece async for piece in model.stream(ASKED, max_tokens=100, seconds=seconds)], server


@BOTH
async def test_text_comes_in_pieces_and_ends_with_what_it_cost(provider: Provider) -> None:
    answer, server = await answer_of(provider, Scripted(("Monday ", "to Friday.")))
    assert answer == ["Monday ", "to Friday.", Usage(100, 2)]
    assert server.asked == [[{"role": message.role, "content": message.text} for message in ASKED]]


async def test_what_a_server_does_not_count_is_estimated_by_length() -> None:
    answer, _ = await answer_of("openai", Scripted(("Monday ", "to Friday."), counts=False))
    assert answer[-1] == estimated(ASKED, len("Monday to Friday."))


def test_every_fault_is_tried() -> None:
    assert {*FAULTS, "none", "duplicated"} == set(get_args(Fault))


@BOTH
@pytest.mark.parametrize(("fault", "kind"), FAULTS.items())
async def test_every_fault_of_a_provider_has_one_name(
    provider: Provider, fault: Fault, kind: FailureKind
) -> None:
    seconds = 0.3 if kind is FailureKind.TIMED_OUT else 5.0
    with pytest.raises(ModelFailed) as failed:
        await answer_of(provider, Scripted(("Half a sent",), fault=fault), seconds)
    assert failed.value.kind is kind


@BOTH
async def test_a_provider_that_asks_to_wait_is_heard(provider: Provider) -> None:
    with pytest.raises(ModelFailed) as failed:
        await answer_of(provider, Scripted(fault="429"))
    assert (failed.value.status, failed.value.retry_after_seconds) == (429, 7.0)


@BOTH
async def test_a_stream_that_repeats_its_events_still_ends(provider: Provider) -> None:
    answer, _ = await answer_of(provider, Scripted(("Monday. ",), fault="duplicated"))
    assert (answer[0], answer[-1]) == ("Monday. ", Usage(100, 1))


@BOTH
async def test_a_slow_stream_is_given_up_when_its_time_is_over(provider: Provider) -> None:
    with pytest.raises(ModelFailed) as failed:
        await answer_of(provider, Scripted(("word ",) * 100, pause_seconds=0.05), seconds=0.3)
    assert failed.value.kind is FailureKind.TIMED_OUT


@BOTH
async def test_nobody_at_the_address_is_unreachable(provider: Provider) -> None:
    async with scripted_server(lambda _: Scripted()) as server:
        pass  # it has gone: the port refuses connections
    async with guarded_client(frozenset({server.host_and_port})) as client:
        model = open_model(provider, server.url, "scripted", "", client)
        with pytest.raises(ModelFailed) as failed:
            _ = [piece async for piece in model.stream(ASKED, max_tokens=100, seconds=5)]
    assert failed.value.kind is FailureKind.UNREACHABLE


@BOTH
async def test_a_model_inside_a_private_network_is_never_called(provider: Provider) -> None:
    async with (
        scripted_server(lambda _: Scripted(("hello",))) as server,
        guarded_client() as client,  # this loopback address was not allowed by the settings
    ):
        model = open_model(provider, server.url, "scripted", "", client)
        with pytest.raises(ModelFailed) as failed:
            _ = [piece async for piece in model.stream(ASKED, max_tokens=100, seconds=5)]
        assert (failed.value.kind, server.asked) == (FailureKind.REFUSED, [])


@BOTH
async def test_whoever_stops_listening_hangs_up_at_once(provider: Provider) -> None:
    async with (
        scripted_server(lambda _: Scripted(("a",) * 100, pause_seconds=0.02)) as server,
        guarded_client(frozenset({server.host_and_port})) as client,
    ):
        model = open_model(provider, server.url, "scripted", "", client)
        seen, begun = list[str | Usage](), asyncio.Event()

        async def listen() -> None:
            async for piece in model.stream(ASKED, max_tokens=100, seconds=5):
                seen.append(piece)
                begun.set()

        listening = asyncio.create_task(listen())
        await begun.wait()
        stopped_at = asyncio.get_running_loop().time()
        listening.cancel()
        await asyncio.wait_for(server.hung_up.wait(), 2)
    assert (len(seen) < 100, server.hung_up_at[0] - stopped_at < 0.5) == (True, True)


def test_two_messages_in_a_row_become_one_and_the_visitor_speaks_first() -> None:
    assert spoken([ASKED[0], ChatMessage("assistant", "Hi."), ASKED[1], ChatMessage("user", "Today?")]) == [
        {"role": "user", "content": "(The conversation begins.)"},
        {"role": "assistant", "content": "Hi."},
        {"role": "user", "content": "When are you open?\n\nToday?"},
    ]


def test_a_call_that_was_broken_off_is_counted_by_length() -> None:
    assert estimated([ChatMessage("user", "x" * 400)], 10) == Usage(100, 3, estimated=True)
