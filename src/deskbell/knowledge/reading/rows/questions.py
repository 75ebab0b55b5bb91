"""Questions with their answers, as people keep them in a table: which columns they are, which rows cannot be used."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskbell.knowledge.reading.blocks import Reading
from deskbell.knowledge.reading.plain import blocks_of
from deskbell.knowledge.reading.rows.grid import Row

_QUESTION = frozenset({"question", "questions", "q", "faq", "prompt", "pregunta", "frage"})
_ANSWER = frozenset({"answer", "answers", "a", "response", "reply", "respuesta", "antwort"})
_SHOWN_ROWS = 5


@dataclass(frozen=True)
class Pair:
    """A question in the words of a visitor, and the answer that visitors shall read."""

    question: str
    answer: str


@dataclass(frozen=True)
class Pairs:
    """What a table of questions holds. `skipped` maps the number of a row (the header is row 1) to what it lacks."""

    pairs: tuple[Pair, ...]
    skipped: Mapping[int, str]
    merged: int
    conflicting: tuple[str, ...]

    def warnings(self) -> tuple[str, ...]:
        """For the owner: what was left out, and what contradicts itself."""
        return (*_skipped(self.skipped), *_conflicting(self.conflicting))


def find_pairs(rows: Sequence[Row]) -> Pairs | None:
    """The pairs of a table whose header names a question and an answer; None for any other table.

    The same question twice is one pair: equal answers are one, different answers stand one after the other.
    """
    columns = _columns(rows[0]) if rows else None
    if columns is None:
        return None
    answers: dict[str, list[Pair]] = {}
    skipped: dict[int, str] = {}
    merged = 0
    for number, row in enumerate(rows[1:], start=2):
        question, answer = (row[column].strip() if column < len(row) else "" for column in columns)
        if question and answer:
            known = answers.setdefault(_face(question), [])
            merged += bool(known)
            if _face(answer) not in {_face(pair.answer) for pair in known}:
                known.append(Pair(question, answer))
        elif question or answer:
            skipped[number] = "no answer" if question else "no question"
    pairs = tuple(
        Pair(same[0].question, "\n\n".join(pair.answer for pair in same)) for same in answers.values()
    )
    conflicting = tuple(same[0].question for same in answers.values() if len(same) > 1)
    return Pairs(pairs, skipped, merged, conflicting)


def reading_of(title: str, pairs: Sequence[Pair], warnings: tuple[str, ...] = ()) -> Reading:
    """Every pair under its question."""
    blocks = (block for pair in pairs for block in blocks_of(pair.answer, (one_line(pair.question),)))
    return Reading(title, tuple(blocks), warnings)


def written(pairs: Sequence[Pair]) -> bytes:
    """Pairs as they are kept."""
    return json.dumps([[pair.question, pair.answer] for pair in pairs], ensure_ascii=False).encode()


def pairs_of(content: bytes) -> list[Pair]:
    """What `written` made."""
    return [Pair(question, answer) for question, answer in json.loads(content)]


def one_line(text: str) -> str:
    """A heading has no line breaks."""
    return " ".join(text.split())


def _columns(header: Row) -> tuple[int, int] | None:
    names = [_face(cell) for cell in header]
    question = next((column for column, name in enumerate(names) if name in _QUESTION), None)
    answer = next((column for column, name in enumerate(names) if name in _ANSWER), None)
    return None if question is None or answer is None else (question, answer)


def _face(text: str) -> str:
    """What makes two texts the same: words, not capitals, spaces or the marks at the end."""
    return re.sub(r"\s+", " ", text).strip(" ?!.:").casefold()


def _skipped(skipped: Mapping[int, str]) -> list[str]:
    if not skipped:
        return []
    shown = [f"row {number} has {what}" for number, what in list(skipped.items())[:_SHOWN_ROWS]]
    rest = len(skipped) - len(shown)
    told = ", ".join(shown) + (f", and {rest} more" if rest else "")
    return [f"{len(skipped)} {'row was' if len(skipped) == 1 else 'rows were'} skipped: {told}."]


def _conflicting(questions: Sequence[str]) -> list[str]:
    if not questions:
        return []
    more = f" and {len(questions) - 1} more" if len(questions) > 1 else ""
    return [f"“{questions[0]}”{more} has different answers in different rows. Visitors may read any of them."]
