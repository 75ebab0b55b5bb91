"""What rules are held against: what is known of a message, of the answer to it, and of what was collected. Values only.

They are kept with each turn, so that other rules can be tried on it later without asking anything again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell.handoff.when.kinds import Topic


@dataclass(frozen=True)
class PersonRequest:
    """The words that ask for a person, and how sure the detector is (0 to 1)."""

    matched: str
    score: float


@dataclass(frozen=True)
class Near:
    """How near a message is to a topic (cosine)."""

    topic: Topic
    cosine: float


@dataclass(frozen=True)
class MessageFacts:
    """`text` may be cut. `language` is None when it does not show, "other" when it is none that Deskbell writes. `repeats`: the
    earlier question that this one asks again. `upset`: the words that say that the agent does not help.

    The last four are the product's own: `accepts` the agent's offer of a person, a `clinical` question, a visitor who `despairs` a
    second time, `small_talk` that asks nothing of the content.
    """

    text: str
    person: PersonRequest | None = None
    language: str | None = None
    repeats: str | None = None
    upset: str | None = None
    near: tuple[Near, ...] = ()
    accepts: bool = False
    clinical: str | None = None
    despairs: bool = False
    small_talk: bool = False


@dataclass(frozen=True)
class AnswerFacts:
    """`confidence` is None when the content does not answer. `missed_before`: how many questions just before had no answer either.
    `person_noticed`: a language model understood the visitor to want a person. `chat`: it was replied to as chat after all.
    `unavailable`: no answer could be asked for.
    """

    confidence: float | None
    missed_before: int = 0
    person_noticed: bool = False
    chat: bool = False
    unavailable: bool = False


@dataclass(frozen=True)
class DetailFacts:
    """What was collected with an action: key → value."""

    action_id: UUID
    values: Mapping[str, str]
