"""What a process remembers of sketches: per workspace, agent and set, up to a limit."""

from uuid import UUID

from deskbell.knowledge.finding.sketches import KnownSketches

HARBOR, ELSEWHERE = UUID(int=1), UUID(int=2)
SHELF = (HARBOR, UUID(int=3), 1)


def test_what_was_kept_is_known_for_its_own_shelf_alone() -> None:
    known = KnownSketches()
    known.keep(SHELF, {0: b"abc", 7: b"def"})
    assert known.of(SHELF, [0, 1, 7]) == {0: b"abc", 7: b"def"}
    for other in ((ELSEWHERE, UUID(int=3), 1), (HARBOR, UUID(int=4), 1), (HARBOR, UUID(int=3), 2)):
        assert known.of(other, [0, 7]) == {}


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    known = KnownSketches(most_bytes=6)
    known.keep(SHELF, {0: b"abc", 1: b"def"})
    assert known.of(SHELF, [0]) == {0: b"abc"}
    known.keep(SHELF, {2: b"ghi"})
    assert known.of(SHELF, [0, 1, 2]) == {0: b"abc", 2: b"ghi"}


def test_keeping_the_same_again_takes_no_more_room_and_too_much_is_not_kept() -> None:
    known = KnownSketches(most_bytes=6)
    for _ in range(5):
        known.keep(SHELF, {0: b"abc"})
    known.keep(SHELF, {1: b"def"})
    assert known.of(SHELF, [0, 1]) == {0: b"abc", 1: b"def"}
    known.keep(SHELF, {2: b"longer than all"})
    assert known.of(SHELF, [0, 1, 2]) == {}
