"""What the models of the emergency screen are fitted on: our small grammar of emergencies and of lines that only look like
one, our older own sets, and public question sets as ordinary chat. Nothing of `emergency_test_2.toml` is read here.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import deskbell
from evals.benign import bitext, clinc, covidqa, rasa, squad

SETS = Path(__file__).parent / "sets"
GRAMMARS = ("emergency_train", "emergency_train_2")
OLDER_SETS = (
    "emergency_own",
    "emergency_unseen",
    "emergency_unseen_2",
    "emergency_unseen_3",
    "emergency_test",
)
DRAWN = 60  # from each line of the grammar
MISTYPED = 5  # every fifth drawn line again, with a slip of the finger
ORDINARY_WEIGHT = 0.15
CLINIC = Path(deskbell.__file__).parent / "demo_clinic"
QUESTIONS = SETS / "telehealth_dev.toml"
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Line:
    """`kind` is None for what must not alarm. `weight`: all lines of one grammar line together count like a few."""

    text: str
    kind: str | None
    weight: float
    ordinary: bool = False


def training_lines() -> list[Line]:
    """All of them, in a fixed order."""
    return [*own_lines(), *_ordinary()]


def own_lines() -> list[Line]:
    """Those that need no public set."""
    return [*_drawn(), *_older(), *_asked_of_clinics()]


def grammar(line: str, times: int, chance: Random) -> list[str]:
    """Different sentences of a line like "i {want to|wanna} {die|be dead}"."""
    drawn = {
        " ".join(_CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), line).split())
        for _ in range(times)
    }
    return sorted(drawn)


def mistyped(text: str, chance: Random) -> str:
    """The same line with two letters swapped or one left out."""
    words = text.split(" ")
    at = chance.randrange(len(words))
    word = words[at]
    if len(word) > 3:
        place = chance.randrange(1, len(word) - 1)
        swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        words[at] = swapped if chance.random() < 0.5 else word[:place] + word[place + 1 :]
    return " ".join(words)


def _drawn() -> Iterator[Line]:
    for name, kind, number, line in _grammar_lines():
        label = None if kind in {"soft", "ordinary"} else {"child": "medical"}.get(kind, kind)
        chance = Random(f"{name} {kind} {number}")  # noqa: S311 - to draw examples
        texts = grammar(line, DRAWN, chance)
        weight = len(texts) ** -0.5
        yield from (Line(text, label, weight) for text in texts)
        yield from (Line(mistyped(text, chance), label, weight) for text in texts[::MISTYPED])


def _grammar_lines() -> Iterator[tuple[str, str, int, str]]:
    """Name of the set, kind, number and grammar of each line."""
    for name in GRAMMARS:
        for kind, lines in _set_named(name).items():
            yield from ((name, kind, number, line) for number, line in enumerate(lines))


def _older() -> Iterator[Line]:
    chance = Random(5)  # noqa: S311 - to draw examples
    for name in OLDER_SETS:
        parts = _set_named(name)
        for part, kind in (("explicit", "any"), ("indirect", "any"), ("soft", None)):
            for text in parts[part]:
                yield Line(text, kind, 1.0)
                yield Line(mistyped(text, chance), kind, 0.5)


def _ordinary() -> Iterator[Line]:
    texts = [text for text, _ in clinc("train", "val", "oos_train", "oos_val")]
    texts += [text for text, _ in bitext("train")]
    texts += [text for bot in ("financial_nlu", "helpdesk_nlu", "rasa-demo_nlu") for text, _ in rasa(bot)]
    texts += [*covidqa(), *squad()[:3000]]
    yield from (Line(text, None, ORDINARY_WEIGHT, ordinary=True) for text in texts)


def _asked_of_clinics() -> Iterator[Line]:
    """Ordinary questions to clinics: the headings of the demo clinic, and what is asked of real help pages."""
    for page in sorted(CLINIC.glob("*.md")):
        lines = page.read_text(encoding="utf-8").splitlines()
        yield from (Line(line.lstrip("# "), None, 1.0) for line in lines if line.startswith("## "))
    questions = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
    asked = [one["question"] for part in ("answerable", "unanswerable") for one in questions[part]]
    yield from (Line(question, None, 1.0) for question in asked)


def _set_named(name: str) -> dict[str, list[str]]:
    return tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
