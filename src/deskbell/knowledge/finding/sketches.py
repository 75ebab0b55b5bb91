"""The sketches a process has read before, so that a large agent does not send all of them with every question.

A sketch is written once and never changes (`finding/bands.py`), and its key names its workspace: what is kept is never
stale and never another tenant's. It holds signs of vectors, no text; what was not asked for longest is forgotten first.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

MOST_BYTES = 64 * 1024 * 1024  # 1.3 million passages of 384 dimensions

Shelf = tuple[UUID, UUID, int]  # workspace, agent, vector set


class KnownSketches:
    """Band → bits, per vector set of an agent, up to `most_bytes` in all."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._known: OrderedDict[tuple[Shelf, int], bytes] = OrderedDict()

    def of(self, shelf: Shelf, bands: Sequence[int]) -> dict[int, bytes]:
        """Those of `bands` that are known."""
        found: dict[int, bytes] = {}
        for band in bands:
            bits = self._known.get((shelf, band))
            if bits is not None:
                self._known.move_to_end((shelf, band))
                found[band] = bits
        return found

    def keep(self, shelf: Shelf, read: Mapping[int, bytes]) -> None:
        """Remember these too, and forget as many others as that takes."""
        for band, bits in read.items():
            self._forget([(shelf, band)])
            self._known[shelf, band] = bits
            self._bytes += len(bits)
        while self._bytes > self._most_bytes:
            self._forget([next(iter(self._known))])

    def _forget(self, keys: Iterable[tuple[Shelf, int]]) -> None:
        for key in keys:
            self._bytes -= len(self._known.pop(key, b""))
