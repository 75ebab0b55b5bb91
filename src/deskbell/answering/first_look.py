"""What a message settles before anything is looked up: rules on the message (5), clinical boundary (6), who the agent is. Pure."""

from deskbell.answering.outcomes import HandOff, Outcome, Say, TurnInput
from deskbell.answering.small_talk import small_talk
from deskbell.events.wire import Reason
from deskbell.handoff.rules import on_message
from deskbell.safety.clinical import is_clinical
from deskbell.safety.disclosure import asks_who_answers, disclosure
from deskbell.safety.person_request import asks_for_person


def outcome_of(turn: TurnInput) -> Outcome | None:
    """The outcome when the message itself decides it; None when the content has to be asked."""
    match = on_message(turn.rules, turn.text, asks_for_person(turn.text))
    if match is not None:
        return HandOff(match.reason, match.label, match=match)
    clinical = is_clinical(turn.text)
    if clinical is not None:
        return HandOff(Reason.CLINICAL, "Clinical question", say_first=clinical.wording)
    if asks_who_answers(turn.text):
        return Say(disclosure(turn.agent.name, turn.workspace_name))
    talk = small_talk(turn.text)
    return Say(talk) if talk else None
