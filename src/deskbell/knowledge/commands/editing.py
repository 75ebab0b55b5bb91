"""Members correct in place what they wrote themselves. The old passages answer until the new ones are ready."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.knowledge.commands.giving import train_again
from deskbell.knowledge.reading.rows.questions import Pair, written
from deskbell.knowledge.tables import Source


async def edit_text(tx: Transaction, source: Source, *, title: str, text: str, at: datetime) -> Source:
    """Takes the locked source; `Conflict` when it is not pasted text."""
    if source.kind != "text":
        raise Conflict("not_text", "Only pasted text can be edited here. Add a newer file instead.")
    return await _rewrite(tx, source, title=title, content=text.encode(), at=at)


async def edit_question(
    tx: Transaction, source: Source, *, question: str, answer: str, at: datetime
) -> Source:
    """Takes the locked source; `Conflict` when it is not a single question."""
    if source.kind != "qa" or source.pairs is not None:
        raise Conflict("not_a_question", "This source is not a single question with its answer.")
    return await _rewrite(tx, source, title=question, content=answer.encode(), at=at)


async def edit_questions(
    tx: Transaction, source: Source, *, title: str, pairs: Sequence[Pair], at: datetime
) -> Source:
    """Takes the locked source; `Conflict` when it is not a list of questions."""
    if source.pairs is None:
        raise Conflict("not_questions", "This source is not a list of questions.")
    await tx.run(
        "UPDATE sources SET pairs = %(pairs)s WHERE workspace_id = %(w)s AND id = %(id)s",
        pairs=len(pairs),
        w=tx.workspace,
        id=source.id,
    )
    return await _rewrite(tx, source, title=title, content=written(pairs), at=at)


async def _rewrite(tx: Transaction, source: Source, *, title: str, content: bytes, at: datetime) -> Source:
    await tx.run(
        "UPDATE originals SET content = %(content)s WHERE workspace_id = %(w)s AND source_id = %(id)s",
        content=content,
        w=tx.workspace,
        id=source.id,
    )
    await tx.run(
        "UPDATE sources SET title = %(title)s, sha256 = %(sha256)s WHERE workspace_id = %(w)s AND id = %(id)s",
        title=title,
        sha256=hashlib.sha256(content).digest(),
        w=tx.workspace,
        id=source.id,
    )
    return await train_again(tx, source, at=at)
