"""What a message settles before anything is looked up: rules on the message (5), clinical boundary (6), who the agent is. Pure."""

from deskbell.answering.deciding.small_talk import small_talk
from deskbell.answering.outcomes import HandOff, Outcome, Say, TurnInput
from deskbell.events.wire import Reason
from deskbell.handoff.rules import on_message
from deskbell.safety.cards import card_for
from deskbell.safety.clinical import approved_wording, is_clinical
from deskbell.safety.disclosure import asks_what_it_is, honest_answer
from deskbell.safety.person_request import asks_for_person


def outcome_of(turn: TurnInput) -> Outcome | None:
    """The outcome when the message itself decides it; None when the content has to be asked."""
    match = on_message(turn.rules, turn.text, asks_for_person(turn.text))
    if match is not None:
        return HandOff(match.reason, match.label, match=match)
    if is_clinical(turn.text) is not None:
        return HandOff(Reason.CLINICAL, "Clinical question", say_first=_approved_wording(turn))
    language = asks_what_it_is(turn.text)
    if language is not None:
        return Say(honest_answer(turn.workspace_name, language))
    talk = small_talk(turn.text)
    return Say(talk) if talk else None


def _approved_wording(turn: TurnInput) -> str:
    number = card_for(turn.agent.emergency_region).calls[0].number
    return approved_wording(turn.agent.language, emergency=number)
