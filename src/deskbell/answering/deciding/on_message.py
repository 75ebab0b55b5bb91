"""What a message settles before anything is looked up: rules on the message (5), clinical boundary (6), who the agent is. Pure."""

from collections.abc import Sequence

from deskbell.answering.deciding.small_talk import accepts_the_offer, despairs_again, small_talk
from deskbell.answering.deciding.wording import language_of
from deskbell.answering.outcomes import HandOff, Outcome, Say, TurnInput
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace
from deskbell.events.wire import Reason
from deskbell.handoff.rules import fired_of, tried_on_message
from deskbell.safety.cards import card_for
from deskbell.safety.clinical import approved_wording, is_clinical
from deskbell.safety.disclosure import asks_what_it_is, honest_answer
from deskbell.safety.person_request import CERTAIN, PersonRequest, asks_for_person


def outcome_of(turn: TurnInput, trace: Trace, topics: Sequence[str] = ()) -> Outcome | None:
    """The outcome when the message itself decides it; None when the content has to be asked. `trace` gets what was looked at;
    `topics` are named to who asks what the agent answers.
    """
    accepted = accepts_the_offer(turn)
    asked = PersonRequest(CERTAIN, turn.text.strip()) if accepted else asks_for_person(turn.text)
    tried = tried_on_message(turn.rules, turn.text, asked)
    trace.decided(*map(decisions.on_message, tried))
    match = fired_of(tried)
    if match is not None:
        return HandOff(match.reason, match.label, match=match)
    return _clinical(turn, trace) or (
        _accepted(trace) if accepted else _despaired(turn, trace) or _talk(turn, trace, topics)
    )


def _accepted(trace: Trace) -> Outcome:
    """The agent has offered it, so no rule is needed."""
    why = "The visitor accepts the person that the agent has offered."
    trace.decided(decisions.own(decisions.ANSWER, "Offer of a person", why, fired=True))
    return HandOff(Reason.ASKED_FOR_PERSON, "Asked for a person")


def _despaired(turn: TurnInput, trace: Trace) -> HandOff | None:
    if not despairs_again(turn):
        return None
    why = "The visitor says a second time that this does not help."
    trace.decided(decisions.own(decisions.ANSWER, "Frustrated visitor", why, fired=True))
    return HandOff(Reason.FRUSTRATED, "Frustrated visitor")


def _clinical(turn: TurnInput, trace: Trace) -> Outcome | None:
    clinical = is_clinical(turn.text)
    why = f"“{clinical.matched}” is a clinical question." if clinical else "The question is not clinical."
    trace.decided(
        decisions.own(decisions.CLINICAL_BOUNDARY, "Clinical boundary", why, fired=clinical is not None)
    )
    if clinical is None:
        return None
    return HandOff(Reason.CLINICAL, "Clinical question", say_first=_approved_wording(turn))


def _talk(turn: TurnInput, trace: Trace, topics: Sequence[str]) -> Outcome | None:
    language = asks_what_it_is(turn.text)
    if language is not None:
        trace.decided(
            decisions.own(decisions.ANSWER, "Who the agent is", "The visitor asks what it is.", fired=True)
        )
        spoken = language if turn.agent.language == "auto" else language_of(turn)
        return Say(honest_answer(turn.workspace_name, spoken))
    talk = small_talk(turn, topics)
    if talk is None:
        return None
    trace.decided(
        decisions.own(decisions.ANSWER, "Small talk", "The message asks nothing of the content.", fired=True)
    )
    return Say(talk)


def _approved_wording(turn: TurnInput) -> str:
    number = card_for(turn.agent.emergency_region).calls[0].number
    return approved_wording(language_of(turn), emergency=number)
