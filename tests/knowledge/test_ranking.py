"""Two rankings become one."""

from datetime import UTC, datetime
from uuid import UUID

from deskbell.knowledge.finding.ranking import Found, fuse


def found(number: int, *, lexical: float, dense: float, text: str = "") -> Found:
    identity = UUID(int=number)
    read_at = datetime(2026, 1, 1, tzinfo=UTC)
    return Found(identity, identity, identity, "T", "T", text or str(number), None, read_at, lexical, dense)


def numbers(ranked: list[Found]) -> list[int]:
    return [passage.passage_id.int for passage in ranked]


def test_the_passage_that_both_rankers_like_comes_first():
    both, words, meaning = (
        found(1, lexical=8, dense=0.7),
        found(2, lexical=9, dense=0.2),
        found(3, lexical=0, dense=0.8),
    )
    ranked = fuse([words, meaning, both], dense_weight=0.5)
    assert numbers(ranked) == [1, 2, 3]
    assert [round(passage.score, 2) for passage in ranked] == [0.86, 0.5, 0.5]


def test_the_same_text_appears_once_at_its_best_place():
    ranked = fuse(
        [found(1, lexical=1, dense=0.1, text="Call 911."), found(2, lexical=5, dense=0.9, text="Call 911.")]
    )
    assert numbers(ranked) == [2]


def test_nothing_found_is_nothing_ranked():
    assert fuse([]) == []


def test_a_single_passage_has_no_rank_to_boast_of():
    assert fuse([found(1, lexical=3, dense=0.4)])[0].score == 0.0
