"""Subscribers of this process, and the bus that has no others."""

from collections import defaultdict
from collections.abc import Callable
from typing import Protocol, TypeAlias

Callback: TypeAlias = Callable[[str, bytes], None]
Unsubscribe: TypeAlias = Callable[[], None]

PAYLOAD_LIMIT_BYTES = 7_000  # a PostgreSQL notification holds 7,999 bytes with its topic


class PayloadTooLargeError(ValueError):
    """Send a pointer to it instead, or cut it."""


class Bus(Protocol):
    """`publish` returns at once: subscribers here are called before it returns, others hear of it soon, or never."""

    def publish(self, topic: str, payload: bytes = b"") -> None:
        """`payload` is UTF-8 text of at most 7,000 bytes; `PayloadTooLargeError` above."""
        ...

    def subscribe(self, topic_prefix: str, callback: Callback) -> Unsubscribe:
        """Exactly this topic, or every topic below it when it ends with a colon.

        The callback gets topic and payload; it must return at once and never raise (set an event, fill a queue).
        """
        ...


class MemoryBus:
    """For one process, and for tests."""

    def __init__(self) -> None:
        self._callbacks: defaultdict[str, dict[object, Callback]] = defaultdict(dict)

    def publish(self, topic: str, payload: bytes = b"") -> None:
        refuse_unfit(payload)
        self.deliver(topic, payload)

    def subscribe(self, topic_prefix: str, callback: Callback) -> Unsubscribe:
        key = object()
        self._callbacks[topic_prefix][key] = callback

        def unsubscribe() -> None:
            callbacks = self._callbacks.get(topic_prefix, {})
            callbacks.pop(key, None)
            if not callbacks:
                self._callbacks.pop(topic_prefix, None)

        return unsubscribe

    def deliver(self, topic: str, payload: bytes) -> None:
        """Two look-ups, however many topics have subscribers."""
        below = topic.partition(":")[0] + ":"
        for name in (topic, below):
            for callback in list(self._callbacks.get(name, {}).values()):
                callback(topic, payload)


def refuse_unfit(payload: bytes) -> None:
    if len(payload) > PAYLOAD_LIMIT_BYTES:
        raise PayloadTooLargeError(
            f"{len(payload)} bytes do not fit in a wake-up ({PAYLOAD_LIMIT_BYTES} at most)"
        )


def wakes(bus: Bus) -> Callable[[set[str]], None]:
    """What `Database.wake` is set to: announce the topics of a committed transaction."""

    def announce(topics: set[str]) -> None:
        for topic in sorted(topics):
            bus.publish(topic)

    return announce
