"""What a language model noticed, as advice for the rules: it may ring for a person sooner, and never later. Pure."""

from dataclasses import replace

from deskbell.answering.outcomes import Signals, TurnInput
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace
from deskbell.events.wire import Priority
from deskbell.handoff.rules import Match, fired_of, tried_on_message
from deskbell.handoff.when import AsksForPerson, MessageFacts, PersonRequest

MODELS_WORD = 0.5  # how sure a model's word is taken to be, beside the detector's own score


def asks_for_person(turn: TurnInput, signals: Signals, trace: Trace) -> Match | None:
    """The rule that fires because the model understood the visitor to want a person, in words the detector does not know."""
    if not signals.asks_for_person:
        return None
    rules = [rule for rule in turn.rules if isinstance(rule.when, AsksForPerson)]
    facts = MessageFacts(turn.text, PersonRequest(turn.text[:80], MODELS_WORD))
    tried = tried_on_message(rules, facts)
    trace.decided(*(decisions.on_message(looked, facts) for looked in tried))
    return fired_of(tried)


def as_urgent(match: Match, signals: Signals) -> Match:
    """A handoff that happens anyway comes sooner; urgency alone takes no answer away."""
    return replace(match, priority=Priority.URGENT) if signals.urgent else match
