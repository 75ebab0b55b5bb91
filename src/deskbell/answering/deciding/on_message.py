"""What a message settles before anything is looked up: rules on the message (5), clinical boundary (6), who the agent is. Pure."""

from collections.abc import Sequence

from deskbell.answering.deciding.small_talk import small_talk
from deskbell.answering.deciding.wording import language_of
from deskbell.answering.outcomes import HandOff, Outcome, Say, TurnInput
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace
from deskbell.events.wire import Reason
from deskbell.handoff.rules import fired_of, shaping, tried_on_message
from deskbell.handoff.when import MessageFacts, Stage
from deskbell.safety.cards import card_for
from deskbell.safety.clinical import approved_wording
from deskbell.safety.disclosure import asks_what_it_is, honest_answer


def outcome_of(
    turn: TurnInput, facts: MessageFacts, trace: Trace, topics: Sequence[str] = ()
) -> Outcome | None:
    """The outcome when the message itself decides it; None when the content has to be asked. `trace` gets what was looked at;
    `topics` are named to who asks what the agent answers.
    """
    tried = tried_on_message(turn.rules, facts)
    trace.decided(*(decisions.on_message(looked, facts) for looked in tried))
    match = fired_of(tried)
    if match is not None:
        return HandOff(match.reason, match.label, match=match)
    return (
        _clinical(turn, facts, trace)
        or _accepted(facts, trace)
        or _despaired(facts, trace)
        or _talk(turn, trace, topics)
    )


def _accepted(facts: MessageFacts, trace: Trace) -> Outcome | None:
    """The agent has offered it, so no rule is needed."""
    if not facts.accepts:
        return None
    why = "The visitor accepts the person that the agent has offered."
    trace.decided(decisions.own(decisions.ANSWER, "Offer of a person", why, fired=True))
    return HandOff(Reason.ASKED_FOR_PERSON, "Asked for a person")


def _despaired(facts: MessageFacts, trace: Trace) -> HandOff | None:
    if not facts.despairs:
        return None
    why = "The visitor says a second time that this does not help."
    trace.decided(decisions.own(decisions.ANSWER, "Frustrated visitor", why, fired=True))
    return HandOff(Reason.FRUSTRATED, "Frustrated visitor")


def _clinical(turn: TurnInput, facts: MessageFacts, trace: Trace) -> Outcome | None:
    """Handed off whatever the rules say; a rule on clinical questions says how."""
    found = facts.clinical is not None
    why = f"“{facts.clinical}” is a clinical question." if found else "The question is not clinical."
    trace.decided(decisions.own(decisions.CLINICAL_BOUNDARY, "Clinical boundary", why, fired=found))
    if not found:
        return None
    match = shaping(turn.rules, Stage.CLINICAL, facts.clinical)
    label = match.label if match else "Clinical question"
    return HandOff(Reason.CLINICAL, label, match=match, say_first=_approved_wording(turn))


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
