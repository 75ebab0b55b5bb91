"""The packed side of the index: lengths, postings and sketches of bands. Whoever writes here holds the lock of the corpus."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.finding.bands import SIZE, Band, live, packed_lengths, packed_postings, without


async def lock_corpus(tx: Transaction, agent_id: UUID) -> None:
    """Changes of one agent's index take turns."""
    await tx.run(
        "SELECT FROM corpora WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s FOR NO KEY UPDATE",
        w=tx.workspace,
        agent_id=agent_id,
    )


async def lengthen(tx: Transaction, agent_id: UUID, first: int, lengths: Sequence[int]) -> None:
    """The lengths of new passages, numbered from `first` on."""
    packed = packed_lengths(first, lengths)
    await tx.run(
        """
        INSERT INTO bands AS b (workspace_id, agent_id, band, lengths)
        SELECT %(w)s, %(agent_id)s, * FROM unnest(%(bands)s::integer[], %(lengths)s::bytea[])
        ON CONFLICT (workspace_id, agent_id, band) DO UPDATE SET lengths = b.lengths || excluded.lengths
        """,
        w=tx.workspace,
        agent_id=agent_id,
        bands=[band.band for band in packed],
        lengths=[band.lengths for band in packed],
    )


async def post(tx: Transaction, agent_id: UUID, first: int, counted: Sequence[Mapping[str, int]]) -> None:
    """What new passages say: appended to the postings of their bands, in the order of the key."""
    packed = packed_postings(first, counted)
    await tx.run(
        """
        INSERT INTO postings AS p (workspace_id, agent_id, band, term, entries)
        SELECT %(w)s, %(agent_id)s, * FROM unnest(%(bands)s::integer[], %(terms)s::text[], %(entries)s::bytea[])
        ON CONFLICT (workspace_id, agent_id, band, term) DO UPDATE SET entries = p.entries || excluded.entries
        """,
        w=tx.workspace,
        agent_id=agent_id,
        bands=[posting.band for posting in packed],
        terms=[posting.term for posting in packed],
        entries=[posting.entries for posting in packed],
    )


async def mark_gone(tx: Transaction, agent_id: UUID, numbers: Sequence[int]) -> None:
    """Passages that are not found any more. A full band without any passage goes as a whole."""
    bands = await tx.packed(
        Band,
        """
        SELECT band, lengths FROM bands WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND band = ANY(%(bands)s)
        """,
        w=tx.workspace,
        agent_id=agent_id,
        bands=sorted({number // SIZE for number in numbers}),
    )
    left = [without(band, [number for number in numbers if number // SIZE == band.band]) for band in bands]
    empty = [band.band for band in left if len(band.lengths) == 2 * SIZE and not live(band)]
    await tx.run(
        """
        UPDATE bands b SET lengths = l.lengths
        FROM unnest(%(bands)s::integer[], %(lengths)s::bytea[]) AS l(band, lengths)
        WHERE b.workspace_id = %(w)s AND b.agent_id = %(agent_id)s AND b.band = l.band
        """,
        w=tx.workspace,
        agent_id=agent_id,
        bands=[band.band for band in left],
        lengths=[band.lengths for band in left],
    )
    if empty:
        await tx.run(
            "DELETE FROM bands WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND band = ANY(%(empty)s)",
            w=tx.workspace,
            agent_id=agent_id,
            empty=empty,
        )


async def seal_full_bands(tx: Transaction, agent_id: UUID, vector_set: int, first: int, count: int) -> None:
    """The sketches of bands that these new passages have filled."""
    full = range(first // SIZE, (first + count) // SIZE)
    for band in full:
        await seal(tx, agent_id, vector_set, band)


async def seal(tx: Transaction, agent_id: UUID, vector_set: int, band: int) -> None:
    """The sketches of one full band: the signs of its vectors, zeros where a passage is gone."""
    await tx.run(
        """
        INSERT INTO sketches (workspace_id, agent_id, vector_set, band, bits)
        SELECT %(w)s, %(agent_id)s, %(set)s, %(band)s, string_agg(
                 coalesce(substring(varbit_send(binary_quantize(v.embedding)) FROM 5), decode(repeat('00', w.bytes), 'hex')),
                 ''::bytea ORDER BY n.number)
        FROM generate_series(%(band)s * %(size)s, (%(band)s + 1) * %(size)s - 1) AS n(number)
        LEFT JOIN passage_vectors v ON v.workspace_id = %(w)s AND v.agent_id = %(agent_id)s AND v.number = n.number
                                   AND v.vector_set = %(set)s
        CROSS JOIN (
          SELECT (vector_dims(embedding) + 7) / 8 AS bytes FROM passage_vectors
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND vector_set = %(set)s LIMIT 1
        ) AS w
        HAVING count(v.number) > 0
        ON CONFLICT DO NOTHING
        """,
        w=tx.workspace,
        agent_id=agent_id,
        set=vector_set,
        band=band,
        size=SIZE,
    )


async def seal_missing(tx: Transaction, agent_id: UUID, vector_set: int) -> None:
    """The sketches that a set lacks: all full bands of one that was prepared."""
    missing = await tx.values(
        """
        SELECT b.band FROM bands b
        WHERE b.workspace_id = %(w)s AND b.agent_id = %(agent_id)s AND length(b.lengths) = 2 * %(size)s
          AND NOT EXISTS (SELECT FROM sketches s WHERE s.workspace_id = b.workspace_id AND s.agent_id = b.agent_id
                          AND s.vector_set = %(set)s AND s.band = b.band)
        """,
        w=tx.workspace,
        agent_id=agent_id,
        set=vector_set,
        size=SIZE,
    )
    for band in missing:
        await seal(tx, agent_id, vector_set, band)
