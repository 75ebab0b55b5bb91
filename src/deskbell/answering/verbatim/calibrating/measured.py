"""From the scores of pseudo-questions to a calibration. Pure.

Two Gaussian classes of one width give log odds that are linear in the score, with slope = distance / variance and
the middle between the classes as their zero (linear discriminant analysis). The shipped weights know slope and middle of the contents
they were fitted on; an agent's own headings show those of its content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, pvariance

from deskbell.answering.verbatim.confidence import AS_FITTED, Calibration, confidence_of_score

FEWEST = 12  # headings: with fewer, the figures as fitted are the better guess
HALF_TRUSTED = 40  # with so many headings, half of the difference is believed
STEEPEST, FLATTEST = 1.3, 0.6
FARTHEST = 1.5  # log odds
FOREIGN_SURE = 0.5  # nineteen of twenty foreign questions stay below
NARROWEST = 0.05


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


@dataclass(frozen=True)
class Line:
    """`slope` of the log odds over the score, and the score in the `middle` of both classes."""

    slope: float
    middle: float


def line_of(scores: Scores) -> Line:
    """Slope and middle of what was measured."""
    own, hidden = fmean(scores.own), fmean(scores.hidden)
    spread = (pvariance(scores.own) + pvariance(scores.hidden)) / 2
    return Line((own - hidden) / max(spread, NARROWEST), (own + hidden) / 2)


def scores_to(reference: Line, scores: Scores) -> Calibration:
    """What makes a score of this content mean what it means in the contents that were fitted; little, when little is known."""
    if min(len(scores.own), len(scores.hidden)) < FEWEST:
        return _against_foreign(AS_FITTED, scores.foreign)
    measured = line_of(scores)
    scale = min(max(measured.slope / reference.slope, FLATTEST), STEEPEST)
    shift = min(max(reference.middle - scale * measured.middle, -FARTHEST), FARTHEST)
    trust = scores.questions / (scores.questions + HALF_TRUSTED)
    return _against_foreign(
        Calibration(score_shift=trust * shift, score_scale=1 + trust * (scale - 1)), scores.foreign
    )


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


def reference_of(stored: Mapping[str, float]) -> Line:
    """What the fit measured on its own contents."""
    return Line(stored["slope"], stored["middle"])
