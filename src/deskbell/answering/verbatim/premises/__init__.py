"""What a question takes for granted, and what the content says of it."""

from deskbell.answering.verbatim.premises.held import Held, Verdict, held_against, states_hard_facts
from deskbell.answering.verbatim.premises.presupposed import Premise, premise_of

__all__ = ["Held", "Premise", "Verdict", "held_against", "premise_of", "states_hard_facts"]
