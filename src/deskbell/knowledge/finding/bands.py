"""The index in bands: how passages are numbered and packed, and what can be read from the packing. Pure.

The passages of an agent have numbers; `SIZE` numbers are a band. What searches touch is packed per band: the length of
every passage, the postings of every term, the signs of every vector. Not here: the SQL that reads and writes them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskbell.knowledge.finding.ranking import K1, B

if TYPE_CHECKING:  # the web process removes passages and never needs numpy
    import numpy as np
    from numpy.typing import NDArray

SIZE = 1024
LONGEST = 32_767  # terms of a passage that are counted, and times that a term is
LONGEST_TERM = 100
COARSE, FINE = 3_000, 400  # how many vectors pass the first and the second look; measured: bench/finding.py
# Of a million vectors, 400 hold .951 of the 50 nearest, 800 hold .994 and 1,200 more than .999; of 100,000, 400 hold all.
ONE_IN, FINEST = 1_000, 1_200


@dataclass(frozen=True)
class Band:
    """`lengths`: two bytes per passage, by number; 0 is one that is gone."""

    band: int
    lengths: bytes


@dataclass(frozen=True)
class Posting:
    """Which passages of a band say `term`: two bytes for the place in the band, two for how often; repeated."""

    band: int
    term: str
    entries: bytes


def packed_lengths(first: int, lengths: Sequence[int]) -> list[Band]:
    """The lengths of passages numbered from `first` on, band by band."""
    packed: dict[int, bytearray] = defaultdict(bytearray)
    for number, length in enumerate(lengths, first):
        packed[number // SIZE] += _two_bytes(max(length, 1))
    return [Band(band, bytes(piece)) for band, piece in packed.items()]


def packed_postings(first: int, counted: Sequence[Mapping[str, int]]) -> list[Posting]:
    """The postings of passages numbered from `first` on: of each, how often it says which term. Sorted by key, so that
    no two writers wait for each other.
    """
    packed: dict[tuple[int, str], bytearray] = defaultdict(bytearray)
    for number, counts in enumerate(counted, first):
        band, place = divmod(number, SIZE)
        for term, times in counts.items():
            packed[band, term[:LONGEST_TERM]] += _two_bytes(place) + _two_bytes(times)
    return [Posting(band, term, bytes(entries)) for (band, term), entries in sorted(packed.items())]


def without(band: Band, numbers: Iterable[int]) -> Band:
    """The same band after these passages have gone."""
    left = bytearray(band.lengths)
    for number in numbers:
        place = number % SIZE
        left[2 * place : 2 * place + 2] = b"\0\0"
    return Band(band.band, bytes(left))


def live(band: Band) -> int:
    """How many passages of a band are still there."""
    return sum(1 for place in range(0, len(band.lengths), 2) if band.lengths[place : place + 2] != b"\0\0")


class Layout:
    """All bands of an agent laid end to end. A *slot* is a place in there; slots of passages that are gone stay empty."""

    def __init__(self, bands: Sequence[Band]) -> None:
        import numpy as np

        self.bands = [band.band for band in bands]
        self.starts = {band: index * SIZE for index, band in enumerate(self.bands)}
        self.lengths = np.zeros(len(bands) * SIZE, dtype=np.uint16)
        for index, band in enumerate(bands):
            found = np.frombuffer(band.lengths, dtype=">u2")
            self.lengths[index * SIZE : index * SIZE + len(found)] = found

    def only(self, numbers: Sequence[int]) -> "Layout":
        """The same slots, of which only these passages are there."""
        import numpy as np

        wanted = np.zeros(len(self.lengths), dtype=np.bool_)
        wanted[self._slots(numbers)] = True
        return self._with(np.where(wanted, self.lengths, np.uint16(0)))

    def without(self, numbers: Sequence[int]) -> "Layout":
        """The same slots, of which these passages are not there."""
        lengths = self.lengths.copy()
        lengths[self._slots(numbers)] = 0
        return self._with(lengths)

    def _slots(self, numbers: Sequence[int]) -> list[int]:
        return [self.starts[number // SIZE] + number % SIZE for number in numbers]

    def _with(self, lengths: "NDArray[np.uint16]") -> "Layout":
        layout = copy(self)
        layout.lengths = lengths
        return layout

    def numbers(self, slots: "NDArray[np.intp]") -> list[int]:
        """The numbers of passages at these slots."""
        return [self.bands[slot // SIZE] * SIZE + slot % SIZE for slot in slots.tolist()]

    def bm25(self, postings: Iterable[Posting], *, passages: int, length: int) -> "NDArray[np.float64]":
        """The score of every slot, 0 where no term is said. `passages` and `length` are those of the whole corpus.

        Robertson & Zaragoza 2009, with the idf that is never negative: ln(1 + (N - n + 0.5) / (n + 0.5)).
        """
        import numpy as np

        scores = np.zeros(len(self.lengths))
        mean = length / max(passages, 1)
        norms = K1 * (1 - B + B * self.lengths / max(mean, 1e-9))
        for pieces in _by_term(postings):
            slots, times = self._read(pieces)
            there = self.lengths[slots] > 0
            slots, times = slots[there], times[there]
            rarity = np.log(1 + (passages - len(slots) + 0.5) / (len(slots) + 0.5))
            scores[slots] += rarity * times * (K1 + 1) / (times + norms[slots])
        return scores

    def _read(self, pieces: Sequence[Posting]) -> "tuple[NDArray[np.intp], NDArray[np.float64]]":
        import numpy as np

        pairs = np.frombuffer(b"".join(piece.entries for piece in pieces), dtype=">u2").reshape(-1, 2)
        starts = np.repeat(
            [self.starts[piece.band] for piece in pieces], [len(piece.entries) // 4 for piece in pieces]
        )
        return pairs[:, 0].astype(np.intp) + starts, pairs[:, 1].astype(np.float64)


def best(scores: "NDArray[np.float64]", most: int) -> "NDArray[np.intp]":
    """The slots of the highest scores above zero, highest first; equal scores by slot."""
    import numpy as np

    slots = np.flatnonzero(scores > 0)
    if len(slots) > most:
        least = np.partition(scores[slots], len(slots) - most)[len(slots) - most]
        slots = slots[scores[slots] >= least]
    return slots[np.lexsort((slots, -scores[slots]))][:most]


def signs(vector: "NDArray[np.float32]") -> bytes:
    """One bit per dimension: whether it is above zero. As PostgreSQL's `binary_quantize` packs them."""
    import numpy as np

    return np.packbits(vector > 0).tobytes()


class Shortlist:
    """The slots whose vectors are probably nearest to the question's, told by signs alone, band after band.

    First by how many signs differ (Hamming distance), which costs next to nothing per vector; then, for the best of
    these, by the question's own values with the vector's signs, which ranks nearly as the cosine does.
    """

    def __init__(self, vector: "NDArray[np.float32]", *, among: int) -> None:
        """`among`: how many vectors will be weighed, more or less."""
        import numpy as np

        self._vector = vector
        self._most = min(max(FINE, among // ONE_IN), FINEST)
        self._asked = np.packbits(vector > 0)
        empty = (np.zeros(0, np.intp), np.zeros(0, np.uint16), np.zeros((0, len(self._asked)), np.uint8))
        self._best = empty

    def weigh(self, slots: "NDArray[np.intp]", bits: "NDArray[np.uint8]") -> None:
        """One row of `bits` for each of `slots`."""
        import numpy as np

        width = len(self._asked)
        words = np.uint64 if width % 8 == 0 else np.uint8
        differing = np.bitwise_count(bits.view(words) ^ self._asked.view(words)).sum(axis=1, dtype=np.uint16)
        before, differed, held = self._best
        slots = np.concatenate([before, slots])
        differing = np.concatenate([differed, differing])
        bits = np.concatenate([held, bits])
        if len(slots) > COARSE:
            kept = np.argpartition(differing, COARSE)[:COARSE]
            slots, differing, bits = slots[kept], differing[kept], bits[kept]
        self._best = (slots, differing, bits)

    def slots(self) -> "NDArray[np.intp]":
        """The best of all that was weighed, in no order."""
        import numpy as np

        slots, _, bits = self._best
        if len(slots) <= self._most:
            return slots
        signed = np.unpackbits(bits, axis=1, count=len(self._vector)).astype(np.float32)
        return slots[np.argpartition(-(signed @ self._vector), self._most)[: self._most]]


def _by_term(postings: Iterable[Posting]) -> Iterable[list[Posting]]:
    grouped: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings:
        grouped[posting.term].append(posting)
    return grouped.values()


def _two_bytes(number: int) -> bytes:
    return min(number, LONGEST).to_bytes(2)
