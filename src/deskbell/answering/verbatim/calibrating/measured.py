"""From the scores of pseudo-questions to a calibration. Pure.

Two classes of one width have the zero of their log odds in the middle between them (linear discriminant analysis). The shipped
weights know that middle for the contents they were fitted on; an agent's own headings show that of its content. The slope is not
taken from headings: on the fitted FAQ theirs was .02 where that of real questions is .7.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from deskbell.answering.verbatim.confidence import AS_FITTED, Calibration, confidence_of_score

FEWEST = 12  # headings: with fewer, the figures as fitted are the better guess
HALF_TRUSTED = 40  # with so many headings, half of the difference is believed
FARTHEST = 1.5  # log odds
FOREIGN_SURE = 0.5  # nineteen of twenty foreign questions stay below


@dataclass(frozen=True)
class Scores:
    """Raw scores (log odds): of headings with their own passage, with it hidden, and of foreign questions."""

    own: Sequence[float]
    hidden: Sequence[float]
    foreign: Sequence[float]

    @property
    def questions(self) -> int:
        """How many headings were asked."""
        return len(self.hidden)


def middle_of(scores: Scores) -> float:
    """Halfway between headings that have their passage and those that do not."""
    return (fmean(scores.own) + fmean(scores.hidden)) / 2


def scores_to(reference: float, scores: Scores) -> Calibration:
    """What makes a score of this content mean what it means in the contents that were fitted, whose middle is `reference`; little, when
    little is known.
    """
    if min(len(scores.own), len(scores.hidden)) < FEWEST:
        return _against_foreign(AS_FITTED, scores.foreign)
    shift = min(max(reference - middle_of(scores), -FARTHEST), FARTHEST)
    trust = scores.questions / (scores.questions + HALF_TRUSTED)
    return _against_foreign(Calibration(score_shift=trust * shift), scores.foreign)


def _against_foreign(calibration: Calibration, foreign: Sequence[float]) -> Calibration:
    """Lowered until nearly all foreign questions are refused."""
    if not foreign:
        return calibration
    high = sorted(foreign)[int(len(foreign) * 0.95)]
    shift = calibration.score_shift
    while (
        shift > -2 * FARTHEST and confidence_of_score(calibration.score_scale * high + shift) > FOREIGN_SURE
    ):
        shift -= 0.1
    return Calibration(score_shift=shift, score_scale=calibration.score_scale)
