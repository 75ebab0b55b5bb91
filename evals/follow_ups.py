"""Are follow-ups understood from the thread? `python -m evals.follow_ups [-v]`: the right passage first, with and without
understanding, and new questions left as they were written. The retrieval is the product's, in memory (`memory_index.py`).

The rules were written before the set. Even places may be looked at (`-v` prints their misses), odd places are reported.
"""

import asyncio
import os
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import deskbell
from deskbell.answering.understanding.small_talk import hear
from deskbell.answering.understanding.thread import asked_in, in_the_light_of
from deskbell.embedding import BuiltIn
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.passages import Cut, cut, embedded_text
from deskbell.knowledge.reading import Unreadable, read
from evals.figures import Row, share
from evals.memory_index import MemoryIndex
from evals.public import HELP_PAGES, help_pages

SET = Path(__file__).parent / "sets" / "follow_ups.toml"


@dataclass(frozen=True)
class Dialogue:
    """What the visitor said, in turns, and what the right passage of the last one holds."""

    turns: tuple[str, ...]
    holds: tuple[str, ...]
    stands_alone: bool
    reported: bool

    @property
    def understood(self) -> str:
        heard = [hear(text) for text in self.turns]
        *before, last = [asked_in(h.question) for h in heard if h.talk is None]
        return in_the_light_of(before, last)

    @property
    def untouched(self) -> bool:
        return self.understood == hear(self.turns[-1]).question


@dataclass(frozen=True)
class Asked:
    dialogue: Dialogue
    right: bool
    right_as_written: bool


def dialogues(name: str) -> list[Dialogue]:
    sets = tomllib.loads(SET.read_text(encoding="utf-8"))
    return [
        Dialogue(
            tuple(turns.split(" | ")),
            tuple(holds.split(" / ")),
            stands_alone=bool(kind),
            reported=place % 2 == 1,
        )
        for kind in ("", "_alone")
        for place, (turns, holds) in enumerate(sets[name + kind])
    ]


def pages(folder: Path) -> list[Cut]:
    """The passages of every page of a folder, read as an import reads them."""
    cuts: list[Cut] = []
    for path in sorted(folder.rglob("*.md")):
        try:
            cuts += cut(read(path.read_bytes(), path.name))
        except Unreadable:
            continue
    return cuts


class Pages:
    """An index that says whether the first passage is the right one."""

    def __init__(self, folder: Path) -> None:
        self.model = BuiltIn()
        self.cuts = pages(folder)
        self.index = MemoryIndex(
            self.cuts, asyncio.run(self.model.embed_passages([*map(embedded_text, self.cuts)]))
        )

    def finds(self, question: str, holds: Sequence[str]) -> bool:
        vector = asyncio.run(self.model.embed_question(spell_out(question)))
        best = self.index.find(question, vector, limit=1)[0]
        found = _plain(f"{best.path}\n{best.text}")
        return any(_plain(part) in found for part in holds)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).lower()


def measured() -> list[Asked]:
    folders = {"clinic": Path(deskbell.__file__).parent / "demo_clinic"}
    if os.environ.get(HELP_PAGES):
        folders["provider"] = help_pages()
    else:
        print(f"skipped: the provider's dialogues ({HELP_PAGES} does not name their folder)")
    return [asked for name, folder in folders.items() for asked in _asked(name, Pages(folder))]


def _asked(name: str, known: Pages) -> list[Asked]:
    return [
        Asked(d, known.finds(d.understood, d.holds), known.finds(d.turns[-1], d.holds))
        for d in dialogues(name)
    ]


def rows() -> list[Row]:
    """The dialogues that were not looked at. `Skipped` without the help pages: half of them are about these."""
    help_pages()
    return _rows([asked for asked in measured() if asked.dialogue.reported], "own dialogues, odd places")


def _rows(asked: Sequence[Asked], on: str) -> list[Row]:
    leaning = [a for a in asked if not a.dialogue.stands_alone]
    alone = [a for a in asked if a.dialogue.stands_alone]
    written = share(sum(a.right_as_written for a in leaning), len(leaning))
    untouched = sum(a.dialogue.untouched for a in alone)
    return [
        Row("follow-ups: right passage first", share(sum(a.right for a in leaning), len(leaning)), f"{written} as written", on),
        Row("new questions: right passage first", share(sum(a.right for a in alone), len(alone)), "", on),
        Row("new questions left as they were written", share(untouched, len(alone)), "1.000", on),
    ]  # fmt: skip


def main(*, show: bool) -> None:
    everything = measured()
    for name, part in (("seen", False), ("reported", True)):
        asked = [a for a in everything if a.dialogue.reported is part]
        print(*_rows(asked, name), sep="\n")
    for a in everything:
        if (
            show
            and not a.dialogue.reported
            and not (a.right and (a.dialogue.untouched or not a.dialogue.stands_alone))
        ):
            print(f"    missed: {' | '.join(a.dialogue.turns)} -> {a.dialogue.understood}")


if __name__ == "__main__":
    main(show="-v" in sys.argv)
