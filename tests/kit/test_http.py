"""The way out: public hosts are called, our own network never, whatever the spelling, resolver or redirect says."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest

from deskbell.kit.addresses import Address, is_public, literal_address
from deskbell.kit.errors import Refused
from deskbell.kit.http import Door, GuardedTransport, guarded_client

CORPUS = Path(os.environ.get("DESKBELL_SSRF_CORPUS", Path(__file__).parents[3] / "shared/data/security/ssrf"))
with_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of addresses is not on this machine")

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
LYING = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * 5_000
REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"


def cases(name: str) -> list[dict[str, object]]:
    return json.loads((CORPUS / name).read_text())["cases"] if CORPUS.exists() else []


@asynccontextmanager
async def server(answer: bytes) -> AsyncIterator[tuple[int, list[bytes]]]:
    """A host on this machine: its port, and the requests it got."""
    requests: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield listening.sockets[0].getsockname()[1], requests


@pytest.mark.parametrize(
    "host", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450::1"]
)
def test_public_addresses_are_open(host: str) -> None:
    assert is_public(ip_address(host))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "168.63.129.16", "::1", "fd00:ec2::254", "::ffff:8.8.8.8"],
)
def test_private_and_embedded_addresses_are_closed(host: str) -> None:
    assert not is_public(ip_address(host))


@pytest.mark.parametrize(
    "host", ["127.1", "0x7f000001", "2130706433", "127.0.0.1.", "a..b", "127.0.0.1%lo", "", "a/b"]
)
def test_odd_spellings_are_neither_address_nor_name(host: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - ipaddress has its own words
        literal_address(host)


@pytest.mark.parametrize(
    "host", ["example.com", "example.com.", "127.example", "0xfoo.example", "127.0.0.1.example"]
)
def test_names_are_asked_of_dns(host: str) -> None:
    assert literal_address(host) is None


@with_corpus
@pytest.mark.parametrize(
    "case", cases("blocked.json") + cases("boundaries.json") + cases("allowed.json"), ids=str
)
def test_the_corpus_of_addresses_gets_the_strict_verdict(case: dict[str, object]) -> None:
    """Stricter than the corpus in one family: every form that embeds an IPv4 address (::ffff:0:0/96) is closed."""
    address = ip_address(str(case["input"]))
    policies = case["policies"]
    assert isinstance(policies, dict)
    embedded = address.version == 6 and int(address) >> 48 == 0xFFFF
    assert is_public(address) == (policies["iana_special_use"] == "allowed" and not embedded)


@with_corpus
@pytest.mark.parametrize(
    "case",
    cases("legacy_numeric.json") + cases("malformed_numeric_hosts.json") + cases("non_host_prefixes.json"),
    ids=str,
)
async def test_the_corpus_of_odd_hosts_never_reaches_a_resolver(case: dict[str, object]) -> None:
    asked: list[str] = []

    async def resolve(host: str, port: int) -> list[Address]:
        asked.append(host)
        return [ip_address("93.184.216.34")]

    with pytest.raises(Refused):
        await Door(resolve=resolve).addresses_of(str(case["input"]), 80)
    assert asked == []


async def resolves_to(*addresses: str) -> list[Address]:
    return [ip_address(address) for address in addresses]


async def test_a_name_with_one_private_address_among_its_public_ones_is_refused() -> None:
    mixed = Door(resolve=lambda _host, _port: resolves_to("93.184.216.34", "10.0.0.1"))
    with pytest.raises(Refused, match="inside a private network"):
        await mixed.addresses_of("example.com", 443)
    public = Door(resolve=lambda _host, _port: resolves_to("93.184.216.34"))
    assert await public.addresses_of("example.com", 443) == [ip_address("93.184.216.34")]


async def test_a_service_on_this_machine_is_called_only_when_it_is_named_with_its_port() -> None:
    async with server(ANSWER) as (port, requests):
        async with guarded_client(frozenset({f"127.0.0.1:{port}"})) as client:
            assert (await client.get(f"http://127.0.0.1:{port}/v1")).text == "hello"
        async with guarded_client(frozenset({f"127.0.0.1:{port + 1}"})) as client:
            with pytest.raises(Refused, match="inside a private network"):
                await client.get(f"http://127.0.0.1:{port}/v1")
    assert len(requests) == 1


async def test_the_checked_address_is_the_one_called_and_the_host_header_keeps_the_name() -> None:
    """A resolver that answers differently the second time (DNS rebinding) is asked once only."""
    answers = ["127.0.0.1", "10.0.0.1"]
    async with server(ANSWER) as (port, requests):
        door = Door(frozenset({f"model.example:{port}"}), lambda _host, _port: resolves_to(answers.pop(0)))
        async with httpx.AsyncClient(transport=GuardedTransport(door, 100)) as client:
            assert (await client.get(f"http://model.example:{port}/")).text == "hello"
    assert answers == ["10.0.0.1"]
    assert f"Host: model.example:{port}".encode() in requests[0]


async def test_a_redirect_is_an_answer_and_not_an_order() -> None:
    async with (
        server(REDIRECT) as (port, requests),
        guarded_client(frozenset({f"127.0.0.1:{port}"})) as client,
    ):
        assert (await client.get(f"http://127.0.0.1:{port}/")).status_code == 302
    assert len(requests) == 1


@pytest.mark.parametrize("answer", [LYING, b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + b"x" * 5_000])
async def test_a_body_beyond_the_limit_is_refused(answer: bytes) -> None:
    async with (
        server(answer) as (port, _),
        guarded_client(frozenset({f"127.0.0.1:{port}"}), limit_bytes=4_999) as client,
    ):
        with pytest.raises(Refused, match="larger than 4999 bytes"):
            await client.get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "address", ["http://user:secret@example.com/", "http://169.254.169.254/", "http://[::1]/"]
)
async def test_addresses_that_are_never_called(address: str) -> None:
    async with guarded_client() as client:
        with pytest.raises(Refused):
            await client.get(address)
