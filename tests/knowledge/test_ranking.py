"""Two rankings become one."""

from datetime import UTC, datetime
from uuid import UUID

from deskbell.knowledge.finding.ranking import LOOKED_AT_CLOSELY, Found, rank


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
        found(3, lexical=0, dense=0.6),
    )
    ranked = rank("When are you open?", [words, meaning, both])
    assert numbers(ranked) == [1, 3, 2]
    assert [round(passage.score, 2) for passage in ranked] == [0.61, 0.44, 0.26]


def test_of_two_that_are_as_near_the_one_that_says_it_in_one_sentence_comes_first():
    said = found(2, lexical=5, dense=0.5, text="You can move a visit. Late fees are for no-shows.")
    scattered = found(1, lexical=5, dense=0.5, text="A visit is short. A fee is rare. Be late and tell us.")
    assert numbers(rank("late fees", [scattered, said])) == [2, 1]


def test_words_side_by_side_count_more_than_the_same_words_apart():
    together = found(2, lexical=5, dense=0.5, text="The help desk answers.")
    apart = found(1, lexical=5, dense=0.5, text="The desk will help you.")
    assert numbers(rank("help desk", [apart, together])) == [2, 1]


def test_the_same_text_appears_once_at_its_best_place():
    ranked = rank(
        "emergency",
        [found(1, lexical=1, dense=0.1, text="Call 911."), found(2, lexical=5, dense=0.9, text="Call 911.")],
    )
    assert numbers(ranked) == [2]


def test_only_the_best_are_looked_at_closely():
    many = [found(number, lexical=0, dense=number / 100) for number in range(LOOKED_AT_CLOSELY + 5)]
    assert numbers(rank("hours", many)) == list(range(LOOKED_AT_CLOSELY + 4, 4, -1))


def test_nothing_found_is_nothing_ranked():
    assert rank("hours", []) == []
