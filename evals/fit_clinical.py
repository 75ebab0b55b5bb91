"""Fits the learned half of the clinical boundary: `python -m evals.fit_clinical`. Writes `src/deskbell/safety/weights/clinical.*`.

On a small grammar of questions for a clinician and of the administrative ones around them, our older own set, what pages of clinics
answer, and the train parts of public sets; nothing of `clinical_test.toml` or of a public test part is read here. `--choose` keeps every fourth
line of the grammar out of a first fit and prints what thresholds do on it. Figures on lines that were never fitted: `python -m evals.clinical`.
"""

import sys
import tomllib
from collections.abc import Iterator

from deskbell.safety.clinical import clinical_lexicon
from evals.apart import Line, choose, drawn, fitted, public, set_named, small_talk
from evals.emergency_lines import CLINIC
from evals.fit_emergency import write_apart

# Intents of public sets that ask what only a clinician may answer, or nearly.
UNSURE = {"vaccines", "nutrition_info", "calories"}


def training_lines() -> list[Line]:
    grammar = drawn("clinical_train", "clinical", "administrative")
    return [*grammar, *small_talk(), *_older(), *_asked_of_clinics(), *public(unsure=UNSURE)]


def _older() -> Iterator[Line]:
    parts = set_named("clinical_own")
    yield from (Line(text, wanted=True, weight=1.0, group="own") for text in parts["clinical"])
    yield from (Line(text, wanted=False, weight=1.0, group="own") for text in parts["logistics"])


def _asked_of_clinics() -> Iterator[Line]:
    """What the pages of clinics answer is not for a clinician."""
    asked = [one["question"] for one in set_named("telehealth_dev")["answerable"]]
    asked += [one["question"] for one in tomllib.loads((CLINIC / "questions.toml").read_text())["questions"]]
    for page in sorted(CLINIC.glob("*.md")):
        lines = page.read_text(encoding="utf-8").splitlines()
        asked += [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    yield from (Line(question, wanted=False, weight=0.5, group="clinics") for question in asked)


if __name__ == "__main__":
    found, spelling = training_lines(), clinical_lexicon()[0]
    print(f"{len(found)} lines, {sum(line.wanted for line in found)} of them clinical.")
    if "--choose" in sys.argv:
        choose(found, spelling, UNSURE)
    write_apart("clinical", *fitted(found, spelling))
