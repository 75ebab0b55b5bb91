"""Fits the learned half of "asks for a person": `python -m evals.fit_person`. Writes `src/deskbell/safety/weights/person.*`.

On a small grammar, our older own sets and the train parts of public sets; nothing of `person_test_2.toml` or of a public test part is
read here. Every fourth line of the grammar is kept out of a first fit, and the thresholds are chosen on those, and on the odd lines of
CLINC150 train, before all of it is fitted. Figures on lines that were never fitted: `python -m evals.person_requests`.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from deskbell.safety.person_request import listed_request, request_lexicon
from deskbell.safety.words import words_of
from evals.apart import small_talk
from evals.benign import bitext, clinc, covidqa, rasa, squad
from evals.emergency_lines import CLINIC, grammar, mistyped
from evals.fit_emergency import Floats, Rows, fit_sparse, write_apart

SETS = Path(__file__).parent / "sets"
GRAMMARS = ("person_train", "person_train_2")
OLDER_SETS = ("person_own", "person_unseen")
MEANT = {"contact_human_agent", "human_handoff"}
UNSURE = {"contact_customer_service", "complaint", "contact_sales"}
DRAWN = 150
MISTYPED = 2
KEPT_OUT = 4
ORDINARY_WEIGHT = 0.12
DEMO = ("rasa-demo_nlu", "rasa-demo_chitchat", "rasa-demo_faq", "rasa-demo_general", "rasa-demo_out_of_scope")


@dataclass(frozen=True)
class Line:
    """`group` names the line of the grammar, or the set."""

    text: str
    asks: bool
    weight: float
    group: str


def training_lines() -> list[Line]:
    small = (Line(one.text, asks=False, weight=one.weight, group=one.group) for one in small_talk())
    return [*_drawn(), *small, *_older(), *_public()]


def _drawn() -> Iterator[Line]:
    for name, label, language, listed in _parts():
        for number, line in enumerate(listed):
            group = f"{label} {language} {name} {number}"
            chance = Random(group)  # noqa: S311 - to draw examples
            texts = grammar(line, DRAWN, chance)
            typed = [*texts, *(mistyped(text, chance) for text in texts[::MISTYPED])]
            weight = 2 * len(texts) ** -0.5
            yield from (Line(text, label == "asks", weight, group) for text in typed)


def _parts() -> Iterator[tuple[str, str, str, list[str]]]:
    """Name of the set, label, language and lines of grammar."""
    for name in GRAMMARS:
        for label, languages in tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8")).items():
            for language, listed in languages.items():
                yield (
                    name,
                    label,
                    language,
                    listed.strip().splitlines() if isinstance(listed, str) else listed,
                )


def _older() -> Iterator[Line]:
    for name in OLDER_SETS:
        lines = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
        yield from (Line(text, asks=True, weight=1.0, group=name) for text in lines["asks"])
        yield from (Line(text, asks=False, weight=1.0, group=name) for text in lines["other"])


def _public() -> Iterator[Line]:
    pairs = [
        *bitext("train"),
        *rasa("financial_nlu"),
        *rasa("helpdesk_nlu"),
        *clinc("train", "oos_train")[::2],
    ]
    pairs += [pair for bot in DEMO for pair in rasa(bot)[::2]]
    for text, intent in dict.fromkeys(pairs):
        if intent not in UNSURE:
            weight = 0.5 if intent in MEANT else ORDINARY_WEIGHT
            yield Line(text, intent in MEANT, weight, "public")
    pairs_of_the_demo = tomllib.loads((CLINIC / "questions.toml").read_text(encoding="utf-8"))["questions"]
    for one in pairs_of_the_demo:
        yield Line(one["question"], asks=False, weight=0.5, group="demo clinic")
    questions = tomllib.loads((SETS / "telehealth_dev.toml").read_text(encoding="utf-8"))
    for one in [*questions["answerable"], *questions["unanswerable"]]:
        yield Line(one["question"], asks=False, weight=0.5, group="telehealth")
    for text in [*covidqa(), *squad()[::4]]:
        yield Line(text, asks=False, weight=ORDINARY_WEIGHT, group="public")


def fitted(lines: Sequence[Line]) -> tuple[Floats, float]:
    texts = [" ".join(words_of(line.text, request_lexicon().spelling).all) for line in lines]
    wanted = np.array([line.asks for line in lines], dtype=float)
    return fit_sparse(Rows(texts), wanted, np.array([line.weight for line in lines]))


def scores(lines: Sequence[str], weights: Floats, intercept: float) -> Floats:
    texts = [" ".join(words_of(text, request_lexicon().spelling).all) for text in lines]
    return Rows(texts).score(weights, intercept)


def choose(lines: Sequence[Line]) -> None:
    """Prints what thresholds do on lines of the grammar, and of CLINC150, that the fit has not seen."""
    groups = sorted({line.group for line in lines if line.group.startswith(("asks", "ordinary"))})
    out = set(groups[1::KEPT_OUT])
    weights, intercept = fitted([line for line in lines if line.group not in out])
    kept = [line for line in lines if line.group in out]
    others = [text for text, _ in clinc("train", "oos_train")[1::2]]
    known = scores([line.text for line in kept], weights, intercept)
    ordinary = scores(others, weights, intercept)
    asks = np.array([line.asks for line in kept])
    listed = np.array(
        [listed_request(words_of(line.text, request_lexicon().spelling)) is not None for line in kept]
    )
    print(f"lexicon alone: {listed[asks].mean():.3f} of {asks.sum()}, false {listed[~asks].mean():.4f}")
    for least in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
        heard, false = (known[asks] >= least).mean(), (known[~asks] >= least).mean()
        either = (listed | (known >= least))[asks].mean()
        print(
            f"{least:5}: alone {heard:.3f}, either {either:.3f}, false {false:.4f}, clinc {(ordinary >= least).mean():.4f}"
        )
    for most in (-4.0, -3.0, -2.0, -1.0, 0.0):
        lost = (listed & (known < most))[asks].sum() / max(listed[asks].sum(), 1)
        calmed = (listed & (known < most))[~asks].sum() / max(listed[~asks].sum(), 1)
        print(
            f"below {most:5} the lexicon is overruled: {lost:.3f} of requests, {calmed:.3f} of false alarms"
        )


if __name__ == "__main__":
    found = training_lines()
    print(f"{len(found)} lines, {sum(line.asks for line in found)} of them requests.")
    if "--choose" in sys.argv:
        choose(found)
    write_apart("person", *fitted(found))
