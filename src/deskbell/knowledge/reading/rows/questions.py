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
LONGEST_QUESTION, LONGEST_ANSWER = 300, 4_000  # of a pair that a member writes or imports, in characters


@dataclass(frozen=True)
class Pair:
    """A question in the words of a visitor, and the answer that visitors shall read."""

    question: str
    answer: str


@dataclass(frozen=True)
class Columns:
    """Where a table keeps its questions and its answers, counted from 0. `has_names`: the first row names the columns."""

    question: int
    answer: int
    has_names: bool = True


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
    """The pairs of a table whose header names a question and an answer; None for any other table."""
    columns = find_columns(rows)
    return None if columns is None else pairs_in(rows, columns)


def find_columns(rows: Sequence[Row]) -> Columns | None:
    """The columns whose names in the first row say that they are questions and answers."""
    names = [_face(cell) for cell in rows[0]] if rows else []
    question = next((column for column, name in enumerate(names) if name in _QUESTION), None)
    answer = next((column for column, name in enumerate(names) if name in _ANSWER), None)
    return None if question is None or answer is None else Columns(question, answer)


def pairs_in(rows: Sequence[Row], columns: Columns, *, is_limited: bool = False) -> Pairs:
    """The pairs of a table in the columns that were found or chosen. `is_limited`: what is too long for a pair that
    members correct by hand is skipped.

    The same question twice is one pair: equal answers are one, different answers stand one after the other.
    """
    answers: dict[str, list[Pair]] = {}
    skipped: dict[int, str] = {}
    merged = 0
    first = int(columns.has_names)
    for number, row in enumerate(rows[first:], start=first + 1):
        pair = Pair(_cell(row, columns.question), _cell(row, columns.answer))
        if problem := _problem(pair, is_limited=is_limited):
            skipped[number] = problem
        elif pair.question:
            known = answers.setdefault(_face(pair.question), [])
            merged += bool(known)
            if _face(pair.answer) not in {_face(other.answer) for other in known}:
                known.append(pair)
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


def _cell(row: Row, column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _problem(pair: Pair, *, is_limited: bool) -> str | None:
    """What a row lacks, as it stands after "has"; None when it is a pair, or empty."""
    if bool(pair.question) != bool(pair.answer):
        return "no answer" if pair.question else "no question"
    if is_limited and len(pair.question) > LONGEST_QUESTION:
        return f"a question of more than {LONGEST_QUESTION} characters"
    if is_limited and len(pair.answer) > LONGEST_ANSWER:
        return f"an answer of more than {LONGEST_ANSWER:,} characters"
    return None


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
