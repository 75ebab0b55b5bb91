"""The packed index finds what an exact search finds, whatever came and went, and however many write at once."""

import asyncio
import math
from collections import Counter
from uuid import UUID

import numpy as np
import pytest

from deskbell.embedding.embedder import Vector, Vectors
from deskbell.kit.errors import Conflict
from deskbell.kit.ids import new_id
from deskbell.knowledge.access import open_source
from deskbell.knowledge.commands import bands, corpus
from deskbell.knowledge.commands.corpus import Vectorized
from deskbell.knowledge.finding.bands import SIZE
from deskbell.knowledge.finding.ranking import K1, B, Found
from deskbell.knowledge.finding.sketches import KnownSketches
from deskbell.knowledge.finding.terms import counts, stems
from deskbell.knowledge.passages import Cut
from deskbell.knowledge.queries import CANDIDATES, Search, find_candidates, find_passages
from deskbell.knowledge.tables import Source
from tests.knowledge.conftest import Clinic

DIMENSIONS = 64
QUESTION = "word1 word7 word40 word300"


class Shelf:
    """Passages of an agent, and what an exact search over them finds."""

    def __init__(self, clinic: Clinic) -> None:
        self.clinic = clinic
        self.random = np.random.default_rng(7)
        self.centers = self.random.standard_normal((40, DIMENSIONS))
        self.kept: dict[str, tuple[Cut, Vector]] = {}

    async def gets(self, count: int) -> Source:
        """A source of `count` passages: words as common as in a language, vectors in clusters."""
        source = await self.clinic.given_text("Shelf", "text")
        await self.learns(source, count)
        return source

    async def learns(self, source: Source, count: int, model: str = "one") -> None:
        cuts = [self._cut(len(self.kept) + place) for place in range(count)]
        vectors = self._vectors(count)
        async with self.clinic.transaction() as tx:
            document_id = new_id()
            await tx.run(
                """INSERT INTO documents (workspace_id, id, source_id, agent_id, title, sha256, body, read_at)
                   VALUES (%(w)s, %(id)s, %(source)s, %(agent)s, 'T', '', '', now())""",
                w=tx.workspace,
                id=document_id,
                source=source.id,
                agent=source.agent_id,
            )
            await corpus.write_passages(tx, source, document_id, Vectorized(cuts, vectors, model))
        self.kept |= {cut.text: (cut, vector) for cut, vector in zip(cuts, vectors, strict=True)}

    async def loses(self, source: Source) -> None:
        async with self.clinic.transaction() as tx:
            gone = await tx.values("SELECT text FROM passages WHERE source_id = %(id)s", id=source.id)
            await corpus.forget_passages(tx, await open_source(tx, source.id))
        self.kept = {text: kept for text, kept in self.kept.items() if text not in gone}

    async def finds(
        self,
        vector: Vector,
        *,
        model: str = "one",
        within: UUID | None = None,
        known: KnownSketches | None = None,
    ) -> list[Found]:
        """By number, as what was found has no order."""
        search = Search(self.clinic.agent_id, QUESTION, vector, model, within)
        async with self.clinic.transaction() as tx:
            return sorted(await find_candidates(tx, search, known=known), key=lambda found: found.text)

    async def put_sketches_right(self) -> None:
        async with self.clinic.transaction() as tx:
            await tx.run("DELETE FROM sketches")
            await bands.seal_missing(tx, self.clinic.agent_id, 1)

    def bm25(self) -> dict[str, float]:
        """Text → score, passage by passage from the definition; without those that share no word."""
        said = {text: counts(cut.path, cut.text) for text, (cut, _) in self.kept.items()}
        mean = sum(sum(terms.values()) for terms in said.values()) / len(said)
        holding = Counter(term for terms in said.values() for term in terms)
        scores: dict[str, float] = {}
        for text, terms in said.items():
            norm = K1 * (1 - B + B * sum(terms.values()) / mean)
            score = sum(
                math.log(1 + (len(said) - holding[term] + 0.5) / (holding[term] + 0.5))
                * terms[term]
                * (K1 + 1)
                / (terms[term] + norm)
                for term in set(stems(QUESTION))
                if term in terms
            )
            if score:
                scores[text] = score
        return scores

    def nearest(self, vector: Vector) -> list[str]:
        texts = list(self.kept)
        near = np.stack([self.kept[text][1] for text in texts]) @ vector
        return [texts[place] for place in np.argsort(-near)[:CANDIDATES]]

    def question(self) -> Vector:
        return self._vectors(1)[0]

    def _cut(self, number: int) -> Cut:
        words = " ".join(f"word{rank}" for rank in self.random.zipf(1.3, 12) if rank < 5000)
        return Cut("Shelf", f"{words} unique{number}")

    def _vectors(self, count: int) -> Vectors:
        made = self.centers[self.random.integers(0, 40, count)] + self.random.standard_normal(
            (count, DIMENSIONS)
        )
        return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def shelf(clinic: Clinic) -> Shelf:
    return Shelf(clinic)


def lexical_of(found: list[Found]) -> dict[str, float]:
    return {passage.text: round(passage.lexical, 6) for passage in found if passage.lexical}


async def test_words_are_scored_by_the_formula_also_after_passages_have_gone(shelf: Shelf) -> None:
    await shelf.gets(30)
    gone = await shelf.gets(30)
    await shelf.gets(30)
    await shelf.loses(gone)
    expected = {text: round(score, 6) for text, score in shelf.bm25().items()}
    assert len(expected) > 20
    found = lexical_of(await shelf.finds(shelf.question()))
    assert found == {text: expected[text] for text in found}
    best = sorted(expected, key=lambda text: -expected[text])[:CANDIDATES]
    assert set(best) <= set(found)


async def test_a_large_agent_is_searched_as_if_exactly(shelf: Shelf) -> None:
    """Two full bands and one that is filling; a hundred passages have gone from the middle."""
    await shelf.gets(SIZE - 20)
    gone = await shelf.gets(100)
    await shelf.gets(SIZE + 300)
    await shelf.loses(gone)
    scores = shelf.bm25()
    best = sorted(scores.values(), reverse=True)[:CANDIDATES]
    hits = 0
    for _ in range(10):
        question = shelf.question()
        found = await shelf.finds(question)
        assert sorted(lexical_of(found).values(), reverse=True)[:CANDIDATES] == [round(s, 6) for s in best]
        hits += len({passage.text for passage in found} & set(shelf.nearest(question)))
    assert hits / (10 * CANDIDATES) >= 0.98


async def test_sketches_that_were_read_before_are_not_read_again_and_find_the_same(shelf: Shelf) -> None:
    """Also after passages have gone, after the band that was filling is full, and where less may be kept than there is."""
    gone = await shelf.gets(100)
    await shelf.gets(2 * SIZE)
    known, question = KnownSketches(), shelf.question()
    first = await shelf.finds(question)
    assert await shelf.finds(question, known=known) == first
    async with shelf.clinic.transaction() as tx:
        await tx.run("UPDATE sketches SET bits = decode(repeat('00', length(bits)), 'hex')")
    assert await shelf.finds(question, known=known) == first
    assert {passage.text for passage in await shelf.finds(question)} != {passage.text for passage in first}
    await shelf.loses(gone)
    await shelf.gets(SIZE)
    await shelf.put_sketches_right()
    everything = await shelf.finds(question)
    assert await shelf.finds(question, known=known) == everything
    assert await shelf.finds(question, known=KnownSketches(1)) == everything


async def test_within_a_source_its_passages_alone_are_found_with_the_scores_they_have_among_all(
    shelf: Shelf,
) -> None:
    """Over a full band and one that is filling: a small source that no search of all would name from, and a large one."""
    small = await shelf.gets(8)
    large = await shelf.gets(SIZE + 200)
    question, scores = shelf.question(), {text: round(score, 6) for text, score in shelf.bm25().items()}
    among_all = {passage.text: passage.dense for passage in await shelf.finds(question)}
    for source, most in ((small, 8), (large, 2 * CANDIDATES)):
        found = await shelf.finds(question, within=source.id)
        assert {passage.source_id for passage in found} == {source.id}
        assert min(most, CANDIDATES) <= len(found) <= most
        assert lexical_of(found) == {
            passage.text: scores[passage.text] for passage in found if passage.lexical
        }
        both = [passage for passage in found if passage.text in among_all]
        assert [passage.dense for passage in both] == [among_all[passage.text] for passage in both]
    assert await shelf.finds(question, within=UUID(int=1)) == []


async def test_a_full_band_without_passages_leaves_nothing_behind(shelf: Shelf) -> None:
    gone = await shelf.gets(SIZE)
    await shelf.gets(5)
    await shelf.loses(gone)
    async with shelf.clinic.transaction() as tx:
        left = [
            await tx.values("SELECT DISTINCT band FROM bands"),
            await tx.values("SELECT DISTINCT band FROM postings"),
            await tx.values("SELECT band FROM sketches"),
        ]
    assert left == [[1], [1], []]
    assert {passage.text for passage in await shelf.finds(shelf.question())} == set(shelf.kept)


async def test_counts_and_numbers_are_right_when_many_write_and_remove_at_once(shelf: Shelf) -> None:
    """Also the very first documents, which begin the corpus together."""
    sources = [await shelf.clinic.given_text(f"Shelf {place}", "text") for place in range(8)]
    await asyncio.gather(*[shelf.learns(source, 40) for source in sources])
    more = [await shelf.clinic.given_text(f"More {place}", "text") for place in range(4)]
    await asyncio.gather(
        *[shelf.loses(source) for source in sources[:4]], *[shelf.learns(source, 40) for source in more]
    )
    async with shelf.clinic.transaction() as tx:
        numbers = await tx.values("SELECT number FROM passages ORDER BY number")
        counted = await tx.values("SELECT unnest(ARRAY[passages, length, next_number]) FROM corpora")
        lengths = await tx.value("SELECT sum(length) FROM passages")
    assert (len(set(numbers)), numbers[-1] < 480, counted) == (320, True, [320, lengths, 480])
    found = lexical_of(await shelf.finds(shelf.question()))
    expected = shelf.bm25()
    assert found == {text: round(expected[text], 6) for text in found}


async def test_vectors_of_another_model_are_refused_not_mixed(shelf: Shelf) -> None:
    source = await shelf.gets(5)
    with pytest.raises(Conflict, match="another embedding model"):
        await shelf.learns(source, 5, model="two")
    async with shelf.clinic.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM passages") == 5
    found = await shelf.finds(shelf.question(), model="two")
    assert {passage.dense for passage in found} == {0.0}
    assert set(lexical_of(found)) == set(shelf.bm25())


async def test_a_question_without_a_vector_is_answered_by_words_alone(shelf: Shelf) -> None:
    await shelf.gets(20)
    async with shelf.clinic.transaction() as tx:
        found = await find_candidates(tx, Search(shelf.clinic.agent_id, QUESTION, None, "one"))
    assert {passage.text for passage in found} == set(shelf.bm25())


async def test_nothing_is_found_for_an_agent_that_knows_nothing(clinic: Clinic) -> None:
    async with clinic.transaction() as tx:
        assert await find_passages(tx, Search(UUID(int=1), QUESTION, None, "one")) == []
