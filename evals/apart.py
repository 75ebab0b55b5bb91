"""Fitting a linear model of words that answers one question with yes or no: what `fit_clinical` and `fit_disclosure` share."""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from deskbell.safety.words import Spelling, words_of
from evals.benign import bitext, clinc, rasa, squad
from evals.emergency_lines import grammar, mistyped
from evals.fit_emergency import Floats, Rows, fit_sparse

SETS = Path(__file__).parent / "sets"
DRAWN = {"en": 100}
DRAWN_ELSEWHERE = 60
MISTYPED = 4
KEPT_OUT = 4
ORDINARY_WEIGHT = 0.12
BOTS = ("financial_nlu", "helpdesk_nlu", "rasa-demo_nlu", "rasa-demo_chitchat")


@dataclass(frozen=True)
class Line:
    """`group` names the line of the grammar, or the set."""

    text: str
    wanted: bool
    weight: float
    group: str


def drawn(name: str, yes: str, no: str) -> Iterator[Line]:
    """Lines of a grammar with the parts `yes` and `no`, each a text by language, and `groups` by language when it has some."""
    parts = set_named(name)
    groups = {
        language: {group: lines.split("|") for group, lines in named.items()}
        for language, named in parts.get("groups", {}).items()
    }
    for label in (yes, no):
        for language, lines in parts[label].items():
            for number, line in enumerate(lines.strip().splitlines()):
                group = f"{label} {language} {number}"
                chance = Random(group)  # noqa: S311 - to draw examples
                texts = grammar(line, DRAWN.get(language, DRAWN_ELSEWHERE), chance, groups.get(language))
                typed = [*texts, *(mistyped(text, chance) for text in texts[::MISTYPED])]
                weight = 2 * len(texts) ** -0.5
                yield from (Line(text, label == yes, weight, group) for text in typed)


def small_talk() -> Iterator[Line]:
    """What no question may take for its own."""
    for language, lines in set_named("small_talk_train")["lines"].items():
        for number, line in enumerate(lines.strip().splitlines()):
            group = f"small_talk {language} {number}"
            texts = grammar(line, DRAWN_ELSEWHERE, Random(group))  # noqa: S311 - to draw examples
            yield from (
                Line(text, wanted=False, weight=2 * len(texts) ** -0.5, group=group) for text in texts
            )


def public(*, yes: Collection[str] = (), unsure: Collection[str] = ()) -> Iterator[Line]:
    """Train parts of public sets. `yes` and `unsure` are intents: those of the question, and those to leave out."""
    pairs = [*bitext("train"), *(pair for bot in BOTS for pair in rasa(bot)[::2])]
    pairs += clinc("train", "oos_train")[::2]
    for text, intent in dict.fromkeys(pairs):
        if intent not in unsure:
            yield Line(text, intent in yes, 0.5 if intent in yes else ORDINARY_WEIGHT, "public")
    for text in squad()[:3000:2]:
        yield Line(text, wanted=False, weight=ORDINARY_WEIGHT, group="public")


def rows(texts: Sequence[str], spelling: Spelling) -> Rows:
    return Rows([" ".join(words_of(text, spelling).all) for text in texts])


def fitted(lines: Sequence[Line], spelling: Spelling) -> tuple[Floats, float]:
    wanted = np.array([line.wanted for line in lines], dtype=float)
    weight = np.array([line.weight for line in lines])
    return fit_sparse(rows([line.text for line in lines], spelling), wanted, weight)


def choose(lines: Sequence[Line], spelling: Spelling, unsure: Collection[str] = ()) -> None:
    """Prints what thresholds do on lines of the grammar, and of CLINC150, that a first fit has not seen."""
    groups = sorted({line.group for line in lines if " " in line.group})
    out = set(groups[1::KEPT_OUT])
    found = fitted([line for line in lines if line.group not in out], spelling)
    kept = [line for line in lines if line.group in out]
    odds, asks = (
        rows([line.text for line in kept], spelling).score(*found),
        np.array([line.wanted for line in kept]),
    )
    weight = np.array([line.weight for line in kept])
    ordinary = [text for text, intent in clinc("train")[1::2] if intent not in unsure]
    others = rows(ordinary, spelling).score(*found)
    for least in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.3, 0.5, 0.8, 1.2, 2.0):
        heard = odds >= least
        print(
            f"{least:5}: wanted {np.average(heard[asks], weights=weight[asks]):.3f}, "
            f"others {np.average(heard[~asks], weights=weight[~asks]):.3f}, clinc {(others >= least).mean():.4f}"
        )


def set_named(name: str) -> dict:
    return tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
