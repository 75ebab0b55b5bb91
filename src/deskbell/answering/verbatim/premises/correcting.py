"""When a question takes for granted what the content denies, the sentence that denies it is quoted first. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbell.answering.verbatim.choosing import Stretch
from deskbell.answering.verbatim.evidence import Evidence
from deskbell.answering.verbatim.premises.held import (
    Verdict,
    held_against,
    speaks_of_nothing_else,
    states_hard_facts,
)
from deskbell.answering.verbatim.premises.presupposed import Premise
from deskbell.answering.verbatim.weighing import Weighed

UNSAID_AT_MOST = 0.5  # how sure an answer is that leaves open what the question takes for granted


@dataclass(frozen=True)
class Found:
    """What the weighed passages make of a premise. `stretch` says so or otherwise."""

    verdict: Verdict
    stretch: Stretch | None = None

    def first(self, stretches: Sequence[Stretch]) -> list[Stretch]:
        """The stretches with the one that corrects at the beginning; as they are where it is in the first."""
        corrects = self.stretch
        if corrects is None or corrects.text in stretches[0].text:
            return list(stretches)
        return [corrects]

    def weighed(self, evidence: Evidence) -> Evidence:
        """What the question says wrongly does not speak against the quote that puts it right."""
        if self.verdict is not Verdict.OTHERWISE:
            return evidence
        claims = replace(
            evidence.claims, missing_number=0.0, missing_not=0.0, missing_utmost=0.0, opposite=0.0, turned=0.0
        )
        return replace(evidence, claims=claims)


def held_by(premise: Premise, stretches: Sequence[Stretch], weighed: Sequence[Weighed]) -> Found | None:
    """What the passage of the first stretch says of the premise, or else another that was weighed. None where there is nothing to
    hold: no hard fact, and nothing that would sound like agreement.
    """
    best = stretches[0].of
    for one in sorted(
        weighed, key=lambda one: (not speaks_of_nothing_else(premise, one.found.path), one is not best)
    ):
        held = held_against(premise, one.found.path, one.units)
        if held.verdict is not Verdict.UNSAID:
            group = next(place for place, group in enumerate(one.groups) if held.place in group)
            return Found(held.verdict, Stretch(one, group, group))
    agrees = premise.whole and stretches[0].text.lower().startswith("yes")
    missing = premise.whole and states_hard_facts(premise)
    return Found(Verdict.UNSAID) if agrees or missing else None
