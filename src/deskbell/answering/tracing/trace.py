"""The trace of a turn as a value: each step writes its part, and a part that a step did not reach stays empty.

For members only. It never holds a key, an instruction of the agent, or a prompt.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from deskbell.answering.outcomes import Signals
from deskbell.handoff.when import AnswerFacts, MessageFacts

VERSION = 1


class TurnStep(StrEnum):
    """The steps whose time is taken, in the order in which they happen."""

    UNDERSTAND = "understand"
    EMBED = "embed"
    FIND = "find"
    COMPOSE = "compose"
    VERIFY = "verify"
    DECIDE = "decide"


Step = TurnStep  # on the wire it is told apart from the steps of the order of evaluation


@dataclass(frozen=True)
class Understood:
    """The question as it was written, and what became of it before the search.

    `asked` is what was searched. `corrected`: with its spelling mended. `completed`: a follow-up with what it follows.
    `parts`: several questions in one message. `kind`: what else it is ("small talk", "not words" …).
    """

    written: str = ""
    asked: str = ""
    corrected: str | None = None
    completed: str | None = None
    parts: tuple[str, ...] = ()
    language: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Considered:
    """A passage that was found. `lexical` is BM25 (0 and more), `dense` the cosine (-1 … 1), `score` their fusion (0 … 1).

    `quote` is the stretch that the answer shows, letter by letter. `digest` is the MD5 of the whole text, so that a later
    change of the page can be seen; `text` may be cut.
    """

    rank: int
    passage_id: UUID
    source_id: UUID
    document_id: UUID
    title: str
    path: str
    text: str
    digest: str
    lexical: float
    dense: float
    score: float
    url: str | None = None
    read_at: datetime | None = None
    document_version: int | None = None
    used: bool = False
    quote: str | None = None


@dataclass(frozen=True)
class Feature:
    """One thing that speaks for or against an answer: its value as it was weighed, and the same in words."""

    name: str
    value: float
    sentence: str


@dataclass(frozen=True)
class Answerability:
    """Does the content answer? `confidence` is 0 … 1; below `least` there is no answer at all. `model` names the weights."""

    confidence: float
    least: float
    features: tuple[Feature, ...] = ()
    model: str | None = None


@dataclass(frozen=True)
class Drafted:
    """What the answerer would say, before it was decided whether it is said."""

    text: str
    confidence: float


@dataclass(frozen=True)
class Verdict:
    """One sentence of a generated draft. `why` says in words what held or what failed; `support` is 0 … 1."""

    sentence: str
    passed: bool
    why: str
    cited: tuple[int, ...] = ()
    support: float | None = None


@dataclass(frozen=True)
class Decision:
    """A rule, or a step of the product's own, that was looked at. `step` is its number in the fixed order of evaluation.

    `why` says why it fired or did not; where numbers were compared, they are `value` and `threshold`.
    """

    step: int
    name: str
    fired: bool
    why: str
    rule_id: UUID | None = None
    rule_version: int | None = None
    value: float | None = None
    threshold: float | None = None


@dataclass(frozen=True)
class Judged:
    """What the rules were held against, so that others can be tried on it later. `answer` is None when the message settled it."""

    message: MessageFacts
    answer: AnswerFacts | None = None


@dataclass(frozen=True)
class ModelCall:
    """One call of a language model. `cost` is in US dollars, None when the price is unknown; `ended` says in a word how."""

    provider: str
    model: str
    ended: str
    milliseconds: float
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: float | None = None


@dataclass(frozen=True)
class Came:
    """What the turn came to. `text` is what was said (or would have been); `reason` and `label` belong to a handoff."""

    outcome: Literal["reply", "say", "hand_off"]
    text: str = ""
    confidence: float | None = None
    reason: str | None = None
    label: str | None = None
    rule_id: UUID | None = None
    failure: str | None = None


@dataclass(frozen=True)
class Versions:
    """What it ran on, so that a replay can say what has changed. `settings` is a hash; `rules` are "id:version"."""

    product: str = ""
    settings: str = ""
    rules: tuple[str, ...] = ()
    embedding: str = ""
    answerer: str = ""


@dataclass
class Trace:
    """Filled while the turn runs; its parts are values. `shown`: what the visitor had read of the draft at most.

    `noticed`: the signals of the language model; `instead`: why its draft was not used, or why it was not asked.

    `milliseconds` has an entry for each step that ran, in its order.
    """

    version: int = VERSION
    understood: Understood = field(default_factory=Understood)
    passages: tuple[Considered, ...] = ()
    answerability: Answerability | None = None
    drafted: Drafted | None = None
    verdicts: tuple[Verdict, ...] = ()
    decisions: tuple[Decision, ...] = ()
    calls: tuple[ModelCall, ...] = ()
    noticed: Signals | None = None
    instead: str | None = None
    milliseconds: dict[Step, float] = field(default_factory=dict[Step, float])
    judged: Judged | None = None
    came: Came | None = None
    versions: Versions = field(default_factory=Versions)
    failure: str | None = None
    shown: str | None = None

    def decided(self, *decisions: Decision) -> None:
        """Add what was looked at, in order."""
        self.decisions += decisions

    def took(self, step: Step, milliseconds: float) -> None:
        """A step that runs more than once adds up."""
        self.milliseconds[step] = round(self.milliseconds.get(step, 0.0) + milliseconds, 1)
