"""Questions that take something for granted, asked of contents that deny it or say it: `python -m evals.false_premises [-v]`.

Pairs at even places of `sets/false_premises.toml` were looked at while the detector was made; those at odd places were not.
`sets/false_premises_2.toml` came later: written from the pages alone, and first measured with the detector as it was.
The help pages of a health provider are read from the folder that DESKBELL_TELEHEALTH names; without it only the demo clinic is asked.
"""

import asyncio
import os
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import deskbell
from deskbell.answering import verbatim
from deskbell.answering.verbatim.premises import Verdict
from deskbell.handoff.when.presets import STARTING_THRESHOLD
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.passages import Cut, cut
from deskbell.knowledge.reading.blocks import Unreadable
from deskbell.knowledge.reading.formats import read
from evals.answerability.asking import Texts, asked
from evals.figures import Row, share
from evals.memory_index import MemoryIndex
from evals.public import HELP_PAGES, help_pages

SETS = Path(__file__).parent / "sets"
FIRST, SECOND = SETS / "false_premises.toml", SETS / "false_premises_2.toml"
CLINIC = Path(deskbell.__file__).parent / "demo_clinic"


@dataclass(frozen=True)
class Answered:
    """What came of one question. `corrected`: it says that the pages say otherwise; `right`: and quotes what puts it right."""

    question: str
    quote: str
    confidence: float
    corrected: bool
    right: bool

    @property
    def shown(self) -> bool:
        """Whether a visitor reads it at the starting threshold."""
        return self.confidence >= STARTING_THRESHOLD


def rows() -> list[Row]:
    """Both halves, the one that was not looked at first. `Skipped` without the help pages: half of the pairs ask about them."""
    help_pages()
    pairs = answered_pairs(FIRST)
    return [
        *_rows(answered_pairs(SECOND), "second set, held out"),
        *_rows(pairs[1::2], "held-out half"),
        *_rows(pairs[::2], "half that was looked at"),
    ]


def answered_pairs(file: Path) -> list[tuple[Answered, Answered]]:
    """False and true, in the order of the set; pairs whose pages are absent are left out."""
    texts = Texts()
    pairs = tomllib.loads(file.read_text(encoding="utf-8"))["pairs"]
    indexes = {name: _index(cuts, texts) for name, cuts in contents().items()}
    return [
        (_answered(pair, "false", indexes, texts), _answered(pair, "true", indexes, texts))
        for pair in pairs
        if pair["pages"] in indexes
    ]


def contents() -> dict[str, list[Cut]]:
    """The passages of each content, as training cuts them."""
    short = tomllib.loads((CLINIC / "questions.toml").read_text(encoding="utf-8"))["questions"]
    own = [Cut(one["question"], one["answer"]) for one in short]
    found = {"clinic": [*_cuts(sorted(CLINIC.glob("*.md"))), *own]}
    if os.environ.get(HELP_PAGES):
        found["telehealth"] = _cuts(sorted(help_pages().rglob("*.md")))
    return found


def _cuts(pages: Iterable[Path]) -> list[Cut]:
    found: list[Cut] = []
    for page in pages:
        try:
            found += cut(read(page.read_bytes(), page.name))
        except Unreadable:  # a page of front matter only
            continue
    return found


def _index(cuts: Sequence[Cut], texts: Texts) -> MemoryIndex:
    return MemoryIndex(cuts, asyncio.run(embed(texts.model, cuts)))


def _answered(pair: dict[str, Any], kind: str, indexes: dict[str, MemoryIndex], texts: Texts) -> Answered:
    question = pair[kind]
    looked = asked(indexes[pair["pages"]], texts, question)
    draft = verbatim.judged(looked) if looked else None
    if looked is None or draft is None:
        return Answered(question, looked.quote if looked else "", 0.0, corrected=False, right=False)
    return Answered(
        question,
        draft.quote,
        draft.confidence,
        corrected=looked.premise is Verdict.OTHERWISE,
        right=any(words in draft.quote for words in pair["corrects"]),
    )


def _rows(pairs: Sequence[tuple[Answered, Answered]], half: str) -> list[Row]:
    false, true = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    on = f"{len(pairs)} own pairs, {half}"
    answered = [one for one in true if one.shown]
    return [
        Row("false: put right first thing", share(sum(one.shown and one.corrected and one.right for one in false), len(false)), "", on),
        Row("false: quoted what puts it right, without saying so", share(sum(one.shown and not one.corrected and one.right for one in false), len(false)), "", on),
        Row("false: not answered", share(sum(not one.shown for one in false), len(false)), "", on),
        Row("false: left standing", share(sum(one.shown and not one.right for one in false), len(false)), "0 (target)", on),
        Row("true: answered", share(len(answered), len(true)), "", on),
        Row("true: wrongly contradicted", share(sum(one.corrected for one in answered), len(true)), "0 (target)", on),
    ]  # fmt: skip


def main(*, verbose: bool) -> None:
    pairs = answered_pairs(FIRST)
    for false, true in pairs[::2] if verbose else ():
        for kind, one in (("false", false), ("true", true)):
            mark = f"{'corrects' if one.corrected else '-':8} {'right' if one.right else '-':5}"
            print(f"{kind:5} {one.confidence:.2f} {mark} {one.question} | {one.quote[:150]!r}")
    print(*_rows(pairs[::2], "looked at"), *_rows(pairs[1::2], "held out"), sep="\n")


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
