"""Agents of any size, written in bulk and in the packed form: words as common as in a language, vectors in clusters."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import psycopg
from numpy.typing import NDArray

from deskbell.knowledge.finding.bands import SIZE, packed_lengths, packed_postings
from deskbell.knowledge.finding.terms import counts

TERMS = 60_000
TERMS_PER_PASSAGE = 60
DIMENSIONS = 384
MODEL = "bench-1"
LETTERS = 640  # of text: 100 words
TEXT = (b"A passage about visits, refills, bills and results, as long as passages are. " * 9)[: LETTERS - 12]

# Ranks of terms by Zipf and Mandelbrot. Beside real text without stop words (1,024 passages of an encyclopedia, of help pages):
# about as many different terms as the former, and common ones that are as common as in the latter.
_SHARES = 1 / (np.arange(1, TERMS + 1) + 10.0) ** 1.25
_CUMULATED = np.cumsum(_SHARES / _SHARES.sum())


# A copy has the words of its original and two more; its vector is a little off. Its band gets no sketch: it is compared exactly.
MULTIPLY = """
WITH made AS (
  SELECT p.*, copy, row_number() OVER (ORDER BY copy, number) - 1 AS place
  FROM passages p, generate_series(1, %(copies)s) AS copy WHERE p.agent_id = %(agent)s
), numbered AS (
  SELECT m.*, c.next_number + m.place AS new_number FROM made m JOIN corpora c ON c.agent_id = m.agent_id
), passage AS (
  INSERT INTO passages (workspace_id, id, document_id, source_id, agent_id, ordinal, path, text, words, length, number)
  SELECT workspace_id, gen_random_uuid(), document_id, source_id, agent_id, ordinal, path,
         text || E'\\n\\nEdition ' || copy || '.', words, length + 2, new_number FROM numbered
)
INSERT INTO passage_vectors (workspace_id, agent_id, number, vector_set, embedding)
SELECT v.workspace_id, v.agent_id, n.new_number, v.vector_set,
       l2_normalize(v.embedding + noise.vector)
FROM passage_vectors v JOIN numbered n ON v.agent_id = n.agent_id AND v.number = n.number
CROSS JOIN LATERAL (
  SELECT array_agg((random() - 0.5) * 0.12)::halfvec AS vector FROM generate_series(1, 384) WHERE n.copy > 0
) AS noise
"""


@dataclass(frozen=True)
class Shelf:
    """Whose passages these are."""

    workspace_id: uuid.UUID
    agent_id: uuid.UUID


class Maker:
    """Makes passages, the same ones on every machine."""

    def __init__(self, seed: int, clusters: int = 200) -> None:
        self.random = np.random.default_rng(seed)
        self.turn = np.linalg.qr(self.random.standard_normal((DIMENSIONS, DIMENSIONS)))[0].astype(np.float32)
        self.centers = self._drawn(clusters)

    def vectors(self, count: int) -> NDArray[np.float32]:
        """Unit vectors in clusters (the cosine within one is about .5), with directions as unequal as those of real ones."""
        near = self.centers[self.random.integers(0, len(self.centers), count)]
        made = near + self._drawn(count)
        return made / np.linalg.norm(made, axis=1, keepdims=True)

    def _drawn(self, count: int) -> NDArray[np.float32]:
        spread = (np.arange(1, DIMENSIONS + 1) + 8.0) ** -0.65
        drawn = self.random.standard_normal((count, DIMENSIONS)) * spread
        return drawn.astype(np.float32) @ self.turn

    def terms(self, count: int) -> NDArray[np.int64]:
        """Ranks of the terms of `count` passages, with repetitions."""
        drawn = self.random.random((count, TERMS_PER_PASSAGE))
        return np.minimum(np.searchsorted(_CUMULATED, drawn), TERMS - 1)

    def question(self) -> str:
        """Five words: a very common one, two usual ones, two rare ones."""
        borders = ((0, 20), (20, 400), (20, 400), (400, 4_000), (4_000, 40_000))
        return " ".join(word(int(self.random.integers(*border))) for border in borders)


def word(rank: int) -> str:
    """A made-up word that stays itself when it is stemmed: letters only, and no ending of English."""
    return "z" + "".join("bcdfghjklmnpqrtvwx"[(rank // 18**place) % 18] for place in range(4))


def found_shelf(connection: psycopg.Connection[Any], name: str) -> Shelf:
    """A workspace with an agent, a source and a document."""
    shelf = Shelf(uuid.uuid4(), uuid.uuid4())
    ids = (shelf.workspace_id, shelf.agent_id)
    connection.execute("INSERT INTO workspaces (id, name, created_at) VALUES (%s, %s, now())", (ids[0], name))
    connection.execute(
        """INSERT INTO agents (workspace_id, id, name, greeting, created_at) VALUES (%s, %s, 'Lumi', 'Hello', now())""",
        ids,
    )
    connection.execute(
        """INSERT INTO documents (workspace_id, id, source_id, agent_id, title, sha256, body, read_at)
           VALUES (%s, %s, %s, %s, 'Bench', '', '', now())""",
        (ids[0], ids[1], ids[1], ids[1]),
    )
    connection.execute(
        """INSERT INTO corpora (workspace_id, agent_id, passages, length, next_number) VALUES (%s, %s, 0, 0, 0)""",
        ids,
    )
    connection.execute(
        """INSERT INTO vector_sets (workspace_id, agent_id, number, model, status)
           VALUES (%s, %s, 1, %s, 'serving')""",
        (*ids, MODEL),
    )
    return shelf


def fill(
    connection: psycopg.Connection[Any], shelf: Shelf, maker: Maker, count: int, *, whole: bool = True
) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """Band after band; yields its first number and its vectors. Not `whole`: the packed tables only."""
    for first in range(0, count, SIZE):
        size = min(SIZE, count - first)
        vectors, terms = maker.vectors(size), maker.terms(size)
        if whole:
            _copy_rows(connection, "passages", _passages(shelf, first, size))
            _copy_rows(connection, "passage_vectors", _vectors(shelf, first, vectors))
        _write_packed(connection, shelf, first // SIZE, terms)
        if size == SIZE:
            connection.execute(
                "INSERT INTO sketches VALUES (%s, %s, 1, %s, %s)",
                (
                    shelf.workspace_id,
                    shelf.agent_id,
                    first // SIZE,
                    np.packbits(vectors > 0, axis=1).tobytes(),
                ),
            )
        yield first, vectors
    connection.execute(
        """UPDATE corpora SET passages = %s, length = %s, next_number = %s WHERE agent_id = %s AND workspace_id = %s""",
        (count, count * TERMS_PER_PASSAGE, count, shelf.agent_id, shelf.workspace_id),
    )


def multiply(connection: psycopg.Connection[Any], shelf: Shelf, copies: int) -> None:
    """What an agent has learned, several times over (for agents that no visitor has asked yet)."""
    connection.execute(MULTIPLY, {"agent": shelf.agent_id, "copies": copies})
    texts = connection.execute(
        "SELECT number, path, text FROM passages WHERE agent_id = %s AND number >= (SELECT next_number FROM corpora"
        " WHERE agent_id = %s) ORDER BY number",
        (shelf.agent_id, shelf.agent_id),
    ).fetchall()
    counted = [counts(path, text) for _, path, text in texts]
    first, lengths = texts[0][0], [sum(terms.values()) for terms in counted]
    for band in packed_lengths(first, lengths):
        connection.execute(
            """INSERT INTO bands AS b VALUES (%s, %s, %s, %s)
               ON CONFLICT (workspace_id, agent_id, band) DO UPDATE SET lengths = b.lengths || excluded.lengths""",
            (shelf.workspace_id, shelf.agent_id, band.band, band.lengths),
        )
    for posting in packed_postings(first, counted):
        connection.execute(
            """INSERT INTO postings AS p VALUES (%s, %s, %s, %s, %s)
               ON CONFLICT (workspace_id, agent_id, band, term) DO UPDATE SET entries = p.entries || excluded.entries""",
            (shelf.workspace_id, shelf.agent_id, posting.band, posting.term, posting.entries),
        )
    connection.execute(
        """UPDATE corpora SET passages = passages + %s, length = length + %s, next_number = next_number + %s
           WHERE agent_id = %s""",
        (len(texts), sum(lengths), len(texts), shelf.agent_id),
    )


def _write_packed(
    connection: psycopg.Connection[Any], shelf: Shelf, band: int, terms: NDArray[np.int64]
) -> None:
    lengths = np.full(len(terms), TERMS_PER_PASSAGE, dtype=">u2").tobytes()
    connection.execute(
        "INSERT INTO bands VALUES (%s, %s, %s, %s)", (shelf.workspace_id, shelf.agent_id, band, lengths)
    )
    places = np.repeat(np.arange(len(terms)), TERMS_PER_PASSAGE)
    pairs, times = np.unique(terms.ravel() * SIZE + places, return_counts=True)
    entries = np.stack([pairs % SIZE, times], axis=1).astype(">u2")
    ranks, starts = np.unique(pairs // SIZE, return_index=True)
    pieces = np.split(entries, starts[1:])
    with connection.cursor() as cursor, cursor.copy("COPY postings FROM STDIN") as copy:
        key = f"{shelf.workspace_id}\t{shelf.agent_id}\t{band}\t"
        for rank, piece in zip(ranks.tolist(), pieces, strict=True):
            copy.write(f"{key}{word(rank)}\t\\\\x{piece.tobytes().hex()}\n")


def _passages(shelf: Shelf, first: int, size: int) -> NDArray[Any]:
    numbers = np.arange(first, first + size)
    rows = _rows(
        size,
        [("workspace", "S16"), ("id", "S16"), ("document", "S16"), ("source", "S16"), ("agent", "S16"),
         ("ordinal", ">i4"), ("path", "S5"), ("text", f"S{LETTERS}"), ("words", ">i4"), ("length", ">i4"),
         ("number", ">i4")],
    )  # fmt: skip
    rows["workspace"], rows["agent"] = _uuid(shelf.workspace_id), _uuid(shelf.agent_id)
    rows["document"] = rows["source"] = _uuid(shelf.agent_id)
    rows["id"] = _uuids(size)
    rows["ordinal"] = rows["number"] = numbers
    rows["path"] = b"Bench"
    rows["text"] = np.char.add(TEXT, np.char.mod("%012d", numbers).astype("S12"))
    rows["words"], rows["length"] = 100, TERMS_PER_PASSAGE
    return rows


def _vectors(shelf: Shelf, first: int, vectors: NDArray[np.float32]) -> NDArray[Any]:
    rows = _rows(
        len(vectors),
        [("workspace", "S16"), ("agent", "S16"), ("number", ">i4"), ("set", ">i2"), ("embedding", f"V{4 + 2 * DIMENSIONS}")],
    )  # fmt: skip
    rows["workspace"], rows["agent"] = _uuid(shelf.workspace_id), _uuid(shelf.agent_id)
    rows["number"], rows["set"] = np.arange(first, first + len(vectors)), 1
    heads = np.broadcast_to(np.array([DIMENSIONS, 0], dtype=">u2"), (len(vectors), 2)).copy().view(np.uint8)
    halves = vectors.astype(">f2").view(np.uint8)
    rows["embedding"] = np.concatenate([heads, halves], axis=1).copy().view(f"V{4 + 2 * DIMENSIONS}").ravel()
    return rows


def _rows(size: int, columns: list[tuple[str, str]]) -> NDArray[Any]:
    """Rows of PostgreSQL's binary COPY, all of one length: a count of fields, and before each field its length."""
    kinds: list[tuple[str, str]] = [("fields", ">i2")]
    for name, kind in columns:
        kinds += [(f"{name}_length", ">i4"), (name, kind)]
    rows = np.zeros(size, dtype=np.dtype(kinds))
    rows["fields"] = len(columns)
    for name, kind in columns:
        rows[f"{name}_length"] = np.dtype(kind).itemsize
    return rows


def _copy_rows(connection: psycopg.Connection[Any], table: str, rows: NDArray[Any]) -> None:
    columns = ", ".join(
        {"workspace": "workspace_id", "agent": "agent_id", "document": "document_id", "source": "source_id",
         "set": "vector_set"}.get(name, name)
        for name in rows.dtype.names or () if name != "fields" and not name.endswith("_length")
    )  # fmt: skip
    into = f"COPY {table} ({columns}) FROM STDIN (FORMAT binary)".encode()
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.write(b"PGCOPY\n\xff\r\n\0" + bytes(8) + rows.tobytes() + b"\xff\xff")


def _uuid(value: uuid.UUID) -> Any:
    """Sixteen raw bytes: numpy would cut zeros off a string's end, so they travel as one."""
    return np.bytes_(value.bytes)


def _uuids(count: int) -> NDArray[Any]:
    return np.frombuffer(np.random.default_rng().bytes(16 * count), dtype="S16")
