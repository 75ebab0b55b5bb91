"""What is known of a message before anything is looked up: the facts that rules and the product's own steps are held against. Pure."""

from collections.abc import Sequence

from deskbell.answering.deciding.small_talk import (
    ANGRY,
    accepts_the_offer,
    despairs_again,
    exchanges,
    is_small_talk,
)
from deskbell.answering.outcomes import TurnInput
from deskbell.answering.understanding.clauses import sentences
from deskbell.answering.understanding.small_talk import hear
from deskbell.handoff.when import MessageFacts, Near, PersonRequest
from deskbell.kit.languages import language_shown
from deskbell.knowledge.finding.terms import stems
from deskbell.safety.clinical import is_clinical
from deskbell.safety.disclosure import asks_what_it_is
from deskbell.safety.person_request import CERTAIN, asks_for_person

KEPT_TEXT = 2_000  # characters of a message that are kept for trying other rules on it
ALIKE = 0.6  # of two questions' counting words, from where on one asks the other again


def message_facts(turn: TurnInput, near: Sequence[Near] = ()) -> MessageFacts:
    """Everything that steps 5 and 6 may ask about the message. `near`: its nearness to the topics of the rules."""
    accepts = accepts_the_offer(turn)
    asked = asks_for_person(turn.text)
    person = PersonRequest(asked.matched, asked.score) if asked else None
    clinical = is_clinical(turn.text)
    return MessageFacts(
        text=turn.text[:KEPT_TEXT],
        person=PersonRequest(turn.text.strip(), CERTAIN) if accepts else person,
        language=language_shown(turn.text),
        repeats=repeated_question(turn),
        upset=_anger_in(turn),
        near=tuple(near),
        accepts=accepts,
        clinical=clinical.matched if clinical else None,
        despairs=despairs_again(turn),
        small_talk=asks_what_it_is(turn.text) is not None or is_small_talk(turn),
    )


def repeated_question(turn: TurnInput) -> str | None:
    """The visitor's earlier question, replied to by the agent, that this message asks again; back to the last word of a member.

    Other words may come or go, but none in the place of another: "open on Saturday?" does not repeat "open on Sunday?".
    """
    now = _counting(turn.text, turn)
    if len(now) < 2:
        return None
    earlier = ((said.text, _counting(said.text, turn)) for said, _ in exchanges(turn.thread))
    return next((text for text, before in earlier if _alike(now, before)), None)


def _alike(now: frozenset[str], before: frozenset[str]) -> bool:
    contained = now <= before or before <= now
    return contained and len(now & before) >= max(2, ALIKE * len(now | before))


def _counting(text: str, turn: TurnInput) -> frozenset[str]:
    heard = hear(text, turn.agent.name)
    return frozenset() if heard.talk else frozenset(stems(heard.question))


def _anger_in(turn: TurnInput) -> str | None:
    """The first sentence that says that this does not help."""
    read = (sentence.strip() for line in sentences(turn.text) for sentence in line)
    return next((words for words in read if hear(words, turn.agent.name).talk in ANGRY), None)
