"""The separate questions of one message, each with what it needs to stand alone. Pure."""

from collections.abc import Iterable, Sequence

from deskbell.answering.understanding.clauses import Clause, clauses
from deskbell.answering.understanding.follow_ups import completed, lean

MOST_PARTS = 4


def parts(question: str) -> tuple[str, ...]:
    """The questions in the order they were asked; always at least one, at most `MOST_PARTS`. What is told ("I have
    Aetna.") goes with the question it leads to.
    """
    asked = _completed(_with_what_was_told(clauses(question)))
    distinct = list(dict.fromkeys(asked)) or [question.strip()]
    return (*distinct[: MOST_PARTS - 1], *_rest(distinct[MOST_PARTS - 1 :]))


def _with_what_was_told(read: Sequence[Clause]) -> Iterable[str]:
    told: list[str] = []
    asked: list[str] = []
    for clause in read:
        if not clause.asks:
            told.append(clause.text)
            continue
        asked.append(" ".join((*told, clause.text)))
        told = []
    if told:  # after the last question, or there is none
        asked[-1:] = [" ".join((*asked[-1:], *told))]
    return asked


def _completed(asked: Iterable[str]) -> Iterable[str]:
    """ "Do you offer therapy, and is it free?": the second takes the first along."""
    before = ""
    for question in asked:
        before = completed(question, before) if before and lean(question) else question
        yield before


def _rest(distinct: Sequence[str]) -> tuple[str, ...]:
    """More questions than are answered one by one are answered as one."""
    return (" ".join(distinct),) if distinct else ()
