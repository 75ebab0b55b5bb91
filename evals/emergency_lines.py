"""What the models of the emergency screen are fitted on: our small grammar of emergencies and of lines that only look like
one, our older own sets, and public question sets as ordinary chat. `emergency_test_3.toml` is read only to leave its lines out.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import deskbell
from evals.benign import bitext, clinc, covidqa, rasa, squad

SETS = Path(__file__).parent / "sets"
GRAMMARS = tuple(f"emergency_train{part}" for part in ("", "_2", "_3", "_4", "_5", "_6", "_7"))
OLDER_SETS = (
    "emergency_own",
    "emergency_unseen",
    "emergency_unseen_2",
    "emergency_unseen_3",
    "emergency_test",
    "emergency_test_2",
)
HELD_OUT = "emergency_test_3"
DRAWN = 40  # from each line of the grammar
MISTYPED = 5  # every fifth drawn line again, with a slip of the finger
PADDED = 2  # every second again, with what people write around anything
BEFORE = """
hello|hi|hey|good morning|good evening team|hi team|hi there|hello again|dear clinic|to whom it may concern|hi my name is jim and|hello this is maria lopez|
im a patient of dr chen and|i am new here and|please|sorry to bother you but|quick question|hey guys|ok so|yes|no|well|so|um|hi its ana again|
i was told to write here|my wife says i should write that|hola|buenos días|disculpe|bom dia|oi boa tarde|bonjour|bonsoir à tous|xin chào|chào phòng khám|
hello po|magandang gabi po|你好|您好请问
""".replace("\n", "").split("|")
AFTER = """
thanks|thank you so much|thanks for your help|thank you for your time|please advise|please|my name is jim|dob 3/4/1970|i have aetna|my member id is 4471|have a nice day|
can you help me|can someone help|what should i do|what do i do|lol|sorry|and i live in ohio|i am 44|on main street 12|call me at 555 0134|not sure if this is the right place|
gracias|muchas gracias por su ayuda|por favor|obrigada|por favor me ajudem|merci beaucoup|s'il vous plaît|cảm ơn|giúp tôi với|salamat po|please po|谢谢|请帮帮我
""".replace("\n", "").split("|")
ORDINARY_WEIGHT = 0.25
CLINIC = Path(deskbell.__file__).parent / "demo_clinic"
QUESTIONS = SETS / "telehealth_dev.toml"
_CHOICE = re.compile(r"\{([^{}]*)\}")
_GROUP = re.compile(r"@(\w+)")


@dataclass(frozen=True)
class Line:
    """`kind` is None for what must not alarm. `weight`: all lines of one grammar line together count like a few. `group` names the
    line of the grammar that this was drawn from: what one line says in sixty ways is learned or kept out together.
    """

    text: str
    kind: str | None
    weight: float
    ordinary: bool = False
    group: str = ""


def training_lines() -> list[Line]:
    """All of them, in a fixed order."""
    return [*own_lines(), *_ordinary()]


def own_lines() -> list[Line]:
    """Those that need no public set. What stands in the held-out set word for word is left out, but for explicit statements and
    ordinary chat: these are short, and stand in both.
    """
    held_out = _set_named(HELD_OUT)
    kept_out = {_plain(text) for part in ("indirect", "hard") for text in held_out[part]}
    lines = [*_drawn(), *_older(), *_asked_of_clinics()]
    return [line for line in lines if _plain(line.text) not in kept_out]


def _plain(text: str) -> str:
    return text.lower().strip(" .!?")


def grammar(
    line: str, times: int, chance: Random, groups: Mapping[str, Sequence[str]] | None = None
) -> list[str]:
    """Different sentences of a line like "i {want to|wanna} {die|be dead}". `@name` is one line of a named group."""

    def drawn() -> str:
        chosen = _CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), line)
        return _GROUP.sub(lambda group: chance.choice((groups or {})[group[1]]), chosen)

    return sorted({" ".join(drawn().split()) for _ in range(times)})


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


def padded(text: str, chance: Random) -> str:
    """The same line with a greeting, a name or thanks around it: that makes nothing graver, and nothing less grave."""
    before, after = chance.choice(BEFORE), chance.choice(AFTER)
    return chance.choice(
        (f"{before} {text}", f"{text} {after}", f"{text} {after}", f"{before} {text} {after}")
    )


def _drawn() -> Iterator[Line]:
    for name, kind, number, line in _grammar_lines():
        label = None if kind in {"soft", "ordinary"} else {"child": "medical"}.get(kind, kind)
        chance = Random(f"{name} {kind} {number}")  # noqa: S311 - to draw examples
        texts = grammar(line, DRAWN, chance)
        weight = len(texts) ** -0.5
        typed = [*texts, *(mistyped(text, chance) for text in texts[::MISTYPED])]
        typed += [padded(text, chance) for text in texts[::PADDED]]
        yield from (Line(text, label, weight, group=f"{name} {kind} {number}") for text in typed)


def _grammar_lines() -> Iterator[tuple[str, str, int, str]]:
    """Name of the set, kind, number and grammar of each line."""
    for name in GRAMMARS:
        for kind, lines in _set_named(name).items():
            yield from ((name, kind, number, line) for number, line in enumerate(lines))
    for number, line in enumerate(lines_of(_read("small_talk_train")["lines"])):
        yield "small_talk_train", "ordinary", number, line


def lines_of(listed: Sequence[str] | Mapping[str, str]) -> list[str]:
    """The lines of one part of a set: a list, or by language a text with a line each."""
    if isinstance(listed, Mapping):
        return [line for text in listed.values() for line in text.strip().splitlines()]
    return list(listed)


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
    return {part: lines_of(listed) for part, listed in _read(name).items()}


def _read(name: str) -> dict:
    return tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
