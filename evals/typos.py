"""Questions with typos to the demo clinic: `python -m evals typos`; `python -m evals.typos [-v]` prints them one by one. Whether the
best passage is of the right page for what was meant, for what was typed, and for what was typed and mended.
"""

import asyncio
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import deskbell
from deskbell.embedding import BuiltIn
from deskbell.embedding.words import english_near, is_english
from deskbell.kit.clock import now
from deskbell.kit.db import Database, open_pool
from deskbell.kit.embedded_postgres import running
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Runner
from deskbell.kit.migrate import migrate
from deskbell.knowledge import commands
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.jobs import HEIRS, Training
from deskbell.knowledge.queries import Language, Search, find_passages, list_sources, mend_question
from evals.figures import Row, share

QUESTIONS = Path(__file__).parent / "sets" / "typos.toml"
CLINIC = Path(deskbell.__file__).parent / "demo_clinic"


class Asking:
    """An agent that has read the demo clinic's pages."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.embedder = BuiltIn()
        self.workspace_id, self.agent_id = new_id(), new_id()
        self.page_of: dict[UUID, str] = {}

    async def learns(self) -> None:
        """Every page, as a member gives it."""
        async with self.database.transaction(self.workspace_id) as tx:
            await tx.run(
                "INSERT INTO workspaces (id, name, created_at) VALUES (%(w)s, 'Evals', now())",
                w=self.workspace_id,
            )
            await tx.run(
                """INSERT INTO agents (workspace_id, id, name, greeting, created_at)
                   VALUES (%(w)s, %(id)s, 'Lumi', 'Hello', now())""",
                w=self.workspace_id,
                id=self.agent_id,
            )
            for page in sorted(CLINIC.glob("*.md")):
                if page.stem != "README":
                    given = await commands.add_text(
                        tx, self.agent_id, title=page.stem, text=page.read_text(), at=now()
                    )
                    self.page_of[given.id] = page.stem
        reader = Reader()
        training = Training(self.database, self.embedder, reader, now)
        await Runner(self.database, training.works(), heirs=HEIRS).run_pending()
        await reader.close()
        async with self.database.transaction(self.workspace_id) as tx:
            assert all(source.passages for source in await list_sources(tx, self.agent_id))

    async def mends(self, question: str) -> str:
        """What it was understood as."""
        async with self.database.transaction(self.workspace_id) as tx:
            return await mend_question(tx, self.agent_id, question, Language(is_english, english_near))

    async def page(self, question: str) -> str:
        """The page of the best passage."""
        vector = await self.embedder.embed_question(spell_out(question))
        async with self.database.transaction(self.workspace_id) as tx:
            found = await find_passages(tx, Search(self.agent_id, question, vector, self.embedder.name))
        return self.page_of[found[0].source_id] if found else ""


async def main() -> list[Row]:
    questions: list[tuple[str, str, str]] = tomllib.loads(QUESTIONS.read_text())["questions"]
    with tempfile.TemporaryDirectory() as home, running(Path(home), {"fsync": "off"}) as cluster:
        migrate(cluster.owner_url, cluster.app_url)
        async with open_pool(cluster.app_url) as pool:
            asking = Asking(Database(pool))
            await asking.learns()
            return await _measured(asking, questions)


def rows() -> list[Row]:
    """For the page."""
    return asyncio.run(main())


async def _measured(asking: Asking, questions: Sequence[tuple[str, str, str]]) -> list[Row]:
    on = f"own {len(questions)} questions, seen: mending was written with them"
    mended = [await asking.mends(typed) for typed, _, _ in questions]
    clean = [await asking.mends(meant) for _, meant, _ in questions]
    measured: list[Row] = []
    for name, texts in (
        ("right page first, as meant", [meant for _, meant, _ in questions]),
        ("right page first, as meant, after mending", clean),
        ("right page first, as typed", [typed for typed, _, _ in questions]),
        ("right page first, as typed, after mending", mended),
    ):
        hits = [await asking.page(text) == page for text, (_, _, page) in zip(texts, questions, strict=True)]
        measured.append(Row(name, share(sum(hits), len(hits)), "", on))
    right = sum(text.lower() == meant.lower() for text, (_, meant, _) in zip(mended, questions, strict=True))
    changed = [(meant, text) for text, (_, meant, _) in zip(clean, questions, strict=True) if text != meant]
    _print_each(mended, questions, changed)
    return [
        *measured,
        Row("mended to the letter", share(right, len(questions)), "", on),
        Row("clean questions that were changed", share(len(changed), len(questions)), "0", on),
    ]


def _print_each(
    mended: Sequence[str],
    questions: Sequence[tuple[str, str, str]],
    changed: Sequence[tuple[str, str]],
) -> None:
    if "-v" not in sys.argv:
        return
    for text, (typed, meant, _) in zip(mended, questions, strict=True):
        if text.lower() != meant.lower():
            print(f"  {typed!r} → {text!r}, meant {meant!r}")
    print(*changed, sep="\n")


if __name__ == "__main__":
    print(*rows(), sep="\n")
