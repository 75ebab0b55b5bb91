"""What a turn works with and what it may come to. Values only."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from deskbell.agents.access import Agent
from deskbell.events.wire import Author, Citation, Reason, Tried
from deskbell.handoff.rules import Match, Rule


@dataclass(frozen=True)
class Said:
    """A message of the thread, as the answerer may read it. Text of visitors and members is data, never instruction.
    `path`: of an answer of the agent, where its first source stands; of anything else, empty.
    """

    author: Author
    text: str
    path: str = ""


@dataclass(frozen=True)
class TurnInput:
    """Everything a turn needs to know, loaded in one transaction and true at `epoch` and `visitor_seq`.

    `text` is what the visitor wrote since the agent last spoke; `thread` is what came before, oldest first. `within`: the one
    source that a member asks; visitors ask all of them.
    """

    id: UUID
    workspace_id: UUID
    conversation_id: UUID
    visitor_id: UUID
    epoch: int
    visitor_seq: int
    agent: Agent
    workspace_name: str
    rules: tuple[Rule, ...]
    text: str
    thread: tuple[Said, ...]
    within: UUID | None = None


@dataclass(frozen=True)
class Signals:
    """What a language model noticed in the message, besides answering. Advice for the rules: it decides nothing."""

    answerable: bool = True
    asks_for_person: bool = False
    urgent: bool = False
    action: str = ""
    language: str = ""


NOTHING_NOTICED = Signals()


@dataclass(frozen=True)
class Draft:
    """What an answerer would say. `sources[n-1]` is what `[n]` stands for; `confidence` is 0 to 1."""

    text: str
    sources: tuple[Citation, ...]
    confidence: float
    signals: Signals = NOTHING_NOTICED


@dataclass(frozen=True)
class NoDraft:
    """A language model was to be asked, and there is no answer. `unavailable`: why none could be asked, in words for members."""

    signals: Signals = NOTHING_NOTICED
    unavailable: str | None = None


Composed: TypeAlias = Draft | NoDraft | None


@dataclass(frozen=True)
class Reply:
    """An answer from the content."""

    draft: Draft


@dataclass(frozen=True)
class Say:
    """A fixed sentence: a greeting, who the agent is, that nothing was found."""

    text: str


@dataclass(frozen=True)
class HandOff:
    """A person is needed. `say_first` is an approved wording that comes before the handoff."""

    reason: Reason
    label: str
    match: Match | None = None
    say_first: str | None = None
    score: float | None = None
    tried: tuple[Tried, ...] = ()


Outcome: TypeAlias = Reply | Say | HandOff
