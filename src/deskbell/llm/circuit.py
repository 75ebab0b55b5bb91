"""Which models are worth asking now: one that has just failed is left alone for a while. Pure: the clock comes in.

Without this, each visitor would wait for a dead model before the next one is asked.
"""

from dataclasses import dataclass
from typing import TypeAlias

from deskbell.llm.chat import FailureKind

FIRST_REST_SECONDS = 15.0
LONGEST_REST_SECONDS = 300.0
TRIAL_SECONDS = 20.0  # as long as one turn may take
# A visitor has waited for these in vain; the others may be bad luck once.
_AT_ONCE = frozenset(
    {FailureKind.TIMED_OUT, FailureKind.UNREACHABLE, FailureKind.REFUSED, FailureKind.RATE_LIMITED}
)
PATIENCE = 2

Seconds: TypeAlias = float


@dataclass(frozen=True)
class Circuit:
    """`failures` in a row; until `rests_until` nobody asks; then one caller tries while the others still pass by."""

    failures: int = 0
    rests_until: Seconds = 0.0

    def may_be_asked(self, at: Seconds) -> bool:
        return at >= self.rests_until

    def being_tried(self, at: Seconds) -> "Circuit":
        """Somebody asks now: after failures, the others wait for what comes of it."""
        if self.rests_until == 0.0:
            return self
        return Circuit(self.failures, at + TRIAL_SECONDS)

    def after_failure(
        self, kind: FailureKind, at: Seconds, retry_after_seconds: float | None = None
    ) -> "Circuit":
        failures = self.failures + 1
        if kind not in _AT_ONCE and failures < PATIENCE:
            return Circuit(failures)
        rest = min(FIRST_REST_SECONDS * 2 ** (failures - 1), LONGEST_REST_SECONDS)
        return Circuit(failures, at + max(rest, retry_after_seconds or 0.0))


WHOLE = Circuit()


class Circuits:
    """The circuits of one process, by model. A model nobody knows anything about may be asked."""

    def __init__(self) -> None:
        self._known: dict[str, Circuit] = {}

    def may_be_asked(self, model: str, at: Seconds) -> bool:
        return self._known.get(model, WHOLE).may_be_asked(at)

    def tries(self, model: str, at: Seconds) -> None:
        if model in self._known:
            self._known[model] = self._known[model].being_tried(at)

    def worked(self, model: str) -> None:
        self._known.pop(model, None)

    def failed(
        self, model: str, kind: FailureKind, at: Seconds, retry_after_seconds: float | None = None
    ) -> None:
        self._known[model] = self._known.get(model, WHOLE).after_failure(kind, at, retry_after_seconds)
