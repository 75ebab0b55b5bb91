"""Mending a question with the agent's own vocabulary, a few index look-ups at most."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.finding.spelling import (
    halves,
    joined_pairs,
    likeliest,
    may_be_english,
    mended,
    near_words,
    split,
    suspects,
)
from deskbell.knowledge.finding.terms import stems

LONG_HALF = 4  # letters: a word that is two words without a doubt


@dataclass(frozen=True)
class _Counted:
    term: str
    times: int


@dataclass(frozen=True)
class Language:
    """What is known of the visitors' language: whether a word is one of it, and which one it may have been."""

    knows: Callable[[str], bool]
    near: Callable[[str], str | None]


async def mend_question(tx: Transaction, agent_id: UUID, question: str, language: Language) -> str:
    """The question with its typos mended: "apointment" → "appointment", "co pay" → "copay" if the content writes it so."""
    pairs, suspected = joined_pairs(question), suspects(question, language.knows)
    parts = {part for word in suspected for cut in halves(word) for part in cut}
    asked = {*pairs, *suspected, *parts, *(word for pair in pairs.values() for word in pair)}
    known = await _known(tx, agent_id, asked)
    replacements = {
        f"{first} {second}": joined
        for joined, (first, second) in pairs.items()
        if joined in known and not {first, second} <= known
    }
    for word in suspected:
        if word not in known and not any(word in pair for pair in replacements):
            meant = await _meant(tx, agent_id, word, known, language)
            if meant is not None:
                replacements[word] = meant
    return mended(question, replacements)


async def _meant(
    tx: Transaction, agent_id: UUID, word: str, known: Set[str], language: Language
) -> str | None:
    two = split(word, known)
    if two is not None and max(map(len, two.split())) >= LONG_HALF:
        return two
    near = near_words(word, await _alike(tx, agent_id, word))
    times = await _times(tx, agent_id, [candidate for _, candidate in near])
    english = language.near(word) if may_be_english(word) else None
    return likeliest(near, lambda candidate: times.get(_stem(candidate), 0), english) or two


async def _known(tx: Transaction, agent_id: UUID, words: Set[str]) -> Set[str]:
    return set(
        await tx.values(
            """
            SELECT word FROM vocabulary
            WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND word = ANY(%(words)s)
            """,
            w=tx.workspace,
            agent_id=agent_id,
            words=sorted(words),
        )
    )


async def _alike(tx: Transaction, agent_id: UUID, word: str) -> list[str]:
    """Words with the same beginning or the same ending, of about the same length: one slip leaves one of both as it was.
    Two ranges of two indexes; what lies between is never read.
    """
    return await tx.values(
        """
        SELECT word FROM (
          SELECT word FROM vocabulary
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND word >= %(start)s AND word < %(start)s || '~'
          UNION
          SELECT word FROM vocabulary
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s
            AND reverse(word) >= %(end)s AND reverse(word) < %(end)s || '~'
        ) AS alike
        WHERE length(word) BETWEEN %(length)s - 1 AND %(length)s + 1
        """,
        w=tx.workspace,
        agent_id=agent_id,
        start=word[:2],
        end=word[::-1][:4],
        length=len(word),
    )


async def _times(tx: Transaction, agent_id: UUID, words: Sequence[str]) -> dict[str, int]:
    """How many passages say the stems of these words."""
    counted = await tx.all(
        _Counted,
        """
        SELECT p.term, (sum(length(p.entries)) / 4)::integer AS times FROM postings p
        WHERE p.workspace_id = %(w)s AND p.agent_id = %(agent_id)s AND p.term = ANY(%(terms)s)
          AND p.band = ANY(ARRAY(SELECT b.band FROM bands b WHERE b.workspace_id = %(w)s AND b.agent_id = %(agent_id)s))
        GROUP BY p.term
        """,
        w=tx.workspace,
        agent_id=agent_id,
        terms=sorted({_stem(word) for word in words}),
    )
    return {term.term: term.times for term in counted}


def _stem(word: str) -> str:
    return stems(word)[0]
