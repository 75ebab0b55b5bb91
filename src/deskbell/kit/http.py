"""The only way out: an HTTP client that cannot be talked into calling our own network.

Each connection resolves the name, checks every address and connects to a checked one, so that no second look-up can
give another answer. Redirects are not followed. Bodies and times are capped.
"""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from ipaddress import ip_address
from typing import Any, TypeAlias, cast

import httpcore
import httpx

from deskbell.kit.addresses import Address, is_public, literal_address
from deskbell.kit.errors import Refused

Resolve: TypeAlias = Callable[[str, int], Awaitable[list[Address]]]

TIMEOUT = httpx.Timeout(connect=5, read=60, write=30, pool=5)
LIMIT_BYTES = 10_000_000
MAX_CONNECTIONS = 40


def guarded_client(
    loopback_targets: frozenset[str] = frozenset(),
    *,
    limit_bytes: int = LIMIT_BYTES,
    timeout: httpx.Timeout = TIMEOUT,
) -> httpx.AsyncClient:
    """Close it when done. `loopback_targets` are `host:port` pairs on this machine that may be called."""
    transport = GuardedTransport(Door(loopback_targets), limit_bytes)
    return httpx.AsyncClient(transport=transport, timeout=timeout, follow_redirects=False, trust_env=False)


class Door:
    """Decides whether a host may be called, and at which addresses."""

    def __init__(
        self, loopback_targets: frozenset[str] = frozenset(), resolve: Resolve | None = None
    ) -> None:
        self._loopback_targets = loopback_targets
        self._resolve = resolve or _resolve

    async def addresses_of(self, host: str, port: int) -> list[Address]:
        """Checked addresses; `Refused` when the name is odd, unknown, or leads anywhere that is not public."""
        try:
            literal = literal_address(host)
        except ValueError as odd:
            raise Refused(
                "host_not_allowed", "This address is not written as an ordinary host name."
            ) from odd
        addresses = [literal] if literal is not None else await self._looked_up(host, port)
        if not all(
            is_public(address) or self._is_named_loopback(host, port, address) for address in addresses
        ):
            raise Refused(
                "host_not_allowed", "This address is inside a private network. Only public hosts are called."
            )
        return addresses

    async def _looked_up(self, host: str, port: int) -> list[Address]:
        try:
            addresses = await self._resolve(host, port)
        except OSError as unknown:
            raise Refused("host_unknown", "This host name does not exist.") from unknown
        if not addresses:
            raise Refused("host_unknown", "This host name has no address.")
        return addresses

    def _is_named_loopback(self, host: str, port: int, address: Address) -> bool:
        return address.is_loopback and f"{host}:{port}" in self._loopback_targets


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's transport with our door in front of every connection."""

    def __init__(self, door: Door, limit_bytes: int) -> None:
        super().__init__(trust_env=False)
        self._limit_bytes = limit_bytes
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=MAX_CONNECTIONS,
            keepalive_expiry=30,
            network_backend=_GuardedNetwork(door),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.scheme not in ("http", "https") or request.url.userinfo:
            raise Refused(
                "address_not_allowed", "Only http and https addresses without a login in them are called."
            )
        response = await super().handle_async_request(request)
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > self._limit_bytes:
            await response.aclose()
            raise Refused("answer_too_large", f"The answer is larger than {self._limit_bytes} bytes.")
        assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - httpx's async transport
        response.stream = _Capped(response.stream, self._limit_bytes)
        return response


class _GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections to checked addresses only; the name stays in TLS and the Host header."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._network = cast(httpcore.AsyncNetworkBackend, httpcore.AnyIOBackend())

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of httpcore
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in (await self._door.addresses_of(host, port))[:3]:
            try:
                return await self._network.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore.NetworkError, httpcore.TimeoutException) as problem:
                failure = problem
        raise failure or httpcore.ConnectError("no address")

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


class _Capped(httpx.AsyncByteStream):
    """A body that ends with an error when it grows beyond the limit (also when it lied about its length)."""

    def __init__(self, inner: httpx.AsyncByteStream, limit_bytes: int) -> None:
        self._inner = inner
        self._left = limit_bytes
        self._limit = limit_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            self._left -= len(chunk)
            if self._left < 0:
                raise Refused("answer_too_large", f"The answer is larger than {self._limit} bytes.")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


async def _resolve(host: str, port: int) -> list[Address]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
